"""What the linear models say of an article: for each fact that a line may state how likely it does, in hundredths of log odds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kgraph.claims.korean.learned.candidates import Pair, pairs
from kgraph.claims.korean.learned.features import parts
from kgraph.claims.korean.learned.labels import FAMILIES, Key, key_in
from kgraph.claims.korean.learned.natures import natures
from kgraph.claims.korean.learned.standings import NOBODY, Standing
from kgraph.claims.korean.learned.tally import Tally, summed_lists
from kgraph.claims.korean.learned.values import value_features
from kgraph.claims.korean.learned.worth_features import worth_parts
from kgraph.claims.korean.learned.worths import Worth, worths

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from kgraph.claims.korean.learned.around import Part
    from kgraph.claims.korean.learned.linear import Linear, Linears
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.tally import Numbers
    from kgraph.model import Claim

LEAST = -350  # hundredths of log odds (three in a hundred) below which a pair is not worth a second look


@dataclass(frozen=True, slots=True)
class Sum:
    """How likely a pair's line states a fact."""

    total: int
    key: Key
    pair: Pair | Worth


@dataclass
class Sums:
    """All of an article that are worth a look: by fact, by its two ends, by place; and how real each referent is, how likely
    each claim of a value.
    """

    by_key: dict[Key, list[Sum]] = field(default_factory=lambda: defaultdict(list))
    by_ends: dict[frozenset[str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[Hashable, Standing] = field(default_factory=lambda: defaultdict(Standing))
    real: dict[str, int] = field(default_factory=dict)
    values: dict[Claim, int] = field(default_factory=dict)

    def at(self, place: Hashable) -> Standing:
        """How facts stand at a place."""
        return self.places.get(place, NOBODY)


def places_of(found: Sum) -> Iterator[Hashable]:
    """The places at which a fact stands: its label, its line, each with its ends, and the lists that its names stand in."""
    label, number = found.key.label, found.pair.row.line.number
    yield from (label, (label, number), mates_of(found))
    for end in found.key[1:]:
        yield from ((label, end), (label, number, end))


def mates_of(found: Sum) -> Hashable:
    """The lists (A, B와 C) that the names of a fact stand in, in its line."""
    pair = found.pair
    leads = pair.row.leads
    if isinstance(pair, Worth):
        return found.key.label, pair.row.line.number, -1 if pair.first is None else leads[pair.first], pair.value.text
    return found.key.label, pair.row.line.number, -1 if pair.first is None else leads[pair.first], leads[pair.second]


def sums_of(setting: Setting, models: Linears, claims: Sequence[Claim] = ()) -> Sums:
    """What the models say of each pair of each line, of each value and of claims of values."""
    tally, sums = Tally(models.index), Sums()
    tied = _Parts(tally)
    for row in setting.rows:
        for pair in pairs(setting, row):
            tied.add(FAMILIES[pair.type], pair, parts(setting, pair))
        for worth in worths(setting, row):
            tied.add(worth.value.kind, worth, worth_parts(setting, worth))
    real = {ref: tally.add("real", told) for ref, told in natures(setting).items()}
    values = {claim: tally.add("value", value_features(setting, claim)) for claim in claims if claim.object is None}
    table = tally.sums()
    for family, found in tied.found.items():
        _add(sums, models.families[family], found, summed_lists(table, tied.numbers[family]))
    for told in sums.by_key.values():
        told.sort(key=lambda sum_: -sum_.total)
    one = table[:, 0].tolist()
    sums.real = {ref: one[at] + int(models.families["real"].always[0]) for ref, at in real.items()}
    sums.values = {claim: one[at] + int(models.families["value"].always[0]) for claim, at in values.items()}
    return sums


class _Parts:
    """Pairs and values of an article by family, and the numbers of the parts of each; what they share is told once."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.found: dict[str, list[Pair | Worth]] = defaultdict(list)
        self.numbers: dict[str, list[list[int]]] = defaultdict(list)
        self.shared: dict[str, dict[Hashable, int]] = defaultdict(dict)

    def add(self, family: str, one: Pair | Worth, told: Iterable[Part]) -> None:
        """Takes in a pair or a value."""
        shared, numbers = self.shared[family], []
        for key, names, of in told:
            number = shared.get(key)
            if number is None:
                number = self.tally.add(family, names(*of))
                if key is not None:
                    shared[key] = number
            numbers.append(number)
        self.found[family].append(one)
        self.numbers[family].append(numbers)


def _add(sums: Sums, model: Linear, found: Sequence[Pair | Worth], totals: Numbers) -> None:
    """Takes in what is likely enough of what the classes of a model say of pairs or values."""
    totals = totals[:, : len(model.classes)] + model.always
    likely = np.nonzero(totals > LEAST)
    for at, class_, total in zip(*(side.tolist() for side in likely), totals[likely].tolist(), strict=True):
        one, label = found[at], model.classes[class_]
        key = key_in(label, one.left, one.right) if isinstance(one, Pair) else Key(label, one.subject.ref, one.value.text)
        _keep(sums, Sum(total, key, one))


def _keep(sums: Sums, found: Sum) -> None:
    key, total = found.key, found.total
    sums.by_key[key].append(found)
    ends = sums.by_ends[frozenset(key[1:])]
    ends[key.label] = max(ends.get(key.label, total), total)
    for place in places_of(found):
        sums.places[place].add(key, total)
