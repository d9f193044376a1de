"""``kgraph path``, ``neighbours`` and ``between``: how names are connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Filters, Name, asked
from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.views.neighbours import list_between, list_neighbours
from kgraph.views.paths import PathOptions, find_paths
from kgraph.views.show import find_name

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Names = Annotated[list[str], typer.Argument(metavar="NAME", help="Two or more names.", show_default=False)]


@dataclass(frozen=True, slots=True)
class Ends:
    """From where to where, and by which paths."""

    one: Annotated[str, typer.Argument(metavar="FROM", help="Any spelling of a name.", show_default=False)]
    other: Annotated[str, typer.Argument(metavar="TO", help="Any spelling of another name.", show_default=False)]
    count: Annotated[int, typer.Option("--count", min=1, max=100, metavar="N", help="How many paths.")] = 3
    max_hops: Annotated[int, typer.Option("--max-hops", min=1, max=8, metavar="N", help="At most so many steps.")] = 4


@app.command(
    epilog=example(
        "kgraph path 'Seo Ha-yoon' 'Do Yu-seong'",
        "kgraph path '서하린' 'Kang Bo-ram' --predicate directed --predicate wrote --predicate based_on",
    )
)
@grouped
def path(ends: Ends, listing: Listing, filters: Filters, asking: Asking) -> None:
    """Print the best paths between two names, each step with its sentence.

    The best path has few steps, of sure and well sourced facts, through names that are joined to few others.
    """
    with asked(asking) as reader:
        one, other = find_name(reader, ends.one), find_name(reader, ends.other)
        rows = find_paths(reader, one, other, filters.which(), PathOptions(ends.count, ends.max_hops))
    print_rows(rows, listing.format, flat=_flat_step, guard=listing.guard)


@app.command(epilog=example("kgraph neighbours 'Lantern Bay'", "kgraph neighbours '서하린' --class Person"))
@grouped
def neighbours(name: Name, listing: Listing, filters: Filters, asking: Asking) -> None:
    """List every name one step away, with what joins them; a role after < is read from the other name."""
    with asked(asking) as reader:
        rows = list_neighbours(reader, find_name(reader, name), filters.which())
    print_rows(rows, listing.format, flat=_without_ids, guard=listing.guard)


@app.command(epilog=example("kgraph between 'Seo Ha-rin' 'Min Tae-o'", "kgraph between '서하린' 'Min Tae-o' 'Baek Jun-ho'"))
@grouped
def between(names: Names, listing: Listing, filters: Filters, asking: Asking) -> None:
    """List what links two or more names: facts that join them, then names that stand next to several of them."""
    with asked(asking) as reader:
        rows = list_between(reader, [find_name(reader, name) for name in names], filters.which())
    print_rows(rows, listing.format, flat=_flat_link, guard=listing.guard)


def _flat_step(row: Row) -> Row:
    names = ("path", "hop", "from", "role", "to", "confidence", "sources")
    sentence = row["sentence"] or {"article": "", "text": ""}
    return {**{name: row[name] for name in names}, "article": sentence["article"], "text": sentence["text"]}


def _without_ids(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def _flat_link(row: Row) -> Row:
    links = [f"{link['name']}: {' '.join(link['roles'])}" for link in row["links"]]
    return {"between": row["between"] or "(directly)", "type": row["type"], "names": row["names"], "links": "; ".join(links)}
