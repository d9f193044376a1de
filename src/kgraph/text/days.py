"""Reckoning with days, months and years, free of any language."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """That day, or ``None`` where the calendar has none such.

    >>> make_day(2021, 2, 29) is None
    True
    """
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def parse_iso(value: str | None) -> dt.date | None:
    """A whole ISO day as a date; ``None`` for anything coarser or else.

    >>> parse_iso("2022-02-07")
    datetime.date(2022, 2, 7)
    """
    match = _DAY.fullmatch(value or "")
    return make_day(*map(int, match.groups())) if match else None


def iso_of(day: dt.date | None) -> str | None:
    """The day as ISO; no day has none."""
    return day.isoformat() if day else None


def add_days(day: dt.date | None, steps: int) -> dt.date | None:
    """The day so many days later (earlier, if negative)."""
    return day + dt.timedelta(days=steps) if day else None


def add_months(year: int, month: int, steps: int) -> tuple[int, int]:
    """Year and month so many months later.

    >>> add_months(2021, 12, 1)
    (2022, 1)
    """
    years, index = divmod(month - 1 + steps, 12)
    return year + years, index + 1


def spell_date(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """ISO as exact as what is given; ``None`` where the calendar has no such month or day.

    >>> spell_date(2022, 2), spell_date(2022, 2, 30)
    ('2022-02', None)
    """
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None
    return iso_of(make_day(year, month, day))


def weekday_near(day: dt.date, weekday: int, week: int | None, *, back: bool = False) -> dt.date:
    """The weekday (Monday is 0) of the week so many weeks away; without ``week`` the next one after the day, or the last.

    >>> weekday_near(dt.date(2022, 2, 9), 4, None)
    datetime.date(2022, 2, 11)
    """
    ahead = weekday - day.weekday()
    if week is not None:
        return day + dt.timedelta(days=ahead + 7 * week)
    steps = -((-ahead) % 7 or 7) if back else ahead % 7 or 7
    return day + dt.timedelta(days=steps)
