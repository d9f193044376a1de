"""The index of the embedded store: quads beside the graph that no export carries and no query sees.

Each is made of one noun and of nothing else, as those of :mod:`kgraph.store.shape` are, and goes in and out in the same
transaction as the noun's own quads: so it is never older or newer than the graph.  A store without a complete index is read
in the plain, slower way until it is next opened for writing.

Graphs under ``index/``: ``names-TYPE`` (entity, piece of a name, the whole key), ``entities`` and ``facts`` (entity, one of
its records), ``ids`` (fact, beginning of its id, record).
"""

from __future__ import annotations

import functools
from itertools import chain
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.store.records import to_entity_record, to_fact_record
from kgraph.store.terms import iri, text_literal
from kgraph.text.grams import grams
from kgraph.text.hangul import choseong, has_hangul
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Entity, Fact
    from kgraph.store.shape import Quad

FORMAT = "2"
BEGINNING = 4  # characters of a fact's id that are looked up together: of a million facts, some 15

ENTITIES, FACTS, IDS, STATE = (iri("index", name) for name in ("entities", "facts", "ids", "state"))
RECORD = iri("index", "record")
MARK: Quad = (f"{STATE} {iri('index', 'format')} {text_literal(FORMAT)}", STATE)


def names_graph(type_: str) -> str:
    """The graph that holds the names of a class."""
    return iri("index", f"names-{type_}")


def names_graphs(type_: str | None = None) -> list[str]:
    """The graphs that hold the names of a class, or of all."""
    return [names_graph(type_)] if type_ else [names_graph(found.name) for found in ontology.classes()]


def gram_iri(gram: str) -> str:
    """The IRI of a piece of a name."""
    return iri("index", "gram", gram)


def stated_iri(predicate: str) -> str:
    """The IRI by which an entity points to its records of a predicate: not the predicate's own, so that no shape reads it."""
    return iri("index", "stated", predicate)


def id_iri(beginning: str) -> str:
    """The IRI of the beginning of a fact's id."""
    return iri("index", "id", beginning[:BEGINNING])


def keys_of(names: Iterable[str]) -> set[str]:
    """All under which names are found in part: their keys, and the initial consonants of those in Hangul.

    >>> sorted(keys_of(["이재규"]))
    ['ㅇㅈㄱ', '이재규']
    """
    return {key for name in names for key in (name_key(name), choseong(name) if has_hangul(name) else "") if key}


def entity_index_quads(entity: Entity) -> Iterator[Quad]:
    """An entity's record and the pieces of its names."""
    node, graph = iri("entity", entity.id), names_graph(entity.type)
    yield f"{node} {RECORD} {text_literal(to_entity_record(entity))}", ENTITIES
    for key in sorted(keys_of(entity.names)):
        literal = text_literal(key)
        for gram in grams(key):
            yield f"{node} {gram_iri(gram)} {literal}", graph


def fact_index_quads(fact: Fact) -> Iterator[Quad]:
    """A fact's record, at both of its ends and by the beginning of its id."""
    record = text_literal(to_fact_record(fact))
    for end in dict.fromkeys((fact.subject, fact.object)):
        if end is not None:
            yield f"{iri('entity', end)} {stated_iri(fact.predicate)} {record}", FACTS
    yield f"{iri('fact', fact.id)} {id_iri(fact.id)} {record}", IDS


def index_quads(entities: Iterable[Entity], facts: Iterable[Fact]) -> Iterator[Quad]:
    """The whole index of a graph, with the mark that it is complete."""
    yield from chain.from_iterable(map(entity_index_quads, entities))
    yield from chain.from_iterable(map(fact_index_quads, facts))
    yield MARK


@functools.cache
def hidden_graphs() -> tuple[str, ...]:
    """The graphs that no export carries and no query sees: the notes of the entities room, and the index."""
    return (iri("notes"), ENTITIES, FACTS, IDS, STATE, *names_graphs())
