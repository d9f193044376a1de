"""Kinship of several with each other: siblings, couples, generations (married_to, parent_of, sibling_of)."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.family import is_kin
from kgraph.claims.korean.kin import (
    BRACKET,
    COPULA,
    NEXT,
    OTHER,
    PEOPLE,
    ROLES,
    claims_of,
    kin_nouns,
    kind_of,
    ordered,
    together_nouns,
    told,
    with_status,
)
from kgraph.claims.korean.owners import owners_before
from kgraph.claims.korean.pairs import pairs
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim

_PARTED = re.compile(r"이혼(?!설| 소송| 위기| 전문)|파경|남남이")


@cache
def _between() -> re.Pattern[str]:
    """이미영과의 사이에서 얻은 딸 보람과 우람."""
    return re.compile(
        rf"(?P<other>{PERSON}){BRACKET}(?:와|과)(?:의)? (?:사이|결혼|"
        rf"슬하){OTHER}{{0,12}} {kin_nouns()} (?:(?:{ROLES}) ?){{0,3}}(?P<kin>{PEOPLE})"
    )


@cache
def _together() -> re.Pattern[str]:
    """엄정화·엄태웅 남매, 최수종과 하희라는 부부다, 두 사람은 자매다."""
    many = f"{PERSON}{BRACKET}(?:{NEXT}{BRACKET}){{1,9}}"
    return re.compile(
        rf"(?P<all>{many})(?: (?:[가-힣]{{1,6}} ){{0,2}}|[은는이가도] {OTHER}{{0,30}}?){together_nouns()}"
        r"(?!의 연|[가로] (?:된|될|되|됐|연을|인연)|[의]? ?(?:세계|호흡|생활|케미))(?=$|[ ,.\"”'’)]|"
        r"[은는이가의와과를을도]|다|이다|이자|이며|사이|로|였|지간|간)"
    )


@cache
def _named_so() -> re.Pattern[str]:
    """형제 황금철·황은철, 부부 배우 A와 B."""
    return re.compile(
        rf"(?<![가-힣])(?:쌍둥이 )?{together_nouns()}(?:인|이자)? (?:(?:{ROLES}) ?){{0,2}}"
        rf"(?P<all>{PERSON}{BRACKET}(?:와|과|·|, ?| ?& ?){PERSON})"
    )


@cache
def _line() -> re.Pattern[str]:
    """이예춘-이덕화-이지현으로 이어지는 3대."""
    return re.compile(
        rf"(?P<all>{PERSON}(?: ?[-–—→·, ]+ ?{PERSON}){{1,5}})(?:으로|로)? ?{OTHER}{{0,12}}(?P<noun>[2-5]대)(?![가-힣]*[세중])"
    )


def read_between(reading: Reading) -> Iterator[Claim]:
    """Children of two: (A는) B와의 사이에서 딸 C와 D를 얻었다; the bond of A and B itself is another rule's."""
    for line in reading.lines:
        for match in line.shape.find(_between()):
            kin, other = line.shape.group(match, "kin"), line.shape.group(match, "other")
            owners, since = owners_before(reading, line, other[0].start)
            said = Said("family.between", line.shape.where(match, "noun"), 0.88, since=since)
            if kind_of(match["noun"]) == "child":
                yield from claims_of(reading, line, match, ((*owners, *other), kin), said)


def read_together(reading: Reading) -> Iterator[Claim]:
    """Kinship of several with each other: A·B 남매, A와 B는 부부다, A-B 부자."""
    for line in reading.lines:
        for match in (*line.shape.find(_together()), *line.shape.find(_named_so())):
            if not told(line, match):
                continue
            kind, all_ = kind_of(match["noun"]), line.shape.group(match, "all")
            for left, right in _couples(line, all_, kind):
                for predicate, subject, object_, status in ordered("child" if kind == "parent" else kind, left, right):
                    over = kind == "spouse" and _PARTED.search(line.text) is not None
                    said = Said("family.together", line.shape.where(match, "noun"), 0.93)
                    ends = (subject.referent, object_.referent)
                    yield reading.claim(predicate, ends, line, with_status(said, "ended" if over else status))


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
def _spousetold() -> re.Pattern[str]:
    """남편을 대신해 무대에 오른 사람은 ... 강혜정 대표다 (whose husband is the one under discussion)."""
    return re.compile(
        rf"(?<![가-힣] )(?P<noun>남편|아내)(?:을|를) 대신(?:해|하여)? {OTHER}{{0,60}}?(?:사람|이|인물|"
        rf"주인공)은 {OTHER}{{0,40}}?(?P<kin>{PERSON}){BRACKET}{COPULA}"
    )


def read_couple(reading: Reading) -> Iterator[Claim]:
    """Couples told through others: A가 아버지, B가 어머니다. 부부가 ...; 남편을 대신해 온 사람은 B다."""
    for line in reading.lines:
        for match in line.shape.find(_spousetold()):
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
    named = {match["noun"]: line.shape.group(match, "kin") for match in line.shape.find(is_kin())}
    father = named.get("아버지") or named.get("부친") or named.get("아빠")
    mother = named.get("어머니") or named.get("모친") or named.get("엄마")
    if father and mother:
        said = Said("family.couple", (follower.start, follower.start + 2), 0.85, since=line.number)
        yield reading.claim("married_to", (father[0].referent, mother[0].referent), follower, said)


RULES = (read_couple, read_between, read_together, read_generations)
