"""What happened when: the facts about a name in the order of the time when they were true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.lookup import lookup
from kgraph.views.links import Which, role
from kgraph.views.rows import fact_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def list_timeline(reader: Reader, entity: Entity, which: Which, *, limit: int | None = None) -> list[Row]:
    """A row a fact, by date; what has none comes last.

    ``dated_by`` says where the date comes from: ``text`` (the fact's own) or ``release`` (that of the work, for work on it).
    The date of a report is never taken for it.
    """
    found = lookup(reader)
    facts = [fact for fact in found.facts(entity=entity.id) if which.allows(fact)]
    ends = found.entities(end for fact in facts for end in (fact.subject, fact.object) if end is not None)
    released = releases_of(reader, [fact.object or "" for fact in facts if _is_work_on(fact, ends)])
    dated = [_dated(fact, released if _is_work_on(fact, ends) else {}) for fact in facts]
    dated.sort(key=lambda each: (each[0] is None, each[0] or "", role(each[2], entity.id), each[2].id))
    shown = fact_rows(reader, [fact for _, _, fact in dated[:limit]], seen_from=entity.id)
    return [_timeline_row(entity, *each, row) for each, row in zip(dated, shown, strict=False)]


def release_of(reader: Reader, work: str) -> str | None:
    """When a work came out, if that is told."""
    return releases_of(reader, [work]).get(work)


def releases_of(reader: Reader, works: Iterable[str]) -> dict[str, str]:
    """When works came out, as far as it is told: what most articles say, then the earliest."""
    dates: dict[str, list[tuple[int, str, str]]] = {}
    for work, facts in lookup(reader).facts_of(works, predicate="released_on").items():
        dates[work] = [(-fact.sources, fact.qualifiers.date, fact.id) for fact in facts if fact.qualifiers.date]
    return {work: min(found)[1] for work, found in dates.items() if found}


def _is_work_on(fact: Fact, ends: Mapping[str, Entity]) -> bool:
    if fact.qualifiers.date is not None or fact.qualifiers.status is not None or fact.object is None:
        return False
    return [ends[end].type for end in (fact.subject, fact.object) if end in ends] == ["Person", "Work"]


def _dated(fact: Fact, released: Mapping[str, str]) -> tuple[str | None, str | None, Fact]:
    if fact.qualifiers.date is not None:
        return fact.qualifiers.date, "text", fact
    date = released.get(fact.object or "")
    return date, "release" if date else None, fact


def _timeline_row(entity: Entity, date: str | None, dated_by: str | None, fact: Fact, shown: Row) -> Row:
    backwards = shown["direction"] == "in"
    return {
        "date": date,
        "dated_by": dated_by,
        "role": role(fact, entity.id),
        "other": shown["subject"] if backwards else shown["object"],
        "other_id": shown["subject_id"] if backwards else shown["object_id"],
        **{name: shown[name] for name in ("qualifiers", "confidence", "sources", "first_report", "last_report", "rank")},
        "fact": fact.id,
        "sentences": shown["sentences"],
    }
