"""What the network says of each name (how central, which community), to be written beside it into exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.views.network import MEASURES, list_communities, make_network, score_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.store.base import Reader
    from kgraph.views.links import Which

COMMUNITY, DEGREE = "community", "degree"
WRITTEN = (*MEASURES, COMMUNITY)


def measure_names(reader: Reader, names: Sequence[str], which: Which) -> dict[str, dict[str, int | float]]:
    """These measures (``degree``, ``betweenness``, ``pagerank``, ``community``) of every entity, by id.

    ``community`` is its number in ``kgraph communities``, 0 for a name that is joined to none.  Raises
    :class:`~kgraph.errors.QueryError` for another measure.
    """
    if unknown := [name for name in names if name not in WRITTEN]:
        raise QueryError(f"expected one of {', '.join(WRITTEN)}, found {unknown[0]!r}")
    if not names:
        return {}
    graph = make_network(reader, which)
    ids = {node: str(data["id"]) for node, data in graph.nodes(data=True)}
    found: dict[str, dict[str, int | float]] = {id_: {} for id_ in ids.values()}
    for name in names:
        if name == COMMUNITY:
            numbers = {member["id"]: row[COMMUNITY] for row in list_communities(graph) for member in row["members"]}
            values: dict[str, int | float] = {id_: numbers.get(id_, 0) for id_ in found}
        else:
            scores = score_names(graph, name)
            values = {ids[node]: int(score) if name == DEGREE else round(score, 6) for node, score in scores.items()}
        for id_, value in values.items():
            found[id_][name] = value
    return found
