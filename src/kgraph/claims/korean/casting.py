"""acted_in: who plays in a work, as whom, and whether the part is taken, thought over or turned down.

Reads verbs (‘X’에 출연한다, 주연을 맡은), characters (이정인 역, 차은호로 분한다, 온달수를 연기한다) and brackets
(박지후(남온조 역), 민태구(현빈)).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.casting_status import UNSAID, status_of
from kgraph.claims.korean.characters import NAME, bracket_parts, inverse, is_word, named_as, opposite, played_by, said_by
from kgraph.claims.korean.frames import Frame, Scene, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.signs import MAKERS, PLAYERS, P
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.characters_korean import ranks
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading

_PLAYED = re.compile(rf"(?<![가-힣]){NAME.format('name')}(?:을|를) (?:[가-힣]{{1,5}} )?(?:연기|열연|맡|소화|그려)(?!력|자)")
_BECAME = re.compile(rf"(?:이번에는?|이번 작품에서는?|극 ?중) {NAME.format('name')}(?:이|가) (?:됐|되었|된다|돼)")
_NO_PART = frozenset(("상대", "배", "단", "주", "조", "아", "대", "현", "전", "지", "구", "통"))  # 상대역, 배역, 단역...: no part


@cache
def _told() -> re.Pattern[str]:
    """A part told with 역: 이정인 역, 진양철 회장 역."""
    return re.compile(
        rf"(?<![가-힣]){NAME.format('name')}(?:(?<![은는이가을를와과의도]) (?:{ranks()}))? ?(?:역할|역|배역|"
        rf"캐릭터)(?=[을를의은는이도)에으로,. ]|$)"
    )


@cache
def _acting() -> re.Pattern[str]:
    words = load_words("korean/casting.yaml")
    bound = rf"(?:{either(words['bonds'])})(?:으로|로) (?:다시 |또 )?(?:만[나난났날]|호흡|재회)"
    return re.compile(rf"(?:{either(words['acting'])})(?!진|료|작|자(?!로)|설)|{bound}")


@cache
def _turned() -> re.Pattern[str]:
    turning = either(load_words("korean/casting.yaml")["turning"])
    name = NAME.format("name")
    first = r"(?:[‘'“\"]?(?P<first>[가-힣]{2,5}?)[’'”\"]?(?:와|과|,) )?(?:[가-힣]{1,5} ){0,2}?"
    return re.compile(rf"(?<![가-힣]){first}{name}(?:으로|로) (?:[가-힣]{{1,6}} ){{0,2}}?(?:{turning})")


def parts(reading: Reading) -> Iterator[Claim]:
    """이정인 역을 제안받고, 차은호로 분한다, 온달수를 연기한다."""
    for line in reading.lines:
        if line.sentence.kind == "headline" and not line.phrases:
            continue
        scene = scene_of(reading, line)
        for pattern in (_told(), _turned(), _PLAYED, _BECAME):
            for found in pattern.finditer(scene.text):
                if scene.text[found.end() : found.end() + 1] != ")":
                    yield from _part(scene, found)


def _part(scene: Scene, found: re.Match[str]) -> Iterator[Claim]:
    groups = found.groupdict()
    names = [name for name in (named_as(groups.get("first")), named_as(groups["name"])) if name]
    if scene.text[found.start() - 2 : found.start()] == f"{P} ":
        return
    if found.re is not _told() and found.re is not _BECAME and is_word(scene, found):
        if not _AS_SUCH.search(found[0]):
            return
        names = [found["name"]] if _CALLING.search(scene.text, max(0, found.start("name") - 8), found.start("name")) else []
    elif not names and (found.re is not _told() or groups["name"] in _NO_PART):
        return
    frame = _part_frame(scene, found)
    people, told = scene.subject_refs(frame)
    works, named = scene.work_refs(frame)
    status = status_of(scene.text, frame.start, frame.end)
    if status == UNSAID or not people or not works or (not told and (not named or (frame.form == "ETM" and not frame.head))):
        return
    confidence = 0.92 if told and named else 0.86
    yield from _gapped(scene, found.start(), works)
    for number, person in enumerate(people):
        character = names[min(number, len(names) - 1)] if names and (len(names) == len(people) or len(people) == 1) else None
        for work in works[-1:]:
            said = said_by(
                "part", scene.where(frame.start, frame.end), confidence, Qualifiers(character=character, status=status)
            )
            yield scene.reading.claim("acted_in", (person, work), scene.line, said)


_AS_SUCH = re.compile(
    r"(?<!감독으)(?<!감독)(?<!연출자)(?<!제작자)(?<!진행자)(?<!주자)(?<!심사위원으)(?<!작가)로 (?:[가-힣]+ )*?(?:분[하한할해했]|"
    r"열연|변신|나섰|나선|나온|나와)|(?:을|를) (?:[가-힣]+ )?(?:연기|열연)"
)
_CALLING = re.compile(
    r"(?:행정관|형사|검사|변호사|의사|기자|교사|대표|비서|사장|작가|교수|학생|친구|아내|남편|엄마|아빠|딸|아들|동생|요원|"
    r"기사|책임자|연구원|팀장|군인|장교|상속녀|소녀|소년|청년|톱스타|배우|가수|주인|경찰|간호사|왕|왕비|세자|무사|해커|"
    r"킬러|박사|직원) $"
)
_NOT_DONE = re.compile(r"(?:은|을|는|도)? ?(?:하지 (?:않|못)|안 )")
_UNTITLED = re.compile(r"(?:새 (?:영화|드라마|작품)|신작|차기작) $")
_VIDEO = re.compile(r"OST|음원|보컬|메인보컬|뮤직비디오|뮤비|광고|화보|뮤직 비디오|CF")
_PART_GAP = re.compile(r"(?:에는|으로는|에) [가-힣 ]{1,16}(?:배우,? |, )")
_PART_LINKS = frozenset(("의 ", " ", "인 ", "에는 ", "에 ", "은 ", "으로 ", "으로는 ", "을 맡은 "))
_GAP = re.compile(rf"{P}(?:은|는|이|가|도) (?:[^.,{P}]{{0,30}} )?{NAME.format('name')}(?: 역)?(?:을|를|으로|로)?, ?$")


def _gapped(scene: Scene, verb: int, works: tuple[Referent, ...]) -> Iterator[Claim]:
    """The part before, whose verb is left out: 안효섭은 김독자로, 이민호는 유중혁으로 분한다."""
    subject = next(
        (place for place, phrase in scene.before(verb) if phrase.type == "Person" and phrase.case in ("은", "이", "도")), None
    )
    gap = _GAP.search(scene.text, max(0, subject - 60), subject) if subject else None
    if gap and named_as(gap["name"]):
        actor = scene.line.shape.drawn(*gap.span())[0]
        for work in works[-1:]:
            said = said_by("part", scene.where(*gap.span()), 0.86, Qualifiers(character=gap["name"]))
            yield scene.reading.claim("acted_in", (actor.referent, work), scene.line, said)


def _part_frame(scene: Scene, found: re.Match[str]) -> Frame:
    """The frame of a part told: it begins at the character's name, and its verb is the one the part is told with."""
    start = found.start("first") if found.groupdict().get("first") else found.start("name")
    frame = scene.frame(*found.span())
    apart = " " in scene.text[found.end() : frame.end] and found.re is not _told()
    form, head = ("EC", ()) if frame.form == "ETM" and apart else (frame.form, frame.head)
    return Frame(start, frame.end, form, head or _whose(scene, found.end()))


def _whose(scene: Scene, place: int) -> tuple[Phrase, ...]:
    """Whose part it is where the name follows: 진양철 회장 역의 이성민."""
    follower = next(scene.after(place), None)
    if follower is None or follower[1].type != "Person":
        return ()
    between = scene.text[place : follower[0]]
    if follower[1].case == "와" and between != "의 ":
        return ()
    if between not in _PART_LINKS and not (len(between) < 24 and _PART_GAP.fullmatch(between)):
        return ()
    return run_from(scene.line, follower[1])


def acting(reading: Reading) -> Iterator[Claim]:
    """‘X’에 출연한다, 주연을 맡은, 호흡을 맞췄다, 출연 제안을 고사했다."""
    for line in reading.lines:
        scene = scene_of(reading, line)
        for found in _acting().finditer(scene.text):
            if not _NOT_DONE.match(scene.text, found.end()):
                yield from _acts(scene, scene.frame(*found.span()))


def _acts(scene: Scene, frame: Frame) -> Iterator[Claim]:
    status = status_of(scene.text, frame.start, frame.end)
    if _VIDEO.search(scene.text, 0, frame.start):
        return
    if status == UNSAID or (frame.form == "" and status is None):
        return
    people, told = scene.subject_refs(frame)
    works, named = scene.work_refs(frame)
    if (not told and not named) or not people or (not named and _UNTITLED.search(scene.text, 0, frame.start)):
        return
    people = (*(person for person in people if not _only_makes(scene, person)), *_partners(scene, frame))
    yield from _gapped(scene, frame.start, works)
    if not told and scene.text.startswith(_OF_WORKS_TOO, frame.start):
        return
    if frame.form == "ETM" and not frame.head and not (told and named):
        return
    confidence = 0.9 if told and named else 0.8
    for person in people:
        for work in (work for work in works if work.kind not in _SOUND):
            said = said_by("acting", scene.where(frame.start, frame.end), confidence, Qualifiers(status=status))
            yield scene.reading.claim("acted_in", (person, work), scene.line, said)


def _only_makes(scene: Scene, person: Referent) -> bool:
    """True for a director or writer who is not said to act."""
    roles = scene.reading.roles(person)
    return bool(roles & MAKERS) and not roles & PLAYERS


_OF_WORKS_TOO = ("다시", "가세", "관객", "시청자")  # what a work may do as well: nobody is its actor for that
_SOUND = ("song", "album")
_TOGETHER = re.compile(
    r"(?:남매|부부|연인|커플|모녀|부자|모자|자매|형제|라이벌|상대역|친구|이웃|동료)(?:으)?로|호흡|함께|재회|한 화면|만나|"
    r"연기한 바"
)


def _partners(scene: Scene, frame: Frame) -> Iterator[Referent]:
    """With whom: 그는 ‘X’에서 길수아와 호흡을 맞춘다."""
    if not _TOGETHER.search(scene.text, max(0, frame.start - 6), frame.end):
        return
    for place, phrase in scene.before(frame.start, scene.clause_start(frame.start)):
        if (
            phrase.type == "Person"
            and phrase.case == "와"
            and not any(place < at < frame.start for at, other in scene.before(frame.start) if other.type == "Person")
        ):
            partners = (other.referent for other in run_to(scene.line, phrase))
            yield from (partner for partner in partners if not _only_makes(scene, partner))


RULES = (inverse, played_by, bracket_parts, parts, opposite, acting)
