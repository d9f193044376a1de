"""``kgraph timeline``, ``rank`` and ``diff``: what was when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Filters, Name, asked
from kgraph.cli.most import Most
from kgraph.cli.options import Listing, StoreOption, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.store import Reader
from kgraph.views.changes import list_changes
from kgraph.views.charts import ChartOptions, list_longest, list_rankings
from kgraph.views.rows import qualifiers_text
from kgraph.views.show import find_name
from kgraph.views.timeline import list_timeline

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@dataclass(frozen=True, slots=True)
class Rankings:
    """Which rankings, and how they are listed."""

    work: Annotated[str | None, typer.Option("--work", metavar="NAME", help="Only of this work.")] = None
    chart: Annotated[str | None, typer.Option("--chart", metavar="TEXT", help="Only on charts of such a name.")] = None
    region: Annotated[str | None, typer.Option("--region", metavar="TEXT", help="Only of this region.")] = None
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Only on this day, in this month or year.")] = None
    position: Annotated[int | None, typer.Option("--position", min=1, metavar="N", help="Only at this place: 1 is first.")] = None
    longest: Annotated[bool, typer.Option("--longest", help="Who was first, longest at the top.")] = False

    def options(self, reader: Reader) -> ChartOptions:
        """The same as the views understand it."""
        work = find_name(reader, self.work, type_="Work").id if self.work else None
        return ChartOptions(work, self.chart, self.region, self.date, self.position)


@dataclass(frozen=True, slots=True)
class Between:
    """Two dates, and whose change is asked for."""

    before: Annotated[str, typer.Argument(metavar="D1", help="The earlier date.", show_default=False)]
    after: Annotated[str, typer.Argument(metavar="D2", help="The later date.", show_default=False)]
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Only facts about this name.")] = None
    true: Annotated[bool, typer.Option("--true", help="By when it was true, not by when it was reported.")] = False


@app.command(epilog=example("kgraph timeline 'Lantern Bay'", "kgraph timeline '서하린' --format json"))
@grouped
def timeline(name: Name, listing: Listing, filters: Filters, asking: Asking, most: Most) -> None:
    """List the facts about a name by the time when they were true.

    Work on a film or series without a date of its own is dated by its release; a report's date is never taken for it.
    """
    with asked(asking) as reader:
        rows = list_timeline(reader, find_name(reader, name), filters.which(), limit=most.one_more(listing.format))
    print_rows(most.cut(rows, listing.format), listing.format, flat=_flat_event, guard=listing.guard)


@app.command(epilog=example("kgraph rank --longest", "kgraph rank --date 2022-02 --position 1", "kgraph rank --region world"))
@grouped
def rank(rankings: Rankings, listing: Listing, asking: Asking, most: Most) -> None:
    """List chart places by date: of a work, a chart, a region, a day; or who was first, longest at the top."""
    with asked(asking) as reader:
        options = rankings.options(reader)
        list_rows = list_longest if rankings.longest else list_rankings
        rows = list_rows(reader, options, limit=most.one_more(listing.format))
    print_rows(most.cut(rows, listing.format), listing.format, flat=_without_ids, guard=listing.guard)


@app.command(epilog=example("kgraph diff 2021-11-22 2021-11-23 --name '서하린'", "kgraph diff 2020 2022 --true"))
@grouped
def diff(between: Between, listing: Listing, store: StoreOption = None) -> None:
    """List the facts that were reported by the one date and not by the other, or by more sources: new, gone, changed."""
    with asked(Asking(store=store)) as reader:
        entity = find_name(reader, between.name).id if between.name else None
        rows = list_changes(reader, between.before, between.after, true=between.true, entity=entity)
    print_rows(rows, listing.format, flat=_flat_change, guard=listing.guard)


def _flat_event(row: Row) -> Row:
    first = {name: row[name] for name in ("date", "dated_by", "role", "other")}
    rest = {name: row[name] for name in ("confidence", "sources", "first_report", "last_report")}
    return {**first, "qualifiers": qualifiers_text(row["qualifiers"]), **rest}


def _without_ids(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("work_id", "fact", "facts")}


def _flat_change(row: Row) -> Row:
    first = {name: row[name] for name in ("change", "subject", "predicate", "object")}
    rest = {name: row[name] for name in ("confidence", "sources_before", "sources", "first_report", "last_report")}
    return {**first, "qualifiers": qualifiers_text(row["qualifiers"]), **rest}
