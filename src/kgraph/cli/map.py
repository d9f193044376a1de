"""``kgraph map``: the graph as a page to look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import StoreOption, example, grouped
from kgraph.cli.output import printable
from kgraph.cli.writing import STDOUT, writing
from kgraph.errors import QueryError
from kgraph.store import Store
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions
from kgraph.views.map_query import names_of_query
from kgraph.views.show import find_entity

app = typer.Typer(rich_markup_mode=None, add_completion=False)


DEFAULT_OUTPUT = Path("map.html")
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page; - for standard output.")]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the graph is drawn."""

    focus: Annotated[str | None, typer.Option(metavar="NAME", help="Only what lies around this name.")] = None
    depth: Annotated[int, typer.Option(min=1, max=9, metavar="N", help="How many steps around it.")] = 1
    query: Annotated[str | None, typer.Option(metavar="SPARQL", help="Only the names that this query selects.")] = None
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Draw at most so many names, the best connected.")] = 10_000
    title: Annotated[str, typer.Option(metavar="TEXT", help="Heading of the page.")] = "kgraph"


EXAMPLES = (
    "kgraph map --output out/map.html",
    "kgraph map --focus 'Seo Ha-rin' --depth 2",
    "kgraph map --query 'SELECT ?one ?other { ?one kg:friendOf ?other }'",
)


@app.command(name="map", epilog=example(*EXAMPLES))
@grouped
def draw(
    part: Part,
    output: Output = DEFAULT_OUTPUT,
    store: StoreOption = None,
) -> None:
    """Write the graph as one page that opens from disk and asks the network for nothing.

    A click on a relationship shows every sentence that states it; a slider shows what was true, or reported, when.
    """
    if part.focus and part.query:
        raise QueryError("expected --focus or --query, found both")
    with open_for_reading(store) as opened:
        page = draw_map(opened.reader(), _options(opened, part))
    with writing(output) as file:
        file.write(page)
    if output != STDOUT:
        print(f"wrote {printable(str(output))}")


def _options(store: Store, part: Part) -> MapOptions:
    focus = find_entity(store.reader(), part.focus).id if part.focus else None
    chosen = names_of_query(store, part.query) if part.query else None
    return MapOptions(focus, part.depth, part.limit, part.title, chosen)
