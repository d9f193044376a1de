"""How well clusters agree with gold: pairwise and B-cubed, computed from how many referents each entity and cluster share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from kgraph.text.keys import name_key
from kgraph.text.names import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Scores:
    """Shares from 0 to 1, and the numbers of pairs that they are of."""

    precision: float
    recall: float
    b3_precision: float
    b3_recall: float
    b3_f1: float
    false_pairs: int
    missed_pairs: int
    gold_pairs: int
    referents: int
    entities: int


def score(gold: Mapping[str, str], cluster: Mapping[str, str]) -> Scores:
    """Scores of ``cluster`` (ref -> cluster) on the refs of ``gold`` (ref -> entity)."""
    cells = Counter((gold[ref], cluster[ref]) for ref in gold)
    entities, clusters = Counter(gold.values()), Counter(cluster[ref] for ref in gold)
    right = sum(comb(count, 2) for count in cells.values())
    said, true = (sum(comb(count, 2) for count in sizes.values()) for sizes in (clusters, entities))
    total = len(gold) or 1
    b3_precision = sum(count * count / clusters[name] for (_, name), count in cells.items()) / total
    b3_recall = sum(count * count / entities[id_] for (id_, _), count in cells.items()) / total
    f1 = 2 * b3_precision * b3_recall / ((b3_precision + b3_recall) or 1)
    return Scores(
        _share(right, said),
        _share(right, true),
        round(b3_precision, 4),
        round(b3_recall, 4),
        round(f1, 4),
        said - right,
        true - right,
        true,
        len(gold),
        len(entities),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def merged(gold: Mapping[str, str], cluster: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Pairs of gold entities that some cluster holds together, with how many pairs of referents that is."""
    held: dict[str, Counter[str]] = {}
    for ref, id_ in gold.items():
        held.setdefault(cluster[ref], Counter())[id_] += 1
    found: Counter[tuple[str, str]] = Counter()
    for counts in held.values():
        for a, b in combinations(sorted(counts), 2):
            found[a, b] += counts[a] * counts[b]
    return dict(sorted(found.items()))


def parted(gold: Mapping[str, str], cluster: Mapping[str, str]) -> dict[str, int]:
    """Gold entities that lie in several clusters, with how many."""
    homes: dict[str, set[str]] = {}
    for ref, id_ in gold.items():
        homes.setdefault(id_, set()).add(cluster[ref])
    return {id_: len(found) for id_, found in sorted(homes.items()) if len(found) > 1}


def homonyms(names: Mapping[str, tuple[str, Iterable[str]]]) -> set[tuple[str, str]]:
    """Pairs of gold entities of one type that share a name: letter for letter, or as spellings of one Korean name.

    ``names`` maps a gold id to its type and all names that articles give it.
    """
    people = {id_: sorted(set(found)) for id_, (type_, found) in names.items() if type_ == "Person"}
    pairs = {(a, b) for a, b in combinations(sorted(people), 2) if _alike(people[a], people[b])}
    holders: dict[tuple[str, str], set[str]] = {}
    for id_, (type_, found) in names.items():
        for name in found:
            holders.setdefault((type_, name_key(name)), set()).add(id_)
    return pairs | {pair for ids in holders.values() for pair in combinations(sorted(ids), 2)}


def _alike(left: list[str], right: list[str]) -> bool:
    return any(compare(a, b).verdict == "same" for a in left for b in right)
