"""directed, wrote, created, composed_for: who made a work, by role and charge.

Reads names with a role beside a title, Y 감독의 ‘X’, ‘X’의 Y 작가; offices, ‘X’의 크리에이터 Y; charges, 메가폰은 Y가 잡았다;
and works that made
a name, Y 감독은 ‘X’로 데뷔했다.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Scene, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import WB, P, W, charges, predicate_of, role_predicates
from kgraph.text.word_lists import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim, Referent


def _said(rule: str, where: tuple[int, int], confidence: float) -> Said:
    return Said(f"makers.{rule}", where, confidence)


_OWNED = re.compile(rf"{P}(?:의|표)? ?(?:[가-힣A-Za-z]{{1,8}} ){{0,3}}?{WB}")
_OWNING = re.compile(rf"{WB}(?:의|을|를)? ?(?:[가-힣]{{1,6}} ){{0,2}}?{P}")


def role_credits(reading: Reading) -> Iterator[Claim]:
    """연상호 감독의 영화 ‘부산행’, ‘킹덤’의 김은희 작가, 김원석 연출의 ‘X’: a role beside a title."""
    for line in reading.lines:
        if not line.works or not line.people:
            continue
        text = line.shape.text
        for found in _OWNED.finditer(text):
            person, work = line.shape.phrases(*found.span())[0], line.shape.phrases(*found.span())[-1]
            if _near(text[found.start() + 1 : found.end() - 1]):
                yield from _role_claims(reading, line, run_to(line, person), run_from(line, work), found)
        for found in _OWNING.finditer(text):
            person, work = line.shape.phrases(*found.span())[-1], line.shape.phrases(*found.span())[0]
            if _near(text[found.start() + 1 : found.end() - 1]):
                run = [named for at, named in enumerate(run_from(line, person)) if at == 0 or named.role in role_predicates()]
                yield from _role_claims(reading, line, tuple(run), run_to(line, work), found)


def _near(between: str) -> bool:
    """True if the words between a person and a title only name the kind of work: 의 영화, 의 신작, (nothing)."""
    return bool(_LINK.fullmatch(between))


_NEW = re.compile(r"신작|차기작|연출작|영화|드라마|작품|소설")
_LINK = re.compile(
    r"(?:의|표)? ?(?:(?:[가-힣]{1,3} ?번째|\d+ ?번째|최신|청춘|스파이|역사|가족|첩보|전쟁|음악|공포|블록버스터|"
    r"애니메이션|다큐멘터리|새|첫|전|다음|이번|인기|화제의|히트|대표|장편|단편|데뷔|연출|각본|극본|공동|한국|국내|흥행|"
    r""
    r"넷플릭스|오리지널|tvN|상업|독립|스릴러|로맨스|범죄|액션|재난|느와르|사극|판타지|메디컬|법정|학원|시대극|정치|"
    r"블랙코미디|코미디|멜로|미스터리|SF) ?){0,4}(?:영화|드라마|작품|신작|차기작|전작|데뷔작|연출작|각본작|복귀작|"
    r"최신작|장편|단편|시리즈|"
    r"소설|웹툰|대표작|흥행작|예능|대작|걸작|수작|문제작)?[ ,]*"
)


def _role_claims(
    reading: Reading, line: Line, people: tuple[Phrase, ...], works: tuple[Phrase, ...], found: re.Match[str]
) -> Iterator[Claim]:
    shared = people[-1].role if people and people[-1].role in role_predicates() else ""
    for person in people:
        role = person.role or shared
        predicate = role_predicates().get(role) if role else predicate_of(reading, person)
        if predicate == "acted_in" or (not role and not _NEW.search(found[0])):
            continue
        for work in works if predicate else ():
            said = _said("role", line.shape.where(found), 0.9)
            yield reading.claim(predicate or "", (person.referent, work.referent), line, said)


_OFFICE = "크리에이터|창작자|연출자|연출가|감독|작가|극작가|각본가|음악감독|음악 감독|프로듀서|제작자|원작자|PD|메가폰"
_OFFICES = {
    "극본": "wrote",
    "각본": "wrote",
    "음악감독": "composed_for",
    "음악 감독": "composed_for",
    "프로듀서": "produced",
    "제작자": "produced",
    "메가폰": "directed",
}
_HOLDER = re.compile(
    rf"{WB}(?:의|을|를)? (?:공동 |메인 |총괄 |원작 )?(?P<office>{_OFFICE})(?:인|이자|이었던|였던|로 알려진|로 유명한|로|"
    rf",)? {P}"
)
_HOLDS = re.compile(
    rf"{P}(?:은|는|이|가) (?:[^{P}{W}.]{{0,16}} )?{WB}의 (?:공동 |메인 |총괄 )?(?P<office>{_OFFICE})(?:이다|다[.]|라는|"
    rf"이라는|로|이기도|였다|이었다|이며|이자|라고)"
)
_OF_HIS = re.compile(
    rf"{P}(?:의)? ?(?P<what>연출작|감독작|각본작|극본작|집필작)(?:인|으로|은|이자)? ?(?:[가-힣]{{1,6}} ){{0,2}}?{WB}"
)
_IS_HIS = re.compile(
    rf"{WB}(?:은|는|이|가|도|이란|란) (?:[^{W}.]{{0,24}}[ ,])?(?:{WB}(?:[,와과] ?{WB})?(?:을|를|"
    rf"의) (?:[^{W}{P}.]{{0,10}} )?)?{P}(?:의|이|가)? ?(?P<what>(?:[가-힣]{{1,6}} ){{0,2}}?(?:연출작|감독작|신작|"
    rf"차기작|데뷔작|복귀작|작품|영화|드라마|소설|각본|극본|전작|대표작))(?:이다|으로|로|이며|이자|이기도|다[.]|이었다|"
    rf"였다|인 만큼|이라는|라는|이라)"
)
_CHARGE = re.compile(
    rf"(?:^|[.,·] ?|[가-힣] )(?P<charge>{{charges}})(?:은|는|도|에는|에|까지|을|를) (?P<who>[^.]{{{{0,90}}}}?{P})(?:이|"
    rf"가|의|도)? ?(?:공동으로 |공동 ?|함께 |직접 |또 |나란히 |각각 )?(?:맡|썼|쓴|쓰|써|쥐|쥔|잡|들|담당|집필|몫|손|솜씨|"
    rf"인데|이다|다[.]|[.]$|,(?= [가-힣·과와 ]{{{{2,12}}}}(?:은|는|에는) )|"
    rf"책임|총괄|이끈|진두지휘|완성|참여|나섰|나선|이름을|했)"
)


@cache
def _charges() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    words = either(charges())
    return re.compile(_CHARGE.pattern.replace("{charges}", words).replace("{{", "{").replace("}}", "}")), charges()


def office_credits(reading: Reading) -> Iterator[Claim]:
    """그 작품의 창작자인 Y, Y가 ‘X’의 크리에이터라는, Y 연출작 ‘X’, ‘X’는 Y 감독의 신작이다."""
    for line in reading.lines:
        if not line.people or not line.works:
            continue
        for pattern in (_HOLDER, _HOLDS, _OF_HIS, _IS_HIS):
            for found in pattern.finditer(line.shape.text):
                yield from _office(reading, line, found)


@cache
def _next_charge() -> re.Pattern[str]:
    """Another charge: 극작은 (somebody unknown), 작곡은 신여운이 맡았다."""
    return re.compile(rf"[,고며] (?:{either(charges())})(?:은|는) ")


_TOPIC_BY = (
    re.compile(
        rf"{P}(?:이|가) (?:[가-힣0-9]{{1,5}} ){{0,4}}(?:내놓는|선보이는|내놓은|선보인|연출하는|만든|"
        rf"만드는) (?:[가-힣]{{1,5}} ){{0,2}}(?P<what>신작|차기작|장편|작품)(?![가-힣])"
    ),
    re.compile(
        rf"(?P<office>연출자|연출|극본|각본|감독|작가|각본가|극작가|음악감독|크리에이터|원작자)(?:은|"
        rf"는) (?:[^.{W}{P}]{{0,20}} )?{P}(?:이다|다[.]|으로|로,|이고|이며|였다|이었다)"
    ),
    re.compile(rf"{P}의 (?P<what>대본|극본|각본|시나리오)(?:에|으로|을|과|이|를)"),
    re.compile(rf"{P}(?:이|가) (?P<what>극본|각본|집필|쓰고|썼고|썼으며|썼다)(?=[ ,.])"),
)
_TOPIC_IS_HIS = re.compile(
    rf"{P}(?:의|이|가)? ?(?P<what>(?:[가-힣]{{1,4}} ){{0,3}}?(?:연출작|감독작|신작|차기작|데뷔작|복귀작|각본작|첫 드라마|"
    rf"첫 영화|첫 장편|첫 시리즈))(?:이다|"
    rf"으로|로|이며|이자|이기도|다[.]|이었다|였다|[.])(?! ?[가-힣 ]{{0,8}}{WB})"
)


def topic_credits(reading: Reading) -> Iterator[Claim]:
    """정라온 감독의 첫 시리즈 연출작으로: said of the work under discussion."""
    for line in reading.lines:
        for found in (found for pattern in (_TOPIC_IS_HIS, *_TOPIC_BY) for found in pattern.finditer(line.shape.text)):
            scene = scene_of(reading, line)
            subject = next(
                (
                    phrase
                    for place, phrase in scene.before(found.start())
                    if phrase.type == "Work" and phrase.case in ("은", "이")
                ),
                None,
            )
            work = subject.referent if subject else reading.work_before(line)
            person = line.shape.phrases(*found.span())[-1]
            predicate = _office_of(found.groupdict(), person)
            if work and predicate in ("directed", "wrote"):
                yield reading.claim(predicate, (person.referent, work), line, _said("topic", line.shape.where(found), 0.87))


def _office(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Claim]:
    phrases = line.shape.phrases(*found.span())
    works = [phrase for phrase in phrases if phrase.type == "Work"]
    people = [phrase for phrase in phrases if phrase.type == "Person"]
    groups = found.groupdict()
    run = run_from(line, people[-1]) if found.re is _HOLDER else run_to(line, people[-1])
    for person in run:
        predicate = _office_of(groups, person)
        for work in run_to(line, works[-1]) if predicate else ():
            said = _said("office", line.shape.where(found), 0.9)
            yield reading.claim(predicate, (person.referent, work.referent), line, said)


def _office_of(groups: dict[str, str], person: Phrase) -> str:
    """The predicate of an office (크리에이터) or of a word for the work (연출작), else that of the person's role."""
    if office := groups.get("office"):
        return _OFFICES.get(office) or role_predicates().get(office, "")
    what = groups["what"]
    if what.startswith(("대본", "시나리오", "쓰", "썼")):
        return "wrote" if role_predicates().get(person.role) == "wrote" or what in ("대본", "시나리오") else ""
    if "연출작" in what or "감독작" in what:
        return "directed"
    return "wrote" if "각본" in what or "극본" in what or "집필" in what else role_predicates().get(person.role, "")


# P가 메가폰을 잡고, Q가 집필한다: the charge is of whoever stands before it.
_GOES_ON = re.compile(
    r"(?<=[가-힣])(?:을|를) (?:[가-힣]{1,6} )?(?:잡|맡|쓰|썼|쥐|들|하|했|담당하|책임지)(?:고|으며|며|은 데 이어)"
)


def charge_credits(reading: Reading) -> Iterator[Claim]:
    """메가폰은 Y가 쥐었다, 각본은 Y 작가가 썼고: the work is the one under discussion."""
    pattern, held_for = _charges()
    for line in reading.lines:
        if not line.people:
            continue
        scene = scene_of(reading, line)
        for found in _each(pattern, scene.text):
            work = _charged(scene, found.start("charge"))
            held = line.shape.phrases(*found.span("who"))
            if pattern.search(scene.text, found.end("charge"), found.end()):
                held = held[:1]
            if _next_charge().search(scene.text, found.end("charge"), scene.text.find(P, found.start("who"))):
                continue
            if not held or held[-1].type != "Person" or _GOES_ON.search(scene.text, found.end("charge"), found.end("who")):
                continue
            works = [*([work] if work else []), *_earlier_works(line, held)]
            for named in run_to(line, held[-1]):
                for predicate in held_for[found["charge"]]:
                    for done in works:
                        said = _said("charge", scene.where(*found.span()), 0.88)
                        yield reading.claim(predicate, (named.referent, done), line, said)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The charges of a sentence, each up to the next one: 극본은 하수진 작가, 연출은 황승기 PD가 맡는다."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.end("charge"))


def _earlier_works(line: Line, held: tuple[Phrase, ...]) -> list[Referent]:
    """The works by which the holder of a charge is known for the same: 음악감독은 ‘달의 정원’의 강유신이 맡았다."""
    works = [phrase for phrase in held if phrase.type == "Work"]
    if not works or works[-1].case not in ("의", "") or held[-1].start - works[-1].after > 2:
        return []
    return [phrase.referent for phrase in run_to(line, works[-1])]


def _charged(scene: Scene, place: int) -> Referent | None:
    """The work that a charge belongs to: the one right before it (‘X’의 각본은) or the sentence's topic,
    else the one under discussion.
    """
    for at, phrase in scene.before(place):
        if phrase.type == "Work" and (phrase.case in ("은", "이") or place - at <= 3):
            return phrase.referent
    return scene.reading.work_before(scene.line)


RULES = (role_credits, office_credits, topic_credits, charge_credits)
