"""Dates in English, found as they stand: "Sept. 17, 2021", "this Friday", "the 28th", "the second half of this year".

``kgraph.text.dates_resolved`` turns what is found here into ISO dates.  Linear in the text's length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kgraph.text.word_lists import either, folded, load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBERS |= {"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "same": 0, "next": 1, "coming": 0, "upcoming": 0, "following": 1}
_PARTS = {"early", "mid", "middle", "late", "later", "sometime", "beginning", "start", "end", "rest", "course", "half", "quarter"}
_WORD = re.compile(r"[A-Za-z]+|\d+")
_NUMBER_FORMS = ("iso", "dmy", "ago", "then", "years", "y")
_YEAR = r"(?:19|20)\d\d\b"
_SHIFT = r"(?:last|past|previous|this|(?:the\s)?same|next|(?:the\s)?coming|upcoming)"
_ANY_YEAR = rf"(?:{_YEAR}|(?:the\s)?{_SHIFT}\syear\b)"
_OPENING = r"(?:bow|comeback|debut|launch|opening|premiere|release|start)"
_NOT_A_DATE = (
    r"(?![\w/:-]|[.,]\d|\s*%|\s(?:percent|won|tickets?|people|million|billion|points?|screens?|votes?|viewers|pounds|dollars)\b)"
)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as the text gives it: ``text`` stands at ``[start, end)``.

    ``year``, ``month``, ``day`` and ``weekday`` (Monday is 0) are what it names.  ``shift`` counts ``unit`` (``year``, ``month``,
    ``week``, ``day``) from the day of publication; with unit ``then`` it counts days, with ``years`` years from the date that the
    text told before.
    ``season`` is the season's name; ``until_month`` and ``until_day`` end a range.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int = 0
    season: str | None = None
    until_month: int | None = None
    until_day: int | None = None


def find_date_phrases(text: str) -> tuple[DatePhrase, ...]:
    """All dates of a text in order, not yet resolved; a stretch of text belongs to one date only."""
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[DatePhrase]:
    starts, end = _starts(), 0
    for word in _WORD.finditer(text):
        forms = _NUMBER_FORMS if word.group().isdigit() else starts.get(word.group().lower())
        if forms is None or word.start() < end:
            continue
        match = _pattern(forms).match(text, word.start())
        if match is not None:
            name = match.lastgroup or ""
            end = match.end()
            yield DatePhrase(match.start(), end, match.group(), **_READERS[name](folded(match.group(name))))


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """Which forms of date a word may begin; a word that begins none is passed over at once."""
    words = load_words("english/dates.yaml")
    shifts = ("sm", "ss", "wd", "unit", "word", "part")
    starts: dict[str, tuple[str, ...]] = dict.fromkeys(_PARTS, ("part",))
    starts |= (
        dict.fromkeys(_NUMBERS, ("ago", "then", "years"))
        | dict.fromkeys(("a", "an"), ("ago", "then", "years", "m"))
        | dict.fromkeys(_SHIFTS, shifts)
        | {"coming": ("nth", *shifts), "q": ("part",)}
    )
    starts |= dict.fromkeys(("in", "since", "until", "by", "from", "of", "for", "its", "till", "around"), ("m",)) | {
        "on": ("nth",)
    }
    starts |= {"the": ("dmy", "part", "nth", "sm", "then", "years", "unit", "word"), "first": ("part",), "second": ("part",)}
    starts |= dict.fromkeys(("today", "tonight", "tomorrow", "yesterday"), ("word",))
    starts |= dict.fromkeys(words["months"], ("mdy", "my", "mn")) | dict.fromkeys(words["weekdays"], ("wd",))
    starts |= dict.fromkeys(words["seasons"], ("ss", "part"))
    return starts | {re.split(r"[ ']", name)[0]: ("hol",) for name in words["holidays"]}


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    forms = _forms()
    return re.compile("|".join(f"(?P<{name}>{forms[name]})" for name in names), re.IGNORECASE)


@cache
def _forms() -> dict[str, str]:
    words = load_words("english/dates.yaml")
    month = rf"(?:{either(words['months'])})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?" + _NOT_A_DATE.replace("-]", "]")
    weekday = rf"(?:{either(words['weekdays'])})\b\.?(?![-–/&]\w)"
    season, holiday = rf"(?:{either(words['seasons'])})\b", rf"(?:{either(words['holidays'])})\b"
    part = (
        r"(?:the\s)?(?:(?:first|second|latter|1st|2nd)\shalf|(?:first|second|third|fourth|final|"
        r"last)\squarter|beginning|start|middle|end|rest|course"
        rf"|{season})\sof\s(?:the\s)?|(?:early|mid|late|later|sometime|q[1-4])[\s-](?:in\s|of\s)?"
    )
    in_year = rf"(?:,?\s(?:of\s|in\s)?{_ANY_YEAR})"
    return {
        "iso": rf"{_YEAR}(?P<s>[-./])\s?\d{{1,2}}(?P=s)\s?\d{{1,2}}\b",
        "mdy": rf"{month}\s?{day}(?:\s?(?:[-–~]|to\s|and\s)\s?(?:{month}\s)?\d{{1,2}}(?:st|nd|rd|th)?\b)?{in_year}?",
        "dmy": rf"(?:the\s)?{day}\s(?:day\s)?(?:of\s)?{month}{in_year}?",
        "part": rf"(?:{part})(?:{_ANY_YEAR}|{month}{in_year}?)",
        "my": rf"{month}{in_year}",
        "sm": rf"(?:the\s)?{_SHIFT}\s{month}(?!\s?\d)",
        "ss": rf"(?:{_SHIFT}\s{season}|{season}{in_year})",
        "hol": rf"{holiday}{in_year}?",
        "wd": rf"(?<![-–/&])(?:{_SHIFT}\s)?{weekday}(?:\s{_SHIFT}\sweek\b)?",
        "nth": (
            rf"(?:(?:the\s|coming\s)+\d{{1,2}}(?:st|nd|rd|th)|on\s\d{{1,2}}(?:st|nd|rd|"
            rf"th))(?:\sof\s{_SHIFT}\smonth\b|\sof\sthe\smonth\b)?{_not_counted()}"
        ),
        **_told_forms(),
        "mn": rf"(?=(?-i:[A-Z])){month}(?:['’]s\b(?!\s?\d)|(?=\s{_OPENING}\b))",
        "m": (
            rf"(?:in|since|until|by|from|of|(?:for|till|around|its|an?)(?=\s(?-i:[A-Z])))\s(?:early\s|late\s|mid-?\s?)?"
            rf"{month}(?:{in_year}|(?!\s?\d))"
        ),
        "y": rf"(?<![$€£₩.,:/-]){_YEAR}{_NOT_A_DATE}",
    }


def _told_forms() -> dict[str, str]:
    """Dates told from the day of publication or from the date before, as "two years ago" and "the next day"."""
    number = rf"(?:\d{{1,2}}|{either(_NUMBERS)})"
    return {
        "ago": rf"{number}\s(?:year|month|day)s?\sago\b",
        "then": (
            rf"(?:the\s(?:next|following)\s(?:day|night)|{number}\s(?:day|night)s?\s(?:later|"
            rf"after(?:wards?)?|earlier|before))\b"
        ),
        "years": rf"(?:the\s(?:following|next)\syear|{number}\syears?\s(?:later|afterwards?|earlier))\b",
        "unit": rf"(?:the\s)?{_SHIFT}\s(?:year|month)\b",
        "word": (
            r"(?:the\sday\sbefore\syesterday|today|tonight|this\s(?:morning|afternoon|evening)|tomorrow|"
            r"yesterday|last\snight)\b(?!['’]s\s[A-Z])"
        ),
    }


def _not_counted() -> str:
    """What keeps "the 4th episode" and "the 57th Awards" from being a day of the month: no noun may follow."""
    small = load_words("english/dates.yaml")["after_a_day"]
    return rf"(?![\w%-])(?!\s(?!(?:{either(small)})\b)\w)"


def _year(text: str) -> dict[str, Any]:
    named = re.search(_YEAR, text)
    if named:
        return {"year": int(named.group())}
    shift = re.search(r"(\w+)\syear\b", text)
    return {"unit": "year", "shift": _SHIFTS.get(shift.group(1), 0)} if shift else {}


def _month(text: str) -> int | None:
    months = load_words("english/dates.yaml")["months"]
    return next((months[word.group()] for word in _WORD.finditer(text) if word.group() in months), None)


def _days(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]


def _read_iso(text: str) -> dict[str, Any]:
    year, month, day = (int(number) for number in re.findall(r"\d+", text))
    return {"year": year, "month": month, "day": day}


def _read_month_day(text: str) -> dict[str, Any]:
    days = _days(text)
    months = [load_words("english/dates.yaml")["months"].get(word.group()) for word in _WORD.finditer(text)]
    named = [month for month in months if month]
    until = {"until_day": days[1], "until_month": named[-1]} if len(days) > 1 else {}
    return {"month": named[0], "day": days[0], **until, **_year(text)}


def _read_month(text: str) -> dict[str, Any]:
    if "season" in (found := _read_season(text)):
        return found
    return {"month": _month(text), **_year(text)}


def _read_shifted_month(text: str) -> dict[str, Any]:
    first = text.removeprefix("the ").split()[0]
    return {
        "month": _month(text),
        "unit": {"last": "past", "past": "past", "previous": "past", "next": "ahead"}.get(first, "near"),
    }


def _read_season(text: str) -> dict[str, Any]:
    seasons = load_words("english/dates.yaml")["seasons"]
    season = next((word.group() for word in _WORD.finditer(text) if word.group() in seasons), None)
    if season is None:
        return {}
    year = _year(text)
    first = text.split(maxsplit=1)[0]
    return {"season": season, **(year or {"unit": "year", "shift": _SHIFTS.get(first, 0)})}


def _read_holiday(text: str) -> dict[str, Any]:
    name = re.split(r",?\s(?:of\s)?(?:19|20|last|this|next|the)", text)[0].replace("’", "'")
    month, day = load_words("english/dates.yaml")["holidays"][name]
    return {"month": month, "day": day, **_year(text)}


def _read_weekday(text: str) -> dict[str, Any]:
    names = load_words("english/dates.yaml")["weekdays"]
    words = text.replace(".", "").removeprefix("the ").split()
    weekday = next(names[word] for word in words if word in names)
    if words[-1] == "week":
        return {"weekday": weekday, "unit": "week", "shift": _SHIFTS.get(words[-2], 0)}
    units = {"last": "past", "past": "past", "previous": "past", "next": "next", "this": "near"}
    units |= {"coming": "ahead", "upcoming": "ahead"}
    return {"weekday": weekday, "unit": units.get(words[0])}


def _read_nth(text: str) -> dict[str, Any]:
    shift = re.search(r"of\s(\w+)\smonth", text)
    ahead = {"unit": "ahead"} if "coming" in text else {}
    return {
        "day": _days(text.replace("st", " ").replace("nd", " "))[0],
        **({"unit": "month", "shift": _SHIFTS.get(shift.group(1), 0)} if shift else ahead),
    }


def _amount(text: str) -> int:
    first = text.split(maxsplit=1)[0]
    return int(first) if first.isdigit() else _NUMBERS.get(first, 1)


def _read_ago(text: str) -> dict[str, Any]:
    return {"unit": text.split()[1].removesuffix("s"), "shift": -_amount(text)}


def _read_then(text: str) -> dict[str, Any]:
    back = text.endswith(("earlier", "before"))
    return {"unit": "then", "shift": -_amount(text) if back else _amount(text)}


def _read_years(text: str) -> dict[str, Any]:
    if text.startswith("the "):
        return {"unit": "years", "shift": 1}
    return {"unit": "years", "shift": -_amount(text) if text.endswith("earlier") else _amount(text)}


def _read_unit(text: str) -> dict[str, Any]:
    words = text.removeprefix("the ").split()
    if words[0] == "same":
        return {"unit": "same"}
    return {"unit": words[-1], "shift": _SHIFTS.get(words[0], 0)}


def _read_word(text: str) -> dict[str, Any]:
    shifts = {"tomorrow": 1, "yesterday": -1, "last night": -1}
    return {"unit": "day", "shift": -2 if "before" in text else shifts.get(" ".join(text.split()), 0)}


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "iso": _read_iso,
    "mdy": _read_month_day,
    "dmy": _read_month_day,
    "part": _read_month,
    "my": _read_month,
    "sm": _read_shifted_month,
    "ss": _read_season,
    "hol": _read_holiday,
    "wd": _read_weekday,
    "nth": _read_nth,
    "ago": _read_ago,
    "then": _read_then,
    "years": _read_years,
    "unit": _read_unit,
    "word": _read_word,
    "mn": _read_month,
    "m": _read_month,
    "y": _year,
}
