"""directed, wrote, acted_in: the works that somebody is known for.

Reads works that made a name (Y 감독은 ‘X’로 데뷔했다), works in the making (Y는 ‘X’를 촬영 중이다) and, in an article about
one director or writer, those that it dates (2010년에는 ‘X’를 내놨다).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import MAKERS, WB, O, P, W, predicate_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.model import Claim


def _said(rule: str, where: tuple[int, int], confidence: float) -> Said:
    return Said(f"oeuvres.{rule}", where, confidence)


_SHOOTS = re.compile(
    rf"{P}(?:은|는|이|가|도) (?:[^{P}{W}.]{{0,24}} )?(?:{O} ?(?:[가-힣]{{1,6}} ){{0,2}})?{WB}(?:을|를|의)? ?(?:막바지 |"
    rf"현재 |한창 |새롭게 )?(?:촬영 중|촬영에 |촬영을 |찍고 있|준비 중|크랭크)"
)
_CHOSE = re.compile(
    rf"{P}(?:은|는|이|가|도) (?:[^{P}{W}.]{{0,30}} )?(?:차기작|복귀작|신작|작품)(?:으로|"
    rf"로) (?:{O} ?(?:[가-힣]{{1,6}} ){{0,2}})?(?:영화 |드라마 )?{WB}(?:을|를) (?:골랐|선택|택했|택한|낙점)|{P}(?:은|는|이|"
    rf"가|도) (?:[^{P}.]{{0,50}} )?(?:차기작|복귀작)(?:으로|로) {W}(?:을|를) (?:골랐|선택|택했|택한)"
)
_NEXT = re.compile(
    rf"{P}의 (?:차기작|복귀작|신작)(?:은|는) (?:{O} ?)?(?:[가-힣]{{1,6}} ){{0,3}}{WB}(?:이?다[.]?|이며|이고|으로|로)(?![가-힣])"
)
_THROUGH = re.compile(rf"{WB}(?: 등)?(?:을|를) 통해 (?:[가-힣]{{1,8}} ){{1,4}}?{P}")
_BY_DIRECTOR = re.compile(
    rf"{P}(?:은|는|이|가|,) ?(?:[^{P}.]{{0,60}} )?{WB}(?:으로|로|으로는|로는) ?[^{P}{W}.]{{0,40}}?(?:거머쥐|수상했|수상하|"
    rf"받았|받은 바|차지|품에 안|석권|트로피|데뷔|통했|통하|이름을 알|주목|흥행|천만|돌아|복귀|화제|호평|사랑|성공|명성|"
    rf"입봉|감독상|각본상|극본상)"
)
_WITH_HIS = re.compile(
    rf"{P}(?:은|는) (?:[^.{P}{W}]{{0,16}} )?{WB}(?:[,와과·]{{1,2}} ?{WB}){{0,4}}(?:으로|로)(?:는)? (?!리메이크|원작)"
)
_MADE_NAME = re.compile(
    rf"(?:이름을 알린|이름을 각인시킨|주목받은|세계적으로 주목받은|명성을 얻은|데뷔한|데뷔작은) ?(?:것은|작품은|건|"
    rf"계기는)? ?(?:\d{{4}}년 )?(?:[가-힣]{{2,5}} )?{WB}(?:이다|다[.]|였다|이었다|부터다)"
)
_DEBUTED = re.compile(
    rf"{WB}(?:으로|로|을 통해|를 통해|에서) (?:[가-힣]{{1,6}} ){{0,4}}?(?:데뷔한|연출을 선보인|연출력을 선보인|인정받은|"
    rf"호평받은|호평을 받은|화제를 모은|흥행에 성공한|이름을 알린|얼굴을 알린|스타덤에 오른|주목받은|사랑받은|"
    rf"눈도장을 찍은|[^.{P}{W}]{{0,24}}상을 (?:받은|수상한|탄|거머쥔)) (?:[가-힣]{{1,4}} )?{P}"
)
_DATED = re.compile(rf"(?:19|20)\d\d년(?:에는|에|엔)? ?[^.{P}]{{0,30}}?(?:[^.]{{0,30}}?주연의 )?{WB}|{W}\((?:19|20)\d\d(?:년)?\)")
_OWN_WORK = re.compile(
    rf"(?:한편 )?(?:(?:차기작|복귀작|데뷔작|대표작|출연작|주연작|연출작)(?:으로는|으로|은|는) (?:[^.{P}{W}]{{0,20}} )?|"
    rf"(?:전작|데뷔작|대표작) ){WB}(?!의? ?{P}|[은는이가](?![가-힣]))"
)
_YEAR = re.compile(r"(?:^|[,·] ?)(?:19|20)\d\d년?$")
_SOURCES = ("webtoon", "novel", "song", "album")


def success_credits(reading: Reading) -> Iterator[Claim]:
    """이 감독은 영화 ‘완벽한 타인’으로 극장가에서도 통했다: a director or writer whose work it is."""
    for line in reading.lines:
        text = line.shape.text
        for found in _MADE_NAME.finditer(text):
            yield from _made_name(reading, line, found)
        own = (found for found in _WITH_HIS.finditer(text) if line.shape.phrases(*found.span())[0].role in MAKERS)
        for found in (*own, *_BY_DIRECTOR.finditer(text), *_SHOOTS.finditer(text), *_CHOSE.finditer(text), *_NEXT.finditer(text)):
            phrases = line.shape.phrases(*found.span())
            work = [phrase for phrase in phrases if phrase.type == "Work"][-1]
            predicate = predicate_of(reading, phrases[0])
            for made in run_to(line, work) if predicate else ():
                said = _said("success", line.shape.where(found), 0.85)
                yield reading.claim(predicate, (phrases[0].referent, made.referent), line, said)


def _made_name(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Claim]:
    """이름을 알린 것은 2003년 ‘살인의 추억’이다: said of the person under discussion."""
    spoken = reading.phrase_before(line) or reading.hero
    predicate = predicate_of(reading, spoken[1]) if spoken else ""
    if spoken and predicate:
        work = line.shape.phrases(*found.span())[-1]
        yield reading.claim(predicate, (spoken[1].referent, work.referent), line, _said("success", line.shape.where(found), 0.8))


def debut_credits(reading: Reading) -> Iterator[Claim]:
    """영화 ‘X’로 데뷔한 배우 Y."""
    for line in reading.lines:
        for found in (*_DEBUTED.finditer(line.shape.text), *_THROUGH.finditer(line.shape.text)):
            phrases = line.shape.phrases(*found.span())
            predicate = predicate_of(reading, phrases[-1])
            for work in run_to(line, phrases[0]) if predicate else ():
                said = _said("debut", line.shape.where(found), 0.87)
                yield reading.claim(predicate, (phrases[-1].referent, work.referent), line, said)


def oeuvre(reading: Reading) -> Iterator[Claim]:
    """2010년에는 ‘X’를 내놨다, in an article about one director or writer: the works that it dates are theirs.

    A line that names another maker is left alone.
    """
    hero = reading.hero
    predicate = predicate_of(reading, hero[1]) if hero else ""
    if not hero or predicate not in ("directed", "wrote"):
        return
    for line in reading.lines[1:]:
        dated = [phrase for phrase in line.works if phrase.bracket and _YEAR.search(line.words(*phrase.bracket))]
        others = [person for person in line.people if person.referent.ref != hero[1].referent.ref]
        if any(reading.roles(person.referent) & MAKERS for person in others):
            continue
        for phrase in dated:
            if phrase.referent.kind not in _SOURCES and not line.quoted(phrase.start):
                said = _said("oeuvre", (phrase.start, phrase.end), 0.78)
                yield reading.claim(predicate, (hero[1].referent, phrase.referent), line, said)
        for found in _DATED.finditer(line.shape.text):
            for work in (phrase for phrase in line.shape.phrases(*found.span()) if phrase.type == "Work"):
                if work.referent.kind not in _SOURCES and not line.quoted(work.start):
                    said = _said("oeuvre", line.shape.where(found), 0.78)
                    yield reading.claim(predicate, (hero[1].referent, work.referent), line, said)


def next_works(reading: Reading) -> Iterator[Claim]:
    """차기작은 티빙 ‘X’다; 전작 ‘X’와 ‘Y’로: of the person under discussion, by their role."""
    for line in reading.lines[1:]:
        found = _OWN_WORK.match(line.shape.text)
        spoken = (reading.phrase_before(line) or reading.hero) if found else None
        if not found or not spoken or not (predicate := predicate_of(reading, spoken[1])):
            continue
        for work in run_from(line, line.shape.phrases(*found.span())[-1]):
            said = _said("next", line.shape.where(found), 0.82)
            yield reading.claim(predicate, (spoken[1].referent, work.referent), line, said)


RULES = (next_works, oeuvre, success_credits, debut_credits)
