"""The weights of the model over pairs, and what they make of a pair.

One logistic regression a predicate, one against the rest, over features that are there or not (``tools/learn_pairs.py``).
Weights are whole hundredths, so that sums are the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

FILE = DATA / "english" / "pairs.tsv"
_ALWAYS = "(always)"


@dataclass(frozen=True)
class Model:
    """``weights``: a column for each of ``predicates``, a row for each feature; ``always`` is what a predicate begins with."""

    predicates: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.int64]
    always: NDArray[np.int64]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """For each predicate how likely it holds of a pair with these features."""
        known = self.rows.get
        rows = list({row for feature in features if (row := known(feature)) is not None})
        sums = (self.weights[rows].sum(axis=0) + self.always).tolist()
        return {predicate: 1 / (1 + exp(-total / 100)) for predicate, total in zip(self.predicates, sums, strict=True)}


@cache
def load() -> Model:
    """The model that ships with kgraph."""
    head, *rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    weights = {name: [int(value or 0) for value in values] for name, *values in rows}
    always = np.array(weights.pop(_ALWAYS))
    names = sorted(weights)
    return Model(
        tuple(head[1:]), {name: at for at, name in enumerate(names)}, np.array([weights[name] for name in names]), always
    )
