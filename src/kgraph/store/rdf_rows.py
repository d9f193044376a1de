"""Quads as rows of plain text, and what a place that keeps quads must be able to find; the embedded one is here.

This and :mod:`kgraph.store.sparql_rows` are the only places that know pyoxigraph's term classes when reading.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pyoxigraph import BlankNode, Quad, Store, Triple

ANY = ""
DEFAULT = "<>"


class Row(NamedTuple):
    """A quad as plain text: IRIs without angle brackets, the default graph as an empty text."""

    subject: str
    predicate: str
    object: str
    language: str | None
    graph: str


class Rows(Protocol):
    """Finds quads.  IRIs are given in angle brackets; ``ANY`` matches anything, ``DEFAULT`` is the default graph."""

    def find(self, subject: str = ANY, predicate: str = ANY, target: str | Literal = ANY, within: str = ANY) -> Iterator[Row]:
        """The rows of one pattern."""
        ...

    def about(self, subjects: Iterable[str], within: str = ANY) -> Iterator[Row]:
        """All rows of these subjects, together in as few questions as can be."""
        ...

    def pointing(self, predicate: str, targets: Iterable[str]) -> Iterator[Row]:
        """The rows of the default graph that lead to one of these nodes."""
        ...

    def lines(self, without: Collection[str] = ()) -> Iterator[bytes]:
        """All quads as lines of N-Quads, in no order, but for those of some graphs."""
        ...


class OxigraphRows:
    """Finds quads in an Oxigraph store inside this process."""

    def __init__(self, graph: Store) -> None:
        self._graph = graph

    def find(self, subject: str = ANY, predicate: str = ANY, target: str | Literal = ANY, within: str = ANY) -> Iterator[Row]:
        """The rows of one pattern."""
        place = DefaultGraph() if within == DEFAULT else _node(within)
        end = target if isinstance(target, Literal) else _node(target)
        for quad in self._graph.quads_for_pattern(_node(subject), _node(predicate), end, place):
            yield _row(quad)

    def about(self, subjects: Iterable[str], within: str = ANY) -> Iterator[Row]:
        """All rows of these subjects."""
        for subject in subjects:
            yield from self.find(subject, within=within)

    def pointing(self, predicate: str, targets: Iterable[str]) -> Iterator[Row]:
        """The rows of the default graph that lead to one of these nodes."""
        for target in targets:
            yield from self.find(predicate=predicate, target=target, within=DEFAULT)

    def lines(self, without: Collection[str] = ()) -> Iterator[bytes]:
        """All quads as lines of N-Quads, in no order, but for those of some graphs."""
        return chain.from_iterable(self.blocks(without))

    def blocks(self, without: Collection[str] = ()) -> Iterator[list[bytes]]:
        """The same lines, many together, which is quicker."""
        from kgraph.store.rdf_dump import line_blocks  # threads and files, which no question needs

        return line_blocks(self._graph, without)


def answers(graph: Store, question: str) -> Iterator[tuple[str, ...]]:
    """What a SELECT finds, as rows of plain text."""
    found = graph.query(question)
    assert isinstance(found, QuerySolutions)
    for solution in found:
        yield tuple(value.value for value in solution if isinstance(value, (NamedNode, Literal)))


def _node(iri: str) -> NamedNode | None:
    return NamedNode(iri[1:-1]) if iri else None


def _row(quad: Quad) -> Row:
    target = quad.object
    language = target.language if isinstance(target, Literal) else None
    return Row(plain(quad.subject), quad.predicate.value, plain(target), language, plain(quad.graph_name))


def plain(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph | None) -> str:
    """A term's IRI or text; nothing for what has neither."""
    return term.value if isinstance(term, (NamedNode, Literal)) else ""


def by_subject(rows: Iterable[Row]) -> dict[str, dict[str, list[str]]]:
    """Rows as nodes: subject -> predicate -> values in code point order."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        nodes.setdefault(row.subject, {}).setdefault(row.predicate, []).append(row.object)
    for node in nodes.values():
        for values in node.values():
            values.sort()
    return nodes
