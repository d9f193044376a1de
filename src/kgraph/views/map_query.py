"""The names that a question selects, to be drawn as a map."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from kgraph.errors import NotFoundError
from kgraph.settings import base_iri
from kgraph.views.query import run_query

if TYPE_CHECKING:
    from kgraph.store.base import Store


def names_of_query(store: Store, question: str) -> tuple[str, ...]:
    """The ids of all entities in the answer to a SPARQL query, whatever their column, and of the ends of all facts in it.

    Raises :class:`~kgraph.errors.NotFoundError` where the answer has neither.
    """
    reader, found = store.reader(), set()
    for value in {value for row in run_query(store, question).rows for value in row if isinstance(value, str)}:
        kind, _, id_ = unquote(value.removeprefix(base_iri())).partition("/") if value.startswith(base_iri()) else ("", "", "")
        if kind == "entity":
            found.add(id_)
        elif kind == "fact":
            ends = [end for fact in reader.facts(fact=id_) for end in (fact.subject, fact.object)]
            found.update(end for end in ends if end is not None)
    if not found:
        raise NotFoundError("expected names or facts in the answer to the query, found none: select variables such as ?person")
    return tuple(sorted(found))
