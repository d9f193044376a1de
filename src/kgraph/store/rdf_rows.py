"""Oxigraph's quads as rows of plain text: the one place that knows its term classes when reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def find_rows(
    graph: Store, subject: str = ANY, predicate: str = ANY, target: str | Literal = ANY, within: str = ANY
) -> Iterator[Row]:
    """Rows of a pattern of IRIs in angle brackets; ``ANY`` matches anything, ``DEFAULT`` is the default graph."""
    place = DefaultGraph() if within == DEFAULT else _node(within)
    end = target if isinstance(target, Literal) else _node(target)
    for quad in graph.quads_for_pattern(_node(subject), _node(predicate), end, place):
        yield _row(quad)


def _node(iri: str) -> NamedNode | None:
    return NamedNode(iri[1:-1]) if iri else None


def _row(quad: Quad) -> Row:
    target = quad.object
    language = target.language if isinstance(target, Literal) else None
    return Row(_text(quad.subject), quad.predicate.value, _text(target), language, _text(quad.graph_name))


def _text(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph) -> str:
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
