"""The JSON-LD context: every term of the ontology by its own name, and the prefixes."""

from __future__ import annotations

import functools
import json
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, parse

from kgraph import settings
from kgraph.ontology import term_iri
from kgraph.store.terms import RDF, RDFS, XSD
from kgraph.views.query import prefixes

_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {f"{_OWL}Class": "class", f"{_OWL}ObjectProperty": "object", f"{_OWL}DatatypeProperty": "value"}
_COERCED = (f"{XSD}integer", f"{XSD}decimal", f"{XSD}anyURI")  # one datatype always; dates have several, text needs none


def write_context() -> str:
    """The context as a file of its own, for documents that point to it."""
    return json.dumps({"@context": make_context()}, ensure_ascii=False, indent=1) + "\n"


@functools.cache
def make_context() -> dict[str, Any]:
    """Prefixes and terms: ``directed`` leads to an IRI, ``rank`` holds an integer, ``Person`` is a class."""
    context: dict[str, Any] = {name: {"@id": iri, "@prefix": True} for name, iri in sorted(prefixes().items())}
    for name, (kind, range_) in sorted(_terms().items()):
        if name in context:  # "entity" is a prefix already: the property keeps its own
            continue
        short = f"kg:{name}"
        if kind == "object":
            context[name] = {"@id": short, "@type": "@id"}
        else:
            context[name] = {"@id": short, "@type": f"xsd:{range_.removeprefix(XSD)}"} if range_ in _COERCED else {"@id": short}
    return context


def _terms() -> dict[str, tuple[str, str]]:
    """Classes and properties of the ontology: what they are, and the datatype of their values."""
    kinds: dict[str, str] = {}
    ranges: dict[str, str] = {}
    start = settings.DEFAULT_BASE + "ontology#"
    for quad in parse(path=settings.ONTOLOGY / "kgraph.ttl", format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode):
            continue
        if not quad.subject.value.startswith(start):
            continue
        name = quad.subject.value.removeprefix(start)
        if quad.predicate.value == f"{RDF}type" and quad.object.value in _KINDS:
            kinds[name] = _KINDS[quad.object.value]
        elif quad.predicate.value == f"{RDFS}range":
            ranges[name] = quad.object.value
    return {name: (kind, ranges.get(name, "")) for name, kind in kinds.items()}


def short_name(iri: str) -> str:
    """A term by its name, another IRI by its prefix, else in full."""
    name = iri.removeprefix(term_iri(""))
    if make_context().get(name, {}).get("@id") == f"kg:{name}":
        return name
    return next((f"{name}:{iri[len(start) :]}" for name, start in sorted(prefixes().items()) if iri.startswith(start)), iri)
