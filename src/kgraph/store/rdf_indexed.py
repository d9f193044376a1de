"""The embedded store's reader and writer: those of RDF, with the index (:mod:`kgraph.store.index`) beside the graph."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph.store.index import FORMAT, STATE, entity_index_quads, fact_index_quads, hidden_graphs, index_quads
from kgraph.store.line_sort import sorted_blocks
from kgraph.store.lookup import Lookup, PlainLookup
from kgraph.store.rdf_lookup import RdfLookup
from kgraph.store.rdf_reader import RdfReader
from kgraph.store.rdf_rows import OxigraphRows
from kgraph.store.rdf_writer import RdfWriter
from kgraph.store.shape import to_line
from kgraph.store.terms import iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Change

BATCH = 100_000  # quads of the index that are made at once


class IndexedReader(RdfReader):
    """Reads what was last committed; looks things up in the index."""

    def __init__(self, graph: pyoxigraph.Store) -> None:
        rows = OxigraphRows(graph)
        super().__init__(rows)
        self._graph, self._blocks = graph, rows.blocks

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines."""
        return map(bytes.decode, chain.from_iterable(self._sorted()))

    def texts(self) -> Iterator[str]:
        """The same lines, many in one text: to write them on needs no more."""
        return (b"".join(block).decode() for block in self._sorted())

    def _sorted(self) -> Iterator[list[bytes]]:
        return sorted_blocks(self._blocks(hidden_graphs()))

    def lookup(self) -> Lookup:
        """By the index, where the store has one."""
        return RdfLookup(self._graph) if has_index(self._graph) else PlainLookup(self)


class IndexedWriter(RdfWriter):
    """Collects the quads of one step, those of the index with them."""

    def apply(self, change: Change) -> None:
        """Write what the step changes, in the graph and in the index."""
        super().apply(change)
        for entities in change.entities:
            for entity, quads in zip(entities, (self._minus, self._plus), strict=True):
                quads.update(entity_index_quads(entity) if entity else ())
        for facts in change.facts:
            for fact, quads in zip(facts, (self._minus, self._plus), strict=True):
                quads.update(fact_index_quads(fact) if fact else ())


def has_index(graph: pyoxigraph.Store) -> bool:
    """True if the index is there, complete and of this format."""
    return any(row.object == FORMAT for row in OxigraphRows(graph).find(STATE, within=STATE))


def make_index(graph: pyoxigraph.Store) -> None:
    """Make the index anew from the graph; its mark comes last, so that one that was broken off counts as none."""
    for name in hidden_graphs():
        if name != iri("notes"):
            graph.remove_graph(pyoxigraph.NamedNode(name[1:-1]))
    reader = IndexedReader(graph)
    lines = map(to_line, index_quads(reader.entities(), reader.facts()))
    while batch := "".join(islice(lines, BATCH)):
        graph.extend(pyoxigraph.parse(batch, pyoxigraph.RdfFormat.N_QUADS))
