"""What stands in the end: rules' claims that are likely enough, and claims of facts that no rule reads."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.labels import qualifiers_of
from kgraph.claims.korean.learned.linear import load
from kgraph.claims.korean.learned.rows import classes
from kgraph.claims.korean.learned.setting import setting_of
from kgraph.claims.korean.learned.units import Unit, units
from kgraph.claims.korean.reading import Said
from kgraph.claims.learned.trees import Trees, probability, read_trees
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Claim

FILE = DATA / "korean" / "pair_trees.tsv"
KEPT = 0.5  # probability from which a claim of rules stands, by cross-validation (docs/decisions)
ADDED = 0.55  # probability from which a fact that no rule reads is claimed
TELLING = {
    "acted_in": ("STAR",),
    "aired_on": ("AIR",),
    "based_on": ("SOURCE",),
    "composed_for": ("MUSIC",),
    "created": ("CREATE",),
    "dating": ("DATE", "BREAK"),
    "directed": ("DIRECT", "MAKE"),
    "friend_of": ("FRIEND",),
    "married_to": ("MARRY", "DIVORCE"),
    "member_of": ("MEMBER", "LEAVE"),
    "parent_of": ("PARENT",),
    "performed": ("SING",),
    "produced": ("PRODUCE", "MAKE"),
    "produced_by": ("MAKE",),
    "remake_of": ("REMAKE", "SOURCE"),
    "sequel_of": ("SEQUEL",),
    "sibling_of": ("SIBLING",),
    "signed_with": ("AGENCY",),
    "wrote": ("WRITE", "LYRIC"),
}


@cache
def _trees() -> Trees:
    return read_trees(FILE)


def judged(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that stand, each with the probability that it is right as its confidence."""
    found = units(setting_of(reading), claims, load())
    if not found:
        return
    for unit, total in zip(found, _trees().sums([unit.row for unit in found]), strict=True):
        share = probability(total)
        if unit.claims:
            if share >= KEPT:
                yield from (replace(claim, confidence=_shown(share)) for claim in unit.claims)
        elif share >= ADDED:
            yield _claim(reading, unit, share)


def _shown(share: float) -> float:
    return min(0.99, round(share, 2))


def _claim(reading: Reading, unit: Unit, share: float) -> Claim:
    assert unit.best is not None
    pair, predicate = unit.best.pair, unit.key.label.partition("/")[0]
    ends = {pair.left.ref: pair.left, pair.right.ref: pair.right}
    said = Said(f"learned.{predicate}", _trigger(unit, predicate), _shown(share), qualifiers_of(unit.key.label))
    return reading.claim(predicate, (ends[unit.key.subject], ends[unit.key.object]), pair.row.line, said)


def _trigger(unit: Unit, predicate: str) -> tuple[int, int]:
    """The nearest word that tells the predicate; without one, the name itself."""
    assert unit.best is not None
    row, spot = unit.best.pair.row, unit.best.pair.row.spots[unit.best.pair.second]
    telling = [at for at, word in enumerate(row.words) if classes().get(word) in TELLING.get(predicate, ())]
    return row.places[min(telling, key=lambda at: abs(at - spot), default=spot)]
