"""A change of what is derived, as statements: what goes goes first, what others hang on comes before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kgraph.store import neo4j_statements as cypher
from kgraph.store.neo4j_shape import to_entity, to_fact, to_note
from kgraph.store.neo4j_statements import Statement
from kgraph.store.neo4j_terms import entity_labels, node_labels, relationship, short
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from kgraph.model import Change, Entity, Fact

Rows = defaultdict[Any, list[Any]]
Statements = Iterator[Statement]


def change_statements(change: Change) -> Statements:
    """The statements that make the change."""
    yield from _facts_gone(change)
    gone = [{"ref": short(ref), "entity": short(home)} for ref, home, _ in change.leads if home is not None]
    yield Statement(cypher.REMOVE_LEADS, gone)
    yield from _entities(change)
    come = [{"ref": short(ref), "entity": short(home)} for ref, _, home in change.leads if home is not None]
    yield Statement(cypher.PUT_LEADS, come)
    yield from _facts_come(change)
    yield Statement(cypher.PUT_SUPPORTS, [{"claim": claim, "fact": after} for claim, _, after in change.supports])
    gone_ids = [short(before.id) for before, after in change.entities if before and not after]
    yield Statement(cypher.REMOVE_ENTITIES, gone_ids)
    yield Statement(cypher.REMOVE_NOTES, [short(key) for key, _, text in change.notes if text is None])
    yield Statement(cypher.PUT_NOTES, [to_note(key, text) for key, _, text in change.notes if text is not None])


def _facts_gone(change: Change) -> Statements:
    """Facts that are no more; one whose standing changed its relationship type is written anew, with its claims."""
    by_type: Rows = defaultdict(list)
    nodes = []
    for before, after in change.facts:
        if before and not after:
            by_type[relationship(before)].append(before.id)
            if before.object is None:
                nodes.append(before.id)
    yield from (Statement(cypher.remove_facts(type_), ids) for type_, ids in by_type.items())
    yield Statement(cypher.REMOVE_FACT_NODES, nodes)


def _facts_come(change: Change) -> Statements:
    made: Rows = defaultdict(list)
    put: Rows = defaultdict(list)
    moved: Rows = defaultdict(list)
    claims = _claims(change)
    for before, after in change.facts:
        if after:
            said = claims.pop(after.id, _no_claims(after.id))
            labels = node_labels(after.predicate) if after.object is None else None
            rows = put if before or said["gone"] else made
            rows[relationship(after), labels].append(_fact_row(after) | said)
            if before and relationship(before) != relationship(after):
                moved[relationship(before), relationship(after)].append(after.id)
        elif before:
            claims.pop(before.id, None)
    yield from (Statement(cypher.make_facts(*shape), rows) for shape, rows in made.items())
    yield from (Statement(cypher.put_facts(*shape), rows) for shape, rows in put.items())
    for (before_type, after_type), ids in moved.items():
        yield Statement(cypher.move_claims(before_type, after_type), ids)
        yield Statement(cypher.remove_facts(before_type), ids)
    yield Statement(cypher.put_claims(), list(claims.values()))


def _fact_row(fact: Fact) -> dict[str, Any]:
    target = short(fact.object) if fact.object else None
    return {"fact": to_fact(fact), "subject": short(fact.subject), "object": target}


def _no_claims(fact: str) -> dict[str, Any]:
    return {"id": fact, "gone": [], "come": []}


def _claims(change: Change) -> dict[str, dict[str, Any]]:
    """The claims that come to each fact and go from it."""
    rows: dict[str, dict[str, Any]] = {}
    for claim, before, after in change.supports:
        for fact, part in ((before, "gone"), (after, "come")):
            if fact is not None:
                rows.setdefault(fact, _no_claims(fact))[part].append(claim)
    for row in rows.values():
        row["come"].sort()
    return rows


def _entities(change: Change) -> Statements:
    put: Rows = defaultdict(list)
    unlabelled: Rows = defaultdict(list)
    gone, come = [], []
    for before, after in change.entities:
        had, has = _keys(before), _keys(after)
        gone += [{"id": short(before.id), "key": short(key)} for key in sorted(had - has) if before]
        if after:
            put[entity_labels(after)].append(to_entity(after))
            come += [{"id": short(after.id), "key": short(key)} for key in sorted(has - had)]
            if before and entity_labels(before) != entity_labels(after):
                unlabelled[entity_labels(before)].append(short(before.id))
    yield from (Statement(cypher.unlabel_entities(labels), ids) for labels, ids in unlabelled.items())
    yield from (Statement(cypher.put_entities(labels), rows) for labels, rows in put.items())
    yield Statement(cypher.REMOVE_NAMES, gone)
    yield Statement(cypher.PUT_NAMES, come)
    yield Statement(cypher.REMOVE_UNUSED_NAMES, gone)


def _keys(entity: Entity | None) -> set[str]:
    return {name_key(name) for name in entity.names} if entity else set()
