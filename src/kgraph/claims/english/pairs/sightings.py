"""Where two things of an article stand together, and what the model over pairs makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.candidates import Pair, pairs
from kgraph.claims.english.pairs.features import ends, scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.model import Weights
    from kgraph.claims.english.pairs.setting import Setting


@dataclass(frozen=True, slots=True)
class Sighting:
    """A pair in a line; ``sums`` are the log odds, in hundredths, of each target of its group."""

    line: PairLine
    pair: Pair
    sums: tuple[int, ...]


def sightings(setting: Setting, model: Mapping[str, Weights]) -> list[Sighting]:
    """All pairs of all lines, in text order."""
    found = [seen for line in (*setting.lines, *setting.valued) for seen in _rows(setting, line, model)]
    sums = {
        group: iter(weights.sums([rows for _, pair, rows in found if pair.group == group])) for group, weights in model.items()
    }
    return [Sighting(line, pair, tuple(next(sums[pair.group]))) for line, pair, _ in found]


def _rows(setting: Setting, line: PairLine, model: Mapping[str, Weights]) -> Iterator[tuple[PairLine, Pair, set[int]]]:
    """The pairs of a line with the rows of their features; all that a line may be about share its scene."""
    told: dict[tuple[object, ...], tuple[str, set[int]]] = {}
    for pair in pairs(setting, line):
        weights, place = model[pair.group], (pair.group, pair.way, pair.first, pair.second)
        if place not in told:
            words = scene(line, pair)
            told[place] = words.stand, weights.rows_of(words)
        stand, rows = told[place]
        yield line, pair, rows | weights.rows_of(ends(setting, line, pair, stand))
