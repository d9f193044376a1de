"""Where a Korean text names a character rather than a person: 남온조 역, 김독자로 분했다, 온달수를 연기한다, 신호윤(기도훈).

The tagger uses it to keep characters from being taken for people, the casting rules to name them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE = r"(?P<{0}>[가-힣]{{2,5}}?)"
_QUOTED = r"[‘'“\"]?"
_UNQUOTED = r"[’'”\"]?"
_TURNED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:으?로) (?:다시 |또다시 |처음 |깜짝 |완벽 |완벽히 |"
    rf"완벽하게 |새롭게 |각각 |"
    rf"또 )?(?:분하|분한|분해|분했|분할|변신|열연|"
    r"출연|특별출연|특별 출연|캐스팅|활약|나온|나와|나오|나선|나서|나섰|등장|합류|사랑받|눈도장|얼굴을 알|이름을 알|"
    r"주목받|인기를|호평)"
)
_TWO = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}[와과] {_QUOTED}(?!(?:자매|남매|부부|연인|형제|모녀|부자|모자|"
    rf"부녀|친구|라이벌|동료|커플)[로으])[가-힣]{{2,5}}?{_UNQUOTED}(?:으?로) (?:분하|분한|분해|분했|변신|사랑받|호흡|열연|"
    rf"맞붙|만나|만난|만났)"
)
_PAIRED = re.compile(
    rf"[가-힣]{{2,4}}(?:은|는) {_BARE.format('name')}(?<![로을를역]), [가-힣]{{2,4}}(?:은|는) [가-힣]{{2,6}}(?:으로|로|을|를|"
    rf" 역)|"
    rf"[가-힣]{{2,4}}(?:은|는) (?:[가-힣]{{1,6}} ){{0,3}}{_BARE.format('other')}(?<![로을를역고며]), [가-힣]{{2,4}}(?:은|는) "
    rf"(?:[가-힣]{{1,6}} ){{0,3}}[가-힣]{{2,6}}(?:(?:을|를) (?:각각 )?(?:연기|맡|열연)|로 분|으로 분|, [가-힣]{{2,4}}(?:은|는) )"
)
_DOING = r"분[하한할해했 ]|변신|연기|열연|맡|소화|출연|캐스팅|활약|나[오온와섰서선]|등장|합류|맞붙|만[나난]"
_ANY = re.compile(rf"역|캐릭터|{_DOING}|사랑받|눈도장|얼굴을|이름을|주목받|인기를|호[평흡]|이번|\(")
_DOUBLE = re.compile(rf"(?<![가-힣]){_BARE.format('name')}[와과] (?:[가-힣]{{1,6}} ){{0,2}}?[가-힣]{{2,5}},? 1인 ?2역")
_DOUBLED = re.compile(rf"(?<![가-힣]){_BARE.format('name')},? 1인 ?2역")
_INVERSE = re.compile(
    rf"(?<![가-힣]){_BARE.format('name')}(?:은|는) (?:배우 |성우 )?[가-힣]{{1,4}} ?[가-힣]{{1,4}}(?:이|가)(?:,| (?:각각 |"
    rf"직접 )?(?:연기|"
    rf"맡[아았는은]|열연|소화|분[하한해했]))"
)
_OPPOSITE = re.compile(rf"상대역(?:인)? {_BARE.format('name')}(?:은|는|인|역)(?![가-힣])")
_BECAME = re.compile(rf"이번(?:에|에는|엔) {_QUOTED}{_BARE.format('name')}{_UNQUOTED}[이가] (?:됐|된|되)")
_GAPPED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?: 역)?(?:을|를|으로|로), ?(?:배우 )?[가-힣]{{2,5}}(?:은|"
    rf"는|이|가) [^.\n]{{0,50}}?(?:맡|연기|분[하한해했]|변신|열연|역[을으])"
)
_PLAYED_BY = re.compile(
    rf"(?<![가-힣])[가-힣]{{2,5}}(?:이|가) (?:연기하는|연기한|연기할|맡은|분하는|"
    rf"분한) (?:[가-힣]{{1,6}} )?{_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?=[은는이가을를의](?![가-힣]))"
)
_ROLE = re.compile("역[에의을은이도으]로?")  # the word for a role with its particle
_PLAYED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:을|를|의) (?:직접 |실감 나게 |완벽히 |능청스럽게 )?(?:연기|"
    rf"열연|맡|소화)"
)
_BRACKET = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,5})\((?P<actor>[가-힣]{2,5}(?: [가-힣]{2,5})?)(?P<part> 분)?\)")


@cache
def ranks() -> str:
    """A pattern of the titles that may stand between a character's name and 역: 진양철 회장 역."""
    return either(load_words("korean/characters.yaml")["ranks"])


@cache
def _role() -> re.Pattern[str]:
    """A word in one piece before 역: 남온조 역, ‘남온조’ 역할."""
    return re.compile(
        rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:(?<![은는이가을를와과의도]) (?:{ranks()}))? ?(?:역(?:할)?|"
        rf"배역|캐릭터)(?=[을를의은는이도)에으로,. ]|$)"
    )


@cache
def _no_names() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    words = load_words("korean/characters.yaml")
    return frozenset(words["not_names"]), tuple(words["not_endings"]), frozenset(words["one_syllable"])


def is_character_name(word: str) -> bool:
    """False for words that stand where a character's name could and are none: 주인공 역, 배우로 변신, (홍수철) 역에."""
    names, endings, short = _no_names()
    named = (len(word) > 1 or word in short) and word not in names and not word.endswith(endings)
    return named and _ROLE.fullmatch(word) is None


class Character(NamedTuple):
    """A character's name at its place; ``actor`` is the offsets of the actor's name where brackets give it."""

    start: int
    end: int
    name: str
    actor: tuple[int, int] | None = None


def find_characters(text: str, start: int, end: int) -> Iterator[Character]:
    """Names in the place of a character, in no special order; 신호윤(기도훈) only where the bracket says 분.

    >>> [c.name for c in find_characters("박지후(남온조 역)와 김독자로 분했다", 0, 20)]
    ['남온조', '김독자']
    """
    if not _ANY.search(text, start, end):
        return
    for pattern in (
        _role(),
        _TURNED,
        _TWO,
        _BECAME,
        _PLAYED,
        _DOUBLE,
        _DOUBLED,
        _GAPPED,
        _OPPOSITE,
        _PLAYED_BY,
        _PAIRED,
        _INVERSE,
    ):
        for found in pattern.finditer(text, start, end):
            group = "name" if found["name"] else "other"
            if is_character_name(found[group]):
                yield Character(*found.span(group), found[group])
    for bracketed in find_bracketed(text, start, end):
        if text[bracketed.end : bracketed.end + 40].split(")", 1)[0].endswith(" 분"):
            yield bracketed


def find_bracketed(text: str, start: int, end: int) -> Iterator[Character]:
    """A name with another in brackets, 신호윤(기도훈) or 신호윤(기도훈 분):
    the context says whether it is character and actor.
    """
    for found in _BRACKET.finditer(text, start, end):
        yield Character(*found.span("name"), found["name"], found.span("actor"))
