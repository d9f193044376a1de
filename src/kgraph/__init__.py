"""kgraph: a provable knowledge graph of Korean content creators and works, built from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.views.graph import Graph

__version__ = "0.1.0"


def open(place: str | None = None) -> Graph:  # noqa: A001
    """The graph that lives at ``place`` (else where KGRAPH_STORE says, else ./kgraph-store), to be asked in Python.

    ``with kgraph.open("kgraph-store") as g: g.show("서하린")``.  Raises StoreError where there is none.
    """
    from kgraph.views.graph import open_graph

    return open_graph(place)
