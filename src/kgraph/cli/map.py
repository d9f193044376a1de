"""``kgraph map``: the graph as a page to look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.asking import Asking
from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import example, grouped
from kgraph.cli.output import printable
from kgraph.cli.query import Values, make_question
from kgraph.cli.writing import STDOUT, writing
from kgraph.errors import QueryError
from kgraph.store import Store
from kgraph.views.clocks import Clocks, read_at
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions
from kgraph.views.part_of_answer import part_of_answer
from kgraph.views.show import find_entity

app = typer.Typer(rich_markup_mode=None, add_completion=False)


DEFAULT_OUTPUT = Path("map.html")
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page; - for standard output.")]
EXAMPLES = (
    "kgraph map --output out/map.html",
    "kgraph map --focus 'Seo Ha-rin' --depth 2",
    "kgraph map --query 'SELECT ?one ?other { ?one kg:friendOf ?other }'",
    "kgraph map --query works-of --param person='봉준호'",
)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the graph is drawn."""

    focus: Annotated[str | None, typer.Option(metavar="NAME", help="Only what lies around this name.")] = None
    depth: Annotated[int, typer.Option(min=1, max=9, metavar="N", help="With --focus: how many steps.")] = 1
    query: Annotated[str | None, typer.Option(metavar="QUERY", help="Only the names in this query's answer.")] = None
    param: Values = None
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Draw at most so many names, the best connected.")] = 10_000
    title: Annotated[str, typer.Option(metavar="TEXT", help="Heading of the page.")] = "kgraph"

    def options(self, store: Store, clocks: Clocks) -> MapOptions:
        """The same with names found and the query answered."""
        if self.focus and self.query:
            raise QueryError("expected --focus or --query, found both")
        reader = read_at(store.reader(), clocks)
        focus = find_entity(reader, self.focus).id if self.focus else None
        return MapOptions(focus, self.depth, self.limit, self.title, self._chosen(store, clocks))

    def _chosen(self, store: Store, clocks: Clocks) -> tuple[str, ...] | None:
        if not self.query:
            return None
        question = make_question(self.query, self.param or [], clocks)
        names = dict(question.parameters).values()
        return tuple(sorted(part_of_answer(read_at(store.reader(), clocks), question.ask(store), names).kept))


@app.command(name="map", epilog=example(*EXAMPLES))
@grouped
def draw(part: Part, asking: Asking, output: Output = DEFAULT_OUTPUT) -> None:
    """Write the graph as one page that opens from disk and asks the network for nothing.

    A click on a relationship shows every sentence that states it; a slider shows what was true, or reported, when.
    """
    clocks = Clocks(asking.as_of, asking.known_at)
    with open_for_reading(asking.store) as opened:
        page = draw_map(read_at(opened.reader(), clocks), part.options(opened, clocks))
    with writing(output) as file:
        file.write(page)
    if output != STDOUT:
        print(f"wrote {printable(str(output))}")
