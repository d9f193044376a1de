"""The graph for tools that read networks (Gephi, Cytoscape, R, D3): names as nodes, facts as edges with evidence and dates."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kgraph.errors import QueryError
from kgraph.views.links import Which
from kgraph.views.property_graph import make_property_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    import networkx as nx

    from kgraph.store.base import Reader

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')


def write_network(reader: Reader, format_: str, sink: TextIO) -> int:
    """Write all names and facts to ``sink`` in this format, always in the same order; how many names and facts were written.

    What is denied or doubtful is in it too, with its ``status`` and ``standing``.  Raises QueryError for an unknown format.
    """
    if format_ not in NETWORK_FORMATS:
        raise QueryError(f"expected one of {', '.join(NETWORK_FORMATS)}, found {format_!r}")
    graph = make_property_graph(reader, Which(doubtful=True))
    sink.write(NETWORK_FORMATS[format_](graph) + "\n")
    return int(graph.number_of_nodes() + graph.number_of_edges())


def _graphml(graph: nx.MultiDiGraph[str]) -> str:
    import networkx as nx

    return "\n".join(nx.generate_graphml(_legal(graph)))


def _gexf(graph: nx.MultiDiGraph[str]) -> str:
    """With the first day of when a fact was true as the start of its edge, for Gephi's timeline; without the day of writing."""
    import networkx as nx

    timed = _legal(graph)
    timed.graph["mode"] = "dynamic"
    for _, _, data in timed.edges(data=True):
        if data.get("date"):
            data["start"] = data["date"] + "-01-01"[len(data["date"]) - 4 :]
    return _WRITTEN.sub("", "\n".join(nx.generate_gexf(timed)), count=1)


def _node_link(graph: nx.MultiDiGraph[str]) -> str:
    import networkx as nx

    return _json(nx.node_link_data(graph, edges="links"))


def _cytoscape(graph: nx.MultiDiGraph[str]) -> str:
    import networkx as nx

    return _json(nx.cytoscape_data(graph, name="names"))


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def _legal(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy without the characters that XML cannot hold."""
    copy = graph.copy()
    for data in [*(data for _, data in copy.nodes(data=True)), *(data for _, _, data in copy.edges(data=True))]:
        data.update({name: _NOT_XML.sub("\ufffd", value) for name, value in data.items() if isinstance(value, str)})
    return copy


NETWORK_FORMATS: dict[str, Callable[[nx.MultiDiGraph[str]], str]] = {
    "cytoscape": _cytoscape,
    "gexf": _gexf,
    "graphml": _graphml,
    "nodelink": _node_link,
}
