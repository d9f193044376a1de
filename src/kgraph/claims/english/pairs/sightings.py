"""Where two things of an article stand together, and what the model over pairs makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.candidates import Pair, pairs
from kgraph.claims.english.pairs.features import parts, scene
from kgraph.claims.english.pairs.model import Adder

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
    adders = {group: Adder(weights) for group, weights in model.items()}
    lines = (*setting.lines, *setting.valued)
    found = [(line, pair) for line in lines for pair in _added(setting, line, model, adders)]
    sums = {group: iter(adder.sums()) for group, adder in adders.items()}
    return [Sighting(line, pair, tuple(next(sums[pair.group]))) for line, pair in found]


def _added(setting: Setting, line: PairLine, model: Mapping[str, Weights], adders: Mapping[str, Adder]) -> Iterator[Pair]:
    """The pairs of a line, each added by its group; all that a line may be about share its scene."""
    scenes: dict[tuple[str, str, int | None, int], Known] = {}
    for pair in pairs(setting, line):
        group, _, _, first, second, way = pair
        words = scenes.get((group, way, first, second))
        if words is None:
            words = scenes[group, way, first, second] = model[group].known(scene(line, pair))
        adders[group].add(words, parts(setting, line, pair))
        yield pair
