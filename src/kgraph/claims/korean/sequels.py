"""What a work makes again or goes on from (remake_of, sequel_of)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.adaptations import NOT, subject_of
from kgraph.claims.korean.namesakes import first_of_title, is_namesake, namesake
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import WORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.model import Claim, Referent

_OTHER = f"[^{WORK}\n]"
_BRACKET = r"(?:\([^()]{0,60}\))?"
# ‘Y’를 리메이크한 (X), ‘Y’의 리메이크작 (X), 드라마 ‘Y’를 한국판으로 옮긴.
_REMADE = re.compile(
    rf"(?P<screen>드라마|영화|시리즈|예능)? ?(?P<old>{WORK}){_BRACKET}(?:을|를|의|이|"
    rf"가)?(?: [가-힣]{{1,8}}){{0,3}}? (?P<word>리메이크|한국판|번안|옮긴|옮겨|"
    rf"원작(?=의 리메이크))(?P<rest>[^.\n]{{0,20}})"
)
# X를 ‘Y’로 리메이크했다; X는 ‘Y’로 다시 태어났다; X는 ‘Y’가 됐다.
_INTO = re.compile(
    rf"(?P<new>{WORK}){_BRACKET}(?:으로|로) (?P<word>리메이크|다시 태어|다시 만들|재탄생|바뀌어|바뀌었|옮겨졌|옮겨져|"
    rf"새로 태어|탄생했)|(?P<become>{WORK}){_BRACKET}[이가] (?P<turned>됐다|되었다)"
)
_REMAKE = re.compile(r"(?P<word>다시 만들어지는|다시 만들어진|다시 제작되는|리메이크(?:되는|된|작|판|한다|된다)?)")
# 같은 제목의 미국 영화로 만들어졌다.
_TURNED = re.compile(r"으?로 (?P<word>만들|리메이크|다시 만들|제작|재탄생|옮겨)")
_SEQUEL = r"(?<=의 )후속작|속편|후속편|후속 시즌|두 번째 시즌|두 번째 이야기|2편|시즌 ?2"
# ‘부산행’과 그 속편 ‘반도’, X는 Y의 속편이다; (‘X’ 개봉.) ‘Y’의 후속편.
_FOLLOWS = re.compile(
    rf"(?P<first>{WORK}){_BRACKET}(?:의|과|와|을 잇는|를 잇는|에 이은|에 이어)? ?(?:그 )?(?P<word>{_SEQUEL})(?:인|이자|"
    rf"격인|에 해당하는)? (?:영화 |드라마 |시리즈 )?(?P<second>{WORK})"
)
_IS_SEQUEL = re.compile(
    rf"(?P<second>{WORK}){_BRACKET}[은는이가] {_OTHER}{{0,40}}?(?P<first>{WORK}){_BRACKET}(?:의|를 잇는|"
    rf"을 잇는)? ?{_OTHER}{{0,10}}?(?P<word>{_SEQUEL})(?![은이가] 아)"
)
_ITS_SEQUEL = re.compile(
    rf"^{_OTHER}{{0,20}}(?P<first>{WORK}){_BRACKET}(?:의|를 잇는|을 잇는) ?{_OTHER}{{0,10}}?(?P<word>{_SEQUEL})(?:이?다|"
    r"으로|로|이며|\.|$)"
)


def read_remakes(reading: Reading) -> Iterator[Claim]:
    """Remakes: ‘Y’를 리메이크한 ‘X’; ‘Y’는 ‘X’로 다시 태어났다; 12년 만에 다시 만들어지는 ‘X’ (of the old one of that title)."""
    about = any("리메이크" in line.text for line in reading.lines)
    claims = [
        claim
        for line in reading.lines
        for claim in (*_remade(reading, line), *_into(reading, line, about=about), *_twins(reading, line))
    ]
    yield from claims or _same_title(reading)


def _remade(reading: Reading, line: Line) -> Iterator[Claim]:
    for match in line.shape.find(_REMADE):
        old = line.shape.group(match, "old")
        moved = match["word"] in ("옮긴", "옮겨")
        kind = old[0].referent.kind if old else None
        if (
            not old
            or NOT.search(match["rest"])
            or is_namesake(old[0])
            or "동명" in line.words(line.shape.where(match, "word")[1], line.shape.where(match, "word")[1] + 8)
            or (moved and not (match["screen"] or kind in ("film", "series")))
        ):
            continue
        new = subject_of(reading, line, match, but=old[0].referent)
        if new is not None and not (moved and new.kind in ("webtoon", "novel")):
            yield reading.claim(
                "remake_of", (new, old[0].referent), line, Said("works.remake", line.shape.where(match, "word"), 0.88)
            )


def _into(reading: Reading, line: Line, *, about: bool) -> Iterator[Claim]:
    for match in line.shape.find(_INTO):
        name = "new" if match["new"] else "become"
        new = line.shape.group(match, name)
        if not new or is_namesake(new[0]) or (name == "become" and not about):
            continue
        old = _old(reading, line, match, new[0].referent)
        if old is not None:
            trigger = line.shape.where(match, "word" if name == "new" else "turned")
            yield reading.claim("remake_of", (new[0].referent, old), line, Said("works.into", trigger, 0.85))


def _old(reading: Reading, line: Line, match: re.Match[str], new: Referent) -> Referent | None:
    """The work that became another: the title before it as topic or object, else the one under discussion."""
    before = [
        phrase
        for place, phrase in line.shape.letters
        if phrase.type == "Work" and place < match.start() and phrase.referent != new
    ]
    for cases in (("은", "을", "이", "도"), ("",)):
        for phrase in reversed(before):
            if phrase.case in cases:
                return phrase.referent
    work = reading.work_before(line)
    return work if work != new else None


def _twins(reading: Reading, line: Line) -> Iterator[Claim]:
    """같은 제목의 미국 영화로 만들어졌다: the later work has the title of the first."""
    for phrase in line.works:
        match = _TURNED.match(line.words(phrase.end, phrase.end + 12)) if is_namesake(phrase) else None
        old = first_of_title(reading, phrase.referent) if match is not None else None
        if match is not None and old is not None and phrase.referent.kind in ("film", "series"):
            place = (phrase.end + match.start("word"), phrase.end + match.end("word"))
            yield reading.claim("remake_of", (phrase.referent, old), line, Said("works.twin", place, 0.85))


def _same_title(reading: Reading) -> Iterator[Claim]:
    """The first line that calls a work a remake and names no other: it repeats the old one of its title."""
    for line in reading.lines[1:]:
        works = {phrase.referent.ref: phrase.referent for phrase in line.works}
        match = _REMAKE.search(line.shape.text)
        if match is not None and len(works) == 1 and re.match(rf"{_OTHER}{{0,20}}{WORK}", line.shape.text[match.end() :]):
            work = next(iter(works.values()))
            said = Said("works.same_title", line.shape.where(match, "word"), 0.85)
            yield reading.claim("remake_of", (work, namesake(reading, work, work.kind)), line, said)
            return


def read_sequels(reading: Reading) -> Iterator[Claim]:
    """Sequels: ‘X’와 그 속편 ‘Y’; Y는 X의 속편이다; (Y 개봉.) X의 후속편."""
    for line in reading.lines:
        for pattern in (_FOLLOWS, _IS_SEQUEL):
            for match in line.shape.find(pattern):
                first, second = line.shape.group(match, "first"), line.shape.group(match, "second")
                if first and second and first[0].referent.ref != second[0].referent.ref:
                    ends = (second[0].referent, first[0].referent)
                    yield reading.claim("sequel_of", ends, line, Said("works.sequel", line.shape.where(match, "word"), 0.92))
        own = _ITS_SEQUEL.match(line.shape.text)
        if own is not None and len(line.works) == 1:
            first, work = line.shape.group(own, "first"), reading.work_before(line)
            if first and work is not None and work != first[0].referent:
                said = Said("works.its_sequel", line.shape.where(own, "word"), 0.82)
                yield reading.claim("sequel_of", (work, first[0].referent), line, said)


RULES = (read_remakes, read_sequels)
