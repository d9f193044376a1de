"""The graph as a network: who stands in the middle of it, and which names form communities.

Nodes are numbered in the order of their ids, so that the same graph gives the same result in every process.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kgraph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from kgraph.model import Fact
    from kgraph.store.base import Reader
    from kgraph.views.links import Which
    from kgraph.views.rows import Row

MEASURES = ("degree", "betweenness", "pagerank")
PIVOTS = 500  # names from which betweenness is counted in a larger network: a sample, drawn with SEED
SEED = 1
DAMPING, ROUNDS, CLOSE_ENOUGH = 0.85, 100, 1e-9  # the usual values of PageRank
MOST_SHARED = 200  # a name next to more says little about whom it joins, and would join them all in pairs


@dataclass(frozen=True, slots=True)
class Projection:
    """Names of one class (``of``), joined where they stand next to the same name of another (``over``)."""

    of: str
    over: str


def make_network(reader: Reader, which: Which, projection: Projection | None = None) -> nx.Graph[int]:
    """Names as nodes (``id``, ``label``, ``type``), joined by one edge a pair (``weight``: facts, or shared names)."""
    import networkx as nx

    pairs = _pairs(reader, which)
    if projection:
        pairs = _projected(reader, pairs, projection)
    entities = [entity for entity in reader.entities() if not projection or entity.type == projection.of]
    number = {entity.id: place for place, entity in enumerate(sorted(entities, key=lambda entity: entity.id))}
    graph: nx.Graph[int] = nx.Graph()
    for entity in sorted(entities, key=lambda entity: entity.id):
        graph.add_node(number[entity.id], id=entity.id, label=entity.label(), type=entity.type)
    for (one, other), weight in sorted(pairs.items()):
        if one in number and other in number:
            graph.add_edge(number[one], number[other], weight=weight)
    return graph


def list_top(graph: nx.Graph[int], measure: str = "degree") -> list[Row]:
    """Names in the order of a measure, the highest first; those joined to none are left out.

    ``degree`` is the number of names next to one, ``betweenness`` the share of shortest ways through it, ``pagerank`` how
    often a walk at random comes by.
    """
    scores = score_names(graph, measure)
    joined = [node for node in graph if graph.degree(node)]
    joined.sort(key=lambda node: (-round(scores[node], 9), node))
    return [{"place": place, **graph.nodes[node], measure: round(scores[node], 6)} for place, node in enumerate(joined, 1)]


def score_names(graph: nx.Graph[int], measure: str) -> dict[int, float]:
    """The measure of every node.  Raises :class:`~kgraph.errors.QueryError` for another than those of :data:`MEASURES`."""
    if measure not in MEASURES:
        raise QueryError(f"expected one of {', '.join(MEASURES)}, found {measure!r}")
    return {"degree": _degrees, "betweenness": _betweenness, "pagerank": _pagerank}[measure](graph)


def list_communities(graph: nx.Graph[int], *, least: int = 2) -> list[Row]:
    """Communities by Louvain, the largest first; in each its names, those joined to most in it first."""
    import networkx as nx

    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    groups = sorted((sorted(group) for group in found if len(group) >= least), key=lambda group: (-len(group), group))
    return [_community_row(graph, place, group) for place, group in enumerate(groups, 1)]


def _community_row(graph: nx.Graph[int], place: int, group: list[int]) -> Row:
    inside = graph.subgraph(group)
    ordered = sorted(group, key=lambda node: (-inside.degree(node), node))
    members = [{**graph.nodes[node], "degree": inside.degree(node)} for node in ordered]
    return {"community": place, "size": len(group), "links": inside.number_of_edges(), "members": members}


def _pairs(reader: Reader, which: Which) -> dict[tuple[str, str], int]:
    pairs: dict[tuple[str, str], int] = {}
    for fact in _joining(reader.facts(), which):
        assert fact.object is not None
        pair = (min(fact.subject, fact.object), max(fact.subject, fact.object))
        pairs[pair] = pairs.get(pair, 0) + 1
    return pairs


def _joining(facts: Iterable[Fact], which: Which) -> Iterator[Fact]:
    return (fact for fact in facts if fact.object not in (None, fact.subject) and which.allows(fact))


def _projected(reader: Reader, pairs: dict[tuple[str, str], int], projection: Projection) -> dict[tuple[str, str], int]:
    types = {entity.id: entity.type for entity in reader.entities()}
    crews: dict[str, set[str]] = {}
    for pair in pairs:
        for name, over in (pair, pair[::-1]):
            if (types.get(name), types.get(over)) == (projection.of, projection.over):
                crews.setdefault(over, set()).add(name)
    shared: dict[tuple[str, str], int] = {}
    for _, crew in sorted(crews.items()):
        if len(crew) <= MOST_SHARED:
            for joined in combinations(sorted(crew), 2):
                shared[joined] = shared.get(joined, 0) + 1
    return shared


def _degrees(graph: nx.Graph[int]) -> dict[int, float]:
    return {node: float(graph.degree(node)) for node in graph}


def _betweenness(graph: nx.Graph[int]) -> dict[int, float]:
    import networkx as nx

    sample = PIVOTS if len(graph) > PIVOTS else None
    scores: dict[int, float] = nx.betweenness_centrality(graph, k=sample, seed=SEED)
    return scores


def _pagerank(graph: nx.Graph[int]) -> dict[int, float]:
    """By plain rounds: networkx's own needs SciPy."""
    count = len(graph)
    score = dict.fromkeys(graph, 1 / count) if count else {}
    weights: dict[int, Any] = {node: graph.degree(node, weight="weight") for node in graph}
    for _ in range(ROUNDS):
        idle = sum(score[node] for node in graph if not weights[node])
        base = (1 - DAMPING + DAMPING * idle) / count if count else 0.0
        new = {
            node: base + DAMPING * sum(score[each] * edge["weight"] / weights[each] for each, edge in sorted(graph[node].items()))
            for node in graph
        }
        moved = sum(abs(new[node] - score[node]) for node in graph)
        score = new
        if moved < CLOSE_ENOUGH:
            break
    return score
