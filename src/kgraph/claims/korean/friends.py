"""Friendship (friend_of): 절친, 둘도 없는 친구, 친분을 쌓았다."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.couples import find_couples
from kgraph.claims.korean.kin import NEXT, PEOPLE, ROLES, is_story, relation_words
from kgraph.claims.korean.owners import owners_before
from kgraph.claims.korean.pairs import pairs
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON
from kgraph.text.word_lists import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim

_OTHER = f"[^{PERSON}\n]"
_BE = (
    r"(?:이?다(?![가-힣])|이?자(?=[ ,])|이?며(?=[ ,])|이?고(?=[ ,])|였|이었|이?라는|이?라고|으?로 (?:알려|유명|소문|통하|"
    r"지내|지낸|꼽|잘)|이?기도|인 |입니다|이에요|예요|이죠|죠|이?사이|(?: 사이)|,|\.|$)"
)


@cache
def _noun() -> str:
    return rf"(?P<noun>{either(relation_words()['friends'])}|\d+년 ?지기(?: 친구)?)"


@cache
def _copula() -> re.Pattern[str]:
    """A와 B는 ... 절친이다; A는 B와 가까운 친구다."""
    return re.compile(rf"(?<![가-힣]){_noun()}(?={_BE})|(?<![가-힣])(?:절친|친)한 (?:사이|친구)(?={_BE})")


@cache
def _bond() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(relation_words()['bonds'])})(?=을|이|를|으로| |도|$)")


@cache
def _of() -> re.Pattern[str]:
    """A의 절친 B; A의 오랜 친구인 배우 B."""
    return re.compile(
        rf"(?P<own>{PERSON})(?:\([^()]{{0,40}}\))?(?:의)? (?:[가-힣]{{1,5}} ){{0,2}}?(?:절친한 |오랜 |"
        rf"동갑내기 )?{_noun()}(?:인|이자)? (?:(?:{ROLES}) ?){{0,3}}(?P<kin>{PEOPLE})"
    )


@cache
def _own() -> re.Pattern[str]:
    """절친 B (of the one under discussion)."""
    return re.compile(
        r"(?<![가-힣])(?:절친한 |오랜 |동갑내기 )?(?P<noun>절친|단짝|절친한 친구|베프|베스트 프렌드|친구)(?:인|"
        rf"이자)? (?:(?:{ROLES}) ?){{0,3}}(?P<kin>{PEOPLE})"
    )


@cache
def _reversed() -> re.Pattern[str]:
    """이들 못지않은 단짝이 A와 B다."""
    return re.compile(rf"(?<![가-힣]){_noun()}[은는이가](?: 바로)? (?P<kin>{PEOPLE})(?:이?다|입니다|이었|였)")


@cache
def _several() -> re.Pattern[str]:
    """A와 B, C는 소문난 절친이다."""
    return re.compile(
        rf"(?P<all>{PERSON}{NEXT}{{2,6}})(?:\([^()]{{0,40}}\))?[은는이가] {_OTHER}{{0,24}}?"
        rf"(?<![가-힣]){_noun()}(?={_BE})"
    )


def read_couples(reading: Reading) -> Iterator[Claim]:
    """Friends that are told together: A와 B는 절친이다; A는 B와 우정을 쌓았다."""
    for line in reading.lines:
        for name, pattern, confidence in (("copula", _copula(), 0.92), ("bond", _bond(), 0.85)):
            for couple in find_couples(reading, line, pattern):
                if not _told(line, *couple.place):
                    continue
                said = Said(f"friends.{name}", couple.trigger, confidence, since=couple.since)
                yield reading.claim("friend_of", (couple.left.referent, couple.right.referent), line, said)


def read_friend(reading: Reading) -> Iterator[Claim]:
    """The friend of somebody: A의 절친 B; 절친 B; 소문난 단짝이 A와 B다."""
    for line in reading.lines:
        for match in line.shape.find(_of()):
            own, kin = line.shape.group(match, "own"), line.shape.group(match, "kin")
            yield from _friends(reading, line, match, [(own[-1], one) for one in kin])
        for match in line.shape.find(_several()):
            yield from _friends(reading, line, match, list(pairs(line.shape.group(match, "all"))))
        for match in line.shape.find(_reversed()):
            yield from _friends(reading, line, match, list(pairs(line.shape.group(match, "kin"))))
        for match in line.shape.find(_own()):
            before = line.shape.text[max(0, match.start() - 8) : match.start()]
            if re.search(rf"{PERSON}(?:의|과의|와의)? (?:[가-힣]{{1,5}} )?$", before) is None:
                owners, since = owners_before(reading, line, line.shape.where(match, "kin")[0], ("은", "이"))
                both = [(owner, one) for owner in owners[:1] for one in line.shape.group(match, "kin")]
                yield from _friends(reading, line, match, both, since)


def _friends(
    reading: Reading, line: Line, match: re.Match[str], both: list[tuple[Phrase, Phrase]], since: int | None = None
) -> Iterator[Claim]:
    if not _told(line, match.start("noun"), match.end("noun")):
        return
    said = Said("friends.of", line.shape.where(match, "noun"), 0.9 if since is None else 0.82, since=since)
    for left, right in both:
        if left.referent.ref != right.referent.ref:
            yield reading.claim("friend_of", (left.referent, right.referent), line, said)


def _told(line: Line, start: int, end: int) -> bool:
    """False where the friendship belongs to the story, is denied, or is a way to say no to love (친구 사이일 뿐)."""
    text = line.shape.text
    after = text[end : end + 14]
    return not is_story(text[max(0, start - 30) : start], after) and not re.match(r"[이가]? ?아니| ?사이일|일 뿐", after)


RULES = (read_couples, read_friend)
