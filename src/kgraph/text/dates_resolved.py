"""From a date phrase to an ISO date, as exact as the text allows: ``2021``, ``2021-09`` or ``2021-09-17``.

What neither the text nor the day of publication fixes is ``None``; a year is never guessed.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.text.dates_english import DatePhrase


def resolve_date(
    phrase: DatePhrase, published: str | None, *, ahead: bool | None = None, before: str | None = None
) -> str | None:
    """The ISO date of a phrase.

    ``published`` is the day of publication (ISO), ``ahead`` says whether the sentence speaks of the future (``None``: it does not
    say), ``before`` is the ISO date told before this one, for "a day later".  "this Friday" told on 2023-07-28 -> "2023-07-28".
    """
    if phrase.unit == "then":
        told = _day_of(before)
        return (told + timedelta(days=phrase.shift)).isoformat() if told else None
    if phrase.unit == "years":
        return f"{int(before[:4]) + phrase.shift:04d}" if before else None
    if phrase.unit == "same":
        return before[:4] if before else None
    if phrase.year is not None:
        return _calendar(phrase, phrase.year)
    if published is None or not published[:4].isdigit():
        return None
    if phrase.season:
        return _season_year(phrase, published)
    if phrase.unit == "year":
        return _calendar(phrase, int(published[:4]) + phrase.shift)
    if phrase.unit == "month":
        return _shift_month(phrase, published)
    return _nearest(phrase, published, ahead=ahead)


def _day_of(iso: str | None) -> date | None:
    if iso is None or len(iso) != 10:
        return None
    year, month, day = (int(part) for part in iso.split("-"))
    return date(year, month, day) if _exists(year, month, day) else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _calendar(phrase: DatePhrase, year: int) -> str | None:
    if phrase.month is None:
        return f"{year:04d}"
    if not 1 <= phrase.month <= 12:
        return None
    if phrase.day is None:
        return f"{year:04d}-{phrase.month:02d}"
    if not _exists(year, phrase.month, phrase.day):
        return None
    if phrase.until_day is not None:
        return f"{year:04d}-{phrase.month:02d}" if phrase.until_month == phrase.month else f"{year:04d}"
    return date(year, phrase.month, phrase.day).isoformat()


def _season_year(phrase: DatePhrase, published: str) -> str | None:
    """The year of "last summer": the latest summer that is over; "this" and "next" count calendar years."""
    year, month = int(published[:4]), int(published[5:7] or 0)
    if phrase.shift < 0:
        last = load_words("english/dates.yaml")["seasons"][phrase.season][1]
        return None if not month else f"{year if month > last else year - 1:04d}"
    return f"{year + phrase.shift:04d}"


def _shift_month(phrase: DatePhrase, published: str) -> str | None:
    if len(published) < 7:
        return None
    months = int(published[:4]) * 12 + int(published[5:7]) - 1 + phrase.shift
    year, month = months // 12, months % 12 + 1
    if phrase.day is None:
        return f"{year:04d}-{month:02d}"
    return date(year, month, phrase.day).isoformat() if _exists(year, month, phrase.day) else None


def _nearest(phrase: DatePhrase, published: str, *, ahead: bool | None) -> str | None:
    if phrase.month is not None and phrase.day is None:
        return _nearest_month(phrase, published, ahead=ahead)
    today = _day_of(published)
    if today is None:
        return None
    if phrase.month is not None:
        return _nearest_month_day(phrase, today, ahead=ahead)
    if phrase.weekday is not None:
        return _weekday(phrase, today, ahead=ahead).isoformat()
    if phrase.unit == "day":
        return (today + timedelta(days=phrase.shift)).isoformat()
    return _nearest_day(phrase, today, ahead=ahead) if phrase.day is not None else None


def _nearest_month(phrase: DatePhrase, published: str, *, ahead: bool | None) -> str | None:
    if len(published) < 7 or phrase.month is None:
        return None
    year, month = int(published[:4]), int(published[5:7])
    if phrase.unit == "past":
        return f"{year if phrase.month < month else year - 1:04d}-{phrase.month:02d}"
    if phrase.unit == "ahead":
        return f"{year if phrase.month > month else year + 1:04d}-{phrase.month:02d}"
    if ahead is None:
        offset = (phrase.month - month + 6) % 12 - 6
        months = year * 12 + month - 1 + offset
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if ahead:
        return f"{year if phrase.month >= month else year + 1:04d}-{phrase.month:02d}"
    return f"{year if phrase.month <= month else year - 1:04d}-{phrase.month:02d}"


def _nearest_month_day(phrase: DatePhrase, today: date, *, ahead: bool | None) -> str | None:
    days = [
        (date(year, phrase.month or 1, phrase.day or 1), year)
        for year in (today.year - 1, today.year, today.year + 1)
        if _exists(year, phrase.month or 0, phrase.day or 0)
    ]
    if ahead is not None:
        days = [(day, year) for day, year in days if (day >= today if ahead else day <= today)]
    if not days:
        return None
    _, year = min(days, key=lambda pair: (abs(pair[0] - today), pair[0]))
    return _calendar(phrase, year)


def _weekday(phrase: DatePhrase, today: date, *, ahead: bool | None) -> date:
    offset = ((phrase.weekday or 0) - today.weekday()) % 7
    if phrase.unit == "week":
        return today - timedelta(days=today.weekday()) + timedelta(days=7 * phrase.shift + (phrase.weekday or 0))
    if phrase.unit == "past":
        return today + timedelta(days=offset - 7)
    if phrase.unit == "next":
        return today + timedelta(days=offset or 7)
    if phrase.unit in ("near", "ahead"):
        return today + timedelta(days=offset - 7 if ahead is False and offset and phrase.unit == "near" else offset)
    if ahead:
        return today + timedelta(days=offset)
    return today + timedelta(days=offset - 7 if offset else 0)


def _nearest_day(phrase: DatePhrase, today: date, *, ahead: bool | None) -> str | None:
    coming = ahead is True or phrase.unit == "ahead"
    shift = 0
    if coming and (phrase.day or 0) < today.day:
        shift = 1
    elif ahead is False and not coming and (phrase.day or 0) > today.day:
        shift = -1
    months = today.year * 12 + today.month - 1 + shift
    year, month = months // 12, months % 12 + 1
    return date(year, month, phrase.day or 0).isoformat() if _exists(year, month, phrase.day or 0) else None
