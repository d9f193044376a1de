"""Kinship: who is whose wife, son, sister (married_to, parent_of, sibling_of)."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.kin import JOINT, PEOPLE, ROLES, is_story, kin_nouns, kind_of, ordered, together_nouns
from kgraph.claims.korean.owners import owners_before
from kgraph.claims.korean.pairs import pairs
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON
from kgraph.model import Claim, Qualifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

_OTHER = f"[^{PERSON}\n]"
_ROLE = rf"(?:(?:{ROLES}) ?)"
_BRACKET = r"(?:\([^()]{0,40}\))?"
# The last of a list of kin is not whoever owns the next word of kinship: A 아들 B, C 아들 D.
_KIN_NEXT = r"(?:친|막내|큰|작은|외)?(?:아들|딸|동생|남동생|여동생|누나|언니|오빠|형|아내|남편|부인|아버지|어머니)(?![가-힣]{3})"
_NOT_OWNER = rf"(?! {_KIN_NEXT})"
_COPULA = (
    r"(?:이?다(?![가-힣])|이?자(?=[ ,])|이?며(?=[ ,])|이?고(?=[ ,])|이?기도|였|이었|이?라는|이?라고|으?로 (?:알려|유명|"
    r"잘 알)|인데|입니다|이에요|예요|[.,]|$)"
)


_PARTED = re.compile(r"이혼(?!설| 소송| 위기| 전문)|파경|남남이")


@cache
def _of() -> re.Pattern[str]:
    """원빈의 아내 이나영, 김용건 아들 하정우, 황해와 백설희의 아들이자 가수인 전영록."""
    return re.compile(
        rf"(?P<own>{PEOPLE}){_BRACKET}(?:의|(?:와|과|은|는|이|가) (?:그의|그녀의|자신의|"
        rf"그))? (?:[가-힣]{{1,4}} )??{kin_nouns()}(?:인|(?:이자|이며)(?!{_OTHER}{{0,20}}{PERSON}의)|"
        rf"(?![가-힣])),? ?{_ROLE}{{0,3}}(?:인 )?(?P<kin>{PEOPLE}){_NOT_OWNER}"
    )


@cache
def _is_of() -> re.Pattern[str]:
    """조관우는 국악인 조통달의 아들이다; 이창훈이 이미영의 친오빠다."""
    return re.compile(
        rf"(?P<kin>{PEOPLE}){_BRACKET}[은는이가] (?:{_OTHER}|"
        rf"\([^()]{{0,60}}\)){{0,40}}?(?P<own>{PEOPLE}){_BRACKET}(?:의)? {kin_nouns()}{_COPULA}"
    )


@cache
def _whose_is() -> re.Pattern[str]:
    """이완의 친누나는 배우 김태희다."""
    return re.compile(
        rf"(?P<own>{PEOPLE}){_BRACKET}(?:의)? {kin_nouns()}(?:[은는이가도]| 역시) {_OTHER}{{0,40}}?(?P<kin>{PEOPLE}){_BRACKET}{_COPULA}"
    )


@cache
def _is_kin() -> re.Pattern[str]:
    """황해가 아버지, 백설희가 어머니다 (of the one under discussion)."""
    return re.compile(rf"(?P<kin>{PERSON}){_BRACKET}[은는이가] (?:바로 )?{kin_nouns()}{_COPULA}")


@cache
def _own_kin() -> re.Pattern[str]:
    """남편 제이쓴, 장남 박종찬도 (of the one under discussion)."""
    return re.compile(rf"{kin_nouns()}(?:인|이자)? {_ROLE}{{0,3}}(?P<kin>{PEOPLE}){_NOT_OWNER}")


@cache
def _between() -> re.Pattern[str]:
    """이미영과의 사이에서 얻은 딸 보람과 우람."""
    return re.compile(
        rf"(?P<other>{PERSON}){_BRACKET}(?:와|과)(?:의)? (?:사이|결혼|"
        rf"슬하){_OTHER}{{0,12}} {kin_nouns()} {_ROLE}{{0,3}}(?P<kin>{PEOPLE})"
    )


@cache
def _together() -> re.Pattern[str]:
    """엄정화·엄태웅 남매, 최수종과 하희라는 부부다, 두 사람은 자매다."""
    many = f"{PERSON}{_BRACKET}(?:{JOINT}{PERSON}{_BRACKET}){{1,9}}"
    return re.compile(
        rf"(?P<all>{many})(?: (?:[가-힣]{{1,6}} ){{0,2}}|[은는이가도] {_OTHER}{{0,30}}?){together_nouns()}"
        r"(?!의 연|[가로] (?:된|될|되|됐|연을|인연)|[의]? ?(?:세계|호흡|생활|케미))(?=$|[ ,.\"”'’)]|"
        r"[은는이가의와과를을도]|다|이다|이자|이며|사이|로|였|지간|간)"
    )


@cache
def _line() -> re.Pattern[str]:
    """이예춘-이덕화-이지현으로 이어지는 3대."""
    return re.compile(
        rf"(?P<all>{PERSON}(?: ?[-–—→·, ]+ ?{PERSON}){{1,5}})(?:으로|로)? ?{_OTHER}{{0,12}}(?P<noun>[2-5]대)(?![가-힣]*[세중])"
    )


def read_of(reading: Reading) -> Iterator[Claim]:
    """Kinship with its owner beside it: A의 아내 B; B는 A의 아들이다; A의 누나는 B다."""
    for line in reading.lines:
        for name, pattern, confidence in (("of", _of(), 0.95), ("is_of", _is_of(), 0.92), ("whose_is", _whose_is(), 0.92)):
            for match in line.shape.find(pattern):
                if _told(line, match):
                    yield from _related(reading, line, match, f"family.{name}", confidence)


def _told(line: Line, match: re.Match[str]) -> bool:
    """False where the relation belongs to the story, is denied, or a name of a part stands in a bracket beside it."""
    noun_end = match.end("noun")
    shape = line.shape.text
    clause = shape[max(0, match.start() - 25) : match.start("noun")]
    after = shape[noun_end : noun_end + 12]
    return (
        not is_story(clause, after) and not re.match(r"[이가]? 아니", after) and shape[match.end() : match.end() + 3] != " 역을"
    )


def _related(reading: Reading, line: Line, match: re.Match[str], rule: str, confidence: float) -> Iterator[Claim]:
    owners, kin = line.shape.group(match, "own"), _own_only(line, match)
    yield from _claims(reading, line, match, (owners, kin), Said(rule, line.shape.where(match, "noun"), confidence))


def _own_only(line: Line, match: re.Match[str]) -> tuple[Phrase, ...]:
    """The kin of a match without who owns the next word of kinship: A의 딸 B, C의 딸 D."""
    kin = line.shape.group(match, "kin")
    after = line.shape.text[match.end("kin") : match.end("kin") + 12]
    return kin[:-1] if len(kin) > 1 and re.match(rf"(?:\([^()]*\))?의? {_KIN_NEXT}", after) else kin


def _claims(
    reading: Reading, line: Line, match: re.Match[str], ends: tuple[tuple[Phrase, ...], tuple[Phrase, ...]], said: Said
) -> Iterator[Claim]:
    kind = kind_of(match["noun"])
    owners, kin = ends
    if kind in ("spouse", "ended", "planned"):
        owners = owners[-1:]
    if kind not in ("child", "sibling"):
        kin = kin[:1]
    for owner in owners:
        for one in kin:
            for predicate, subject, object_, status in ordered(kind, owner, one):
                yield reading.claim(predicate, (subject.referent, object_.referent), line, _with(said, status))


def _with(said: Said, status: str | None) -> Said:
    return Said(said.rule, said.trigger, said.confidence, Qualifiers(status=status), said.since)


def read_own(reading: Reading) -> Iterator[Claim]:
    """Kinship of whoever is under discussion: 황해가 아버지다; 남편 제이쓴; 장남 박종찬도."""
    for line in reading.lines:
        for name, pattern in (("is_kin", _is_kin()), ("own_kin", _own_kin())):
            for match in line.shape.find(pattern):
                if (
                    _is_casting(line, match)
                    or _has_owner(line, match)
                    or not _told(line, match)
                    or line.quoted(line.shape.where(match, "noun")[0])
                ):
                    continue
                cases = ("은",) if match.re is _is_kin() else ("은", "이", "의")
                owners, since = owners_before(reading, line, line.shape.where(match, "kin")[0], cases)
                if (since is not None or not owners) and match.re is _own_kin():
                    later = _later_topic(line, line.shape.where(match, "kin")[1])
                    if _has_topic(line, line.shape.where(match, "noun")[0]):
                        continue
                    owners, since = ((later,), None) if later is not None and not owners else (owners, since)
                ends = (owners, _own_only(line, match) if match.re is _own_kin() else line.shape.group(match, "kin"))
                said = Said(f"family.{name}", line.shape.where(match, "noun"), 0.85, since=since)
                yield from _claims(reading, line, match, ends, said)


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
    return re.search(rf"(?:{PERSON}|\))(?:의|와의|과의)? (?:[가-힣]{{1,4}} )?$", before) is not None and match.re is not _is_kin()


def read_between(reading: Reading) -> Iterator[Claim]:
    """Children of two: (A는) B와의 사이에서 딸 C와 D를 얻었다; the bond of A and B itself is another rule's."""
    for line in reading.lines:
        for match in line.shape.find(_between()):
            kin, other = line.shape.group(match, "kin"), line.shape.group(match, "other")
            owners, since = owners_before(reading, line, other[0].start)
            said = Said("family.between", line.shape.where(match, "noun"), 0.88, since=since)
            if kind_of(match["noun"]) == "child":
                yield from _claims(reading, line, match, ((*owners, *other), kin), said)


def read_together(reading: Reading) -> Iterator[Claim]:
    """Kinship of several with each other: A·B 남매, A와 B는 부부다, A-B 부자."""
    for line in reading.lines:
        for match in line.shape.find(_together()):
            if not _told(line, match):
                continue
            kind, all_ = kind_of(match["noun"]), line.shape.group(match, "all")
            for left, right in _couples(line, all_, kind):
                for predicate, subject, object_, status in ordered("child" if kind == "parent" else kind, left, right):
                    over = kind == "spouse" and _PARTED.search(line.text) is not None
                    said = _with(Said("family.together", line.shape.where(match, "noun"), 0.93), "ended" if over else status)
                    yield reading.claim(predicate, (subject.referent, object_.referent), line, said)


def _couples(line: Line, run: tuple[Phrase, ...], kind: str) -> Iterator[tuple[Phrase, Phrase]]:
    """The pairs that the word is about: all of one list; two by two where 와 and commas take turns (A와 B, C와 D 남매)."""
    joints = [line.words(left.end, right.start).strip() for left, right in itertools.pairwise(run)]
    firm = [number for number, joint in enumerate(joints) if re.match(r"[와과·\-–]", joint)]
    if len(firm) > 1 and len(firm) < len(joints):
        yield from ((run[number], run[number + 1]) for number in firm)
        return
    alike = next((number for number, joint in enumerate(reversed(joints)) if joint != joints[-1]), len(joints))
    yield from pairs(run[-2:] if kind in ("spouse", "parent") else run[-1 - alike :])


def read_generations(reading: Reading) -> Iterator[Claim]:
    """Parent and child in a line of generations: A-B-C로 이어지는 3대."""
    for line in reading.lines:
        for match in line.shape.find(_line()):
            all_ = line.shape.group(match, "all")
            if len(all_) != int(match["noun"][0]):
                continue
            for parent, child in itertools.pairwise(all_):
                said = Said("family.generations", line.shape.where(match, "noun"), 0.9)
                yield reading.claim("parent_of", (parent.referent, child.referent), line, said)


@cache
def _spouse_told() -> re.Pattern[str]:
    """남편을 대신해 무대에 오른 사람은 ... 강혜정 대표다 (whose husband is the one under discussion)."""
    return re.compile(
        rf"(?<![가-힣] )(?P<noun>남편|아내)(?:을|를) 대신(?:해|하여)? {_OTHER}{{0,60}}?(?:사람|이|인물|"
        rf"주인공)은 {_OTHER}{{0,40}}?(?P<kin>{PERSON}){_BRACKET}{_COPULA}"
    )


def read_couple(reading: Reading) -> Iterator[Claim]:
    """Couples told through others: A가 아버지, B가 어머니다. 부부가 ...; 남편을 대신해 온 사람은 B다."""
    for line in reading.lines:
        for match in line.shape.find(_spouse_told()):
            owners, since = owners_before(reading, line, line.start, ())
            kin = line.shape.group(match, "kin")
            if len(owners) == 1 and owners[0].referent != kin[0].referent:
                said = Said("family.couple", line.shape.where(match, "noun"), 0.8, since=since)
                yield reading.claim("married_to", (owners[0].referent, kin[0].referent), line, said)
        yield from _parents(reading, line)


def _parents(reading: Reading, line: Line) -> Iterator[Claim]:
    """The father and the mother of one, when the next words call them 부부."""
    follower = reading.lines[line.number + 1] if line.number + 1 < len(reading.lines) else None
    if follower is None or not re.match(r"부부(?:가|는|의|에게|사이)", follower.text):
        return
    named = {match["noun"]: line.shape.group(match, "kin") for match in line.shape.find(_is_kin())}
    father = named.get("아버지") or named.get("부친") or named.get("아빠")
    mother = named.get("어머니") or named.get("모친") or named.get("엄마")
    if father and mother:
        said = Said("family.couple", (follower.start, follower.start + 2), 0.85, since=line.number)
        yield reading.claim("married_to", (father[0].referent, mother[0].referent), follower, said)


RULES = (read_of, read_own, read_couple, read_between, read_together, read_generations)
