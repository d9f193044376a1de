"""When the facts of a line were true: the dates of its mask, resolved, and the one that belongs to a place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.claims.english.once import once
from kgraph.text.dates_english import DatePhrase, find_date_phrases
from kgraph.text.dates_resolved import resolve_date
from kgraph.text.tense_english import speaks_ahead

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading

_BREAK = re.compile(r"[;:]|\. (?=\D)|, (?:and|but|while) ")
_TOLD_FROM = ("then", "years", "same")
_LOOK_BACK = 3  # lines; "a day later" speaks of a date told shortly before


@dataclass(frozen=True, slots=True)
class When:
    """A date at its place in a line's mask; ``iso`` is ``None`` where nothing fixes it."""

    start: int
    end: int
    iso: str | None
    phrase: DatePhrase


@once
def dates_in(reading: Reading, line: Line, *, past: bool = False, begins: bool = False) -> tuple[When, ...]:
    """The dates of a line in order, resolved by the day of publication and the dates told before.

    ``past``: none lies ahead; ``begins``: a range counts from its first day.
    """
    found: list[When] = []
    for found_phrase in find_date_phrases(line.mask):
        phrase = replace(found_phrase, until_month=None, until_day=None) if begins else found_phrase
        before = found[-1].iso if found else None
        if phrase.unit in _TOLD_FROM and before is None:
            before = _told_before(reading, line, whole=phrase.unit == "then")
        ahead = False if past else speaks_ahead(line.mask, phrase.start, phrase.end)
        found.append(When(phrase.start, phrase.end, resolve_date(phrase, reading.published, ahead=ahead, before=before), phrase))
    return tuple(found)


def date_near(reading: Reading, line: Line, position: int, reach: int = 80) -> str | None:
    """The past date of the same clause that stands nearest to a place of the mask, after it rather than before it."""
    dates = [when for when in dates_in(reading, line, past=True) if when.iso and _distance(line, when, position) <= reach]
    return min(dates, key=lambda when: _distance(line, when, position)).iso if dates else None


def _distance(line: Line, when: When, position: int) -> int:
    low, high = sorted((position, when.start))
    broken = 1000 if _BREAK.search(line.mask, low, high) else 0
    return broken + (when.start - position if when.start >= position else 2 * (position - when.end))


def _told_before(reading: Reading, line: Line, *, whole: bool) -> str | None:
    """The date told last in the lines before; ``whole``: only one that names a day."""
    for back in range(1, _LOOK_BACK + 1):
        previous = reading.previous(line, back)
        if previous is None:
            return None
        for phrase in reversed(find_date_phrases(previous.mask)):
            ahead = speaks_ahead(previous.mask, phrase.start, phrase.end)
            iso = resolve_date(phrase, reading.published, ahead=ahead)
            if iso and (len(iso) == 10 or not whole):
                return iso
    return None
