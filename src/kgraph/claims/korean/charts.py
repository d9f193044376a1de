"""Charts, regions and the time of a rank or rating, as the words around it tell them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.claims.korean.reading import Line, Reading

_PRESENT = re.compile(
    r"(?:고 있다|고 있는|아 있다|라 있다|어 있다|[라러]있다|(?:이|인)? ?상태다|(?:순항|질주|행진|기록|유지|수성|독주) ?중(?:이다|인)?|지킨다|달린다|달리는 중|위다|위이다|차지하고 있)"
)
_REPORT = re.compile(
    r"(?:\([^()]{1,12}\))?[^.\n]{0,30}?(?:에 따르면|따르면|집계에|발표|내놓은|공개한 (?:수치|자료|집계|순위)|자료를|자료에|밝혔|밝힌|전했|보도)"
)


def rank_words() -> dict[str, Any]:
    """The word lists of ranks and ratings (data/korean/ranks.yaml)."""
    words: dict[str, Any] = load_words("korean/ranks.yaml")
    return words


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """Any word of a list of ranks.yaml."""
    return re.compile(either(rank_words()[name]))


@cache
def _chart() -> re.Pattern[str]:
    known = either(rank_words()["charts"])
    show = r"(?<=['‘’“])(?:인기가요|뮤직뱅크|엠카운트다운|쇼! 음악중심|쇼챔피언|음악중심)(?=['’”])"
    named = r"[가-힣A-Za-z]{2,8} ?(?:차트)(?![가-힣]*인)"
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?:{known})(?:['’\" ]*(?:\s?['‘\"]?(?:핫 ?100|200|글로벌 200|글로벌 ?톱 ?10|TOP ?100|톱 ?100|톱 ?10)['’\"]?))?|{show}|{named}"
    )


def chart_near(line: Line, start: int, end: int, rank: int) -> str | None:
    """The chart named last before a rank (between these offsets of the article), else first after it."""
    words = line.words(start, end)
    names = [(match.start() + start, _clean(match[0])) for match in _chart().finditer(words)]
    before = [name for place, name in names if place < rank]
    if before:
        return _specific(before)
    return next((name for place, name in names if place >= rank), None)


def _specific(names: list[str]) -> str:
    """Of the charts before a rank the last; 플릭스패트롤 names its tables by platform, so it wins over them."""
    return next((name for name in names if name.replace(" ", "") == "플릭스패트롤"), names[-1])


def _clean(name: str) -> str:
    return re.sub(r"['‘’\"]", "", name).strip()


def region_in(words: str) -> str | None:
    """The region named last in the words, in English."""
    regions = rank_words()["regions"]
    found = None
    for match in _regions().finditer(words):
        found = regions[match[0]]
    return found


@cache
def _regions() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])(?:{either(rank_words()['regions'])})(?!\s?(?:영화|드라마|작품|배우|콘텐츠|시리즈|가수|최초|감독|예능|팬))")


def is_present(words: str) -> bool:
    """True if the words tell something of the day of publication: 지키고 있다, 1위다, 순항 중이다."""
    return _PRESENT.search(words) is not None


def day_told(reading: Reading, line: Line, position: int, since: int) -> str | None:
    """The date told last before a place (not before ``since``) that says when it was so, not when it was reported."""
    told = None
    for date in reading.dates(line):
        if since <= date.start < position and date.iso and not _REPORT.match(line.text, date.end - line.start):
            told = date.iso
    return told
