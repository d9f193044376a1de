"""What stands for a name in a Korean article: 이 감독, 김 작가, 그는, 두 사람, 이 드라마, 작품은.

An antecedent is looked for backwards: the sentence's own earlier words, the sentence before, the paragraph, the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.mentions.korean.referents import Roster
from kgraph.model import Document, Mention, Sentence
from kgraph.text.particles_korean import particle_at
from kgraph.text.titles_korean import kind_word
from kgraph.text.word_lists import either, load_words

_PRONOUN = re.compile(r"(?<![가-힣])(?:그녀|그)(?=(?:는|가|의|를|에게|와|도|는)(?![가-힣])|에게)|(?<![가-힣])그(?=녀)")
_PAIR = re.compile(r"(?<![가-힣])(?:두 사람|두 배우|두 주인공|두 남녀|두 스타|둘|이들 부부|이 커플|이들)(?=[은는이가의을를도]|에게|사이|\s)")
_WORK = re.compile(
    r"(?<![가-힣])(?P<which>이번 |이 |그 |해당 |같은 |동 )(?P<noun>(?:[가-힣]{1,4} )?(?:작품|드라마|영화|시리즈|예능|프로그램|웹툰|소설|곡|노래|앨범|리메이크작|속편|시트콤|뮤지컬|연극))"
    r"(?=[은는이가의을를도에으로서와과]|\s|,)"
)
_BARE_WORK = re.compile(r"(?:^|(?<=[.!?,] ))(?P<noun>작품|드라마|영화|시리즈|프로그램|웹툰|소설|예능|곡)(?=[은는](?![가-힣])|이 |가 )")
_ROLE_NOUN = {"감독": ("director",), "배우": ("actor",), "작가": ("writer",), "가수": ("singer",), "PD": ("director", "producer")}
_THIS_ROLE = re.compile(r"(?<![가-힣])(?P<which>이|그|해당) (?P<role>감독|배우|작가|가수|PD)(?=[은는이가의을를도]|에게)")


@cache
def _surname_role() -> re.Pattern[str]:
    surnames = either(load_words("names/surnames.yaml"))
    roles = either([*load_words("korean/people.yaml")["after"]])
    return re.compile(rf"(?<![가-힣])(?P<surname>{surnames})(?: (?P<role>{roles})|(?P<tight>감독|작가|대표|PD|피디))(?![가-힣](?<![은는이가을를의와과도에로만께측]))")


class _Story:
    """The people and works named so far, sentence by sentence, as candidates for what stands for them."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.text = document.article.text
        self.roster = roster
        self.sentences = [sentence for sentence in document.sentences if sentence.kind != "noise"]
        self.people = self._by_sentence(roster.named("Person"))
        self.works = self._by_sentence(roster.named("Work"))

    def _by_sentence(self, mentions: list[Mention]) -> list[list[Mention]]:
        rows: list[list[Mention]] = [[] for _ in self.sentences]
        at = 0
        for number, sentence in enumerate(self.sentences):
            while at < len(mentions) and mentions[at].span.start < sentence.span.end:
                if mentions[at].span.start >= sentence.span.start and mentions[at].form != "alias":
                    rows[number].append(mentions[at])
                at += 1
        return rows


def find_stand_ins(document: Document, roster: Roster) -> Iterator[Mention]:
    """Mentions by role, pronoun and noun, each with the referent that it stands for."""
    story = _Story(document, roster)
    for number, sentence in enumerate(story.sentences):
        found = [*_surnames_with_roles(story, number, sentence), *_works(story, number, sentence)]
        found += _roles(story, number, sentence, {mention.span.start for mention in found})
        found += [*_pronouns(story, number, sentence), *_pairs(story, number, sentence)]
        for mention in sorted(found, key=lambda m: (m.span.start, m.ref)):
            yield mention
            rows = story.people if mention.ref in {m.ref for row in story.people for m in row} else story.works
            rows[number].append(mention)
            rows[number].sort(key=lambda m: m.span.start)


def _mention(story: _Story, start: int, end: int, ref: str, form: str) -> Mention:
    from kgraph.model import Span

    return Mention(Span(start, end, story.text[start:end]), ref, form)


def _surnames_with_roles(story: _Story, number: int, sentence: Sentence) -> Iterator[Mention]:
    """김 감독, 강 대표: the last person of that surname who was named with that role, else without any."""
    for found in _surname_role().finditer(story.text, sentence.span.start, sentence.span.end):
        role = load_words("korean/people.yaml")["after"][found["role"] or found["tight"]]
        ref = _of_surname(story, number, found["surname"], role, found.start())
        if ref:
            yield _mention(story, found.start(), found.end(), ref, "role")


def _of_surname(story: _Story, number: int, surname: str, role: str, before: int) -> str | None:
    weak = None
    for row in range(number, -1, -1):
        for mention in reversed(story.people[row]):
            if mention.span.start >= before or not story.roster.name(mention.ref).startswith(surname):
                continue
            known = story.roster.role(mention.ref)
            if known == role or not role:
                return mention.ref
            if weak is None and known in ("", "person", "credit"):
                weak = mention.ref
    return weak


def _roles(story: _Story, number: int, sentence: Sentence, done: set[int]) -> Iterator[Mention]:
    """이 감독, 이 배우: the last person named with that role."""
    for found in _THIS_ROLE.finditer(story.text, sentence.span.start, sentence.span.end):
        if found.start() in done:
            continue
        for row in range(number, max(-1, number - 6), -1):
            people = [m for m in story.people[row] if m.span.start < found.start() and story.roster.role(m.ref) in _ROLE_NOUN[found["role"]]]
            if people:
                yield _mention(story, found.start(), found.end(), people[-1].ref, "role")
                break


def _pronouns(story: _Story, number: int, sentence: Sentence) -> Iterator[Mention]:
    for found in _PRONOUN.finditer(story.text, sentence.span.start, sentence.span.end):
        ref = _last_prominent(story, number, found.start())
        if ref:
            yield _mention(story, found.start(), found.end(), ref, "pronoun")


def _last_prominent(story: _Story, number: int, before: int) -> str | None:
    """The topic or subject of the sentence before, else whoever it names last; the same sentence's own words where it is the first."""
    for row in range(number - 1, max(-1, number - 4), -1):
        if story.people[row]:
            return _prominent(story, story.people[row])
    earlier = [mention for mention in story.people[number] if mention.span.end < before]
    return _prominent(story, earlier) if earlier else None


def _prominent(story: _Story, people: list[Mention]) -> str:
    for case in ("은", "이"):
        for mention in reversed(people):
            if _case(story, mention) == case:
                return mention.ref
    return people[0].ref


def _case(story: _Story, mention: Mention) -> str:
    """The particle behind a name, past brackets and a role word."""
    tail = re.compile(r"(?: ?\([^()\n]{1,60}\))?(?: (?:감독|작가|배우|PD|대표|씨))?").match(story.text, mention.span.end)
    return particle_at(story.text, tail.end() if tail else mention.span.end).case


def _pairs(story: _Story, number: int, sentence: Sentence) -> Iterator[Mention]:
    """두 사람, 둘: the last two people that were named together, else the last two."""
    for found in _PAIR.finditer(story.text, sentence.span.start, sentence.span.end):
        for ref in _last_pair(story, number, found.start()):
            yield _mention(story, found.start(), found.end(), ref, "pronoun")


def _last_pair(story: _Story, number: int, before: int) -> list[str]:
    for row in range(number, max(-1, number - 4), -1):
        people = [mention for mention in story.people[row] if mention.span.end <= before]
        refs = list(dict.fromkeys(mention.ref for mention in people))
        if len(refs) == 2:
            return refs
        joined = [(a, b) for a, b in zip(people, people[1:], strict=False) if a.ref != b.ref and _coordinated(story, a, b)]
        if joined:
            return [joined[-1][0].ref, joined[-1][1].ref]
    recent = [m.ref for row in range(max(0, number - 3), number + 1) for m in story.people[row] if m.span.end <= before]
    refs = list(dict.fromkeys(reversed(recent)))[:2]
    return refs[::-1] if len(refs) == 2 else []


def _coordinated(story: _Story, left: Mention, right: Mention) -> bool:
    return bool(re.fullmatch(r"(?:\([^()]{1,40}\))?[와과·,]\s?(?:[가-힣]{1,6} )?", story.text[left.span.end : right.span.start]))


def _works(story: _Story, number: int, sentence: Sentence) -> Iterator[Mention]:
    """이 드라마, 그 작품, 작품은 at the head of a sentence: the last work of that kind under discussion."""
    start, end = sentence.span.start, sentence.span.end
    bare = _BARE_WORK.match(story.text, start, end)
    for found in ([bare] if bare else []) + list(_WORK.finditer(story.text, start, end)):
        ref = _last_work(story, number, found.start(), kind_word(found["noun"].split(" ")[-1]))
        if ref:
            yield _mention(story, found.start(), found.end(), ref, "role")


def _last_work(story: _Story, number: int, before: int, kind: str | None) -> str | None:
    """The last prominent work of a fitting kind, looking back sentence by sentence."""
    for row in range(number, -1, -1):
        works = [m for m in story.works[row] if m.span.end <= before and _fits(story.roster.kind(m.ref), kind)]
        for case in ("은", "이"):
            for mention in reversed(works):
                if _case_of_title(story, mention) == case:
                    return mention.ref
        if works:
            return works[-1].ref
    return None


def _fits(known: str | None, wanted: str | None) -> bool:
    return known in (None, "other") or wanted in (None, "other") or known == wanted


def _case_of_title(story: _Story, mention: Mention) -> str:
    tail = re.compile(r"[’'”\"〉》」』>]?(?: ?\([^()\n]{1,80}\))?(?: 시리즈)?").match(story.text, mention.span.end)
    return particle_at(story.text, tail.end() if tail else mention.span.end).case
