"""Constraints, indexes and the mark of a kgraph database: made if missing, refused if they are of another shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kgraph.errors import StoreError
from kgraph.store.neo4j_terms import relationships
from kgraph.store.versions import FORMAT, RENEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.store.neo4j_link import Link

UNIQUE = {
    "Article": "id",
    "Claim": "id",
    "Entity": "id",
    "Fact": "id",
    "Judgement": "id",
    "KgraphStore": "name",
    "Name": "key",
    "Note": "key",
    "Referent": "id",
}
NAMES = "kgraph_names"  # the full-text index over all names, Hangul by pairs of syllables

_INDEXES = "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint"
_MARK = "MATCH (store:KgraphStore {name: 'kgraph'}) RETURN store.format AS format, store.step AS step, store.copying AS copying"
_MAKE_MARK = "MERGE (store:KgraphStore {name: 'kgraph'}) ON CREATE SET store.format = $format, store.step = 0"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A constraint or index by the name that it bears, what it is on, and how it is made."""

    name: str
    type: str
    on: str
    property: str
    cypher: str
    unique: bool = False


def wanted() -> Iterator[Wanted]:
    """All constraints and indexes of a kgraph database."""
    for label, key in UNIQUE.items():
        name = f"kgraph_{label.lower()}"
        make = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (node:{label}) REQUIRE node.{key} IS UNIQUE"
        yield Wanted(name, "RANGE", label, key, make, unique=True)
    make = "CREATE INDEX kgraph_claim_fact IF NOT EXISTS FOR (claim:Claim) ON (claim.fact)"
    yield Wanted("kgraph_claim_fact", "RANGE", "Claim", "fact", make)
    for type_ in relationships():
        name = f"kgraph_{type_.lower()}"
        yield Wanted(name, "RANGE", type_, "id", f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[fact:{type_}]-() ON (fact.id)")
    options = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    make = f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (entity:Entity) ON EACH [entity.names] {options}"
    yield Wanted(NAMES, "FULLTEXT", "Entity", "names", make)


def prepare(link: Link, *, read_only: bool) -> bool:
    """Make sure that this is a kgraph database, of this format; make one of an empty database unless ``read_only``.  Whether it
    is marked as an unfinished copy.

    Raises :class:`~kgraph.errors.StoreError` and changes nothing where it is something else.
    """
    mark = link.read(_MARK)
    if not mark:
        _check_empty(link, read_only=read_only)
    elif mark[0]["format"] != FORMAT:
        raise StoreError(
            f"expected a store of format {FORMAT}, found format {mark[0]['format']} at {link.address.place}: {RENEW}"
        )
    if not read_only:
        _make_missing(link)
        if not mark:
            link.run(_MAKE_MARK, format=FORMAT)
    return bool(mark) and bool(mark[0]["copying"])


def mark_copy(link: Link, *, unfinished: bool) -> None:
    """Mark the database as an unfinished copy, or take the mark away."""
    link.run("MATCH (store:KgraphStore {name: 'kgraph'}) SET store.copying = $copying", copying=unfinished or None)


def step(link: Link) -> int:
    """How many steps have been written."""
    rows = link.read(_MARK)
    if not rows:
        raise StoreError(f"expected a store, found that it is gone from {link.address.place}")
    found: int = rows[0]["step"]
    return found


def _check_empty(link: Link, *, read_only: bool) -> None:
    place = link.address.place
    if link.read("MATCH (node) RETURN 1 LIMIT 1"):
        raise StoreError(f"expected a kgraph store or an empty database, found something else at {place}")
    if read_only:
        raise StoreError(f"expected a store, found none at {place} (`kgraph ingest` makes one)")


def _make_missing(link: Link) -> None:
    found = _found(link)
    if missing := [one for one in wanted() if not _is_there(one, found, link)]:
        for one in missing:
            link.run(one.cypher)
        found = _found(link)
        for one in missing:
            if not _is_there(one, found, link):
                raise StoreError(f"expected {_told(one)} in {link.address.place}, found that it was not made")
        link.run("CALL db.awaitIndexes(300)")


def _found(link: Link) -> list[dict[str, Any]]:
    return link.read(_INDEXES)


def _is_there(one: Wanted, found: list[dict[str, Any]], link: Link) -> bool:
    """True for an index of this shape, under whatever name; an error for one of this name with another shape."""
    for index in found:
        fits = index["type"] == one.type and index["labelsOrTypes"] == [one.on] and index["properties"] == [one.property]
        if fits and bool(index["owningConstraint"]) >= one.unique:
            return True
        if index["name"] == one.name:
            shape = (
                f"{index['type'].lower()} on {', '.join(index['labelsOrTypes'] or ())}({', '.join(index['properties'] or ())})"
            )
            raise StoreError(f"expected {_told(one)} in {link.address.place}, found {shape}: drop it, then run this again")
    return False


def _told(one: Wanted) -> str:
    kind = "constraint" if one.unique else "index"
    return f"the {kind} {one.name} to be {'unique' if one.unique else one.type.lower()} on {one.on}({one.property})"
