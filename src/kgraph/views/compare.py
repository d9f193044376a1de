"""Two names side by side: what only the one has, what only the other, what both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.lookup import lookup
from kgraph.views.links import Walk, Which, role
from kgraph.views.rows import qualifiers_text

if TYPE_CHECKING:
    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def compare_entities(reader: Reader, one: Entity, other: Entity, which: Which) -> list[Row]:
    """A row for each thing that facts say of either (``directed``, ``won``...), then ``works`` and ``partners``: all works of
    both, and all people that they share a work with.
    """
    walk = Walk(reader, which)
    said = [_said(walk, entity) for entity in (one, other)]
    aspects = sorted({*said[0], *said[1]})
    rows = [_aspect_row(aspect, said[0].get(aspect, set()), said[1].get(aspect, set())) for aspect in aspects]
    works = [_near(walk, entity, "Work") for entity in (one, other)]
    walk.read_steps(sorted({*works[0], *works[1]}))
    partners = [
        {person for work in each for person in _steps(walk, work, "Person")} - {entity.id}
        for each, entity in zip(works, (one, other), strict=True)
    ]
    labelled = [[{walk.label(id_) for id_ in ids} for ids in pair] for pair in (works, partners)]
    return [*rows, _aspect_row("works", *labelled[0]), _aspect_row("partners", *labelled[1])]


def _said(walk: Walk, entity: Entity) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    facts = [fact for fact in lookup(walk.reader).facts(entity=entity.id) if walk.which.allows(fact)]
    walk.read_names(end for fact in facts for end in (fact.subject, fact.object) if end is not None)
    for fact in facts:
        said.setdefault(role(fact, entity.id), set()).add(_other_end(walk, entity, fact))
    return said


def _other_end(walk: Walk, entity: Entity, fact: Fact) -> str:
    end = fact.object if fact.subject == entity.id else fact.subject
    return walk.label(end) if end else qualifiers_text(dict(fact.qualifiers.items()))


def _near(walk: Walk, entity: Entity, type_: str) -> set[str]:
    return _steps(walk, entity.id, type_)


def _steps(walk: Walk, entity_id: str, type_: str) -> set[str]:
    walk.read_names(walk.steps(entity_id))
    return {other for other in walk.steps(entity_id) if walk.class_of(other) == type_}


def _aspect_row(aspect: str, one: set[str], other: set[str]) -> Row:
    return {"aspect": aspect, "both": sorted(one & other), "only_first": sorted(one - other), "only_second": sorted(other - one)}
