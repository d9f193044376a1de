"""What stands for a name in a Korean article: 이 감독, 김 작가, 그는, 두 사람, 이 드라마, 작품은, 동명의 웹툰."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.korean.antecedents import Story
from kgraph.model import Document, Mention, Span
from kgraph.text.titles_korean import kind_word
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.mentions.korean.referents import Roster

_PRONOUN = re.compile(
    r"(?<![가-힣])(?:그녀|그)(?=(?:는|가|의|를|와|도)(?![가-힣])|에게|에겐|와의)|"
    r"(?<![가-힣])고인(?=은|이|의|을|과|에게)"
)
_PAIR = re.compile(
    r"(?<![가-힣])(?:[세네] 사람|[세네] 배우|다섯 사람|두 사람|두 배우|두 주인공|두 남녀|두 스타|둘(?!도 없)|이들 부부|"
    r"이 커플|이들(?! [가-힣]+[은는]? ?(?:모두|가운데)))"
    r"(?=[은는이가의을를도]|에게|사이|\s(?:모두|다|사이|외에))"
)
_WORK = re.compile(
    r"(?<![가-힣])(?:이번|이|그|해당|동) (?:[가-힣]{2,4} )?(?P<noun>작품|드라마|영화|시리즈|예능|프로그램|웹툰|소설|곡|"
    r"노래|앨범|복수극|로맨스|스릴러|사극|코미디|멜로|시대극|누아르|판타지|활극|리메이크작|시트콤|뮤지컬|연극)"
    r"(?=[은는이가의을를도에으로서와과]|\s|,)"
)
_BARE_WORK = re.compile(r"(?P<noun>작품|드라마|영화|시리즈|프로그램|웹툰|소설|예능)(?=[은는](?![가-힣])|[이가] )")
_TWIN = re.compile(
    r"(?<![가-힣])(?:동명의? |같은 이름의 |같은 제목의 |동명 )(?:[가-힣]{2,4} )?(?P<noun>웹툰|웹소설|소설|만화|드라마|영화|"
    r"뮤지컬|연극|게임|노래|애니메이션|시리즈)"
)
_COUNTS = {"세": 3, "네": 4, "다": 5}
_ROLE_NOUN = {"감독": ("director",), "배우": ("actor",), "작가": ("writer",), "가수": ("singer",), "PD": ("director", "producer")}
_THIS_ROLE = re.compile(r"(?<![가-힣])(?:이|그|해당) (?P<role>감독|배우|작가|가수|PD)(?=[은는이가의을를도]|에게)")


@cache
def _surname_role() -> re.Pattern[str]:
    surnames = either(load_words("names/surnames.yaml"))
    words = load_words("korean/people.yaml")
    roles, endings = either([*words["after"]]), either(words["endings"])
    return re.compile(rf"(?<![가-힣])(?P<surname>{surnames}) ?(?P<role>{roles})(?=(?:{endings})?(?![가-힣]))")


def find_stand_ins(document: Document, roster: Roster) -> Iterator[Mention]:
    """Mentions by role, pronoun and noun, each with the referent that it stands for."""
    story = Story(document, roster)
    named = {mention.span.start for type_ in ("Person", "Work", "Organization") for mention in roster.named(type_)}
    for number, sentence in enumerate(story.sentences):
        done: set[int] = set(named)
        for finder in (_surnames_with_roles, _given, _roles, _twins, _works, _pronouns, _pairs):
            for found, refs in finder(story, number, sentence.span):
                start, end = found
                if start in done:
                    continue
                done.add(start)
                for ref in refs:
                    form = "role" if finder not in (_pronouns, _pairs) else "pronoun"
                    mention = Mention(Span(start, end, story.text[start:end]), ref, form)
                    yield mention
                    story.learn(number, mention)


Found = Iterator[tuple[tuple[int, int], list[str]]]


def _surnames_with_roles(story: Story, number: int, span: Span) -> Found:
    """김 감독, 강 대표: the last person of that surname who was named with that role."""
    for found in _surname_role().finditer(story.text, span.start, span.end):
        role = load_words("korean/people.yaml")["after"][found["role"]]
        ref = story.person_of_role(number, found.start(), (role,) if role else (), found["surname"])
        if ref:
            yield found.span(), [ref]


_GIVEN = re.compile(r"(?<![가-힣])(?P<given>[가-힣]{2}) ?씨(?=[은는이가을를의도와과]|에게|와|\s|,)")


def _given(story: Story, number: int, span: Span) -> Found:
    """지연 씨는: the last person of that given name."""
    for found in _GIVEN.finditer(story.text, span.start, span.end):
        ref = story.person_called(number, found.start(), found["given"])
        if ref:
            yield found.span(), [ref]


def _roles(story: Story, number: int, span: Span) -> Found:
    """이 감독, 이 배우: the last person named with that role."""
    for found in _THIS_ROLE.finditer(story.text, span.start, span.end):
        ref = story.person_of_role(number, found.start(), _ROLE_NOUN[found["role"]])
        if ref:
            yield found.span(), [ref]


def _pronouns(story: Story, number: int, span: Span) -> Found:
    """그는, 그녀의: whom the sentences before turn on."""
    for found in _PRONOUN.finditer(story.text, span.start, span.end):
        ref = story.person_before(number, found.start())
        if ref:
            yield found.span(), [ref]


def _pairs(story: Story, number: int, span: Span) -> Found:
    """두 사람, 둘: those last named together."""
    for found in _PAIR.finditer(story.text, span.start, span.end):
        if found[0].startswith("이들") and story.described(number, found.start()):
            continue
        count = _COUNTS.get(found[0][0], 2)
        yield found.span(), story.pair_before(number, found.start()) if count == 2 else story.group_before(number, count)


def _works(story: Story, number: int, span: Span) -> Found:
    """이 드라마, 그 작품, and 작품은 at the head of a sentence."""
    bare = _BARE_WORK.match(story.text, span.start, span.end)
    for found in ([bare] if bare else []) + list(_WORK.finditer(story.text, span.start, span.end)):
        kind = kind_word(found["noun"])
        ref = (story.head_work(number, kind) if found is bare else None) or story.work_before(number, found.start(), kind)
        if ref:
            yield found.span(), [ref]


def _twins(story: Story, number: int, span: Span) -> Found:
    """동명의 웹툰: another work of the same title as the one under discussion."""
    for found in _TWIN.finditer(story.text, span.start, span.end):
        kind = kind_word(found["noun"])
        ref = story.twin_base(number, found.end(), kind)
        if ref and kind:
            yield found.span(), [story.roster.add_twin(ref, kind)]
