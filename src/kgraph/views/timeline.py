"""What happened when: the facts about a name in the order of the time when they were true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.views.links import Which, role
from kgraph.views.rows import fact_row

if TYPE_CHECKING:
    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def list_timeline(reader: Reader, entity: Entity, which: Which) -> list[Row]:
    """A row a fact, by date; what has none comes last.

    ``dated_by`` says where the date comes from: ``text`` (the fact's own) or ``release`` (that of the work, for work on it).
    The date of a report is never taken for it.
    """
    facts = [fact for fact in reader.facts(entity=entity.id) if which.allows(fact)]
    rows = [_timeline_row(reader, entity, fact) for fact in facts]
    return sorted(rows, key=lambda row: (row["date"] is None, row["date"] or "", row["role"], row["fact"]))


def release_of(reader: Reader, work_id: str) -> str | None:
    """When a work came out: what most articles say, then the earliest."""
    dated = [fact for fact in reader.facts(entity=work_id, predicate="released_on") if fact.qualifiers.date]
    best = min(dated, key=lambda fact: (-fact.sources, fact.qualifiers.date or "", fact.id), default=None)
    return best.qualifiers.date if best else None


def _timeline_row(reader: Reader, entity: Entity, fact: Fact) -> Row:
    date, dated_by = fact.qualifiers.date, "text"
    if date is None and fact.object is not None:
        ends = (reader.entity(fact.subject), reader.entity(fact.object))
        types = [end.type for end in ends if end]
        if types == ["Person", "Work"] and fact.qualifiers.status is None:
            date, dated_by = release_of(reader, fact.object), "release"
    shown = fact_row(reader, fact, seen_from=entity.id)
    backwards = shown["direction"] == "in"
    return {
        "date": date,
        "dated_by": dated_by if date else None,
        "role": role(fact, entity.id),
        "other": shown["subject"] if backwards else shown["object"],
        "other_id": shown["subject_id"] if backwards else shown["object_id"],
        **{name: shown[name] for name in ("qualifiers", "confidence", "sources", "first_report", "last_report", "rank")},
        "fact": fact.id,
        "sentences": shown["sentences"],
    }
