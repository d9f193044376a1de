"""The part of the graph that an answer speaks of: its names, with all that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import NotFoundError
from kgraph.store.terms import BASE, decode
from kgraph.text.keys import name_key
from kgraph.views.part import PartReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.store.base import Reader
    from kgraph.views.answer import Answer

ENTITY, FACT, ARTICLE = (f"{BASE}{kind}/" for kind in ("entity", "fact", "article"))


def part_of_answer(reader: Reader, answer: Answer, names: Iterable[str] = ()) -> PartReader:
    """The entities in the answer (by their IRIs, those of facts about them or of referents that lead to them) and those of
    ``names``.

    Where no IRI is in it, as in the answers of most named queries, every entity that goes by a name in the answer is taken.
    Raises :class:`~kgraph.errors.NotFoundError` for an answer without any.
    """
    cells = {cell for row in answer.rows for cell in row if isinstance(cell, str)}
    kept = {id_ for cell in cells for id_ in _by_iri(reader, cell)}
    if not kept:
        kept = {id_ for cell in cells for id_ in _by_name(reader, cell)}
    kept |= {id_ for name in names for id_ in _by_name(reader, name)}
    if not kept:
        raise NotFoundError("expected names of the store in the answer to the query, found none")
    return PartReader(reader, frozenset(kept))


def _by_iri(reader: Reader, iri: str) -> Iterator[str]:
    if iri.startswith(FACT):
        for fact in reader.facts(fact=decode(iri)):
            yield from (end for end in (fact.subject, fact.object) if end)
    elif iri.startswith((ENTITY, ARTICLE)):
        entity = reader.entity(decode(iri))
        if entity is not None:
            yield entity.id


def _by_name(reader: Reader, name: str) -> Iterator[str]:
    key = name_key(name)
    if key:
        yield from (entity.id for entity in reader.entities(key=key))
