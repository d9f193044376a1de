"""Who is under contract with which agency (signed_with): 소속사, 전속계약, 만료, 새 둥지."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.kin import PEOPLE, relation_words
from kgraph.claims.korean.owners import owners_before
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import ORGANIZATION, PERSON
from kgraph.model import Claim, Qualifiers
from kgraph.text.word_lists import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

_P, _O = PERSON, ORGANIZATION
_OTHER = f"[^{_P}{_O}\n]"
_BRACKET = r"(?:\([^()]{0,40}\))?"
_CALL = r"(?:(?:배우|가수|방송인|아티스트|신인 배우|모델|개그맨|작가|감독|톱스타|그룹) ?){0,2}"

# 현빈(의) (전) 소속사 VAST; 에릭이 몸담은 티오피미디어.
_OF = re.compile(
    rf"(?P<who>{PEOPLE}){_BRACKET}(?:의|이|가|측)? ?(?P<word>(?:전 |현 |새 |새로운 |전속 )?(?:소속사|기획사|"
    r"매니지먼트사?)(?:인)?|몸담은|몸담고 있는|몸담았던|"
    r"소속된|속한|소속되어 있는|소속돼 있는|둥지를 튼|설립한 기획사)"
    rf"(?: 측)?,? ?{_CALL}(?P<agency>{_O})"
)
# 판타지오 소속 배우 옹성우; FNC도 소속 배우 정해인이; 안테나와 전속계약한 유재석.
_BY = re.compile(
    rf"(?P<agency>{_O}){_BRACKET}(?:은|는|이|가|도|의|측은|측도|에| 측은| 측도| 측이| 관계자는)?,? ?(?P<word>소속(?:의|"
    r"인|사 식구인)?|소속 아티스트인?|"
    rf"새 식구가 된|새 식구인) {_CALL}(?P<who>{PEOPLE})"
)
# 옹성우(판타지오 소속), 옹성우(소속사 판타지오).
_BRACKETED = re.compile(rf"(?P<who>{_P})\((?P<word>소속사|소속)? ?(?P<agency>{_O})(?P<after> ?소속)?\)")
# 이종석은 YG엔터테인먼트와 전속계약이 만료됐다; YG는 이종석과 전속계약을 체결했다.
_PACT = re.compile(
    rf"(?P<left>{PEOPLE}|{_O}){_BRACKET}(?>(?:[은는이가도과와]|측은|측이| 측은| 측이| 측과)? ?){_OTHER}{{0,30}}?"
    rf"(?P<right>{PEOPLE}|{_O}){_BRACKET}(?>(?:과|와|으로|로|에|의|[을를]|과의|와의)? ?){_OTHER}{{0,16}}?"
    r"(?P<word>전속 ?계약|재계약|전속 재계약|계약을 (?:맺|체결)|계약(?:이|을) (?:만료|종료|해지)|새 ?둥지|둥지를|손을 잡|"
    r"손잡|영입|한솥밥|이적|새 식구|한 식구|몸담|소속(?:으로|이다|"
    r"돼|되어)|떠났|떠나|합류|품에|식구로)"
)
# 정유미의 매니지먼트를 맡은 회사 (no name: nothing); 소속사 VAST는 현빈이 ...: whose agency is told by the topic.
_OWN = re.compile(rf"(?<!전 )(?P<word>소속사)(?:인)? (?P<agency>{_O})")


# 키움스토리에는 나예온, 국진혁 등이 소속돼 있다.
_HOUSE = re.compile(
    rf"(?P<agency>{_O}){_BRACKET}에는? {_OTHER}{{0,16}}?(?P<who>{PEOPLE})(?: 등)?(?:이|가|도|은|"
    rf"는)?(?: 등이)? ?{_OTHER}{{0,10}}?(?P<word>소속돼|소속되|소속된|소속해|몸담|속해|둥지)"
)
# (A는 ...) 새솔엔터테인먼트로 둥지를 옮겼다: whose contract is told by the topic.
_MOVED = re.compile(
    rf"(?P<agency>{_O}){_BRACKET}(?:과의|와의|과|와|으로|로|에|의)? ?{_OTHER}{{0,12}}?(?P<word>전속 ?계약|계약(?:이|"
    r"을) (?:만료|종료|해지)|재계약|"
    r"계약을 (?:맺|체결)|새 ?둥지|둥지를|손을 잡|손잡|이적|합류)"
)


# 매니지먼트 업무를 종료하기로 합의했다: the house itself says that it is over.
_ENDS = re.compile(
    r"(?:전속 ?계약|매니지먼트(?: 업무| 계약)?|계약)[이을를]? ?(?:[가-힣]{1,5} ){0,2}(?:종료|만료|해지)(?:했|하기로|됐|"
    r"되어|돼|되었|됨|를 (?:결정|"
    r"합의))(?![^.]{0,12}(?:사실|아니))"
)


@cache
def _over() -> re.Pattern[str]:
    return re.compile(either(relation_words()["left"]))


# 이로써 A는 B, C와 한솥밥을 먹게 됐다: those of the house that the article speaks of.
_MESS = re.compile(rf"(?P<who>{PEOPLE})(?:과|와|등과| 등과)(?:도)? (?:[가-힣]{{1,4}} )?(?P<word>한솥밥|한 식구|같은 식구)")


def _shared(reading: Reading, line: Line) -> Iterator[Claim]:
    """Who has the same agency: that of the nearest line before which names one."""
    for match in line.shape.find(_MESS):
        rows = reversed(reading.lines[max(0, line.number - 4) : line.number + 1])
        houses = (one for row in rows for one in reversed(row.organizations) if one.referent.kind == "agency")
        house = next(houses, None)
        if house is None:
            continue
        for person in line.shape.group(match, "who"):
            said = Said("agencies.shared", line.shape.where(match, "word"), 0.84)
            yield reading.claim("signed_with", (person.referent, house.referent), line, said)


def read_agencies(reading: Reading) -> Iterator[Claim]:
    """Contracts, present and former (``ended``)."""
    for line in reading.lines:
        if not line.organizations:
            yield from _shared(reading, line)
            continue
        seen: set[int] = set()
        for name, pattern in (("of", _OF), ("by", _BY), ("by", _HOUSE), ("bracket", _BRACKETED)):
            for match in line.shape.find(pattern):
                if name != "bracket" or match["word"] or match["after"]:
                    seen.add(match.start("agency"))
                    ended = re.match(r"전 ", match["word"] or "") is not None or "몸담았던" in match[0] or _ENDS.search(line.text)
                    yield from _signed(reading, line, match, (name, "ended" if ended else None))
        for match in line.shape.find(_PACT):
            seen.update(place for place in range(match.start(), match.end()) if line.shape.text[place] == _O)
            yield from _pact(reading, line, match)
        for match in line.shape.find(_MOVED):
            if match.start("agency") not in seen:
                yield from _moved(reading, line, match)
        yield from _shared(reading, line)
        for match in line.shape.find(_OWN):
            if match.start("agency") not in seen:
                yield from _own(reading, line, match)


def _signed(reading: Reading, line: Line, match: re.Match[str], told: tuple[str, str | None]) -> Iterator[Claim]:
    name, status = told
    agencies, who = line.shape.group(match, "agency"), line.shape.group(match, "who")
    if not agencies or not _is_agency(agencies[0]):
        return
    for person in who if name == "by" or (match["word"] or "").startswith(("소속된", "소속되", "소속돼", "속한")) else who[-1:]:
        said = Said(f"agencies.{name}", line.shape.where(match, "agency"), 0.92, Qualifiers(status=status))
        yield reading.claim("signed_with", (person.referent, agencies[0].referent), line, said)


def _is_agency(phrase: Phrase) -> bool:
    return phrase.referent.kind in ("agency", "other", "studio", None)


def _pact(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """A contract between a person and an agency, in whichever order they are told."""
    left, right = line.shape.group(match, "left"), line.shape.group(match, "right")
    sides = {phrase.type for phrase in (*left, *right)}
    if sides != {"Person", "Organization"}:
        return
    who, agency = (left, right) if left[0].type == "Person" else (right, left)
    start = match.start("word")
    if (
        who is left
        and left[-1].case == "이"
        and re.search(r"소속(?!사)|속한|몸담", line.shape.text[match.end("left") : match.start("right")])
    ):
        owners, since = owners_before(reading, line, left[0].start, ("은", "이"))
        who = owners if since is None else ()
    status = _pact_status(match["word"], line.shape.text[start : start + 40])
    if status is None or not _is_agency(agency[0]):
        return
    for person in who:
        said = Said("agencies.pact", line.shape.where(match, "word"), 0.9, Qualifiers(status=status or None))
        yield reading.claim("signed_with", (person.referent, agency[0].referent), line, said)


def _moved(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """A contract whose other side is the topic: (문희준은 ...) 라인엔터테인먼트와 전속계약을 체결했다."""
    start = match.start("word")
    status = _pact_status(match["word"], line.shape.text[start : start + 40])
    agency = line.shape.group(match, "agency")
    owners, since = owners_before(reading, line, line.shape.where(match, "agency")[0], ("은", "이"))
    if status is None or not agency or not _is_agency(agency[0]) or len(owners) > 4:
        return
    for person in owners:
        said = Said("agencies.moved", line.shape.where(match, "word"), 0.85, Qualifiers(status=status or None), since)
        yield reading.claim("signed_with", (person.referent, agency[0].referent), line, said)


def _pact_status(word: str, rest: str) -> str | None:
    """'' for a contract that holds, ``ended`` for one that is over, ``None`` for one that is only talked about."""
    if word in ("떠났", "떠나"):
        return "ended"
    clause = re.split(r"[.!?]\s|(?:지만|으나|는데|고|며) ", rest)[0]
    if re.search(r"논의|검토|조율|협의|제안|러브콜|미정|확정된 바|앞두|앞둔|설(?:[이을]|에)|사실무근|결정된", clause):
        return None
    if _over().search(clause):
        return "ended"
    return None if re.search(r"(?:하지|맺지) 않|안 하|못", clause) else ""


def _own(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    """소속사 VAST 측은 ...: the agency of the one under discussion."""
    agency = line.shape.group(match, "agency")
    owners, since = owners_before(reading, line, line.shape.where(match, "agency")[0])
    if len(owners) == 1 and agency and _is_agency(agency[0]):
        status = Qualifiers(status="ended" if _ENDS.search(line.text) else None)
        said = Said("agencies.own", line.shape.where(match, "agency"), 0.8, status, since)
        yield reading.claim("signed_with", (owners[0].referent, agency[0].referent), line, said)


RULES = (read_agencies,)
