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
    from kgraph.views.tables import Measures

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# What networkx writes and the schema of GEXF 1.3 does not have: the day of writing, a name of the graph, a misspelt namespace.
_REPAIRS = (
    (re.compile(r' lastmodifieddate="[^"]*"'), ""),
    (re.compile(r'(<graph [^>]*) name=""'), r"\1"),
    (re.compile(r'xmlns:xsi="http://w3\.org/'), 'xmlns:xsi="http://www.w3.org/'),
)


def write_network(reader: Reader, format_: str, sink: TextIO, measures: Measures | None = None) -> int:
    """Write all names and facts to ``sink`` in this format, always in the same order; how many names and facts were written.

    What is denied or doubtful is in it too, with its ``status`` and ``standing``.  ``measures`` maps ids of entities to numbers
    by name, which become attributes of the nodes.  Raises QueryError for an unknown format.
    """
    if format_ not in NETWORK_FORMATS:
        raise QueryError(f"expected one of {', '.join(NETWORK_FORMATS)}, found {format_!r}")
    graph = make_property_graph(reader, Which(doubtful=True))
    for id_, values in (measures or {}).items():
        if id_ in graph:
            graph.add_node(id_, **values)
    sink.write(NETWORK_FORMATS[format_](graph) + "\n")
    return int(graph.number_of_nodes() + graph.number_of_edges())


def _graphml(graph: nx.MultiDiGraph[str]) -> str:
    import networkx as nx

    return "\n".join(nx.generate_graphml(_legal(graph)))


def _gexf(graph: nx.MultiDiGraph[str]) -> str:
    """GEXF 1.3, for Gephi's timeline with the first day of when a fact was true as the start of its edge, and as the end for what
    had ended then; without the day of writing.
    """
    import networkx as nx

    timed = _legal(graph)
    timed.graph["mode"] = "dynamic"
    for _, _, data in timed.edges(data=True):
        if _DATE.fullmatch(date := data.get("date", "")):
            data["end" if data.get("status") == "ended" else "start"] = date + "-01-01"[len(date) - 4 :]
    text = "\n".join(nx.generate_gexf(timed, version="1.3"))
    for no_part_of_it, instead in _REPAIRS:
        text = no_part_of_it.sub(instead, text, count=1)
    return text


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
