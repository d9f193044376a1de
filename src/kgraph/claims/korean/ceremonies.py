"""Which ceremony a prize belongs to, and on what day it was: 6일 밤 막을 내린 제46회 대종상영화제."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading
    from kgraph.text.awards_korean import AwardMention

_NEAR = 2  # lines after a ceremony in which a prize without one is still its
_BEHIND = 24  # signs between a ceremony and its day
_REPORTED = re.compile(r"[^.\n]{0,36}(?:에 따르면|밝혔|발표)")
_HELD = re.compile(r"열린|열렸|막을 내린|막을 올린|막 내린|폐막|개최|진행|펼쳐|치러|시상식")
_EVENT = re.compile(
    r"(?:열린|진행된|개최된|펼쳐진) (?:이날 )?시상식|시상식[이을은]? ?(?:[가-힣]{1,8} ){0,3}(?:열렸|진행됐|개최됐|펼쳐졌)"
)


@dataclass(frozen=True, slots=True)
class Prize:
    """A prize named in a line: offsets in the article, its words, its ceremony and the day, as far as they are told."""

    start: int
    end: int
    name: str
    ceremony: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Ceremonies:
    """The ceremonies of an article: all prizes by line number, the main one's name, and the days they were held."""

    prizes: dict[int, tuple[Prize, ...]]
    bare: dict[int, tuple[Prize, ...]]
    main: str | None


def read_ceremonies(reading: Reading) -> Ceremonies:
    """The prizes of an article with their ceremonies: named in the line before the prize, else the article's main one."""
    awards = {line.number: line.awards for line in reading.lines}
    names: Counter[str] = Counter()
    for line in reading.lines:
        for award in awards[line.number]:
            if award.kind == "ceremony":
                names[award.name] += 2 if line.number else 3
    main = _fullest(names) if names else None
    days = _days(reading, awards)
    if main is not None and main[:2] not in days and (day := _event_day(reading)):
        days[main[:2]] = day
    prizes, bare = {}, {}
    standing: str | None = None
    told = -_NEAR - 1
    usual = main if main is not None and _rules(main, names) else None
    for line in reading.lines:
        near = standing if line.number - told <= _NEAR else None
        prizes[line.number] = tuple(_prizes(reading, line, awards[line.number], (near or usual, days)))
        for award in awards[line.number]:
            if award.kind == "ceremony":
                standing, told = award.name, line.number
        bare[line.number] = tuple(_bare(reading, line, awards[line.number], days))
    return Ceremonies(prizes, bare, main)


def _rules(main: str, names: Counter[str]) -> bool:
    """True if an article is about one ceremony, so that a prize told without any is that one's."""
    own = sum(count for name, count in names.items() if name[:2] == main[:2])
    return own * 3 >= sum(names.values()) * 2


def _fullest(names: Counter[str]) -> str:
    """The ceremony named most; of two that are one (대종상, 대종상영화제) the longer."""
    top = max(names, key=lambda name: (names[name], -list(names).index(name)))
    return max((name for name in names if name.startswith(top[:2])), key=len)


def _days(reading: Reading, awards: dict[int, tuple[AwardMention, ...]]) -> dict[str, str]:
    days: dict[str, str] = {}
    for line in reading.lines:
        for award in awards[line.number]:
            if award.kind == "ceremony" and (day := _day_before(reading, line, award)):
                days[award.name[:2]] = _exact(days.get(award.name[:2], day), day)
    return days


def _event_day(reading: Reading) -> str | None:
    """The day of a ceremony that its line does not name: 19일 서울에서 열린 시상식에서."""
    for line in reading.lines:
        event = _EVENT.search(line.text)
        if event is not None:
            place = line.start + event.start()
            days = [
                date.iso
                for date in reading.dates(line)
                if date.iso and len(date.iso) == 10 and date.end <= place <= date.end + 50
            ]
            if days:
                return days[-1]
    return None


def _exact(known: str, day: str) -> str:
    """The more exact of two days of one ceremony; the first of two that differ."""
    return day if day.startswith(known) else known


def _day_before(reading: Reading, line: Line, award: AwardMention) -> str | None:
    """The day told before the ceremony in its line where the line says that it was held; or a year right before it."""
    place = line.start + award.start
    dates = [date for date in reading.dates(line) if date.iso and date.end <= place]
    if not dates:
        return _day_behind(reading, line, line.start + award.end)
    day = dates[-1]
    near = len(day.iso or "") == 4 and place - day.end <= 30 and line.clause(day.start) == line.clause(place)
    if _REPORTED.match(line.words(day.end, day.end + 45)):
        return None
    if near or (len(day.iso or "") == 10 and place - day.end <= 70 and _HELD.search(line.text)):
        return day.iso
    return None


def _day_behind(reading: Reading, line: Line, place: int) -> str | None:
    """The day told right behind a ceremony with the word that says it was held: 대종상 시상식이 지난 26일 서울에서 열렸다."""
    for date in reading.dates(line):
        near = place <= date.start <= place + _BEHIND and len(date.iso or "") == len("2022-05-06")
        if near and _HELD.search(line.words(date.end, date.end + 2 * _BEHIND)):
            return date.iso
    return None


def _prizes(
    reading: Reading, line: Line, awards: tuple[AwardMention, ...], told: tuple[str | None, dict[str, str]]
) -> list[Prize]:
    main, days = told
    found: list[Prize] = []
    ceremony, own_day = None, None
    for award in awards:
        if award.kind == "ceremony":
            ceremony, own_day = award.name, _day_before(reading, line, award)
            continue
        name = ceremony or main
        if ceremony is not None and main is not None and main.startswith(ceremony[:2]):
            name = main if len(main) > len(ceremony) else ceremony
        known = days.get(name[:2]) if name else None
        day = _exact(own_day, known or own_day) if own_day else known
        found.append(Prize(line.start + award.start, line.start + award.end, award.name, name, day))
    return found


def _bare(reading: Reading, line: Line, awards: tuple[AwardMention, ...], days: dict[str, str]) -> list[Prize]:
    """Ceremonies that stand for their prize: 대종상, 청룡상, 아시아영화제 트로피를 거머쥔."""
    found = []
    for number, award in enumerate(awards):
        follower = awards[number + 1] if number + 1 < len(awards) else None
        if award.kind != "ceremony" or (follower is not None and follower.kind == "prize"):
            continue
        day = _day_before(reading, line, award) or days.get(award.name[:2])
        found.append(Prize(line.start + award.start, line.start + award.end, award.name, None, day))
    return found
