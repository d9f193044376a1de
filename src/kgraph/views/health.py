"""Is a store sound?  Looks at its format, index, graph, evidence and shapes, and says what mends it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.errors import KgraphError
from kgraph.store import open_store
from kgraph.store.rdf import RdfStore
from kgraph.store.rdf_indexed import has_index
from kgraph.views.validate import validate_quickly
from kgraph.views.verify import verify_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, whether it is sound, what was found, and what mends it."""

    check: str
    sound: bool
    found: str
    mend: str = ""


def examine(url: str) -> Iterator[Finding]:
    """What there is to say of the store at this address, from the outside in; what cannot be opened ends it."""
    try:
        store = open_store(url, read_only=True)
    except KgraphError as error:
        yield Finding("store", sound=False, found=str(error), mend=_way_in(str(error)))
        return
    with closing(store):
        yield Finding("store", sound=True, found="opens, and is of today's format")
        try:
            yield from _look_inside(store)
        except (KgraphError, KeyError, IndexError, ValueError) as error:
            found = f"cannot be read through: {type(error).__name__}: {error}"
            yield Finding("graph", sound=False, found=found, mend="kgraph restore of a backup, or ingest the articles anew")


def _look_inside(store: Store) -> Iterator[Finding]:
    if isinstance(store, RdfStore):
        there = has_index(store.graph)
        found = "there and complete" if there else "missing or broken off"
        mend = "" if there else "the next command that writes makes it (kgraph ingest with no new article, too)"
        yield Finding("index", sound=there, found=found, mend=mend)
    yield _look_at_predicates(store)
    yield _look_at_evidence(store)
    if isinstance(store, RdfStore):
        yield _look_at_shapes(store)


def _look_at_predicates(store: Store) -> Finding:
    known = {predicate.name for predicate in ontology.predicates()}
    strange = sorted({fact.predicate for fact in store.reader().facts()} - known)
    if strange:
        found = f"predicates that the ontology does not have: {', '.join(strange[:5])}"
        return Finding("ontology", sound=False, found=found, mend="kgraph upgrade reads all articles again")
    return Finding("ontology", sound=True, found="every predicate is known")


def _look_at_evidence(store: Store) -> Finding:
    found = verify_graph(store.reader())
    if found.faults:
        first = found.faults[0]
        told = f"{len(found.faults)} faults, first {first.what} {first.id}: {first.message}"
        return Finding("evidence", sound=False, found=told, mend="kgraph verify lists them; kgraph upgrade reads again")
    return Finding("evidence", sound=True, found=f"{found.articles} articles, {found.claims} claims: every word found")


def _look_at_shapes(store: Store) -> Finding:
    faults = validate_quickly(store)
    if faults:
        told = f"{len(faults)} faults"
        return Finding("shapes", sound=False, found=told, mend="kgraph validate lists them; kgraph upgrade reads again")
    return Finding("shapes", sound=True, found="every shape fits")


def _way_in(error: str) -> str:
    """What mends a store that does not open; messages that say it themselves are left to do so."""
    if "can be opened" in error:
        return "kgraph restore of a backup into a new folder, or ingest the articles anew"
    if "Permission" in error:
        return "let this user read and write the folder"
    return "as the message says"
