"""Values that no list knows: prizes by their last syllable (벽산희곡상, 은관문화훈장), years without 년, ratings and ranks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.korean.charts import chart_near, day_told, region_in, untitled
from kgraph.claims.korean.untold import unquoted
from kgraph.model import Qualifiers
from kgraph.text.awards_korean import award_words
from kgraph.text.numbers_korean import NumberMention, find_percents, find_ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading

_END = r"(?=$|[^가-힣A-Za-z]|[은는이가을를의에과와도로만](?![가-힣])|까지|부터|이나|이다|이라|등|부문|트로피|수상|후보|시상)"
_PRIZE = re.compile(rf"(?<![가-힣A-Za-z])[가-힣A-Za-z]{{1,13}}(?:상|훈장){_END}")
_GIVER = re.compile(
    r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{1,14}(?:상|제|즈|드|식|회|콩쿠르|스티벌))(?:에서(?:는|도)?)? "
    r"(?:[가-힣 ]{1,8}부문 ?(?:에서 )?)?$"
)
_YEAR = re.compile(r"(?<![\d.,~∼-])(?:19|20)\d\d(?![\d.]|,\d|[년원명회만억%편석부])")
_FAR = 36  # signs before a prize in which its giver stands
_NEAR = 80  # signs before a number that tell of it
_BEHIND = 60
_BRACKET = re.compile(r" ?\(([^()]*)\)")
_EPISODE = re.compile(r"(\d{1,3})회(?!째|차)[^%\d]{0,16}$")
_EXACT = 10


class OpenPrize(NamedTuple):
    """A prize at its place in the article, with who gives it as far as the words before it tell, and the year or day."""

    start: int
    end: int
    name: str
    giver: str | None
    date: str | None


def open_prizes(reading: Reading, line: Line) -> Iterator[OpenPrize]:
    """What may be a prize by its last syllable."""
    for match in _PRIZE.finditer(line.text):
        name, given = match[0], giver(line, line.start + match.start())
        if _is_plain(name) or (name == "대상" and given is None):
            continue
        start = line.start + match.start()
        yield OpenPrize(start, line.start + match.end(), name, given, _day(reading, line, start))


def giver(line: Line, start: int) -> str | None:
    """Who gives a prize, named right before it: 부천만화대상에서 신인만화상."""
    found = _GIVER.search(line.words(max(line.start, start - _FAR), start))
    return found[1] if found and found[1] not in _plain()[0] and not found[1].endswith("시상식") else None


def _is_plain(word: str) -> bool:
    """True for a word in 상 that is no prize."""
    words, ends = _plain()
    return word in words or word.endswith(ends)


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    words = award_words()
    return frozenset(words["plain_words"]), tuple(words["plain_ends"])


def _day(reading: Reading, line: Line, start: int) -> str | None:
    days = [date.iso for date in reading.dates(line) if date.iso and date.end <= start <= date.end + _FAR]
    return days[-1] if days else None


def years(line: Line) -> Iterator[tuple[int, int, str]]:
    """Years that stand alone, as in filmographies: 2025 〈왕의 여우〉, ‘귀로’(1998, 감독 남상훈)."""
    for match in _YEAR.finditer(line.text):
        yield line.start + match.start(), line.start + match.end(), match[0]


def percents(reading: Reading, line: Line) -> Iterator[tuple[NumberMention, Qualifiers]]:
    """Numbers that may be ratings, with region, episode and day."""
    for number in _numbers(line, find_percents(line.text)):
        since = max(line.start, number.start - _NEAR)
        before = untitled(line, since, number.start)
        bracket = _BRACKET.match(line.words(number.end, number.end + _BEHIND))
        region = region_in(before) or (region_in(bracket[1]) if bracket else None)
        episode = _EPISODE.search(before)
        day = day_told(reading, line, (since, number.start))
        date = day if day is not None and len(day) == _EXACT else None
        yield number, Qualifiers(percent=number.value, region=region, episode=int(episode[1]) if episode else None, date=date)


def ranks(reading: Reading, line: Line) -> Iterator[tuple[NumberMention, Qualifiers]]:
    """Ranks, with chart, region and day."""
    for number in _numbers(line, find_ranks(unquoted(line.text))):
        since = max(line.start, number.start - _NEAR)
        chart = chart_near(line, (since, min(line.end, number.end + _NEAR)), number)
        region = region_in(untitled(line, since, number.start))
        date = day_told(reading, line, (since, number.start), released=True)
        yield number, Qualifiers(rank=int(number.value), chart=chart, region=region, date=date)


def _numbers(line: Line, found: tuple[NumberMention, ...]) -> Iterator[NumberMention]:
    for number in found:
        yield NumberMention(number.start + line.start, number.end + line.start, number.value)
