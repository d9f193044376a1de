"""The weights of the model over pairs, and what they make of a pair.

One logistic regression a target (:mod:`.ties`), one against the rest, over features that are there or not
(``tools/learn_pairs.py``).  Weights are whole hundredths, so that sums are the same on every machine.  Each name of a feature has
a number, and a row of weights for each stand that it was seen in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from kgraph.claims.english.pairs.features import HEADS, PLAIN, split
from kgraph.claims.english.pairs.ties import TARGETS
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from kgraph.claims.english.pairs.features import Features
    from kgraph.claims.english.pairs.setting import Part

FILE = DATA / "english" / "pairs.tsv"
ALWAYS = "(always)"
ANY = "*"  # how two stand to each other does not matter
_UNKNOWN = ""  # a stand without weights of its own
_MOST_PARTS = 5_000  # that are remembered of a group


class Known(NamedTuple):
    """What the model knows of a pair: numbers of names that count however the two stand, and where they stand so."""

    stand: int
    general: list[int]
    own: list[int]


@dataclass(frozen=True)
class Weights:
    """Of one group of pairs: ``numbers`` leads from head and tail of a name to its number, a row of ``rows``, ``stands`` from a
    stand to a column of it; there stands the row of ``table``, which has a column for each target.  Number 0 is what a target
    begins with; the last row of the table is nothing.
    """

    numbers: Mapping[str, Mapping[str, int]]
    stands: Mapping[str, int]
    rows: NDArray[np.unsignedinteger]
    table: NDArray[np.int32]

    def known(self, features: Features) -> Known:
        """The names that have a number; one that comes twice counts once."""
        plain, both = self.numbers[PLAIN].get, set[int | None]()
        for head, tails in features.both:
            both.update(map(self.numbers[head].get, tails))
        general = both.union(map(plain, features.general)) if features.general else both
        stand = self.stands.get(features.stand, self.stands[_UNKNOWN])
        return Known(stand, _numbers(general), _numbers(both.union(map(plain, features.own))))

    @cached_property
    def part(self) -> Callable[[Part], list[int]]:
        """The names of a part that have a number; the same parts come again and again, in other articles too."""
        return lru_cache(maxsize=_MOST_PARTS)(self._part)

    def _part(self, part: Part) -> list[int]:
        return _numbers(set(map(self.numbers[PLAIN].get, part.names)))

    def sums(self, pairs: Sequence[Known]) -> list[list[int]]:
        """For each pair the log odds, in hundredths, of each target."""
        adder = Adder(self)
        for pair in pairs:
            adder.add(pair, ())
        return adder.sums()


class Adder:
    """Pairs of one group, added up at once; what is told of the two of a pair comes in parts that it shares with others."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._numbers: list[int] = []
        self._starts: list[int] = []
        self._stands: list[int] = []
        self._lengths: list[int] = []

    def add(self, words: Known, told: Iterable[Part]) -> None:
        """Takes a pair in."""
        look = self._weights.part
        general, own = [0, *words.general], words.own.copy()
        for part in told:
            found = look(part)
            own += found
            if part.both_ways:
                general += found
        self._starts.append(len(self._numbers))
        self._numbers += general
        self._numbers += own
        self._stands += (0, words.stand)
        self._lengths += (len(general), len(own))

    def sums(self) -> list[list[int]]:
        """For each pair, in the order of their adding, the log odds, in hundredths, of each target."""
        if not self._starts:
            return []
        rows, table = self._weights.rows, self._weights.table
        told = np.fromiter(self._numbers, dtype=np.int64, count=len(self._numbers))
        told *= rows.shape[1]
        told += np.repeat(self._stands, self._lengths)
        totals: list[list[int]] = np.add.reduceat(table.take(rows.ravel().take(told), axis=0), self._starts, axis=0).tolist()
        return totals


def _numbers(found: set[int | None]) -> list[int]:
    found.discard(None)
    return cast("list[int]", [*found])


@cache
def load(path: Path = FILE) -> Mapping[str, Weights]:
    """The model that ships with kgraph: weights by group."""
    lines: dict[str, list[tuple[str, str, list[int]]]] = {group: [] for group in TARGETS}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            group, stand, name, *told = line.split("\t")
            zeros = [0] * (len(TARGETS[group]) - len(told))  # zeros at the end are not written
            lines[group].append((stand, name, [int(value or 0) for value in told] + zeros))
    return {group: weights(told[0][2], told[1:]) for group, told in lines.items()}


def weights(always: Sequence[int], lines: Sequence[tuple[str, str, Sequence[int]]]) -> Weights:
    """The weights of one group: what each target begins with, and a line for each stand and name."""
    numbers: dict[str, dict[str, int]] = {head: {} for head in (PLAIN, *HEADS)}
    stands = {stand: number for number, stand in enumerate(dict.fromkeys((ANY, _UNKNOWN, *(stand for stand, _, _ in lines))))}
    fresh = count(1)
    places = []
    for stand, name, _ in lines:
        head, tail = split(name)
        if tail not in numbers[head]:
            numbers[head][tail] = next(fresh)
        places.append((numbers[head][tail], stands[stand]))
    table = np.array([always, *(told for _, _, told in lines), [0] * len(always)], dtype=np.int32)
    rows = np.full((next(fresh), len(stands)), len(table) - 1, dtype=np.min_scalar_type(len(table)))
    rows[0, 0] = 0
    rows[tuple(np.array(places, dtype=np.int64).reshape(-1, 2).T)] = range(1, len(lines) + 1)
    return Weights(numbers, stands, rows, table)
