"""Named queries: the questions that come up again and again, one file each under ``queries/``.

The comment lines at a file's head describe it (the first line or lines), its parameters (``# parameter NAME TYPE: what it
is``) and an example (``# example: ...``).  Types are ``name`` (any spelling of an entity's name), ``text``, ``integer`` and
``predicate`` (as claims spell it: ``friend_of``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kgraph import ontology, settings
from kgraph.errors import NotFoundError, QueryError
from kgraph.store import as_neo4j
from kgraph.text.keys import name_key
from kgraph.views.query import run_query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.store.neo4j import Neo4jStore
    from kgraph.views.answer import Answer
    from kgraph.views.query import Readable

_PARAMETER = re.compile(r"parameter (\w+) (name|text|integer|predicate): (.+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One parameter of a named query."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name."""

    name: str
    description: str
    parameters: tuple[Asked, ...]
    example: str
    text: str


def named_queries() -> tuple[NamedQuery, ...]:
    """All named queries, by name."""
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(settings.QUERIES.glob("*.rq")))


def named_query(name: str) -> NamedQuery:
    """The query of that name.  Raises :class:`~kgraph.errors.NotFoundError`."""
    found = {query.name: query for query in named_queries()}
    if name not in found:
        raise NotFoundError(f"expected one of {', '.join(found)}, found {name!r}")
    return found[name]


def run_named(store: Readable, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """The answer to a named query.  Raises :class:`~kgraph.errors.QueryError` for a parameter that is missing, unknown or of
    another type.
    """
    query, given = named_query(name), dict(parameters or {})
    values = {}
    for parameter in query.parameters:
        if parameter.name not in given:
            raise QueryError(f"expected a parameter {parameter.name} ({parameter.description}) for {name}, found none")
        values[parameter.name] = _value(parameter, given.pop(parameter.name))
    if given:
        raise QueryError(f"expected no parameter {', '.join(sorted(given))} for {name}, found it")
    if neo4j := as_neo4j(store):
        return run_cypher_twin(neo4j, name, values)
    return run_query(store, query.text, values)


def run_cypher_twin(store: Neo4jStore, name: str, values: Mapping[str, NamedNode | str | int]) -> Answer:
    """The answer of a named query's twin in Cypher, which gives the same rows."""
    from kgraph.store.neo4j_terms import short
    from kgraph.views.cypher import run_cypher

    plain = {key: value.value.rpartition("#")[2] if isinstance(value, NamedNode) else value for key, value in values.items()}
    short_enough = {key: short(value) if isinstance(value, str) else value for key, value in plain.items()}
    return run_cypher(store, (settings.QUERIES / f"{name}.cypher").read_text(encoding="utf-8"), short_enough)


def _value(parameter: Asked, value: str) -> NamedNode | str | int:
    if parameter.type == "name":
        return name_key(value)
    if parameter.type == "integer":
        if not re.fullmatch(r"-?\d{1,18}", value):
            raise QueryError(f"expected an integer for {parameter.name}, found {value!r}")
        return int(value)
    if parameter.type == "predicate":
        return NamedNode(ontology.term_iri(_predicate(parameter, value)))
    return value


def _predicate(parameter: Asked, value: str) -> str:
    names = [predicate.name for predicate in ontology.predicates()]
    if value not in names:
        raise QueryError(f"expected one of {', '.join(names)} for {parameter.name}, found {value!r}")
    return value


def _read(name: str, text: str) -> NamedQuery:
    head = [line[1:].strip() for line in text.split("\n") if line.startswith("#")]
    parameters = [Asked(*match.groups()) for line in head if (match := _PARAMETER.fullmatch(line))]
    example = next((line.removeprefix("example:").strip() for line in head if line.startswith("example:")), "")
    description = " ".join(line for line in head if not line.startswith(("parameter ", "example:")))
    text = text.replace(settings.DEFAULT_BASE, settings.base_iri())
    return NamedQuery(name, description, tuple(parameters), example, text)
