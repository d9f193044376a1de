"""Chart histories: what stood where on which chart, for how long, and who was first on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.text.keys import name_key
from kgraph.views.clocks import check_date, is_within
from kgraph.views.links import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.model import Fact
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


def list_rankings(reader: Reader, options: ChartOptions) -> list[Row]:
    """A row for each place that an article reports, by date, then by place; what has no date comes last."""
    rows = [_ranking_row(reader, fact) for fact in _rankings(reader, options)]
    return sorted(
        rows, key=lambda row: (row["date"] is None, row["date"] or "", row["position"] or 0, row["work_id"], row["fact"])
    )


def list_longest(reader: Reader, options: ChartOptions) -> list[Row]:
    """A row for each work on each chart and region that was first there, longest at the top.

    ``days`` is the longest time that an article names, or the number of days on which articles see it first if that is more;
    ``None`` where neither is told.
    """
    runs: dict[Run, list[Fact]] = {}
    for fact in _rankings(reader, options):
        if fact.qualifiers.rank == 1:
            key = (fact.subject, name_key(fact.qualifiers.chart or ""), name_key(fact.qualifiers.region or ""))
            runs.setdefault(key, []).append(fact)
    rows = [_run_row(reader, facts) for _, facts in sorted(runs.items())]
    return sorted(rows, key=lambda row: (-(row["days"] or 0), row["first_date"] or "~", row["work_id"], row["chart"] or ""))


def _rankings(reader: Reader, options: ChartOptions) -> Iterator[Fact]:
    day = check_date(options.date) if options.date else None
    for fact in reader.facts(entity=options.work, predicate="ranked"):
        said = fact.qualifiers
        if is_doubtful(fact) or not _names(options.chart, said.chart) or not _names(options.region, said.region):
            continue
        if options.position in (None, said.rank) and (day is None or is_within(said.date, day)):
            yield fact


def _names(asked: str | None, said: str | None) -> bool:
    return not asked or name_key(asked) in name_key(said or "")


def _ranking_row(reader: Reader, fact: Fact) -> Row:
    said, work = fact.qualifiers, reader.entity(fact.subject)
    return {
        "date": said.date,
        "position": said.rank,
        "work": work.label() if work else fact.subject,
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


def _run_row(reader: Reader, facts: Sequence[Fact]) -> Row:
    work = reader.entity(facts[0].subject)
    dates = sorted({fact.qualifiers.date for fact in facts if fact.qualifiers.date})
    told = max((fact.qualifiers.days or 0 for fact in facts), default=0)
    return {
        "work": work.label() if work else facts[0].subject,
        "work_id": facts[0].subject,
        "chart": facts[0].qualifiers.chart,
        "region": facts[0].qualifiers.region,
        "days": max(told, sum(len(date) == len("2022-02-07") for date in dates)) or None,
        "first_date": dates[0] if dates else None,
        "last_date": dates[-1] if dates else None,
        "sources": max(fact.sources for fact in facts),
        "facts": [fact.id for fact in facts],
    }
