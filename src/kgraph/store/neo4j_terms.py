"""Labels and relationship types of the property graph, all from the ontology: the only words that are ever put into Cypher.

Everything else, above all what articles say, travels as parameters.
"""

from __future__ import annotations

import functools
import hashlib

from kgraph import ontology
from kgraph.model import Entity, Fact, Rank

REPORTED = "REPORTED"
LONGEST = 2_000  # characters of an indexed value; Neo4j's indexes take some 8,000 bytes


def entity_labels(entity: Entity) -> str:
    """The labels of an entity: its class and, where the ontology has it, its kind: ``:Work:Series``."""
    kinds = [kind for kind in ontology.kinds(entity.type) if kind.name == entity.kind]
    classes = [class_ for class_ in ontology.classes() if class_.name == entity.type]
    return "".join(f":{_local(term.iri)}" for term in (*classes, *kinds))


def is_plain(fact: Fact) -> bool:
    """True if the fact is simply so; talks, plans, denials, what has ended and what was refuted are only reported."""
    return fact.qualifiers.status is None and fact.rank is not Rank.DEPRECATED


def relationship(fact: Fact) -> str:
    """The relationship type of a fact: ``DIRECTED``, or ``REPORTED`` where it is not simply so."""
    return ontology.predicate(fact.predicate).relationship if is_plain(fact) else REPORTED


@functools.cache
def relationships() -> tuple[str, ...]:
    """All relationship types that facts have."""
    return (*(predicate.relationship for predicate in ontology.predicates()), REPORTED)


def node_labels(predicate: str) -> str:
    """The labels of the node that stands for a fact with one entity: ``:Fact:Ranking``."""
    node = ontology.predicate(predicate).node
    return f":Fact:{node}" if node else ":Fact"


def property_name(predicate: str) -> str:
    """A predicate as properties and answers spell it, and as its IRI ends: ``actedIn``."""
    return ontology.camel(predicate)


@functools.cache
def predicate_of(name: str) -> str:
    """The opposite of :func:`property_name`."""
    return next(predicate.name for predicate in ontology.predicates() if ontology.camel(predicate.name) == name)


def short(text: str) -> str:
    """A text that fits into an index: itself, or of a very long one its beginning and a hash.

    >>> short("person-한보라"), len(short("x" * 10_000))
    ('person-한보라', 97)
    """
    if len(text) <= LONGEST:
        return text
    return f"{text[:32]}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
