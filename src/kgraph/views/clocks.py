"""The two clocks: the graph as it was true on a day, and as it was reported by a day.

Both give a Reader, so that every question can be asked of either.  A date may be a day, a month or a year and stands for all of
it.  Who is who is always told as it is known today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.text.days import parse_iso

if TYPE_CHECKING:
    from kgraph.store.base import Reader

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Clocks:
    """``as_of``: what was true then, as far as the text gives a date; ``known_at``: what was reported by then."""

    as_of: str | None = None
    known_at: str | None = None


def check_date(value: str) -> str:
    """The same ISO date.  Raises :class:`~kgraph.errors.QueryError` for one that is none.

    >>> check_date("2022-02")
    '2022-02'
    """
    match = _DATE.fullmatch(value.strip())
    if match is None or parse_iso(f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}") is None:
        raise QueryError(f"expected a date like 2022-02-07, 2022-02 or 2022, found {value!r}")
    return match[0]


def is_by(date: str | None, limit: str) -> bool:
    """True if the whole of ``date`` lies before the end of ``limit``; what has no date lies nowhere.

    >>> is_by("2021", "2021-06"), is_by("2021-06-30", "2021-06"), is_by(None, "2021")
    (False, True, False)
    """
    return date is not None and date.ljust(10, "~") <= limit.ljust(10, "~")


def is_within(date: str | None, period: str) -> bool:
    """True if the two dates may mean the same day: one is a part of the other."""
    return date is not None and (date.startswith(period) or period.startswith(date))


def begins_by(date: str, limit: str) -> bool:
    """True if the first day of ``date`` lies before the end of ``limit``."""
    return date <= limit.ljust(10, "~")


def read_at(reader: Reader, clocks: Clocks) -> Reader:
    """The graph as these clocks show it; without any, the reader itself."""
    if not clocks.known_at and not clocks.as_of:
        return reader
    from kgraph.views.clock_readers import KnownReader, TrueReader  # how facts are counted: most questions need none of it

    if clocks.known_at:
        reader = KnownReader(reader, check_date(clocks.known_at))
    if clocks.as_of:
        reader = TrueReader(reader, check_date(clocks.as_of))
    return reader
