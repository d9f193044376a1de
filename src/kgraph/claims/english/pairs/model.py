"""The weights of the model over pairs, and what they make of a pair.

One logistic regression a target (:mod:`.ties`), one against the rest, over features that are there or not
(``tools/learn_pairs.py``).  Weights are whole hundredths, so that sums are the same on every machine.  Each name of a feature has
a number, and a row of weights for each stand that it was seen in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kgraph.claims.english.pairs.features import HEADS, PLAIN, split
from kgraph.claims.english.pairs.ties import TARGETS
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from kgraph.claims.english.pairs.features import Features

FILE = DATA / "english" / "pairs.tsv"
ALWAYS = "(always)"
ANY = "*"  # how two stand to each other does not matter
_UNKNOWN = ""  # a stand without weights of its own


class Known(NamedTuple):
    """What the model knows of a pair: numbers of names that count however the two stand, and where they stand so."""

    stand: int
    general: list[int]
    own: list[int]

    def beside(self, other: Known) -> Known:
        """With what is known beside it of a pair that stands so."""
        return Known(self.stand, self.general + other.general, self.own + other.own)


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

    def sums(self, pairs: Sequence[Known]) -> list[list[int]]:
        """For each pair the log odds, in hundredths, of each target."""
        if not pairs:
            return []
        numbers: list[int] = []
        starts: list[int] = []
        stands: list[int] = []
        lengths: list[int] = []
        for pair in pairs:
            starts.append(len(numbers))
            numbers += (0, *pair.general, *pair.own)
            stands += (0, pair.stand)
            lengths += (1 + len(pair.general), len(pair.own))
        told = np.fromiter(numbers, dtype=np.int32, count=len(numbers))
        rows = self.rows[told, np.repeat(stands, lengths)]
        totals: list[list[int]] = np.add.reduceat(self.table.take(rows, axis=0), starts, axis=0).tolist()
        return totals


def _numbers(found: set[int | None]) -> list[int]:
    return [number for number in found if number is not None]


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
