"""Where two things of an article stand together, and what the model over pairs makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.candidates import Pair, pairs
from kgraph.claims.english.pairs.features import ends, scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.model import Known, Weights
    from kgraph.claims.english.pairs.setting import Setting


class Sighting(NamedTuple):
    """A pair in a line; ``sums`` are the log odds, in hundredths, of each target of its group."""

    line: PairLine
    pair: Pair
    sums: tuple[int, ...]


def sightings(setting: Setting, model: Mapping[str, Weights]) -> list[Sighting]:
    """All pairs of all lines, in text order."""
    found = [seen for line in (*setting.lines, *setting.valued) for seen in _known(setting, line, model)]
    sums = {
        group: iter(weights.sums([known for _, pair, known in found if pair.group == group])) for group, weights in model.items()
    }
    return [Sighting(line, pair, tuple(next(sums[pair.group]))) for line, pair, _ in found]


def _known(setting: Setting, line: PairLine, model: Mapping[str, Weights]) -> Iterator[tuple[PairLine, Pair, Known]]:
    """The pairs of a line with what is known of them; all that a line may be about share its scene."""
    told: dict[tuple[object, ...], Known] = {}
    for pair in pairs(setting, line):
        weights, place = model[pair.group], (pair.group, pair.way, pair.first, pair.second)
        if place not in told:
            told[place] = weights.known(scene(line, pair))
        yield line, pair, told[place].beside(weights.known(ends(setting, line, pair)))
