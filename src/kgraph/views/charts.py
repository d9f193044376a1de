"""Chart histories: what stood where on which chart, for how long, and who was first on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.model import Qualifiers
from kgraph.store.lookup import lookup
from kgraph.text.keys import name_key
from kgraph.views.clocks import check_date, is_within
from kgraph.views.links import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row

Run = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """Which rankings: of a work (its id), on a chart, in a region (parts of their names do), on a date, at a position."""

    work: str | None = None
    chart: str | None = None
    region: str | None = None
    date: str | None = None
    position: int | None = None


def list_rankings(reader: Reader, options: ChartOptions, *, limit: int | None = None) -> list[Row]:
    """A row for each place that an article reports, by date, then by place; what has no date comes last."""
    facts = sorted(_rankings(reader, options), key=_ranking_order)[:limit]
    works = lookup(reader).entities(fact.subject for fact in facts)
    return [_ranking_row(works, fact) for fact in facts]


def list_longest(reader: Reader, options: ChartOptions, *, limit: int | None = None) -> list[Row]:
    """A row for each work on each chart and region that was first there, longest at the top.

    ``days`` is the longest time that an article names, or the number of days on which articles see it first if that is more;
    ``None`` where neither is told.
    """
    if options.position not in (None, 1):
        return []
    runs: dict[Run, list[Fact]] = {}
    for fact in _rankings(reader, replace(options, position=1)):
        key = (fact.subject, name_key(fact.qualifiers.chart or ""), name_key(fact.qualifiers.region or ""))
        runs.setdefault(key, []).append(fact)
    rows = [_run_row(facts) for _, facts in sorted(runs.items())]
    rows.sort(key=lambda row: (-(row["days"] or 0), row["first_date"] or "~", row["work_id"], row["chart"] or ""))
    works = lookup(reader).entities(row["work_id"] for row in rows[:limit])
    return [row | {"work": _label(works, row["work_id"])} for row in rows[:limit]]


def _rankings(reader: Reader, options: ChartOptions) -> Iterator[Fact]:
    day = check_date(options.date) if options.date else None
    wanted = Qualifiers(date=day, rank=options.position)
    for fact in lookup(reader).facts(entity=options.work, predicate="ranked", said=wanted):
        said = fact.qualifiers
        if options.position not in (None, said.rank) or (day is not None and not is_within(said.date, day)):
            continue
        if not is_doubtful(fact) and _names(options.chart, said.chart) and _names(options.region, said.region):
            yield fact


def _ranking_order(fact: Fact) -> tuple[bool, str, int, str, str]:
    said = fact.qualifiers
    return said.date is None, said.date or "", said.rank or 0, fact.subject, fact.id


def _names(asked: str | None, said: str | None) -> bool:
    return not asked or name_key(asked) in name_key(said or "")


def _ranking_row(works: Mapping[str, Entity], fact: Fact) -> Row:
    said = fact.qualifiers
    return {
        "date": said.date,
        "position": said.rank,
        "work": _label(works, fact.subject),
        "work_id": fact.subject,
        "chart": said.chart,
        "region": said.region,
        "days": said.days,
        "points": said.points,
        "confidence": round(fact.confidence, 4),
        "sources": fact.sources,
        "first_report": fact.first_report,
        "fact": fact.id,
    }


def _label(works: Mapping[str, Entity], work_id: str) -> str:
    return works[work_id].label() if work_id in works else work_id


def _run_row(facts: Sequence[Fact]) -> Row:
    dates = sorted({fact.qualifiers.date for fact in facts if fact.qualifiers.date})
    told = max((fact.qualifiers.days or 0 for fact in facts), default=0)
    return {
        "work": facts[0].subject,
        "work_id": facts[0].subject,
        "chart": facts[0].qualifiers.chart,
        "region": facts[0].qualifiers.region,
        "days": max(told, sum(len(date) == len("2022-02-07") for date in dates)) or None,
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
        "sources": max(fact.sources for fact in facts),
        "facts": [fact.id for fact in facts],
    }
