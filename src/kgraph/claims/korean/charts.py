"""Charts, regions and the time of a rank or rating, as the words around it tell them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kgraph.text.numbers_korean import NumberMention, find_ranks
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading

_PRESENT = re.compile(
    r"(?:고 있다|고 있는|아 있다|라 있다|어 있다|[라러]있다|(?:이|인)? ?상태다|(?:순항|질주|행진|기록|유지|수성|"
    r"독주) ?중(?:이다|인)?|지킨다|달린다|달리는 중|위다|위이다|차지하고 있)"
)
_REPORT = re.compile(
    r"(?:\([^()]{1,12}\))?[^.\n]{0,30}?(?:에 따르면|따르면|집계에|발표|내놓은|공개한 (?:수치|자료|집계|순위)|자료를|"
    r"자료에|밝혔|밝힌|전했|보도)"
)


_CAME_OUT = re.compile(
    r"[^.\n]{0,28}?(?:개봉|공개|발매|출시|첫 ?방송)(?! ?(?:첫 ?날|당일|일인|일에|[가-힣]{0,2} (?:차트|순위|집계|빌보드|"
    r"수치)))(?:했|됐|한|된|하자|되자|해|돼| 후| 이후| 직후| 뒤)"
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
    named = (
        r"(?<![가-힣])(?!최신|이번|해당|양대|메인|싱글|앨범|각종|주요|주간|일간|실시간|음원|음반|글로벌|"
        r"인기)[가-힣A-Za-z]{2,8} ?차트"
    )
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?:{known})(?:['’\" ]*(?:\s?['‘\"]?(?:핫 ?100|200|글로벌 200|글로벌 ?톱 ?10|TOP ?100|톱 ?100|"
        rf"톱 ?10)['’\"]?))?|{show}|{named}"
    )


def untitled(line: Line, start: int, end: int) -> str:
    """The line's words between two offsets with the titles of works blanked: the world in ‘부부의 세계’ is no region."""
    words = list(line.words(start, end))
    for phrase in line.works:
        span = phrase.mention.span
        if phrase.mention.form == "name" and start <= span.start and span.end <= end:
            words[span.start - start : span.end - start] = " " * (span.end - span.start)
    return "".join(words)


def chart_near(line: Line, span: tuple[int, int], rank: NumberMention) -> str | None:
    """The chart named last before a rank (between these offsets of the article), else first after it."""
    words = untitled(line, *span)
    names = [(place + span[0], name) for place, name in _charts_in(words)]
    before = [name for place, name in names if place < rank.start]
    if len(before) == 2 and "각각" in words:
        ranks = [found.start + span[0] for found in find_ranks(words)]
        return before[0] if ranks and ranks[0] == rank.start else before[1]
    if before:
        return _specific(before)
    return next((name for place, name in names if place >= rank.start), None)


@lru_cache(maxsize=64)  # a line of many ranks is looked at once, not once a rank
def _charts_in(words: str) -> tuple[tuple[int, str], ...]:
    return tuple((match.start(), _clean(match[0])) for match in _chart().finditer(words))


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
    return re.compile(
        rf"(?<![가-힣])(?:{either(rank_words()['regions'])})(?=$|[\s에의내,·)]|기준|가구|[ 가-힣]{{0,3}}톱)(?!\s?(?:영화|"
        r"드라마|작품|배우|콘텐츠|"
        r"시리즈|가수|최초|감독|예능|팬))"
    )


def is_present(words: str) -> bool:
    """True if the words tell something of the day of publication: 지키고 있다, 1위다, 순항 중이다."""
    return _PRESENT.search(words) is not None


def day_told(reading: Reading, line: Line, span: tuple[int, int], *, released: bool = False) -> str | None:
    """The date told last in a stretch of a line that says when it was so, not when it was reported.

    With ``released`` the day on which a work came out (18일 개봉 후) does not count either.
    """
    since, position = span
    told = None
    for date in reading.dates(line):
        at = date.end - line.start
        if (
            since <= date.start < position
            and date.iso
            and not _REPORT.match(line.text, at)
            and not (released and _CAME_OUT.match(line.text, at))
        ):
            told = date.iso
    return told
