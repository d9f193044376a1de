"""Questions in SPARQL, asked of any store; nothing asked here can change it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph import settings
from kgraph.errors import QueryError
from kgraph.store.index import hidden_graphs
from kgraph.store.rdf import RdfStore
from kgraph.store.terms import DCT, OA, PROV, RDF, RDFS, SKOS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.store.base import Store

Value = str | int | float | bool | None
Parameter = str | int | float
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
WRITING = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})

_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|[\w.-]*:[\w.%-]*',
    re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z]+")
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NUMBERS = {"integer": int, "decimal": float, "double": float, "float": float, "nonNegativeInteger": int}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows under columns.

    ``form`` is ``SELECT``, ``ASK`` (one row, column ``answer``), ``CONSTRUCT`` or ``DESCRIBE`` (columns ``subject``,
    ``predicate``, ``object``). IRIs are plain text, numbers and truth values are Python's, what is not bound is ``None``.
    """

    form: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> Iterator[dict[str, Value]]:
        """The rows as mappings of column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def run_query(store: Store, text: str, parameters: Mapping[str, Parameter | pyoxigraph.NamedNode] | None = None) -> Answer:
    """The answer to a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) over the default graph and the articles' named graphs.

    ``parameters`` fixes variables that the query selects, as terms and never as text; they are no columns of the answer. The
    prefixes kg, entity, rdf, rdfs, skos, xsd, oa, prov and dct need not be declared.  Raises
    :class:`~kgraph.errors.QueryError` for an update, for ``SERVICE`` (questions stay inside the store) and, with the parser's
    message and position, for what is no SPARQL.
    """
    words = [word.upper() for word in _WORD.findall(_QUOTED.sub(" ", text))]
    form = _check_form(words)
    graph = graph_of(store)
    bound: dict[pyoxigraph.Variable, Term] = {
        pyoxigraph.Variable(name): _term(value) for name, value in (parameters or {}).items()
    }
    graphs = _articles_only(graph) if "GRAPH" in words else None
    try:
        found = graph.query(text, prefixes=prefixes(), substitutions=bound, named_graphs=graphs)
        return _answer(form, found, set(parameters or ()))
    except SyntaxError as error:
        raise QueryError(_explain(str(error), text)) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"expected a query that can be answered, found: {error}") from error


def prefixes() -> dict[str, str]:
    """The prefixes that every query may use without declaring them."""
    base = settings.base_iri()
    ours = {"kg": f"{base}ontology#", "entity": f"{base}entity/", "article": f"{base}article/", "fact": f"{base}fact/"}
    return {**ours, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD, "oa": OA, "prov": PROV, "dct": DCT}


def graph_of(store: Store) -> pyoxigraph.Store:
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


def _answer(form: str, found: object, hidden: set[str]) -> Answer:
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Answer(form, ("answer",), ((bool(found),),))
    if isinstance(found, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in found.variables if variable.value not in hidden]
        return Answer(form, tuple(names), tuple(tuple(_value(row[name]) for name in names) for row in found))
    assert isinstance(found, pyoxigraph.QueryTriples)
    rows = sorted((_value(row.subject), _value(row.predicate), _value(row.object)) for row in found)
    return Answer(form, ("subject", "predicate", "object"), tuple(rows))


def _value(term: Term | None) -> Value:
    if term is None:
        return None
    if not isinstance(term, pyoxigraph.Literal):
        return term.value if isinstance(term, pyoxigraph.NamedNode) else str(term)
    datatype = term.datatype.value.removeprefix(XSD)
    if datatype == "boolean":
        return term.value == "true"
    return _NUMBERS[datatype](term.value) if datatype in _NUMBERS else term.value


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
