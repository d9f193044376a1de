"""Kinship of one to another: who is whose wife, son, sister (married_to, parent_of, sibling_of)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.kin import BRACKET, COPULA, NEXT, OTHER, PEOPLE, ROLES, claims_of, kin_nouns, told
from kgraph.claims.korean.owners import owners_before, survived_by
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim

_ROLE = rf"(?:(?:{ROLES}) ?)"
# The last of a list of kin is not whoever owns the next word of kinship: A 아들 B, C 아들 D.
_KIN_NEXT = r"(?:친|막내|큰|작은|외)?(?:아들|딸|동생|남동생|여동생|누나|언니|오빠|형|아내|남편|부인|아버지|어머니)(?![가-힣]{3})"
_NOT_OWNER = rf"(?! {_KIN_NEXT})"
_KIN = rf"{PERSON}(?:{NEXT}(?!{BRACKET}의? {_KIN_NEXT})){{0,5}}"


@cache
def _of() -> re.Pattern[str]:
    """원빈의 아내 이나영, 김용건 아들 하정우, 황해와 백설희의 아들이자 가수인 전영록."""
    return re.compile(
        rf"(?P<own>{PEOPLE}){BRACKET}(?:의|(?:와|과|은|는|이|가) (?:그의|그녀의|자신의|"
        rf"그))? (?:[가-힣]{{1,4}} )??{kin_nouns()}(?:인|(?:이자|이며)(?!{OTHER}{{0,20}}{PERSON}의)|"
        rf"(?![가-힣])),? ?{_ROLE}{{0,3}}(?:인 )?(?P<kin>{_KIN}){_NOT_OWNER}"
    )


@cache
def _is_of() -> re.Pattern[str]:
    """조관우는 국악인 조통달의 아들이다; 이창훈이 이미영의 친오빠다."""
    return re.compile(
        rf"(?P<kin>{PEOPLE}){BRACKET}[은는이가] (?:{OTHER}|"
        rf"\([^()]{{0,30}}?{PERSON}[^()]{{0,60}}\)){{0,40}}?(?P<own>{PEOPLE}){BRACKET}(?:의)? {kin_nouns()}{COPULA}"
    )


@cache
def _whose_is() -> re.Pattern[str]:
    """이완의 친누나는 배우 김태희다."""
    return re.compile(
        rf"(?P<own>{PEOPLE}){BRACKET}(?:의)? {kin_nouns()}(?:[은는이가도]| 역시) {OTHER}{{0,40}}?"
        rf"(?P<kin>{PEOPLE}){BRACKET}{COPULA}"
    )


@cache
def is_kin() -> re.Pattern[str]:
    """황해가 아버지, 백설희가 어머니다 (of the one under discussion)."""
    return re.compile(rf"(?P<kin>{PERSON}){BRACKET}[은는이가] (?:바로 )?{kin_nouns()}{COPULA}")


@cache
def _own_kin() -> re.Pattern[str]:
    """남편 제이쓴, 장남 박종찬도 (of the one under discussion)."""
    return re.compile(rf"{kin_nouns()}(?:인|이자)? {_ROLE}{{0,3}}(?P<kin>{_KIN}){_NOT_OWNER}")


def read_of(reading: Reading) -> Iterator[Claim]:
    """Kinship with its owner beside it: A의 아내 B; B는 A의 아들이다; A의 누나는 B다."""
    for line in reading.lines:
        for name, pattern, confidence in (("of", _of(), 0.95), ("is_of", _is_of(), 0.92), ("whose_is", _whose_is(), 0.92)):
            for match in line.shape.find(pattern):
                if told(line, match):
                    yield from _related(reading, line, match, f"family.{name}", confidence)


def _related(reading: Reading, line: Line, match: re.Match[str], rule: str, confidence: float) -> Iterator[Claim]:
    owners, kin = line.shape.group(match, "own"), line.shape.group(match, "kin")
    if len(owners) > 1 and line.words(owners[-1].start, owners[-1].end) in ("그", "그녀", "자신"):
        owners = owners[:-1]
    yield from claims_of(reading, line, match, (owners, kin), Said(rule, line.shape.where(match, "noun"), confidence))


def read_own(reading: Reading) -> Iterator[Claim]:
    """Kinship of whoever is under discussion: 황해가 아버지다; 남편 제이쓴; 장남 박종찬도."""
    for line in reading.lines:
        for name, pattern in (("is_kin", is_kin()), ("own_kin", _own_kin())):
            for match in line.shape.find(pattern):
                if (
                    _is_casting(line, match)
                    or _has_owner(line, match)
                    or not told(line, match)
                    or line.quoted(line.shape.where(match, "noun")[0])
                ):
                    continue
                cases = ("은",) if match.re is is_kin() else ("은", "이", "의")
                survived = survived_by(reading, line, line.shape.where(match, "noun")[0])
                if survived is not None:
                    said = Said("family.survived", line.shape.where(match, "noun"), 0.9, since=survived[1])
                    yield from claims_of(reading, line, match, (survived[0], line.shape.group(match, "kin")), said)
                    continue
                owners, since = owners_before(reading, line, line.shape.where(match, "kin")[0], cases)
                if since is not None or not owners:
                    owners, since = _beside(line, match) or (owners, since)
                if (since is not None or not owners) and match.re is _own_kin():
                    later = _later_topic(line, line.shape.where(match, "kin")[1])
                    if _has_topic(line, line.shape.where(match, "noun")[0]):
                        continue
                    owners, since = ((later,), None) if later is not None and not owners else (owners, since)
                ends = (owners, line.shape.group(match, "kin"))
                said = Said(f"family.{name}", line.shape.where(match, "noun"), 0.85, since=since)
                yield from claims_of(reading, line, match, ends, said)


def _beside(line: Line, match: re.Match[str]) -> tuple[tuple[Phrase, ...], None] | None:
    """The one that kin is named together with: 가수 김종환과 딸 리아킴은 (whose daughter?)."""
    start = line.shape.where(match, "noun")[0]
    owner = next((phrase for phrase in line.people if re.fullmatch("[와과] ", line.words(phrase.end, start))), None)
    if owner is None or re.search(rf"{_KIN_NEXT}$", line.words(max(line.start, owner.start - 5), owner.start).rstrip()):
        return None
    return (owner,), None


def _is_casting(line: Line, match: re.Match[str]) -> bool:
    """A가 형 B, C가 동생 D다: actors and their parts, not kin."""
    first = line.shape.text.find(PERSON, match.end("noun"), match.end())
    if first < 0:
        return False
    before, after = line.shape.text[: match.start("noun")], line.shape.text[first + 1 :]
    return (
        re.search(rf"{PERSON}[이가] $", before) is not None and re.match(r"(?:,|이?다(?![가-힣])|로 |으로 )", after) is not None
    )


def _later_topic(line: Line, position: int) -> Phrase | None:
    """The topic of the line after a place: 아버지 윤웅렬의 장례를 끝낸 윤치왕은 (whose father?)."""
    return next((phrase for phrase in line.people if phrase.start >= position and phrase.case == "은"), None)


def _has_topic(line: Line, position: int) -> bool:
    """True if the line has a topic or subject of its own before the place, so that it need not be who was talked of before."""
    return any(
        token.tag in ("JKS", "JX") and token.text in ("은", "는", "이", "가")
        for token in line.sentence.tokens
        if token.end <= position
    )


def _has_owner(line: Line, match: re.Match[str]) -> bool:
    """True if a person stands right before the word of kinship, so that another rule reads it."""
    before = line.shape.text[max(0, match.start("noun") - 8) : match.start("noun")]
    return re.search(rf"(?:{PERSON}|\))(?:의|와의|과의)? (?:[가-힣]{{1,4}} )?$", before) is not None and match.re is not is_kin()


RULES = (read_of, read_own)
