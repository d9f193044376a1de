"""Questions in SPARQL put to a SPARQL server: what is asked of the embedded store, in words that any server takes.

The embedded store is told beside the question which variables are fixed and which graphs there are; here both are written
into it, by tokens and as serialised terms, so that nothing in a text or a name can end a clause.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph.errors import QueryError
from kgraph.store.sparql_http import ROWS, TRIPLES, RefusedError
from kgraph.store.sparql_rows import STATE
from kgraph.store.terms import iri
from kgraph.views.tokens import tokens, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.store.sparql import SparqlStore

Bound = dict[pyoxigraph.Variable, pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple]

_NAME = re.compile(r"\s+([?$]\w+|<[^<>\"{}|^`\\\s]*>|[\w.-]*:[\w.%-]*)")


def ask_server(store: SparqlStore, text: str, bound: Bound, prefixes: dict[str, str]) -> object:
    """What the server answers, in the classes in which Oxigraph answers; raises what Oxigraph raises for what is no query."""
    parsed = pyoxigraph.Store().query(text, prefixes=prefixes, substitutions=bound)
    alone = "" if {"GRAPH", "FROM"} & set(words_of(text)) else store.main[1:-1]
    is_graph = isinstance(parsed, pyoxigraph.QueryTriples)
    columns = " ".join(map(str, parsed.variables)) if isinstance(parsed, pyoxigraph.QuerySolutions) else ""
    question = to_server(_spelled_out(text, columns), bound, prefixes, store.main)
    try:
        answer = store.endpoint.ask(question, TRIPLES if is_graph else ROWS, alone)
    except RefusedError as error:
        raise QueryError(str(error)) from error
    if not is_graph:
        return pyoxigraph.parse_query_results(answer, pyoxigraph.QueryResultsFormat.JSON)
    graph = pyoxigraph.Store()
    graph.load(answer, pyoxigraph.RdfFormat.N_TRIPLES)
    return graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def to_server(text: str, bound: Bound, prefixes: dict[str, str], main: str = "") -> str:
    """The question with its prefixes, its fixed variables, and without the bookkeeping; ``main`` is the store's.

    >>> to_server("ASK { GRAPH ?g { } }", {}, {})
    'ASK { FILTER(?g NOT IN (<https://w3id.org/kgraph/notes>, <urn:x-kgraph:store>)) GRAPH ?g { } }'
    """
    heads = "".join(f"PREFIX {name}: <{base}> " for name, base in prefixes.items())
    values = "".join(f" VALUES {variable} {{ {term} }}" for variable, term in bound.items())
    hidden = ", ".join(filter(None, (iri("notes"), STATE, main)))
    return heads + "".join(_written(text, values, hidden))


def _spelled_out(text: str, columns: str) -> str:
    """The question with its columns in place of ``SELECT *``, so that their order is not the server's to choose."""
    made, before, done = [], "", not columns
    for part in tokens(text):
        is_star = part == "*" and before in ("SELECT", "DISTINCT", "REDUCED") and not done
        done = done or is_star or part == "{"
        made.append(f"{columns} " if is_star else part)
        before = before if part.isspace() or part.startswith("#") else part.upper()
    return "".join(made)


def _written(text: str, values: str, hidden: str) -> Iterator[str]:
    """The tokens, with ``values`` at the head of the pattern and every ``GRAPH`` kept from the ``hidden`` graphs."""
    place, depth, groups = 0, 0, 0
    pattern = 2 if _has_template(text) else 1
    for part in tokens(text):
        place += len(part)
        named = _NAME.match(text, place) if part.upper() == "GRAPH" else None
        if named:
            yield f"FILTER({named[1]} NOT IN ({hidden})) "
        yield part
        groups += part == "{" and depth == 0
        depth += (part == "{") - (part == "}")
        if part == "{" and depth == 1 and groups == pattern:
            yield values


def _has_template(text: str) -> bool:
    """Whether the first group is what is to be made, and not yet what is looked for."""
    words = [part.upper() for part in tokens(text) if not part.isspace() and not part.startswith("#")]
    return any(pair == ("CONSTRUCT", "{") for pair in itertools.pairwise(words))
