"""The ontology as the code sees it: classes, kinds, predicates, statuses, read once from ``ontology/kgraph.ttl``.

It is the only list of them.  What a term is called in RDF is ``iri``, what it is called in claims is ``name``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field, fields

from kgraph import settings
from kgraph.model import Qualifiers

_OWN = "https://w3id.org/kgraph/ontology#"  # as the file has it; settings.base_iri() may put another base in its place
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SCHEMA = "https://schema.org/"
_DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"
_ENTITY = "Entity"
_QUALIFIERS = tuple(part.name for part in fields(Qualifiers))


@dataclass(frozen=True, slots=True)
class Term:
    """Something the ontology names: its name in claims, its IRI, labels and definitions by language (``en``, ``ko``)."""

    name: str
    iri: str
    labels: dict[str, str] = field(hash=False)
    definitions: dict[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Class(Term):
    """A type of entity (Person, Work, Organization), or a kind of one (series, broadcaster) with its type as ``parent``."""

    parent: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate(Term):
    """What a claim states: ``directed``, a Person of a Work.

    ``domain`` holds the types a subject may have, ``range`` those of an object, and is empty where the object is a literal.
    ``node`` is the class of the fact's own node where it has more than two ends (Ranking), ``inverse`` the IRI read backwards.
    ``cardinality`` is ``functional`` (one value in a slot, for good), ``interval`` (one at a time) or ``many``; ``slot`` are the
    qualifiers that two facts share if they are about the same occasion, ``value`` is the one that holds the stated value.
    """

    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    node: str | None = None
    inverse: str | None = None
    symmetric: bool = False
    cardinality: str = "many"
    slot: tuple[str, ...] = ()
    value: str | None = None

    @property
    def literal(self) -> bool:
        """True if the object is no entity: ranked, rated, released_on, won, nominated_for."""
        return not self.range

    @property
    def relationship(self) -> str:
        """The relationship type in a property graph: FRIEND_OF."""
        return self.name.upper()

    @property
    def fact_qualifiers(self) -> tuple[str, ...]:
        """The qualifiers that make another fact of it: slot and value."""
        return tuple(name for name in _QUALIFIERS if name in self.slot or name == self.value)


class _Terms:
    """The file's triples, as subject -> predicate -> values; IRIs, literals and languages as text."""

    def __init__(self) -> None:
        from pyoxigraph import Literal, NamedNode, RdfFormat, parse

        self.values: dict[str, dict[str, list[str]]] = {}
        self.texts: dict[tuple[str, str], dict[str, str]] = {}
        for quad in parse(path=settings.ONTOLOGY / "kgraph.ttl", format=RdfFormat.TURTLE):
            if not isinstance(quad.subject, NamedNode):
                continue
            subject, predicate = _local(quad.subject.value), _local(quad.predicate.value)
            if isinstance(quad.object, Literal) and quad.object.language:
                self.texts.setdefault((subject, predicate), {})[quad.object.language] = quad.object.value
            elif isinstance(quad.object, (Literal, NamedNode)):
                self.values.setdefault(subject, {}).setdefault(predicate, []).append(_local(quad.object.value))

    def all(self, subject: str, predicate: str) -> list[str]:
        return self.values.get(subject, {}).get(predicate, [])

    def one(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.all(subject, predicate)), None)

    def of_type(self, type_: str) -> list[str]:
        """Subjects of this type that have a code, in the order of the file."""
        return [name for name, about in self.values.items() if type_ in about.get(f"{_RDF}type", ()) and "code" in about]


def _local(value: str) -> str:
    return value.removeprefix(_OWN)


def term_iri(name: str) -> str:
    """The IRI of a term by its name in claims or in the ontology.

    >>> term_iri("friend_of")
    'https://w3id.org/kgraph/ontology#friendOf'
    """
    return f"{settings.base_iri()}ontology#{camel(name)}"


def camel(name: str) -> str:
    """``friend_of`` -> ``friendOf``, the way terms are spelled in IRIs."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


@functools.cache
def _terms() -> _Terms:
    return _Terms()


def _common(terms: _Terms, subject: str) -> tuple[str, str, dict[str, str], dict[str, str]]:
    labels, definitions = terms.texts[subject, f"{_RDFS}label"], terms.texts[subject, _DEFINITION]
    return terms.one(subject, "code") or subject, term_iri(subject), labels, definitions


def _signature(terms: _Terms, subject: str, end: str) -> tuple[str, ...]:
    """The entity types at one end: those that the axiom or, for several, the annotation names."""
    several = terms.all(subject, f"{_SCHEMA}{end}Includes")
    return tuple(several) or tuple(terms.all(subject, f"{_RDFS}{end}"))


def _predicate(terms: _Terms, subject: str) -> Predicate:
    target = _signature(terms, subject, "range")
    entities = set(terms.of_type(f"{_OWL}Class"))
    inverse = terms.one(subject, f"{_OWL}inverseOf")
    slot = set(terms.all(subject, "slot"))
    return Predicate(
        *_common(terms, subject),
        domain=_signature(terms, subject, "domain"),
        range=tuple(name for name in target if name in entities),
        node=next((name for name in target if name not in entities and ":" not in name), None),
        inverse=term_iri(inverse) if inverse else None,
        symmetric=f"{_OWL}SymmetricProperty" in terms.all(subject, f"{_RDF}type"),
        cardinality=(terms.one(subject, "cardinality") or "ManyValued").removesuffix("Valued").lower(),
        slot=tuple(name for name in _QUALIFIERS if name in slot),
        value=terms.one(subject, "value"),
    )


def _class(terms: _Terms, subject: str) -> Class:
    parents = [name for name in terms.all(subject, f"{_RDFS}subClassOf") if ":" not in name and name != _ENTITY]
    return Class(*_common(terms, subject), parent=next(iter(parents), None), colour=terms.one(subject, "colour"))


@functools.cache
def predicates() -> tuple[Predicate, ...]:
    """All predicates of claims, in the ontology's order."""
    terms = _terms()
    named = [*terms.of_type(f"{_OWL}ObjectProperty"), *terms.of_type(f"{_OWL}DatatypeProperty")]
    order = list(terms.values)
    return tuple(_predicate(terms, name) for name in sorted(named, key=order.index))


@functools.cache
def _by_name() -> dict[str, Predicate]:
    return {predicate.name: predicate for predicate in predicates()}


def predicate(name: str) -> Predicate:
    """The predicate of that name.  Raises ``KeyError`` if the ontology has none.

    >>> predicate("friend_of").symmetric, predicate("ranked").node, predicate("won").domain
    (True, 'Ranking', ('Person', 'Work', 'Organization'))
    """
    return _by_name()[name]


@functools.cache
def classes() -> tuple[Class, ...]:
    """The types of entities, in the ontology's order: Person, Work, Organization."""
    return tuple(found for found in _classes() if found.parent is None)


@functools.cache
def _classes() -> tuple[Class, ...]:
    terms = _terms()
    return tuple(_class(terms, name) for name in terms.of_type(f"{_OWL}Class"))


def kinds(type_: str) -> tuple[Class, ...]:
    """The kinds that works or organisations come in: series, film...; broadcaster, platform...; none for persons."""
    return tuple(found for found in _classes() if found.parent == type_)


@functools.cache
def statuses() -> tuple[Term, ...]:
    """How firmly, and whether still, a claim holds: talks, declined, denied, ended, planned, rumoured."""
    terms = _terms()
    return tuple(Term(*_common(terms, name)) for name in terms.of_type("Status"))
