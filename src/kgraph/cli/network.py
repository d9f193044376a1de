"""``kgraph top`` and ``kgraph communities``: the graph as a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Filters, Limit, asked
from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.errors import QueryError
from kgraph.views.links import check_class
from kgraph.views.network import MEASURES, Projection, list_communities, list_top, make_network

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PROJECT = "Join names of one class over another: Person-Work joins people who share a work."
Measure = Annotated[str, typer.Option("--by", metavar="MEASURE", help=f"One of {', '.join(MEASURES)}.")]


@dataclass(frozen=True, slots=True)
class Shape:
    """Which network is made of the graph, and how much of what is found is listed."""

    project: Annotated[str | None, typer.Option("--project", metavar="CLASS-CLASS", help=PROJECT)] = None
    limit: Limit = 20

    def projection(self) -> Projection | None:
        """The same as the views understand it."""
        if self.project is None:
            return None
        of, dash, over = self.project.partition("-")
        if not dash:
            message = f"expected two classes like Person-Work, found {self.project!r}"
            raise QueryError(message)
        return Projection(check_class(of), check_class(over))


@app.command(epilog=example("kgraph top", "kgraph top --by pagerank --project Person-Work"))
@grouped
def top(shape: Shape, filters: Filters, listing: Listing, asking: Asking, by: Measure = "degree") -> None:
    """List the names in the middle of the network: most joined, on most ways, most often come by.

    --class keeps names of these classes in the list; betweenness is a sample in networks of more than 500 names.
    """
    with asked(asking) as reader:
        graph = make_network(reader, filters.which(), shape.projection())
        rows = [row for row in list_top(graph, by) if not filters.class_ or row["type"] in filters.class_]
    print_rows(rows[: shape.limit], listing.format, guard=listing.guard)


@app.command(epilog=example("kgraph communities --project Person-Work", "kgraph communities --format json"))
@grouped
def communities(shape: Shape, filters: Filters, listing: Listing, asking: Asking) -> None:
    """List communities (Louvain): names that are joined to each other more than to others, the largest first."""
    with asked(asking) as reader:
        rows = list_communities(make_network(reader, filters.which(), shape.projection()))
    print_rows(rows[: shape.limit], listing.format, flat=_flat_community, guard=listing.guard)


def _flat_community(row: Row) -> Row:
    members = [member["label"] for member in row["members"]]
    return {"community": row["community"], "size": row["size"], "links": row["links"], "members": members}
