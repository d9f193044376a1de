"""Finds quads by questions in SPARQL; every name in a question is a term that was serialised, never text pasted in."""

from __future__ import annotations

import tempfile
from itertools import islice
from typing import IO, TYPE_CHECKING

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)

from kgraph.errors import StoreError
from kgraph.store.rdf_rows import ANY, DEFAULT, Row, plain
from kgraph.store.terms import canonical_numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kgraph.store.sparql_http import Endpoint

STATE = "<urn:x-kgraph:store>"  # the graph, and the node in it, that says what the dataset is
TOGETHER = 200  # terms in one question
NOTHING = Row("", "", "", None, "")


class SparqlRows:
    """Finds quads in a dataset of a server.

    ``main`` is the graph that stands for the default graph, where the server's own default graph is all graphs together.
    """

    def __init__(self, endpoint: Endpoint, main: str = "") -> None:
        self._endpoint = endpoint
        self._main = main

    def find(self, subject: str = ANY, predicate: str = ANY, target: str | Literal = ANY, within: str = ANY) -> Iterator[Row]:
        """The rows of one pattern."""
        end = target[1:-1] if isinstance(target, str) else target.value
        pattern = f"{subject or '?s'} {predicate or '?p'} {str(target) or '?o'}"
        known = Row(subject[1:-1], predicate[1:-1], end, None, "" if within == DEFAULT else within[1:-1])
        return self._rows(self._placed(pattern, within), known)

    def some(self, predicate: str, within: str, most: int) -> Iterator[Row]:
        """At most so many rows with this property in a graph."""
        known = NOTHING._replace(predicate=predicate[1:-1], graph=within[1:-1])
        return self._rows(self._placed(f"?s {predicate} ?o", within), known, most)

    def about(self, subjects: Iterable[str], within: str = ANY) -> Iterator[Row]:
        """All rows of these subjects, together in as few questions as can be."""
        for some in _chunks(subjects):
            yield from self._rows(f"VALUES ?s {{ {some} }} {self._placed('?s ?p ?o', within)}", NOTHING)

    def pointing(self, predicate: str, targets: Iterable[str]) -> Iterator[Row]:
        """The rows of the default graph that lead to one of these nodes."""
        for some in _chunks(targets):
            pattern = self._placed(f"?s {predicate} ?o", DEFAULT)
            yield from self._rows(f"VALUES ?o {{ {some} }} {pattern}", NOTHING._replace(predicate=predicate[1:-1]))

    def lines(self, without: Collection[str] = ()) -> Iterator[bytes]:
        """All quads as lines of N-Quads, in no order, but for those of some graphs."""
        with tempfile.TemporaryFile() as came, tempfile.TemporaryFile() as file:
            if self._endpoint.dump(came):
                came.seek(0)
                serialize(parse(came, RdfFormat.N_QUADS), file, RdfFormat.N_QUADS)
            else:
                serialize(self._all(), file, RdfFormat.N_QUADS)
            file.seek(0)
            yield from self._ours(file, (STATE, *without))

    def _all(self) -> Iterator[Quad]:
        """All quads by one question, for servers that give no dataset in one go."""
        for row in solutions(self._endpoint.ask(f"SELECT ?s ?p ?o ?g {{ {self._placed('?s ?p ?o', ANY)} }}")):
            subject, predicate, target, graph = (row[name] for name in "spog")
            assert isinstance(subject, NamedNode)
            assert isinstance(predicate, NamedNode)
            assert target is not None
            yield Quad(subject, predicate, target, graph if isinstance(graph, NamedNode) else DefaultGraph())

    def _ours(self, file: IO[bytes], without: Collection[str]) -> Iterator[bytes]:
        """Without some graphs, with the default graph in its place, and numbers in their one form."""
        left_out, main = tuple(f" {graph} .\n".encode() for graph in without), f" {self._main} .\n".encode()
        for line in file:
            if self._main and line.endswith(main):
                yield canonical_numbers(f"{line.removesuffix(main).decode()} .\n").encode()
            elif not line.endswith(left_out):
                yield canonical_numbers(line.decode()).encode()

    def _placed(self, pattern: str, within: str) -> str:
        if within == DEFAULT:
            return f"GRAPH {self._main} {{ {pattern} }}" if self._main else pattern
        if within:
            return f"GRAPH {within} {{ {pattern} }}"
        named = f"GRAPH ?g {{ {pattern} }}"
        return named if self._main else f"{{ {pattern} }} UNION {{ {named} }}"

    def _rows(self, group: str, known: Row, most: int = 0) -> Iterator[Row]:
        """The rows that match; what was given in the question is taken from ``known``."""
        names = [name for name, given in zip("spog", (*known[:3], known.graph), strict=True) if not given]
        query = f"SELECT {' '.join(f'?{name}' for name in names)} {{ {group} }}" + (f" LIMIT {most}" if most else "")
        for found in solutions(self._endpoint.ask(query)):
            terms = {name: found[name] for name in names}
            target, graph = terms.get("o"), plain(terms.get("g")) or known.graph
            yield Row(
                plain(terms.get("s")) or known.subject,
                plain(terms.get("p")) or known.predicate,
                plain(target) if "o" in terms else known.object,
                target.language if isinstance(target, Literal) else None,
                "" if f"<{graph}>" == self._main else graph,
            )


def _chunks(terms: Iterable[str]) -> Iterator[str]:
    remaining = iter(terms)
    while some := " ".join(islice(remaining, TOGETHER)):
        yield some


def solutions(answer: bytes) -> list[QuerySolution]:
    """The rows of an answer.  Raises :class:`~kgraph.errors.StoreError` for what is no answer to a question in SPARQL."""
    try:
        found = parse_query_results(answer, QueryResultsFormat.JSON)
        rows = list(found) if isinstance(found, QuerySolutions) else None
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"expected rows in answer to a question in SPARQL, found something else ({error})") from error
    if rows is None:
        raise StoreError("expected rows in answer to a question in SPARQL, found yes or no")
    return rows
