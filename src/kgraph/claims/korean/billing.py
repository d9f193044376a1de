"""acted_in: casts told from the part or the work.

Reads parts first, ‘한오’ 역에는 A와 B가, 애나는 A, 훈은 B가 연기했다; works dealt out, ‘X’에는 A가, ‘Y’에는 B가 나온다; two names
beside a title, A·B의 ‘X’; and where two people met, 두 사람은 ‘X’에서 만나.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Frame, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import MAKERS, WB, O, P, W, charges
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.characters_korean import is_character_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

_NAME = r"(?<![가-힣])[‘'“\"]?(?P<name>[가-힣]{1,6})[’'”\"]?"
_TAKES = r"맡|연기|출연|캐스팅|낙점|이름을 올|합류|발탁|나선|나서|분[하한했]|무대에|도전|열연|책임|번갈아|확정"
_OF_PART = re.compile(
    rf"{_NAME} 역(?:할)?(?:에는|에|은|는|으로는) (?P<who>(?:[가-힣]{{1,6}} ){{0,2}}(?:[가-힣]{{0,4}} ?{WB}(?:의)? )?"
    rf"(?:{O}(?:의)? )?(?:[가-힣]{{1,4}} ){{0,2}}{P})"
)
_TAKEN = re.compile(rf"(?:이|가|까지)?(?:,|[.]|$|이다| [^.]{{0,24}}?(?:{_TAKES}))|다[.]")
_CHAIN = re.compile(
    rf"{_NAME}(?: 역)?(?:은|는) (?P<who>{P}), [^.{P}{W}]{{0,30}}(?:은|는) {P}(?:이|가) (?:각각 )?(?:연기|맡|열연|분[하한했])"
)
_DEALT = re.compile(rf"{WB}에(?:는|서는)? (?P<who>{P}(?:[·, 와과]{{1,3}}(?:[가-힣]{{1,4}} )?{P}){{0,8}})(?:이|가)(?:,| |$)")
_SHOWN = re.compile(r"나온다|나오며|나와|나왔|출연|등장|함께했|함께한다|합류|주연|호흡을")
_BESIDE = re.compile(rf"{P}의 (?:[가-힣]{{1,5}} )?{WB}")
_MET = re.compile(
    rf"{WB}(?:에서|를 통해|을 통해|으로|로)(?:는)? (?:[가-힣]{{1,6}} ){{0,2}}?(?:만나|만났|처음 만|인연을|호흡을|연인으로|부부로)"
)
_TWO = 2
_APPEAR = re.compile(r" (?:[가-힣]{1,6} ){0,2}(?:나온|나왔|나와|나오|투톱|뭉쳤|뭉친|주인공|주연|의기투합)")
_ELSEWHERE = re.compile(
    r"시상식|참석|수상|후보|상을|팬미팅|콘서트|소속|한솥밥|식구|진행|결혼|열애|부부|남매|자매|형제|친구|절친|작가|감독|후배|선배|"
    r"멤버|그룹|앨범|노래|무대|DJ|심사|시사회"
)
_GAPPED = re.compile(
    rf"(?P<who>{P})(?:은|는|이|가) (?:[^.,{P}{W}]{{0,24}} )?{_NAME}(?: 역)?(?:을|를|으로|로)?,"
    rf"(?= (?:{P}(?:은|는|이|가)|[^.]{{0,20}}{P}(?:은|는|이|가)))"
)
_PLAYS = re.compile(
    r"(?:을|를|으로|로|역을|역으로) (?:각각 |직접 |완벽히 )?(?:연기[한하했를]|맡[았은는아]|분[하한했]|열연|변신|소화)"
)
_NOT_PLAYED = ("song", "album", "novel", "webtoon")


def _claim(reading: Reading, line: Line, ends: tuple[Referent, Referent], how: tuple[str, Phrase, float, str | None]) -> Claim:
    rule, actor, confidence, character = how
    said = Said(f"billing.{rule}", (actor.start, actor.end), confidence, Qualifiers(character=character))
    return reading.claim("acted_in", ends, line, said)


def _makes(reading: Reading, person: Phrase) -> bool:
    return bool((reading.roles(person.referent) | {person.role}) & MAKERS)


def parts_first(reading: Reading) -> Iterator[Claim]:
    """‘한오’ 역에는 A와 B가 이름을 올렸다; 애나는 A, 훈은 B가 연기했다: of the work named before, else under discussion."""
    for line in reading.lines:
        for pattern in (_OF_PART, _CHAIN) if line.people else ():
            for found in pattern.finditer(line.shape.text):
                yield from _part(reading, line, found)


def gapped(reading: Reading) -> Iterator[Claim]:
    """A는 태수, B는 혜린, C는 검사 우석을 연기했다: the verb of the last holds for all."""
    for line in reading.lines:
        for found in _GAPPED.finditer(line.shape.text) if len(line.people) > 1 and _PLAYS.search(line.text) else ():
            works, named = scene_of(reading, line).work_refs(Frame(found.start(), found.start(), ""))
            actor = line.shape.phrases(*found.span("who"))[0]
            if (
                not is_character_name(found["name"])
                or found["name"] in charges()
                or _makes(reading, actor)
                or not _PLAYS.search(line.shape.text, found.end())
            ):
                continue
            for work in works[-1:]:
                yield _claim(reading, line, (actor.referent, work), ("gapped", actor, 0.88 if named else 0.84, found["name"]))


def _part(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Claim]:
    phrases = line.shape.drawn(*found.span("who"))
    run = run_from(line, phrases[-1])
    tail = line.words(run[-1].end, line.end)
    if found.re is _OF_PART and not _TAKEN.match(tail):
        return
    name = found["name"] if is_character_name(found["name"]) else None
    if name in charges() or (found.re is _CHAIN and name is None):
        return
    works, named = scene_of(reading, line).work_refs(Frame(found.start(), found.start(), ""))
    for actor in run:
        for work in works[-1:]:
            yield _claim(reading, line, (actor.referent, work), ("part", actor, 0.88 if named else 0.84, name))
    for known in (phrase for phrase in phrases if phrase.type == "Work" and not _makes(reading, run[0])):
        yield _claim(reading, line, (run[0].referent, known.referent), ("known", run[0], 0.86, None))


def dealt(reading: Reading) -> Iterator[Claim]:
    """‘X’에는 A가, ‘Y’에는 B와 C가 나온다: each work has its own cast, the verb stands once."""
    for line in reading.lines:
        if len(line.people) and line.works and _SHOWN.search(line.text):
            for found in _DEALT.finditer(line.shape.text):
                work = line.shape.drawn(*found.span())[0]
                for actor in line.shape.group(found, "who"):
                    if not _makes(reading, actor):
                        yield _claim(reading, line, (actor.referent, work.referent), ("dealt", actor, 0.87, None))


def beside(reading: Reading) -> Iterator[Claim]:
    """배우 둘의 작품: A·B의 ‘X’, where nothing says that they made it."""
    for line in reading.lines:
        for found in _BESIDE.finditer(line.shape.text) if line.works else ():
            phrases = line.shape.phrases(*found.span())
            run = run_to(line, phrases[0])
            if len(run) < 2 or phrases[-1].referent.kind in _NOT_PLAYED or any(_makes(reading, one) for one in run):
                continue
            for actor in run:
                yield _claim(reading, line, (actor.referent, phrases[-1].referent), ("beside", actor, 0.82, None))


def met(reading: Reading) -> Iterator[Claim]:
    """두 사람은 ‘X’에서 만나 연인이 됐다: both played in it, unless one is a maker."""
    for line in reading.lines:
        for found in _MET.finditer(line.shape.text) if len(line.people) > 1 else ():
            work = line.shape.phrases(*found.span())[0]
            subject = next((one for one in reversed(line.people) if one.end <= work.start and one.case in ("은", "이")), None)
            run = run_to(line, subject) if subject else ()
            if len(run) != 2 or work.referent.kind in (*_NOT_PLAYED, "variety") or any(_makes(reading, one) for one in run):
                continue
            for actor in run:
                yield _claim(reading, line, (actor.referent, work.referent), ("met", actor, 0.84, None))


def _lines_back(reading: Reading, line: Line) -> Iterator[Line]:
    """The lines before, the nearest first, as far as the work that they speak of is plain."""
    return reversed(reading.lines[max(0, line.number - 4) : line.number + 1])


def ensembles(reading: Reading) -> Iterator[Claim]:
    """설경구, 안성기, 허준호가 부대원들의 비극을 그렸다: players named together as the subject, in talk of a work."""
    for line in reading.lines[1:]:
        work = reading.work_before(line)
        if work is None or len(line.people) < _TWO or line.organizations or _ELSEWHERE.search(line.text):
            continue
        if work.kind in _NOT_PLAYED or any(one.referent.ref != work.ref for one in line.works):
            continue
        if next((one.referent.ref for row in _lines_back(reading, line) for one in reversed(row.works)), None) != work.ref:
            continue
        run = run_to(line, line.people[-1])
        enough = len(run) > _TWO or (len(run) == _TWO and _APPEAR.match(line.words(run[-1].after, line.end)))
        if not enough or run[0] is not line.people[0] or run[-1].case not in ("이", "은", "도"):
            continue
        for actor in run if not any(_makes(reading, one) or one.mention.form == "pronoun" for one in run) else ():
            yield _claim(reading, line, (actor.referent, work), ("ensemble", actor, 0.8, None))


RULES = (ensembles, gapped, parts_first, dealt, beside, met)
