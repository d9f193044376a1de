"""What stands next to a name, and what stands between several."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.views.links import Walk, Which, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.model import Entity
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def list_neighbours(reader: Reader, entity: Entity, which: Which) -> list[Row]:
    """Every name one step away, with all that joins them: first those with the most facts, then the best sourced."""
    walk, rows = Walk(reader, which), []
    walk.read_names(walk.steps(entity.id))
    for other, facts in walk.steps(entity.id).items():
        if walk.may_cross(other):
            rows.append(
                {
                    "name": walk.label(other),
                    "id": other,
                    "type": walk.class_of(other),
                    "roles": roles(facts, entity.id),
                    "facts": len(facts),
                    "sources": max(fact.sources for fact in facts),
                    "confidence": max(round(fact.confidence, 4) for fact in facts),
                    "first_report": min((fact.first_report for fact in facts if fact.first_report), default=None),
                    "last_report": max((fact.last_report for fact in facts if fact.last_report), default=None),
                }
            )
    return sorted(rows, key=lambda row: (-row["facts"], -row["sources"], -row["confidence"], row["id"]))


def list_between(reader: Reader, entities: Sequence[Entity], which: Which) -> list[Row]:
    """What links two or more of these names: facts that join them, then names next to several of them, those next to the most
    first and, among these, those next to few others first.
    """
    if len({entity.id for entity in entities}) < 2:
        raise QueryError("expected two or more names, found one")
    walk = Walk(reader, which)
    return [*_direct(walk, entities), *_shared(walk, entities)]


def _direct(walk: Walk, entities: Sequence[Entity]) -> Iterator[Row]:
    for one, other in combinations(entities, 2):
        if facts := walk.steps(one.id).get(other.id):
            links = [
                {"name": one.label(), "roles": roles(facts, one.id)},
                {"name": other.label(), "roles": roles(facts, other.id)},
            ]
            yield {"between": None, "id": None, "type": None, "names": 2, "links": links, "facts": [fact.id for fact in facts]}


def _shared(walk: Walk, entities: Sequence[Entity]) -> list[Row]:
    asked = {entity.id for entity in entities}
    near: dict[str, list[Entity]] = {}
    for entity in entities:
        walk.read_names(walk.steps(entity.id) if walk.which.classes else ())
        for other in walk.steps(entity.id):
            if other not in asked and walk.may_cross(other):
                near.setdefault(other, []).append(entity)
    shared = [(node, linked) for node, linked in near.items() if len({entity.id for entity in linked}) > 1]
    degrees = walk.degrees(node for node, _ in shared)
    walk.read_names(degrees)
    shared.sort(key=lambda each: (-len(each[1]), degrees[each[0]], each[0]))
    return [_shared_row(walk, node, linked) for node, linked in shared]


def _shared_row(walk: Walk, node: str, linked: Sequence[Entity]) -> Row:
    joining = [(entity, walk.steps(entity.id)[node]) for entity in linked]
    return {
        "between": walk.label(node),
        "id": node,
        "type": walk.class_of(node),
        "names": len(linked),
        "links": [{"name": entity.label(), "roles": roles(facts, entity.id)} for entity, facts in joining],
        "facts": [fact.id for _, facts in joining for fact in facts],
    }
