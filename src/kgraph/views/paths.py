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
from kgraph.store.lookup import lookup
from kgraph.views.links import Walk, Which, role
from kgraph.views.rows import Row, quote_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader

# Weights chosen by eye on the sample articles, November 2026: a second source is worth more than a shorter path of rumours,
# a hub of a hundred names about as much as one step more.
UNSURE, HUB, YEAR = 1.0, 0.25, 0.02
OLDEST_YEARS = 20  # from here on older makes no difference; what has no date counts so
MOST_TRIED = 20_000  # unfinished paths looked at

MOST_FACTS = 1_000  # about a name that is crossed on the way: a broadcaster of ten thousand joins everything to everything

Steps = dict[str, dict[str, float]]
Joined = dict[str, dict[str, "Fact"]]
Found = tuple[float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PathOptions:
    """How many paths, and of how many steps at most."""

    count: int = 3
    max_hops: int = 4


def find_paths(reader: Reader, one: Entity, other: Entity, which: Which, options: PathOptions) -> list[Row]:
    """A row for each step of the best paths, the best path first.  Raises NotFoundError where there is none.

    A name of very many facts is crossed only where no path leads round it.
    """
    if one.id == other.id:
        raise QueryError(f"expected two names, found {one.label()} twice")
    walk, ends = Walk(reader, which), (one.id, other.id)
    found = _search(walk, ends, options, most_facts=MOST_FACTS) or _search(walk, ends, options, most_facts=None)
    if not found:
        raise NotFoundError(
            f"expected a path of at most {options.max_hops} steps from {one.label()} to {other.label()}, found none"
        )
    walk.read_names(name for _, path in found for name in path)
    return [row for number, (cost, path) in enumerate(found, 1) for row in _path_rows(walk, number, cost, path)]


def _search(walk: Walk, ends: tuple[str, str], options: PathOptions, *, most_facts: int | None) -> list[Found]:
    joined = _spread(walk, ends, options.max_hops, most_facts)
    near = _relevant(joined, ends, options.max_hops)
    return list(_best(_costs(walk, near, ends), *ends, options)) if ends[1] in near else []


def _spread(walk: Walk, ends: tuple[str, str], max_hops: int, most_facts: int | None) -> Joined:
    """Steps from both ends, always on from the side that has fewer names at its edge, until they must have met."""
    joined: Joined = {end: {} for end in ends}
    seen, edges = [{end} for end in ends], [[end] for end in ends]
    for _ in range(max_hops):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        reached = _step_on(walk, joined, edges[side], ends)
        edges[side] = _crossable(walk, sorted(reached - seen[side]), most_facts)
        seen[side] |= reached
    return joined


def _step_on(walk: Walk, joined: Joined, edge: list[str], ends: tuple[str, str]) -> set[str]:
    reached: set[str] = set()
    walk.read_steps(edge)
    if walk.which.classes:
        walk.read_names(other for node in edge for other in walk.steps(node))
    for node in edge:
        for other, facts in walk.steps(node).items():
            if other in ends or walk.may_cross(other):
                joined.setdefault(node, {})[other] = facts[0]
                joined.setdefault(other, {})[node] = facts[0]
                reached.add(other)
    return reached


def _crossable(walk: Walk, names: list[str], most_facts: int | None) -> list[str]:
    if most_facts is None:
        return names
    degrees = walk.degrees(names)
    return [name for name in names if degrees[name] <= most_facts]


def _relevant(joined: Joined, ends: tuple[str, str], max_hops: int) -> Joined:
    """All names on paths that are short enough, with the names that they are joined to."""
    there, back = (_hops(joined, end) for end in ends)
    kept = {node for node in joined if node in there and node in back and there[node] + back[node] <= max_hops}
    return {node: {each: joined[node][each] for each in sorted(joined[node]) if each in kept} for node in sorted(kept)}


def _hops(joined: Joined, start: str) -> dict[str, int]:
    hops, edge = {start: 0}, [start]
    while edge:
        reached = {each for node in edge for each in joined[node]} - hops.keys()
        hops |= dict.fromkeys(reached, hops[edge[0]] + 1)
        edge = sorted(reached)
    return hops


def _costs(walk: Walk, near: Joined, ends: tuple[str, str]) -> Steps:
    """What each step costs, the way into a name that is joined to many included."""
    newest = max((_year(fact) or 0.0 for facts in near.values() for fact in facts.values()), default=0.0)
    hubs = {node: HUB * math.log(max(1, count)) for node, count in walk.degrees(near).items()} | dict.fromkeys(ends, 0.0)
    return {
        node: {each: _cost(fact, newest) + (hubs[node] + hubs[each]) / 2 for each, fact in facts.items()}
        for node, facts in near.items()
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
        quote = next(iter(lookup(walk.reader).quotes(fact.id)), None)
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
            "sentence": quote_row(quote) if quote else None,
        }
