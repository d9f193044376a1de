"""Questions in SPARQL, asked of any store; nothing asked here can change it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pyoxigraph

from kgraph import settings
from kgraph.errors import QueryError
from kgraph.store.index import hidden_graphs
from kgraph.store.rdf import RdfStore
from kgraph.store.terms import DCT, OA, PROV, RDF, RDFS, SKOS, XSD
from kgraph.views.answer import Answer, Term, make_answer
from kgraph.views.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.store.base import Reader

Parameter = str | int | float

READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
WRITING = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Readable(Protocol):
    """What can be read: a store, or what it shows at a time."""

    def reader(self) -> Reader:
        """A reader of it."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader shows, to be asked as a store is."""

    shown: Reader

    def reader(self) -> Reader:
        """The reader."""
        return self.shown


def run_query(store: Readable, text: str, parameters: Mapping[str, Parameter | pyoxigraph.NamedNode] | None = None) -> Answer:
    """The answer to a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) over the default graph and the articles' named graphs.

    ``parameters`` fixes variables that the query selects, as terms and never as text; they are no columns of the answer. The
    prefixes kg, entity, rdf, rdfs, skos, xsd, oa, prov and dct need not be declared.  Raises
    :class:`~kgraph.errors.QueryError` for an update, for ``SERVICE`` (questions stay inside the store) and, with the parser's
    message and position, for what is no SPARQL.
    """
    words = words_of(text)
    form = _check_form(words)
    bound: dict[pyoxigraph.Variable, Term] = {
        pyoxigraph.Variable(name): _term(value) for name, value in (parameters or {}).items()
    }
    try:
        return make_answer(form, _ask(store, text, words, bound), set(parameters or ()))
    except SyntaxError as error:
        raise QueryError(_explain(str(error), text)) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"expected a query that can be answered, found: {error}") from error


def _ask(store: Readable, text: str, words: list[str], bound: dict[pyoxigraph.Variable, Term]) -> object:
    if not isinstance(store, RdfStore):
        from kgraph.store.sparql import SparqlStore

        if isinstance(store, SparqlStore):
            from kgraph.views.query_server import ask_server

            return ask_server(store, text, bound, prefixes())
    graph = graph_of(store)
    graphs = _articles_only(graph) if "GRAPH" in words else None
    return graph.query(text, prefixes=prefixes(), substitutions=bound, named_graphs=graphs)


def prefixes() -> dict[str, str]:
    """The prefixes that every query may use without declaring them."""
    base = settings.base_iri()
    ours = {"kg": f"{base}ontology#", "entity": f"{base}entity/", "article": f"{base}article/", "fact": f"{base}fact/"}
    return {**ours, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD, "oa": OA, "prov": PROV, "dct": DCT}


def graph_of(store: Readable) -> pyoxigraph.Store:
    """The store as one that answers SPARQL: the embedded one itself, of another a copy."""
    if isinstance(store, RdfStore):
        return store.graph
    graph = pyoxigraph.Store()
    graph.bulk_load("".join(store.reader().quads()).encode(), pyoxigraph.RdfFormat.N_QUADS)
    return graph


def _check_form(words: list[str]) -> str:
    form = next((word for word in words if word in READING | WRITING), None)
    if form is None:
        raise QueryError("expected a query with SELECT, ASK, CONSTRUCT or DESCRIBE, found none of them")
    if form in WRITING:
        raise QueryError(f"expected SELECT, ASK, CONSTRUCT or DESCRIBE, found {form}: a query cannot change the graph")
    if "SERVICE" in words:
        raise QueryError("expected a query of this store alone, found SERVICE")
    return form


def _articles_only(graph: pyoxigraph.Store) -> list[pyoxigraph.NamedNode | pyoxigraph.BlankNode]:
    """All named graphs but the bookkeeping."""
    hidden = {graph[1:-1] for graph in hidden_graphs()}
    return [name for name in graph.named_graphs() if isinstance(name, pyoxigraph.NamedNode) and name.value not in hidden]


def _term(value: Parameter | pyoxigraph.NamedNode) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    return value if isinstance(value, pyoxigraph.NamedNode) else pyoxigraph.Literal(value)


def _explain(message: str, text: str) -> str:
    """The parser's message with its place and the words that stand there."""
    match = _POSITION.fullmatch(message)
    if match is None:
        return f"expected SPARQL, found an error: {message}"
    line, column = int(match[1]), int(match[2])
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :][:40] if line <= len(lines) else ""
    wanted = match[3].split("\n")[0][:160].removeprefix("expected ")
    if "Prefix not found" in wanted:
        wanted = "a prefix that is declared"
    found = repr(rest) if rest else "the end of the line"
    return f"expected {wanted} at line {line}, column {column}, found {found}"
