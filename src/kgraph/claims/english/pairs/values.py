"""What a line tells in figures and words instead of names: dates, prizes, shares of viewers and ranks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.english.award_rolls import rolls
from kgraph.claims.english.pairs.honours import honours
from kgraph.claims.english.prizes import full_name, paint_prizes
from kgraph.claims.english.rank_hits import find_chart, is_doubted, rank_of, ranks_in
from kgraph.claims.english.rank_places import places_in
from kgraph.claims.english.ratings import about_viewers, means_other, shares_of
from kgraph.claims.english.release_words import MAY_DATE
from kgraph.claims.english.when import dates_in
from kgraph.text.awards_english import award_name, implied_predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.prizes import PrizeLine
    from kgraph.claims.english.reading import Reading
    from kgraph.claims.english.when import When

DATE, PRIZE, SHARE, RANK, CEREMONY = "DANRC"
LETTERS = frozenset((DATE, PRIZE, SHARE, RANK, CEREMONY))
_NOMINEES = re.compile(r"\b(?:[Nn]omin\w+|[Nn]ods?|[Ss]hortlist\w*|[Cc]ontenders?)\b")
_WINNERS = re.compile(r"\b(?:[Ww]inners?|[Ww]ins?|[Ww]on|[Tt]ook|[Tt]akes?|[Ss]weeps?|[Ss]wept|[Tt]rophies|[Ww]ent to)\b")
_HEAD, _BACK = 3, 3  # lines
_LOWEST = 200  # rank
_MOST = 60  # of one line; a longer table is left to rules


@dataclass(frozen=True, slots=True)
class Value:
    """A value at its place in a line's mask: ``letter`` says of what sort, ``told`` is what a claim has of it (an ISO date, a
    prize's name, a number); ``marks`` are its looks.
    """

    letter: str
    start: int
    end: int
    told: str
    marks: tuple[str, ...]


def values_of(reading: Reading, line: Line, ceremony: str | None) -> tuple[Value, ...]:
    """The values of a line in text order; of two that overlap the first, prizes before numbers.  ``ceremony``: the last told."""
    plain = *_prizes(reading, line, ceremony), *_ranks(reading, line), *_shares(reading, line), *_dates(reading, line)
    found = [*plain, *_places(reading, line)]
    kept: list[Value] = []
    for value in found[:_MOST]:
        if all(value.end <= other.start or other.end <= value.start for other in kept):
            kept.append(value)
    return tuple(sorted(kept, key=lambda value: value.start))


def _dates(reading: Reading, line: Line) -> Iterator[Value]:
    if MAY_DATE.search(line.mask):
        for when in dates_in(reading, line, begins=True):
            if when.iso is not None:
                yield Value(DATE, when.start, when.end, when.iso, _marks(reading, when, when.iso))


def _marks(reading: Reading, when: When, iso: str) -> tuple[str, ...]:
    published = reading.published or ""
    side = "same" if published[:4] == iso[:4] else "later" if iso > published else "before"
    first = when.phrase.text.split()[0].lower()
    return f"exact{len(iso)}", f"unit:{when.phrase.unit}", f"year:{side}", f"ahead:{iso > published}", f"word:{first[:9]}"


def _prizes(reading: Reading, line: Line, ceremony: str | None) -> Iterator[Value]:
    if line.index in rolls(reading):  # nobody but whom the row names has its prize
        return
    painted = paint_prizes(reading, line)
    if painted is None:
        yield from _guessed(reading, line, ceremony, None)
        return
    promised = tuple(_promised(reading, line))
    categories, ceremonies = painted.categories(0, len(painted.mask)), painted.ceremonies()
    for place, category in categories:
        implied = implied_predicate(category)
        marks: tuple[str, ...] = (
            "category",
            f"implied:{implied}",
            f"held{min(2, len(ceremonies))}",
            *promised,
            f"told:{ceremony is not None}",
        )
        name = full_name(painted, place, category, ceremony) or category
        yield Value(PRIZE, place, _painted_end(painted.mask, place), name, marks)
    for place, name in ceremonies:
        marks = "ceremony", f"many:{name.endswith(('s', 'Festival'))}", *promised
        yield Value(CEREMONY if categories else PRIZE, place, _painted_end(painted.mask, place), name, marks)
    yield from _guessed(reading, line, ceremony, painted)


def _guessed(reading: Reading, line: Line, ceremony: str | None, painted: PrizeLine | None) -> Iterator[Value]:
    """What only looks like a prize."""
    for honour in honours(line, held=ceremony is not None or painted is not None):
        named = full_name(painted, honour.start, honour.name, ceremony) if painted else award_name(ceremony, honour.name)
        marks = f"look:{honour.look}", f"implied:{implied_predicate(honour.name)}", f"told:{ceremony is not None}"
        yield Value(PRIZE, honour.start, honour.end, named or honour.name, (*marks, *_promised(reading, line)))


def _promised(reading: Reading, line: Line) -> Iterator[str]:
    """Whether the article's head and the lines before speak of nominees or of winners."""
    for name, near in (("head", reading.lines[:_HEAD]), ("before", reading.lines[max(0, line.index - _BACK) : line.index])):
        text = " ".join(other.mask for other in near)
        yield f"{name}:{bool(_NOMINEES.search(text))}{bool(_WINNERS.search(text))}"


def _painted_end(mask: str, start: int) -> int:
    end = start + 1
    while end < len(mask) and mask[end] == "\uf8ff":
        end += 1
    return end


def _shares(reading: Reading, line: Line) -> Iterator[Value]:
    numbers = shares_of(reading, line) if "." in line.mask or "%" in line.mask or "percent" in line.mask else ()
    viewers = about_viewers(reading, line) if numbers else False
    for number in numbers:
        marks = f"viewers:{viewers}", f"other:{means_other(line, number)}", f"size{min(5, int(number.value) // 5)}"
        yield Value(SHARE, number.start, number.end, str(number.value), (*marks, f"point:{'.' in number.text}"))


def _ranks(reading: Reading, line: Line) -> Iterator[Value]:
    for name, places in ranks_in(reading, line).items():
        for found in places:
            rank, (start, end) = rank_of(name, found), found.span("r" if "r" in found.re.groupindex else "t")
            if rank and rank <= _LOWEST:
                chart = find_chart(reading, line, start) is not None
                marks = f"name:{name}", f"top:{rank == 1}", f"doubted:{is_doubted(line, *found.span('t'))}", f"chart:{chart}"
                yield Value(RANK, start, end, str(rank), marks)


def _places(reading: Reading, line: Line) -> Iterator[Value]:
    """What only looks like a rank."""
    for start, end, rank in places_in(reading, line):
        marks = "name:place", f"top:{rank == 1}", f"doubted:{is_doubted(line, start, end)}", f"rank:{min(rank, 11)}"
        yield Value(RANK, start, end, str(rank), marks)
