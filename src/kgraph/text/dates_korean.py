"""Dates as Korean news writes them, read against the day of publication.

Invariant: a year that nothing fixes is not guessed; such a date is found but has no value (``iso`` is ``None``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from kgraph.text.days import add_days, add_months, iso_of, make_day, parse_iso, spell_date, weekday_near
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    import datetime as dt

_WEEKDAYS = "월화수목금토일"
_CLAUSE = 45  # characters after a date in which its verb is looked for; read off development articles, 2026-11
_STALE = 15  # days that a date may lie on the wrong side of publication before its verb's tense moves it; the same
_SAYING = re.compile(r"알려졌|밝혔|전했|말했|설명했|귀띔했|덧붙였")  # the past of who tells it, not of what is told
_REPORTED = re.compile(r"[^.\n]{0,40}?(?:에 따르면|집계 ?결과|밝혔다|내놓은|자료를? 보면|공개한 (?:수치|자료|집계))")
_FAR = 20  # days ahead at which a bare day without a telling verb is last month's (26일 on the 1st); the same
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_RANGE = re.compile(r"(?:\([^()]{1,8}\))?\s*(?:부터|에서|~|∼|-|–|·|,|및|과|와)\s*")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: ``[start, end)`` in code points and its ISO value, as exact as the words (2022, 2022-02, 2022-02-07).

    ``iso`` is ``None`` where the words name a date but nothing fixes its year.
    """

    start: int
    end: int
    iso: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known while reading on: publication, the sentence's last date and stated year, last year, past day, day told."""

    published: dt.date | None
    last: DateMention | None = None
    stated_year: int | None = None
    year: int | None = None
    day: dt.date | None = None
    told: dt.date | None = None


def find_dates(text: str, published: str | None = None) -> tuple[DateMention, ...]:
    """All dates of a text in order; ``published`` (ISO) fixes what the words leave open.

    >>> [d.iso for d in find_dates("지난해 9월 19일 개봉했고 오는 28일 공개된다", "2022-01-20")]
    ['2021-09-19', '2022-01-28']
    """
    known = _Known(parse_iso(published))
    found: list[DateMention] = []
    for match in _pattern().finditer(text):
        if not _names_a_date(text, match):
            continue
        if known.last is not None and _SENTENCE_END.search(text, known.last.end, match.start()):
            known = replace(known, last=None, stated_year=None)
        mention = DateMention(match.start(), match.end(), _value(text, match, known))
        found.append(mention)
        known = _learn(known, mention, match, reported=_REPORTED.match(text, match.end()) is not None)
    return tuple(found)


def parse_date(words: str, published: str | None = None) -> str | None:
    """The first date of the words as ISO, or ``None``.

    >>> parse_date("내달 3일", "2021-12-20")
    '2022-01-03'
    """
    return next((mention.iso for mention in find_dates(words, published)), None)


def _words() -> dict[str, Any]:
    words: dict[str, Any] = load_words("korean/dates.yaml")
    return words


@cache
def _pattern() -> re.Pattern[str]:
    free, years, months = r"(?<![가-힣])", either(_words()["years"]), either(_words()["months"])
    told, days = either(_words()["told_days"]), either(_words()["days"])
    after = r"(?=[\s,.()·’'”\"]|[은는도에의이가까부]|$)"
    this_year = (
        r"(?:하반기(?= (?:방송|방영|공개|개봉|편성|첫|예정|중))|올(?= ?(?:봄|여름|가을|겨울|상반기|하반기|연말|초|말|"
        r"추석|설|\d)))"
    )
    return re.compile(
        r"(?P<iso>(?<!\d)(?:19|20)\d\d ?[-./] ?\d{1,2} ?[-./] ?\d{1,2}(?!\d))"
        rf"|{free}(?P<told>{told}){after}"
        rf"|{free}(?P<rel_day>{days}){after}"
        rf"|{free}(?P<week>지난 ?주|이번 ?주|다음 ?주|오는|지난) ?(?P<weekday>[{_WEEKDAYS}])요일"
        rf"|(?=\d|[같그금내다오올이작재전지하])(?:{free}(?P<way>지난(?!해| ?달)|오는|이번(?! ?달)) ?)?"
        rf"(?:(?P<year>(?<!\d)(?:19|20)\d\d)년(?![대생])|{free}(?P<rel_year>{this_year}|(?:{years})(?!의))"
        rf"|{free}(?P<told_year>같은 ?해|그해|이듬해))?"
        rf"(?: ?(?:{free}(?P<rel_month>{months}|같은 ?달)(?![가-힣]{{2}})|(?P<month>(?<![\d.,])\d{{1,2}})월(?!호)))?"
        r"(?: ?(?P<day>(?<![\d.,:])\d{1,2})일(?![본상]))?"
    )


@cache
def _duration() -> re.Pattern[str]:
    after, word = either(_words()["duration_after"]), either(_words()["duration_after_word"])
    return re.compile(rf" ?(?:(?:{after})(?![가-힣]{{2}})|(?:{word})(?![가-힣]| (?:세계|회차|에피소드|지역|연령|시즌|좌석)))")


def _names_a_date(text: str, match: re.Match[str]) -> bool:
    """False for nothing at all, for a lone 지난 or 오는, and for stretches of time such as 9일 연속 and 5일 만에."""
    if not match[0]:
        return False
    part = match.groupdict()
    if not any(value for name, value in part.items() if name != "way"):
        return False
    bare_day = part["day"] and not (part["month"] or part["rel_month"] or part["way"])
    return not (bare_day and _duration().match(text, match.end()))


def _learn(known: _Known, mention: DateMention, match: re.Match[str], *, reported: bool) -> _Known:
    """What a date adds: 이날 will be the latest day told that is neither still to come nor the day of a report."""
    if mention.iso is None:
        return replace(known, last=mention)
    stated = any(match[name] for name in ("year", "rel_year", "told_year"))
    year = int(mention.iso[:4])
    day = parse_iso(mention.iso)
    ahead = day is not None and known.published is not None and day > known.published
    if day is None or ahead or match["iso"] or (known.day is not None and day < known.day) or reported:
        day = known.day
    told = known.told if reported else parse_iso(mention.iso) or known.told
    return replace(known, last=mention, stated_year=year if stated else known.stated_year, year=year, day=day, told=told)


def _value(text: str, match: re.Match[str], known: _Known) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return iso_of(make_day(*map(int, re.findall(r"\d+", part["iso"]))))
    if part["told"]:
        if part["told"].startswith("같은"):
            return iso_of(known.told or known.published)
        return _told_day(_words()["told_days"][re.sub(r"\s+", " ", part["told"])], known)
    if part["rel_day"]:
        return iso_of(add_days(known.published, _words()["days"][part["rel_day"]]))
    if part["weekday"]:
        return _weekday(part["week"].replace(" ", ""), part["weekday"], known.published)
    if part["year"] or part["rel_year"] or part["told_year"]:
        return _in_year(part, known)
    if part["rel_month"]:
        return _in_month(part, known)
    return _yearless(text, match, known)


def _told_day(steps: int, known: _Known) -> str | None:
    """이날 is the latest past day told, 같은 날 the last one; 전날 counts from a day of the sentence or publication."""
    near = parse_iso(known.last.iso) if known.last else None
    if steps >= 0:
        near = near or known.day
    return iso_of(add_days(near or known.published, steps))


def _weekday(week: str, weekday: str, published: dt.date | None) -> str | None:
    if published is None:
        return None
    ahead = {"지난주": -1, "이번주": 0, "다음주": 1}.get(week)
    return iso_of(weekday_near(published, _WEEKDAYS.index(weekday), ahead, back=week == "지난"))


def _in_year(part: dict[str, Any], known: _Known) -> str | None:
    if part["year"]:
        year: int | None = int(part["year"])
    elif part["told_year"]:
        year = known.year + (part["told_year"] == "이듬해") if known.year else None
    else:
        year = known.published.year + _words()["years"].get(part["rel_year"], 0) if known.published else None
    if year is None:
        return None
    month = int(part["month"]) if part["month"] else None
    return spell_date(year, month, int(part["day"]) if part["day"] and month else None)


def _in_month(part: dict[str, Any], known: _Known) -> str | None:
    word = re.sub(r"\s+", " ", part["rel_month"])
    if word.startswith("같은"):
        base = known.last.iso if known.last and known.last.iso and len(known.last.iso) > 4 else iso_of(known.day)
        steps = 0
    else:
        base, steps = iso_of(known.published), _words()["months"][word]
    if base is None:
        return None
    year, month = add_months(int(base[:4]), int(base[5:7]), steps)
    return spell_date(year, month, int(part["day"]) if part["day"] else None)


def _yearless(text: str, match: re.Match[str], known: _Known) -> str | None:
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    carried = _carried(text, match, known, month, day)
    if carried or known.published is None:
        return carried
    tense = {"지난": -1, "오는": 1}.get(match["way"] or "") or _tense(text, match.end()) * 2
    if month is not None:
        return _nearest_year(known.published, month, day, tense)
    return _nearest_month(known.published, day or 0, tense)


def _carried(text: str, match: re.Match[str], known: _Known, month: int | None, day: int | None) -> str | None:
    """The year (and month) of an earlier date of the sentence: 2007년 3월 시작해 5월 끝났다; 8일부터 14일까지."""
    last = known.last.iso if known.last else None
    if known.last is None or last is None or len(last) < 7:
        return None
    ranged = _RANGE.fullmatch(text, known.last.end, match.start()) is not None
    if month is not None and (known.stated_year or ranged):
        return spell_date(int(last[:4]) + (month < int(last[5:7])), month, day)
    if month is None and ranged and len(last) == 10:
        year, month = add_months(int(last[:4]), int(last[5:7]), int((day or 0) < int(last[8:])))
        return spell_date(year, month, day)
    return None


def _tense(text: str, start: int) -> int:
    """1 if the clause after a date looks ahead, -1 if it looks back, 0 if it tells neither."""
    end = min(len(text), start + _CLAUSE)
    stop = _SENTENCE_END.search(text, start, end)
    clause = _SAYING.sub(lambda match: " " * len(match[0]), text[start : stop.start() if stop else end])
    verb = _verbs().search(clause)
    past = next((i for i, char in enumerate(clause) if _is_past(char)), len(clause))
    if verb is None or past < verb.start():
        return -1 if past < len(clause) else 0
    return 1 if verb["future"] else -1


def _is_past(char: str) -> bool:
    """A Hangul syllable that ends in ㅆ, the mark of the past tense (있 and 겠 aside)."""
    return "가" <= char <= "힣" and (ord(char) - 0xAC00) % 28 == 20 and char not in "있겠"


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?P<future>{either(_words()['future'])})|(?P<past>{either(_words()['past'])})")


def _nearest_year(published: dt.date, month: int, day: int | None, tense: int) -> str | None:
    """The month (and day) of the year of publication, or of the next or last year where the tense says so."""
    year, margin = published.year, _STALE if abs(tense) == 2 else 0
    there = make_day(year, month, day or min(published.day, 28))
    if there is None:
        return spell_date(year, month, day)
    off = (there - published).days
    if tense > 0 and off < -margin:
        year += 1
    elif tense < 0 and (off > margin or (day is None and tense == -1 and month == published.month)):
        year -= 1
    return spell_date(year, month, day)


def _nearest_month(published: dt.date, day: int, tense: int) -> str | None:
    """The day of the month of publication, or of the next or last month where the tense says so."""
    margin = 1 if abs(tense) == 2 else 0
    steps = 0
    if tense > 0 and day < published.day - margin:
        steps = 1
    elif (tense < 0 and day > published.day + margin) or (tense == 0 and day - published.day > _FAR):
        steps = -1
    year, month = add_months(published.year, published.month, steps)
    return spell_date(year, month, day) or (_nearest_month(published, day, -1) if steps == 0 and tense == 0 else None)
