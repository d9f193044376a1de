"""What the linear models say of an article: for each fact that a line may state how likely it does, in hundredths of log odds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.candidates import Pair, pairs
from kgraph.claims.korean.learned.features import features
from kgraph.claims.korean.learned.labels import FAMILIES, Key, key_in
from kgraph.claims.korean.learned.natures import natures

if TYPE_CHECKING:
    from kgraph.claims.korean.learned.linear import Linears
    from kgraph.claims.korean.learned.setting import Setting

LEAST = -400  # hundredths of log odds (one in fifty) below which a pair is not worth a second look


@dataclass(frozen=True, slots=True)
class Sum:
    """How likely a pair's line states a fact."""

    total: int
    key: Key
    pair: Pair


@dataclass
class Sums:
    """All of an article: by fact, by line and label, by label, by two ends; and how real each referent is."""

    by_key: dict[Key, list[Sum]] = field(default_factory=lambda: defaultdict(list))
    by_line: dict[tuple[int, str], list[Sum]] = field(default_factory=lambda: defaultdict(list))
    by_label: dict[str, dict[Key, int]] = field(default_factory=lambda: defaultdict(dict))
    by_ends: dict[frozenset[str], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    real: dict[str, int] = field(default_factory=dict)


def sums_of(setting: Setting, models: Linears) -> Sums:
    """What the models say of each pair of each line."""
    sums = Sums()
    for row in setting.rows:
        for pair in pairs(setting, row):
            model = models.families.get(FAMILIES[pair.type])
            if model is None:
                continue
            for class_, total in zip(model.classes, model.sums(features(setting, pair)), strict=True):
                _keep(sums, Sum(total, key_in(class_, pair.left, pair.right), pair))
    for found in sums.by_key.values():
        found.sort(key=lambda sum_: -sum_.total)
    real = models.families["real"]
    sums.real = {ref: real.sums(names)[0] for ref, names in natures(setting).items()}
    return sums


def _keep(sums: Sums, found: Sum) -> None:
    key, total = found.key, found.total
    if total > LEAST:
        sums.by_key[key].append(found)
    sums.by_line[found.pair.row.line.number, key.label].append(found)
    best = sums.by_label[key.label]
    best[key] = max(best.get(key, total), total)
    ends = sums.by_ends[frozenset(key[1:])]
    ends[key.label] = max(ends.get(key.label, total), total)
