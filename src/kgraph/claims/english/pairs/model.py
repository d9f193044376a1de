"""The weights of the model over pairs, and what they make of a pair.

One logistic regression a target (:mod:`.ties`), one against the rest, over features that are there or not
(``tools/learn_pairs.py``).  Weights are whole hundredths, so that sums are the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from kgraph.claims.english.pairs.ties import TARGETS
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from kgraph.claims.english.pairs.features import Features

FILE = DATA / "english" / "pairs.tsv"
ALWAYS = "(always)"
ANY = "*"  # how two stand to each other does not matter


@dataclass(frozen=True)
class Weights:
    """Of one group of pairs: ``rows`` leads from a stand (or ``ANY``) and a feature to a row of ``table``, which has a column for
    each target; its first row is what a target begins with.
    """

    rows: Mapping[str, Mapping[str, int]]
    table: NDArray[np.int64]

    def rows_of(self, features: Features) -> set[int]:
        """The rows of these features; a name that comes twice counts once."""
        general, own = self.rows[ANY].get, self.rows.get(features.stand, {}).get
        rows = {*map(general, features.general), *map(own, features.own)}
        return {row for row in rows if row is not None}

    def sums(self, pairs: Sequence[Iterable[int]]) -> list[list[int]]:
        """For the rows of each pair the log odds, in hundredths, of each target."""
        if not pairs:
            return []
        rows: list[int] = []
        starts: list[int] = []
        for pair in pairs:
            starts.append(len(rows))
            rows += (0, *pair)
        totals: list[list[int]] = np.add.reduceat(self.table[rows], starts, axis=0).tolist()
        return totals


@cache
def load(path: Path = FILE) -> Mapping[str, Weights]:
    """The model that ships with kgraph: weights by group."""
    lines: dict[str, list[list[str]]] = {group: [] for group in TARGETS}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            group, *rest = line.split("\t")
            lines[group].append(rest)
    return {group: _weights(told, len(TARGETS[group])) for group, told in lines.items()}


def _weights(lines: Iterable[list[str]], targets: int) -> Weights:
    rows: dict[str, dict[str, int]] = {ANY: {}}
    values: list[list[int]] = []
    for stand, name, *told in lines:
        if stand != ALWAYS:
            rows.setdefault(stand, {})[name] = len(values)
        values.append([int(value or 0) for value in told] + [0] * (targets - len(told)))  # zeros at the end are not written
    return Weights(rows, np.array(values, dtype=np.int64).reshape(-1, targets))
