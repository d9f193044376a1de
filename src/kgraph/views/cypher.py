"""Questions in Cypher, asked of a graph in Neo4j; nothing asked here can change it.

The server is asked first what kind of question it is, and asked the question itself in a transaction of access mode READ, in
which it refuses to write.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from neo4j import exceptions
from neo4j.graph import Node, Path, Relationship

from kgraph.errors import QueryError
from kgraph.store.shape import claim_iri, fact_iri
from kgraph.store.terms import BASE, XSD, iri, referent_iri
from kgraph.views.answer import Answer, Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from neo4j import ManagedTransaction

    from kgraph.store.neo4j import Neo4jStore

FORM = "CYPHER"
_READS = "r"
_REFUSED = {"LoadCSV": "LOAD CSV", "TerminateTransactions": "TERMINATE TRANSACTIONS"}
_WRITES = "Neo.ClientError.Statement.AccessMode"
_COMMAND = "expected a question, found a command: a query cannot change the graph"
_ASKED_FIRST = re.compile(r"(?:\s+|/\*.*?\*/|//[^\n]*\n)*(?:EXPLAIN|PROFILE)\b", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(r" \(line (\d+), column (\d+)")
_IRIS: dict[str, Callable[[str], str]] = {
    "Entity": lambda id_: iri("entity", id_),
    "Article": lambda id_: iri("article", id_),
    "Referent": referent_iri,
    "Claim": claim_iri,
    "Fact": fact_iri,
    "Judgement": lambda id_: iri("judgement", id_.removeprefix("sha256:")),
}


def run_cypher(store: Neo4jStore, text: str, parameters: Mapping[str, object] | None = None) -> Answer:
    """The answer to a question in Cypher.

    Nodes and facts come as the IRIs that SPARQL has for them, lists and maps as JSON.  Raises
    :class:`~kgraph.errors.QueryError` for what would write or read from outside the graph, and for what is no Cypher.
    """
    if _ASKED_FIRST.match(text):
        raise QueryError("expected a question in Cypher, found EXPLAIN or PROFILE: ask the server itself")

    answer: Answer = store.link.ask(lambda transaction: _answer(transaction, text, dict(parameters or {})))
    return answer


def _answer(transaction: ManagedTransaction, text: str, parameters: dict[str, object]) -> Answer:
    _check(transaction, text, parameters)
    try:
        found = transaction.run(text, parameters)
        return Answer(FORM, tuple(found.keys()), tuple(tuple(map(to_cell, record.values())) for record in found))
    except exceptions.ClientError as error:
        raise QueryError(_explained(error, first_line=1)) from error


def to_cell(value: Any) -> Cell | None:
    """A value of Cypher as a cell of an answer."""
    if value is None:
        return None
    if isinstance(value, bool):
        return Cell("literal", "true" if value else "false", f"{XSD}boolean")
    if isinstance(value, int):
        return Cell("literal", str(value), f"{XSD}integer")
    if isinstance(value, float):
        return Cell("literal", repr(value), f"{XSD}double")
    if isinstance(value, (Node, Relationship)):
        named = _iri(value)
        return Cell("uri" if named.startswith(BASE) else "literal", named)
    if isinstance(value, (list, dict, Path)):
        return Cell("literal", json.dumps(_plain(value), ensure_ascii=False))
    return Cell("literal", value if isinstance(value, str) else str(value))


def _check(transaction: ManagedTransaction, text: str, parameters: dict[str, object]) -> None:
    """Refuse what is more than a question to this graph; the server says what it would do, and does nothing yet."""
    try:
        summary = transaction.run(f"EXPLAIN\n{text}", parameters).consume()
    except exceptions.ClientError as error:
        raise QueryError(_explained(error, first_line=2)) from error
    if summary.query_type != _READS:
        raise QueryError(_COMMAND)
    for step in _steps(summary.plan or {}):
        for name, told in _REFUSED.items():
            if step.startswith(name):
                raise QueryError(f"expected a question to this graph alone, found {told}")


def _steps(plan: dict[str, Any]) -> Iterator[str]:
    yield plan.get("operatorType", "")
    for child in plan.get("children") or ():
        yield from _steps(child)


def _explained(error: exceptions.ClientError, first_line: int) -> str:
    if error.code == _WRITES:
        return _COMMAND
    message = (error.message or str(error)).split("\n")[0].strip()
    place = _PLACE.search(error.message or "")
    where = f" at line {max(1, int(place[1]) - first_line + 1)}, column {place[2]}" if place else ""
    return f"expected Cypher that can be answered, found{where}: {_PLACE.split(message)[0].rstrip('. ')}"


def _iri(value: Node | Relationship) -> str:
    """The IRI of what a node or a fact stands for; of anything else its labels or type."""
    labels = value.labels if isinstance(value, Node) else {"Fact"} if "id" in value else set()
    id_ = str(value.get("long_id") or value.get("id") or "")
    for label, to_iri in _IRIS.items():
        if label in labels:
            return to_iri(id_)[1:-1]
    return value.type if isinstance(value, Relationship) else ":".join(sorted(labels))


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, (Node, Relationship)):
        return _iri(value)
    if isinstance(value, Path):
        return [_iri(step) for pair in zip(value.nodes, (*value.relationships, None), strict=True) for step in pair if step]
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
