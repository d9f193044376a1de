"""A list of names that can be searched by any spelling: a million names without comparing all pairs.

A query is read into the Hangul names that it may stand for, and those are looked up; a Latin name of the list is filed under the
likeliest Hangul names that it may stand for itself.
"""

from __future__ import annotations

import heapq
from array import array
from typing import TYPE_CHECKING, NamedTuple

from kgraph.text.hangul import is_hangul, nfc
from kgraph.text.name_compare import match_names
from kgraph.text.name_forms import Cut, Form, LatinReading, form_of
from kgraph.text.name_match import MIDDLE, NO_MATCH, probability_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STORED = 8  # Hangul names under which a Latin name is filed
ASKED = 4000  # Hangul names that a query may be read into
SAME_ROOM = MIDDLE  # what a comparison calls the same
WIDE_ROOM = 9.0  # what is still worth showing


class Hit(NamedTuple):
    """A name of the list that may be the one asked for, and at which places of the list it stands."""

    name: str
    probability: float
    places: tuple[int, ...]


def hangul_readings(form: Form, limit: int, room: float) -> list[tuple[float, str]]:
    """Hangul names that a form may stand for, cheapest first, with their cost in nats (less than ``room``)."""
    if form.hangul:
        return [(0.0, form.key)]
    found: dict[str, float] = {}
    for reading in form.latin:
        for cost, name in _reading_names(reading, room - reading.cost):
            if cost < found.get(name, room):
                found[name] = cost
    return heapq.nsmallest(limit, ((cost, name) for name, cost in found.items()))


def _reading_names(reading: LatinReading, room: float) -> Iterator[tuple[float, str]]:
    surnames = (
        [(-ratio, name) for name, ratio in reading.surname_ratios.items() if -ratio < room] if reading.surname else [(0.0, "")]
    )
    for cut in reading.cuts:
        for more, given in _cut_names(cut, room):
            for cost, surname in surnames:
                if cost + more < room:
                    yield reading.cost + cost + more, surname + given


def _cut_names(cut: Cut, room: float) -> list[tuple[float, str]]:
    joined = [(cut.cost, "")]
    for ratios in cut.ratios:
        near = [(-ratio, syllable) for syllable, ratio in ratios.items() if -ratio < room]
        joined = [(cost + more, head + syllable) for cost, head in joined for more, syllable in near if cost + more < room]
    return joined


class NameIndex:
    """Names with their places in the list, searchable by any spelling.

    >>> index = NameIndex(["이재규", "박찬욱", "Lee Jae Kyu"])
    >>> [hit.name for hit in index.search("Jae-kyoo Lee")]
    ['이재규', 'Lee Jae Kyu']
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        # Arrays and tuples of strings are nothing to the garbage collector, which lists of millions would stop for.
        self._places: dict[str, array[int]] = {}
        self._filed: dict[str, tuple[str, ...]] = {}
        self._length = 0
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        return self._length

    def add(self, name: str) -> None:
        """Put a name at the end of the list; what is no Korean name keeps its place and is never found."""
        places = self._places.get(name)
        if places is None:
            places = self._places[name] = array("q")
            self._file(name)
        places.append(self._length)
        self._length += 1

    def _file(self, name: str) -> None:
        """Remember the Hangul names that this one may stand for, where it is not plain Hangul itself."""
        if nfc(name) == name and is_hangul(name):
            return
        form = form_of(name)
        for _, reading in hangul_readings(form, STORED, SAME_ROOM) if form else ():
            if reading != name:
                self._filed[reading] = (*self._filed.get(reading, ()), name)

    def search(self, name: str, limit: int = 10) -> list[Hit]:
        """The names of the list that may be written for this one, likeliest first, then in the order of the list."""
        form = form_of(name)
        if form is None:
            return []
        readings = [reading for _, reading in hangul_readings(form, ASKED, WIDE_ROOM)]
        found = {other for reading in readings for other in (reading, *self._filed.get(reading, ())) if other in self._places}
        matches = [(match_names(name, other) or NO_MATCH, self._places[other], other) for other in found]
        best = heapq.nsmallest(limit, matches, key=lambda hit: (hit[0].cost, hit[1][0]))
        return [Hit(other, probability_of(match), tuple(places)) for match, places, other in best]
