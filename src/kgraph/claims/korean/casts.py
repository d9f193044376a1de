"""acted_in: the cast of a work, by names beside a title and in lists.

Reads 김남주 주연의 ‘X’, ‘X’의 배우 Y, 주연은 A와 B가 맡았다, and who comes to the premiere of a work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.casting_status import UNSAID, status_of
from kgraph.claims.korean.frames import Frame, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import MAKERS, PLAYERS, WB, O, P, W
from kgraph.model import Claim, Qualifiers, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase


def _said(rule: str, where: tuple[int, int], confidence: float, qualifiers: Qualifiers) -> Said:
    return Said(f"casts.{rule}", where, confidence, qualifiers)


_LEADING = re.compile(
    rf"{P}(?:이|가|의)? ?(?:주연|출연)(?:의|인|작인?|"
    rf"작으로)? ?(?:[가-힣A-Za-z]{{1,8}} ){{0,4}}?(?:{O} ?(?:[가-힣A-Za-z]{{1,8}} ){{0,3}}?)?{WB}"
)
_CAST = re.compile(
    rf"{WB}(?:의|에서|)? ?(?:두 |남녀 |공동 |여자 |남자 )?(?:주연 배우|주연배우|주연|주인공|주역|남주인공|여주인공|"
    rf"출연 배우|출연자|히로인|출연진)(?:인|은|는|이|으로|,)? ?{P}"
)
_CAME_OUT = re.compile(
    rf"{P}(?:이|가|와|과) (?:함께 )?(?:나온|나오는|손잡은|열연한|등장하는|뭉친|"
    rf"의기투합한) (?:\d{{4}}년 )?(?:{O} ?)?(?:[가-힣]{{1,5}} )?{WB}"
)
_MET = re.compile(
    rf"{WB}에서(?:는|도)? (?:[^{P}{W}.]{{0,12}} )?{P}(?:을|를|와|과|와도|과도) ?[^{P}{W}.]{{0,14}}?(?:만났|만나|뭉쳤|뭉치|"
    rf"호흡|재회|손잡|손을 잡)"
)
_KNOWN_FOR = re.compile(
    rf"{P}(?:의)? (?:또 다른 |최근 |첫 |새 |다음 |지난 ){{0,2}}(?:주연작|출연작|대표작|복귀작)(?:인|"
    rf"이자)? ?(?:[가-힣]{{1,5}} )?{WB}"
)
_FACE = re.compile(rf"{WB}(?:에|에서)(?:도|는)? ?{P}의 (?:얼굴|모습)(?:이|을|도) (?:보|볼|만)")
_STAR = re.compile(rf"{WB}(?:의)? {P}")
_MAINLY = re.compile(
    rf"(?:^|[.,] ?|고 |며 |에 |에는 |가 |이 )(?:(?:주연|주인공|출연진|상대역|타이틀롤|타이틀 롤|남주인공|여주인공)(?:은|는|에는|"
    rf"으로는)|(?:[가-힣]+ )?(?:주연배우|"
    rf"주연 배우|출연 배우)(?:인|들인)?|목소리 연기|주연|출연|진행|MC)(?: ?:)? {P}"
)
_BARELY = re.compile(rf"{P}(?:이|가|도|의)? ?(?:등 )?(?:공동 )?(?:주연|출연|특별출연|특별 출연|진행|목소리 출연)(?=[.,)]|$)")


def beside_titles(reading: Reading) -> Iterator[Claim]:
    """김남주 주연의 ‘X’, ‘X’의 주인공 Y, ‘X’의 배우 Y, Y가 나온 ‘X’."""
    for line in reading.lines:
        if not line.works or not line.people:
            continue
        for pattern in (_KNOWN_FOR, _LEADING, _CAME_OUT):
            for found in pattern.finditer(line.shape.text):
                yield from _actor_first(reading, line, found)
        for pattern in (_MET, _CAST, _STAR, _FACE, _CAME):
            for found in pattern.finditer(line.shape.text):
                yield from _work_first(reading, line, found)


def _actor_first(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Claim]:
    """전지현의 대표작 ‘X’, 김남주 주연의 ‘X’, 배두나가 나온 ‘X’."""
    phrases = line.shape.phrases(*found.span())
    if found.re is not _LEADING and reading.roles(phrases[0].referent) & MAKERS:
        return
    actors, works = run_to(line, phrases[0]), run_from(line, phrases[-1])
    if found.re is _KNOWN_FOR:
        yield from _pairs(reading, line, actors[-1:], works, found)
    else:
        yield from _pairs(reading, line, actors, works[:1], found)


def _work_first(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Claim]:
    """‘X’의 주인공 Y, ‘X’의 배우 Y, ‘X’에는 Y의 얼굴이 보인다, ‘X’에서 Y와 뭉쳤다."""
    phrases = [phrase for phrase in line.shape.phrases(*found.span()) if phrase.type != "Organization"]
    actor, work = phrases[-1], run_to(line, phrases[0])[-1:]
    if found.re is _MET:
        if not reading.roles(actor.referent) & MAKERS:
            yield from _pairs(reading, line, run_to(line, actor), work, found)
    elif found.re is _CAME:
        yield from _pairs(reading, line, run_to(line, actor), work, found)
    elif found.re is not _STAR or actor.role in PLAYERS:
        yield from _pairs(reading, line, run_from(line, actor), work, found)


def leads(reading: Reading) -> Iterator[Claim]:
    """주연은 A, B, C가 맡았다: the leads of the work under discussion."""
    for line in reading.lines:
        found_all = [*_MAINLY.finditer(line.shape.text), *_BARELY.finditer(line.shape.text)]
        for found in found_all:
            scene = scene_of(reading, line)
            works, _ = scene.work_refs(Frame(found.start() + 1, found.start() + 1, ""))
            named = line.shape.phrases(*found.span())[-1]
            run = run_from(line, named) if found.re is _MAINLY else run_to(line, named)
            for actor in run:
                for work in works[:1]:
                    status = status_of(line.shape.text[: found.end() + 16], *found.span())
                    if status == UNSAID:
                        continue
                    said = _said("leads", line.shape.where(found), 0.85, Qualifiers(status=status))
                    yield reading.claim("acted_in", (actor.referent, work), line, said)


def _pairs(
    reading: Reading, line: Line, people: tuple[Phrase, ...], works: tuple[Phrase, ...], found: re.Match[str]
) -> Iterator[Claim]:
    refs: dict[tuple[str, str], tuple[Referent, Referent]] = {
        (person.referent.ref, work.referent.ref): (person.referent, work.referent) for person in people for work in works
    }
    for ends in refs.values():
        yield reading.claim("acted_in", ends, line, _said("beside", line.shape.where(found), 0.9, Qualifiers()))


_REUNION = re.compile(
    rf"{P}(?:은|는|이|가) (?:[^.{P}{W}]{{0,20}} )?{WB}(?:[, ]*{WB})*(?:의 주연과 연출로|의 연출과 주연으로|에서|"
    rf"에 이어|을 통해|를 통해|로|으로| 이후|"
    rf"부터)(?:도|는)? ?[^.{P}{W}]{{0,30}}?(?:호흡|재회|인연|의기투합|함께했|함께 작업|함께해|처음 만나|처음 만났|만나 결혼)"
)


_MEETING = re.compile(
    rf"{P}의 (?:만남|호흡|인연|협업|재회|작업)(?:은|는|이|도) [^.{P}{W}]{{0,12}}{WB}(?:[, ]*{WB})*(?:에 이어|이후|부터|"
    rf"을 시작으로|를 시작으로|에서)"
)
_BOND = re.compile(
    rf"{P}(?:은|는|이|가) {WB}(?:으로|로|에서) {P}(?:과|와) (?:[가-힣]+ ){{0,2}}?(?:인연|호흡|처음 만|만나|만났|함께)"
)


def bonds(reading: Reading) -> Iterator[Claim]:
    """송강호와 봉 감독의 만남은 ‘괴물’에 이어 두 번째다, 최우식은 ‘옥자’로 봉 감독과 인연을 맺었다."""
    for line in reading.lines:
        text = line.shape.text
        for found in (*_MEETING.finditer(text), *_BOND.finditer(text)):
            phrases = line.shape.phrases(*found.span())
            people = run_to(line, phrases[0]) if found.re is _MEETING else (phrases[0], phrases[-1])
            if len(people) < 2 or not any(_maker_of(reading, person) for person in people):
                continue
            for person in people:
                for work in (phrase for phrase in phrases if phrase.type == "Work"):
                    said = _said("reunion", line.shape.where(found), 0.82, Qualifiers())
                    yield reading.claim(_maker_of(reading, person) or "acted_in", (person.referent, work.referent), line, said)


def reunions(reading: Reading) -> Iterator[Claim]:
    """윤 감독과 하정우는 ‘군도’에 이어 다섯 번째 호흡이다: a maker and an actor, each by their role."""
    for line in reading.lines:
        for found in _REUNION.finditer(line.shape.text):
            phrases = line.shape.phrases(*found.span())
            run = run_to(line, phrases[0])
            if len(run) > 1 and any(_maker_of(reading, person) for person in run):
                for person in run:
                    for work in (phrase for phrase in phrases if phrase.type == "Work"):
                        said = _said("reunion", line.shape.where(found), 0.82, Qualifiers())
                        yield reading.claim(
                            _maker_of(reading, person) or "acted_in", (person.referent, work.referent), line, said
                        )


def _maker_of(reading: Reading, person: Phrase) -> str:
    roles = {person.role} if person.role else reading.roles(person.referent)
    return next((_OFFICES[role] for role in sorted(roles) if role in _OFFICES), "")


_TOGETHER = re.compile(rf"{WB}(?:[, ]*{WB})*(?:까지|등|에서)? [^.{P}{W}]{{0,16}}?함께했")


def shared_works(reading: Reading) -> Iterator[Claim]:
    """이후 ‘그믐’, ‘소리의 집’까지 함께했다: said of a maker and an actor spoken of before."""
    for line in reading.lines:
        spoken = reading.phrase_before(line)
        if line.people or spoken is None:
            continue
        run = run_to(*spoken)
        for found in _TOGETHER.finditer(line.shape.text) if len(run) > 1 and any(_maker_of(reading, p) for p in run) else ():
            for work in (phrase for phrase in line.shape.phrases(*found.span()) if phrase.type == "Work"):
                for person in run:
                    said = _said("reunion", line.shape.where(found), 0.8, Qualifiers())
                    yield reading.claim(_maker_of(reading, person) or "acted_in", (person.referent, work.referent), line, said)


_CAME = re.compile(
    rf"{WB}에(?:는|도|서는|서도)? (?:[^.{W}{P}]{{0,12}} )?(?:{P}[·, ]*)+(?:이|가|도|등이) (?:함께 |나란히 |모두 )?(?:나왔|"
    rf"나온다|나와)"
)
_EVENT = re.compile(
    r"제작발표회|제작보고회|언론시사회|기자간담회|언론·배급시사회|시사회|무대인사|쇼케이스|포토월|첫 대본 ?리딩|대본 ?리딩|"
    r"고사 현장|카메라 앞"
)
_ATTEND = re.compile(
    r"(?:이|가|은|는|도|등이|등은|까지) (?:[^.]{0,24})?(?:참석|자리|앉|함께|모여|모였|참여|나란히|포즈|뭉쳤|뭉쳐)"
)
_OFFICES = {"감독": "directed", "연출자": "directed", "연출": "directed", "PD": "directed", "작가": "wrote"}


def present(reading: Reading) -> Iterator[Claim]:
    """제작발표회에 연출자 김병수 감독과 배우 전소니 기도훈이 참석했다: the makers and cast of the work it is for."""
    for line in reading.lines:
        before = reading.lines[line.number - 1] if line.number else line
        if len(line.people) < 2 or not (_EVENT.search(line.text) or _EVENT.search(before.text)):
            continue
        scene = scene_of(reading, line)
        last = line.people[-1]
        works, _ = scene.work_refs(Frame(line.shape.letters[-1][0], line.shape.letters[-1][0], ""))
        run = run_to(line, last)
        if len(run) < 2 or len(works) != 1 or not _ATTEND.match(line.text, last.end - line.start):
            continue
        if any(person.role in PLAYERS or person.role in _OFFICES for person in run):
            yield from _attending(reading, line, run, works[0])


def _attending(reading: Reading, line: Line, run: tuple[Phrase, ...], work: Referent) -> Iterator[Claim]:
    for person in run:
        predicate = _OFFICES.get(person.role, "acted_in" if person.role in PLAYERS or not person.role else "")
        if predicate:
            said = Said("casts.present", (person.start, person.end), 0.82)
            yield reading.claim(predicate, (person.referent, work), line, said)


_LEAD_LIST = re.compile(rf"(?:[{P}{O},·. ]|와|과|의|신예|배우|아역|그룹|아이돌|걸그룹|보이그룹)+")


def listed(reading: Reading) -> Iterator[Claim]:
    """배우 이은하수와 강진표, 그룹 X의 리안. A sentence that is nothing but actors: the cast of the work under discussion."""
    for line in reading.lines:
        if (
            line.sentence.kind == "text"
            and len(line.people) > 1
            and line.people[0].role in PLAYERS
            and _LEAD_LIST.fullmatch(line.shape.text)
        ):
            work = reading.work_before(line)
            for person in line.people if work else ():
                yield reading.claim(
                    "acted_in", (person.referent, work), line, Said("casts.listed", (person.start, person.end), 0.8)
                )


RULES = (present, bonds, reunions, shared_works, listed, beside_titles, leads)
