"""Birth years as far as they are known: from a year to a year, as ISO 8601-2 (EDTF) writes intervals.

An age says a birth year only together with the day on which it was said.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

_TEXT = re.compile("[0-9]{4}(?:/[0-9]{4})?")
OLDEST, YOUNGEST = 110, 5  # years that somebody in the news has lived
FIRST, LAST = 1850, 2100  # birth years that are believed
BARE_FROM = 15  # a bare number below it is rather a rank, an episode or a track than an age
LIFE_FROM = 40  # years between two in brackets; fewer may be a term of office or the run of a show


@dataclass(frozen=True, slots=True, order=True)
class Birth:
    """Somebody was born in one of the years from ``first`` to ``last``."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    def meet(self, other: Birth) -> Birth | None:
        """The years that both leave open, ``None`` where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Birth(first, last) if first <= last else None

    def apart(self, other: Birth) -> int:
        """How many years lie between the nearest two, 0 where some year fits both.

        >>> Birth(1989, 1990).apart(Birth(1993, 1993))
        3
        """
        return max(self.first - other.last, other.first - self.last, 0)


def is_birth(text: str) -> bool:
    """Whether a text is what ``str`` makes of a birth."""
    return bool(_TEXT.fullmatch(text))


@functools.lru_cache(maxsize=1 << 12)
def from_text(text: str) -> Birth:
    """The opposite of ``str``: ``"1989/1990"``, ``"1990"``."""
    first, _, last = text.partition("/")
    return Birth(int(first), int(last or first))


def year_of(published: str | None) -> int | None:
    """The year of a publication date."""
    return int(published[:4]) if published and published[:4].isdigit() else None


def born_in(year: int, published: int | None) -> Birth | None:
    """Born in that year, if somebody in the news on that date can be."""
    newest = published - YOUNGEST if published is not None else LAST
    return Birth(year, year) if FIRST <= year <= newest else None


def at_age(age: int, published: int | None, *, korean: bool = False, bare: bool = False) -> Birth | None:
    """Born so many years before that date; ``korean`` in the Korean way of counting; ``None`` without a date."""
    if published is None or not (BARE_FROM if bare else YOUNGEST) <= age <= OLDEST:
        return None
    last = published - age + int(korean)
    return Birth(last - 1, last)


def lived(first: int, last: int, published: int | None) -> Birth | None:
    """Born in the first of two years if they span a life, not a term of office or the run of a show."""
    ended = last <= (published or last)
    return born_in(first, published) if ended and LIFE_FROM <= last - first <= OLDEST else None
