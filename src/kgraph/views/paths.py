"""How two names are connected: the best paths between them, each step with its sentence.

A step costs 1, more where the fact is less sure or has one source only, where it leads through a name that is joined to very
many, and where it was last reported long before the newest step around.  The best path costs least.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.errors import NotFoundError, QueryError
from kgraph.views.links import Walk, Which, role
from kgraph.views.rows import Row, sentence_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader

# Weights chosen by eye on the sample articles, November 2026: a second source is worth more than a shorter path of rumours,
# a hub of a hundred names about as much as one step more.
UNSURE, HUB, YEAR = 1.0, 0.25, 0.02
OLDEST_YEARS = 20  # from here on older makes no difference; what has no date counts so
MOST_TRIED = 20_000  # unfinished paths looked at

Steps = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class PathOptions:
    """How many paths, and of how many steps at most."""

    count: int = 3
    max_hops: int = 4


def find_paths(reader: Reader, one: Entity, other: Entity, which: Which, options: PathOptions) -> list[Row]:
    """A row for each step of the best paths, the best path first.  Raises NotFoundError where there is none."""
    if one.id == other.id:
        raise QueryError(f"expected two names, found {one.label()} twice")
    walk = Walk(reader, which)
    near = _relevant(walk, one.id, other.id, options.max_hops)
    found = list(_best(_costs(walk, near, (one.id, other.id)), one.id, other.id, options)) if other.id in near else []
    if not found:
        raise NotFoundError(
            f"expected a path of at most {options.max_hops} steps from {one.label()} to {other.label()}, found none"
        )
    return [row for number, (cost, path) in enumerate(found, 1) for row in _path_rows(walk, number, cost, path)]


def _relevant(walk: Walk, one: str, other: str, max_hops: int) -> dict[str, dict[str, None]]:
    """All names on paths that are short enough, with the names that they are joined to."""
    joined: dict[str, dict[str, None]] = {one: {}, other: {}}
    seen, edges = ({one}, {other}), [[one], [other]]
    for _ in range(max_hops):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        reached: set[str] = set()
        for node in edges[side]:
            for neighbour in walk.steps(node):
                if neighbour in (one, other) or walk.may_cross(neighbour):
                    joined.setdefault(node, {})[neighbour] = None
                    joined.setdefault(neighbour, {})[node] = None
                    reached.add(neighbour)
        edges[side] = sorted(reached - seen[side])
        seen[side].update(reached)
    there, back = _hops(joined, one), _hops(joined, other)
    kept = {node for node in joined if node in there and node in back and there[node] + back[node] <= max_hops}
    return {node: {each: None for each in sorted(joined[node]) if each in kept} for node in sorted(kept)}


def _hops(joined: dict[str, dict[str, None]], start: str) -> dict[str, int]:
    hops, edge = {start: 0}, [start]
    while edge:
        reached = {each for node in edge for each in joined[node]} - hops.keys()
        hops |= dict.fromkeys(reached, hops[edge[0]] + 1)
        edge = sorted(reached)
    return hops


def _costs(walk: Walk, near: dict[str, dict[str, None]], ends: tuple[str, str]) -> Steps:
    """What each step costs, the way into a name that is joined to many included."""
    best = {
        node: {each: walk.steps(node)[each][0] for each in others if each in walk.steps(node)} for node, others in near.items()
    }
    newest = max((_year(fact) or 0.0 for facts in best.values() for fact in facts.values()), default=0.0)
    hubs = {node: 0.0 if node in ends else HUB * math.log(max(1, len(walk.steps(node)))) for node in near}
    return {
        node: {each: _cost(fact, newest) + (hubs[node] + hubs[each]) / 2 for each, fact in facts.items()}
        for node, facts in best.items()
    }


def _cost(fact: Fact, newest: float) -> float:
    evidence = max(fact.confidence, 0.01) * (1 - 0.5**fact.sources)
    year = _year(fact)
    age = OLDEST_YEARS if year is None else min(newest - year, OLDEST_YEARS)
    return 1 - UNSURE * math.log(max(evidence, 0.01)) + YEAR * age


def _year(fact: Fact) -> float | None:
    """When it was last reported, in years."""
    if fact.last_report is None:
        return None
    year, month, *_ = (*map(int, fact.last_report.split("-")), 1)
    return year + (month - 1) / 12


def _best(steps: Steps, one: str, other: str, options: PathOptions) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Paths without loops in the order of their costs: A* with the cheapest way on from each name as its guide."""
    ahead = _cheapest(steps, other)
    waiting: list[tuple[float, float, tuple[str, ...]]] = [(ahead[one], 0.0, (one,))] if one in ahead else []
    found = tried = 0
    while waiting and found < options.count and tried < MOST_TRIED:
        _, cost, path = heapq.heappop(waiting)
        tried += 1
        if path[-1] == other:
            found += 1
            yield cost, path
        elif len(path) <= options.max_hops:
            for node, step in steps[path[-1]].items():
                if node not in path and node in ahead:
                    heapq.heappush(waiting, (cost + step + ahead[node], cost + step, (*path, node)))


def _cheapest(steps: Steps, goal: str) -> dict[str, float]:
    """What the cheapest way to the goal costs from each name (steps cost the same both ways)."""
    costs: dict[str, float] = {}
    waiting = [(0.0, goal)]
    while waiting:
        cost, node = heapq.heappop(waiting)
        if node not in costs:
            costs[node] = cost
            for each, step in steps[node].items():
                heapq.heappush(waiting, (cost + step, each))
    return costs


def _path_rows(walk: Walk, number: int, cost: float, path: tuple[str, ...]) -> Iterator[Row]:
    for hop, (start, end) in enumerate(pairwise(path), 1):
        fact = walk.steps(start)[end][0]
        claim = next(iter(walk.reader.claims(fact=fact.id)), None)
        yield {
            "path": number,
            "cost": round(cost, 3),
            "hop": hop,
            "from": walk.label(start),
            "from_id": start,
            "role": role(fact, start),
            "to": walk.label(end),
            "to_id": end,
            "fact": fact.id,
            "confidence": round(fact.confidence, 4),
            "sources": fact.sources,
            "sentence": sentence_row(claim) if claim else None,
        }
