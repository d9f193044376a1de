"""``kgraph compare`` and ``kgraph teams``: people side by side, and together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Filters, asked
from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.views.compare import compare_entities
from kgraph.views.show import find_entity
from kgraph.views.teams import TeamOptions, list_teams

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Whom to compare."""

    one: Annotated[str, typer.Argument(metavar="FIRST", help="Any spelling of a name.", show_default=False)]
    other: Annotated[str, typer.Argument(metavar="SECOND", help="Any spelling of another name.", show_default=False)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large a team is, and who is in it."""

    people: Annotated[int, typer.Option("--people", min=2, metavar="N", help="At least so many people.")] = 2
    works: Annotated[int, typer.Option("--works", min=1, metavar="N", help="Together on at least so many works.")] = 2
    member: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Only with this person.")] = None


@app.command(epilog=example("kgraph compare 'Seo Ha-rin' 'Min Tae-o'"))
@grouped
def compare(pair: Pair, listing: Listing, filters: Filters, asking: Asking) -> None:
    """Put two names side by side: what both have, what only the first, what only the second; works and partners last."""
    with asked(asking) as reader:
        one, other = find_entity(reader, pair.one), find_entity(reader, pair.other)
        rows = compare_entities(reader, one, other, filters.which())
    print_rows(rows, listing.format, guard=listing.guard)


@app.command(epilog=example("kgraph teams", "kgraph teams --works 1 --with '서하린'"))
@grouped
def teams(wanted: Wanted, listing: Listing, filters: Filters, asking: Asking) -> None:
    """List groups of people who keep working together, with the works that they share and their roles there.

    A smaller group stands beside a larger one only if it shares more works.
    """
    with asked(asking) as reader:
        member = find_entity(reader, wanted.member, type_="Person").id if wanted.member else None
        rows = list_teams(reader, filters.which(), TeamOptions(wanted.people, wanted.works, member))
    print_rows(rows, listing.format, flat=_flat_team, guard=listing.guard)


def _flat_team(row: Row) -> Row:
    people = [f"{person['name']} ({', '.join(person['roles'])})" for person in row["people"]]
    works = [f"{work['title']} ({work['date']})" if work["date"] else work["title"] for work in row["works"]]
    return {"shared": row["shared"], "size": row["size"], "people": "; ".join(people), "works": "; ".join(works)}
