"""The weights of the model over pairs, and what they make of a pair.

One logistic regression a predicate, one against the rest, over features that are there or not (``tools/learn_pairs.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = DATA / "english" / "pairs.tsv"
_ALWAYS = "(always)"


@dataclass(frozen=True)
class Model:
    """``predicates`` in the order of the weights; ``weights`` by feature; ``always`` is what each predicate begins with."""

    predicates: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]
    always: tuple[float, ...]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """For each predicate how likely it holds of a pair with these features."""
        sums = list(self.always)
        for feature in dict.fromkeys(features):
            weights = self.weights.get(feature)
            if weights:
                for at, weight in enumerate(weights):
                    sums[at] += weight
        return {name: 1 / (1 + exp(-max(-30.0, min(30.0, total)))) for name, total in zip(self.predicates, sums, strict=True)}


@cache
def load() -> Model:
    """The model that ships with kgraph."""
    head, *rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    weights = {name: tuple(float(value or 0) for value in values) for name, *values in rows}
    return Model(tuple(head[1:]), weights, weights.pop(_ALWAYS))
