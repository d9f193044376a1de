"""Values that a line may state of somebody or something: a day, a prize, a rating, a rank, or a work of the same title.

As with pairs of names (:mod:`.candidates`) the line names the subject, or may be about it without.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.labels import number_of
from kgraph.claims.korean.learned.open_values import giver, open_prizes, percents, ranks, years
from kgraph.claims.korean.namesakes import SOURCE, SOURCES
from kgraph.model import Qualifiers
from kgraph.text.awards_korean import full_award

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.ceremonies import Prize
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent

SUBJECTS = {"date": ("Work",), "award": ("Person", "Work"), "twin": ("Work",), "rating": ("Work",), "rank": ("Work",)}
STATED = {
    "date": ("released_on",),
    "award": ("won", "nominated_for"),
    "twin": ("based_on",),
    "rating": ("rated",),
    "rank": ("ranked",),
}
_FAR = 10  # names of a line before and behind a value of which it may be
_MOST = 24  # values of one line that are looked at
_MOST_WORTHS = 100  # of one line; a longer list is left to rules
_TWIN = re.compile(rf"(?<![가-힣])(?:동명 |인기 |네이버 ?|카카오 ?|다음 ?|장편 ?|단편 ?|TV ?)*{SOURCE}|원작")


@dataclass(frozen=True, slots=True)
class Value:
    """A day, a prize, a number or the word for a source, at its place in the article.

    ``text`` tells it from others of its kind, ``notes`` say how it is told.
    """

    kind: str
    start: int
    end: int
    text: str
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """A value and whose it may be; ``first`` is the subject's number in the row, None where the row does not name it."""

    row: Row
    subject: Referent
    first: int | None
    value: Value
    ways: tuple[str, ...] = ()


def worths(setting: Setting, row: Row) -> Iterator[Worth]:
    """All values of a row with all that they may be of.  Of a long list only the first."""
    return islice(_all_worths(setting, row), _MOST_WORTHS)


def _all_worths(setting: Setting, row: Row) -> Iterator[Worth]:
    phrases = row.phrases
    named = {phrase.referent.ref for phrase in phrases}
    for value in values(setting, row)[:_MOST]:
        types = SUBJECTS[value.kind]
        at = bisect_left(phrases, value.start, key=lambda phrase: phrase.mention.span.start)
        for number in range(max(0, at - _FAR), min(len(phrases), at + _FAR)):
            if phrases[number].type in types:
                yield Worth(row, phrases[number].referent, number, value)
        for type_ in types:
            for ref, ways in setting.about(row, type_).items():
                if ref not in named and len(ways) > 1:
                    yield Worth(row, setting.referents[ref], None, value, ways)


def values(setting: Setting, row: Row) -> list[Value]:
    """The values of a row, kind by kind, each kind in text order."""
    return [*_dates(setting, row), *_prizes(setting, row), *_open_prizes(setting, row), *_sources(row), *_numbers(setting, row)]


def _dates(setting: Setting, row: Row) -> Iterator[Value]:
    published = setting.reading.document.article.published
    for date in setting.reading.dates(row.line):
        if date.iso:
            when = "none" if not published else _when(date.iso, published)
            yield Value("date", date.start, date.end, date.iso, Qualifiers(date=date.iso), (f"exact{len(date.iso)}", when))
    known = {date.start for date in setting.reading.dates(row.line)}
    for start, end, year in years(row.line):
        if start not in known:
            yield Value("date", start, end, year, Qualifiers(date=year), ("alone",))


def _when(day: str, published: str) -> str:
    shorter = min(len(day), len(published))
    if day[:shorter] == published[:shorter]:
        return "now"
    return ("future" if day > published else "past") + str(int(day[:4] == published[:4]))


def _prizes(setting: Setting, row: Row) -> Iterator[Value]:
    ceremonies, number = setting.ceremonies, row.line.number
    for prize in ceremonies.prizes.get(number, ()):
        award = full_award(_given(row, prize), prize.name)
        notes = (f"prize:{prize.name[-3:]}", f"of{int(prize.ceremony is not None)}")
        yield Value("award", prize.start, prize.end, award, Qualifiers(award=award, date=prize.date), notes)
    for prize in ceremonies.bare.get(number, ()):
        notes = ("bare", f"bare:{prize.name[-3:]}")
        yield Value("award", prize.start, prize.end, prize.name, Qualifiers(award=prize.name, date=prize.date), notes)


def _open_prizes(setting: Setting, row: Row) -> Iterator[Value]:
    """Prizes that no list knows, where none of a list stands."""
    ceremonies, number = setting.ceremonies, row.line.number
    told = (*ceremonies.prizes.get(number, ()), *ceremonies.bare.get(number, ()))
    givers = {ceremonies.main, *(prize.ceremony for prize in told)}
    for other in islice(open_prizes(setting.reading, row.line), _MOST):
        apart = not any(prize.start < other.end and other.start < prize.end for prize in told[:_MOST])
        if apart and other.name not in givers:
            award = full_award(other.giver or ceremonies.main, other.name)
            notes = ("open", f"open:{other.name[-2:]}", f"prize:{other.name[-3:]}", f"of{int(other.giver is not None)}")
            yield Value("award", other.start, other.end, award, Qualifiers(award=award, date=other.date), notes)


def _given(row: Row, prize: Prize) -> str | None:
    """Who gives a prize: the words right before it, else what the article tells of its ceremonies."""
    near = giver(row.line, prize.start)
    return near if near is not None and (prize.ceremony is None or near[:2] != prize.ceremony[:2]) else prize.ceremony


def _numbers(setting: Setting, row: Row) -> Iterator[Value]:
    for kind, found in (("rating", percents(setting.reading, row.line)), ("rank", ranks(setting.reading, row.line))):
        for number, told in islice(found, _MOST):
            notes = (*(f"has:{name}" for name, _ in told.items()), f"high{min(4, int(number.value) // 10)}")
            yield Value(kind, number.start, number.end, number_of(told), told, notes)


def _sources(row: Row) -> Iterator[Value]:
    line = row.line
    brackets = [(phrase.mention.span.start, phrase.mention.span.end) for phrase in line.phrases if phrase.mention.form != "role"]
    for match in line.find(_TWIN):
        start, end = line.start + match.start(), line.start + match.end()
        at = bisect_right(brackets, (end, 0)) - 1
        if at >= 0 and brackets[at][1] > start:
            continue
        word = match["source"] or "원작"
        kind = SOURCES.get(word, "")
        yield Value("twin", start, end, f"~{kind}", Qualifiers(), (f"word:{word}", f"words:{match[0]}", f"is:{kind}"))
