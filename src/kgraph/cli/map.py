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
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions
from kgraph.views.show import find_entity

app = typer.Typer(rich_markup_mode=None, add_completion=False)


DEFAULT_OUTPUT = Path("map.html")
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page; - for standard output.")]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the graph is drawn."""

    focus: Annotated[str | None, typer.Option(metavar="NAME", help="Only what lies around this name.")] = None
    depth: Annotated[int, typer.Option(min=1, max=9, metavar="N", help="How many steps around it.")] = 1
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Draw at most so many names, the best connected.")] = 1000
    title: Annotated[str, typer.Option(metavar="TEXT", help="Heading of the page.")] = "kgraph"


@app.command(name="map", epilog=example("kgraph map --output out/map.html", "kgraph map --focus 'Seo Ha-rin' --depth 2"))
@grouped
def draw(
    part: Part,
    output: Output = DEFAULT_OUTPUT,
    store: StoreOption = None,
) -> None:
    """Write the graph as one page that opens from disk and asks the network for nothing.

    A click on a relationship shows every sentence that states it.
    """
    with open_for_reading(store) as opened:
        reader = opened.reader()
        focus = find_entity(reader, part.focus).id if part.focus else None
        page = draw_map(reader, MapOptions(focus, part.depth, part.limit, part.title))
    with writing(output) as file:
        file.write(page)
    if output != STDOUT:
        print(f"wrote {printable(str(output))}")
