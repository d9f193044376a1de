"""Entities and facts as one line of text each, to be read back at once instead of triple by triple."""

from __future__ import annotations

import json
from typing import Any

from kgraph.model import Entity, Fact, Qualifiers, Rank

_PLAIN = Qualifiers()


def to_entity_record(entity: Entity) -> str:
    """An entity without its referents."""
    return _text([entity.id, entity.type, entity.kind, entity.labels, entity.names])


def from_entity_record(text: str) -> Entity:
    """The opposite of :func:`to_entity_record`."""
    id_, type_, kind, labels, names = json.loads(text)
    return Entity(id_, type_, kind, tuple((lang, name) for lang, name in labels), tuple(names), ())


def to_fact_record(fact: Fact) -> str:
    """A fact without its claims."""
    ends = [fact.id, fact.subject, fact.predicate, fact.object]
    counts = [fact.sources, fact.confidence, fact.first_report, fact.last_report]
    standing = [fact.rank.value, fact.reason, fact.independent]
    return _text([*ends, dict(fact.qualifiers.items()), *counts, *standing])


def from_fact_record(text: str) -> Fact:
    """The opposite of :func:`to_fact_record`."""
    id_, subject, predicate, object_, said, sources, confidence, first, last, *standing = json.loads(text)
    rank, reason, independent = standing
    qualifiers = Qualifiers(**said) if said else _PLAIN
    return Fact(
        id_, subject, predicate, object_, qualifiers, (), sources, float(confidence), first, last, Rank(rank), reason, independent
    )  # fmt: skip


def _text(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
