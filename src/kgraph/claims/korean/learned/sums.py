"""What the linear models say of an article: for each fact that a line may state how likely it does, in hundredths of log odds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.candidates import Pair, pairs
from kgraph.claims.korean.learned.features import parts
from kgraph.claims.korean.learned.labels import FAMILIES, Key, key_in
from kgraph.claims.korean.learned.natures import natures
from kgraph.claims.korean.learned.standings import NOBODY, Standing
from kgraph.claims.korean.learned.worth_features import worth_features
from kgraph.claims.korean.learned.worths import Worth, worths

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from kgraph.claims.korean.learned.linear import Linear, Linears
    from kgraph.claims.korean.learned.setting import Setting

LEAST = -350  # hundredths of log odds (three in a hundred) below which a pair is not worth a second look


@dataclass(frozen=True, slots=True)
class Sum:
    """How likely a pair's line states a fact."""

    total: int
    key: Key
    pair: Pair | Worth


@dataclass
class Sums:
    """All of an article that are worth a look: by fact, by its two ends, by place; and how real each referent is."""

    by_key: dict[Key, list[Sum]] = field(default_factory=lambda: defaultdict(list))
    by_ends: dict[frozenset[str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[Hashable, Standing] = field(default_factory=lambda: defaultdict(Standing))
    real: dict[str, int] = field(default_factory=dict)

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


def sums_of(setting: Setting, models: Linears) -> Sums:
    """What the models say of each pair of each line."""
    sums = Sums()
    families: dict[str, list[Pair]] = defaultdict(list)
    for row in setting.rows:
        for pair in pairs(setting, row):
            families[FAMILIES[pair.type]].append(pair)
    for family, found in families.items():
        model = models.families[family]
        shared: dict[Hashable, list[int]] = {}
        totals = model.sums_of_rows([_rows(setting, pair, model, shared) for pair in found])
        for pair, of_pair in zip(found, totals, strict=True):
            for class_, total in zip(model.classes, of_pair, strict=True):
                if total > LEAST:
                    _keep(sums, Sum(total, key_in(class_, pair.left, pair.right), pair))
    _add_worths(sums, setting, models)
    for told in sums.by_key.values():
        told.sort(key=lambda sum_: -sum_.total)
    real = models.families["real"]
    sums.real = {ref: real.sums(names)[0] for ref, names in natures(setting).items()}
    return sums


def _add_worths(sums: Sums, setting: Setting, models: Linears) -> None:
    families: dict[str, list[Worth]] = defaultdict(list)
    for row in setting.rows:
        for worth in worths(setting, row):
            families[worth.value.kind].append(worth)
    for family, found in families.items():
        model = models.families[family]
        totals = model.sums_of_rows([model.known(worth_features(setting, worth)) for worth in found])
        for worth, of_worth in zip(found, totals, strict=True):
            for class_, total in zip(model.classes, of_worth, strict=True):
                if total > LEAST:
                    _keep(sums, Sum(total, Key(class_, worth.subject.ref, worth.value.text), worth))


def _rows(setting: Setting, pair: Pair, model: Linear, shared: dict[Hashable, list[int]]) -> list[int]:
    """The rows of a model for a pair; those of a part that other pairs share are looked up once."""
    rows: list[int] = []
    for key, names in parts(setting, pair):
        if key is None:
            rows += model.known(names())
            continue
        if key not in shared:
            shared[key] = model.known(names())
        rows += shared[key]
    return rows


def _keep(sums: Sums, found: Sum) -> None:
    key, total = found.key, found.total
    sums.by_key[key].append(found)
    ends = sums.by_ends[frozenset(key[1:])]
    ends[key.label] = max(ends.get(key.label, total), total)
    for place in places_of(found):
        sums.places[place].add(key, total)
