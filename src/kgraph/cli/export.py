"""``kgraph export``: the graph, or a part of it, for other tools."""

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
from kgraph.cli.writing import STDOUT, filling, placing, writing
from kgraph.errors import QueryError
from kgraph.store import Reader, Store
from kgraph.views.clocks import Clocks, read_at
from kgraph.views.export_formats import EXPORTS, Export, Extras, find_export
from kgraph.views.links import Which
from kgraph.views.measures import WRITTEN, measure_names
from kgraph.views.part import around
from kgraph.views.part_of_answer import part_of_answer
from kgraph.views.show import find_entity

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FOLDERS = ", ".join(name for name, export in EXPORTS.items() if export.folder)
FORMAT = f"One of {', '.join(EXPORTS)}."
OUTPUT = f"Where to write; - is standard output. A folder for {FOLDERS}; csv also a file ending in .zip."
WITH = f"Write these measures beside each name: {', '.join(WRITTEN)}; several with commas."
GraphFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help=FORMAT)]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help=OUTPUT)]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the graph is written."""

    focus: Annotated[str | None, typer.Option("--focus", metavar="NAME", help="Only what lies around this name.")] = None
    depth: Annotated[int, typer.Option("--depth", min=1, max=9, metavar="N", help="With --focus: how many steps.")] = 1
    query: Annotated[str | None, typer.Option("--query", metavar="QUERY", help="Only the names in this query's answer.")] = None
    param: Values = None

    def read(self, store: Store, clocks: Clocks) -> Reader:
        """The part, or the reader itself where the whole is asked for."""
        if self.focus and self.query:
            message = "expected --focus or --query, found both"
            raise QueryError(message)
        reader = read_at(store.reader(), clocks)
        if self.focus:
            return around(reader, find_entity(reader, self.focus).id, self.depth)
        if not self.query:
            return reader
        question = make_question(self.query, self.param or [], clocks)
        return part_of_answer(reader, question.ask(store), dict(question.parameters).values())


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written besides the graph."""

    with_: Annotated[str, typer.Option("--with", metavar="MEASURES", help=WITH)] = ""
    guard_cells: Annotated[bool, typer.Option("--guard-cells", help="In CSV, keep spreadsheets from reading formulas.")] = False

    def measures(self) -> list[str]:
        """The names of the measures."""
        return [name.strip() for name in self.with_.split(",") if name.strip()]


@app.command(
    epilog=example(
        "kgraph export --output graph.ttl",
        "kgraph export --format csv --output tables.zip --with pagerank,community",
        "kgraph export --format gexf --focus '서하린' --depth 2 --output graph.gexf",
        "kgraph export --format bibtex --query works-of --param person='봉준호'",
    )
)
@grouped
def export(part: Part, beside: Beside, asking: Asking, format_: GraphFormat = "turtle", output: Output = STDOUT) -> None:
    """Write the graph, or a part of it: as RDF, as a network, as tables, as a list of its sources.

    nquads is the canonical form (RDFC-1.0) and can be read back by kgraph import, as can trig and jsonld; turtle12 and
    trig12 annotate the plain triples (RDF 1.2). graphml, gexf, nodelink and cytoscape have names as nodes and facts as
    edges; csv and parquet are tables of entities, names, facts, claims and articles; bibtex and csl list the articles.
    Evidence, when it was true and when it was reported go along wherever the format can hold them.
    """
    chosen = find_export(format_, beside.measures())
    with open_for_reading(asking.store) as store:
        shown = part.read(store, Clocks(asking.as_of, asking.known_at))
        extras = Extras(measure_names(shown, beside.measures(), Which()), beside.guard_cells)
        count = _write(chosen, shown, output, extras)
    if output != STDOUT:
        print(f"wrote {printable(str(output))}: {count} {chosen.counted}")


def _write(chosen: Export, reader: Reader, output: Path, extras: Extras) -> int:
    if chosen.text:
        with writing(output) as file:
            return chosen.text(reader, file, extras)
    if chosen.zip and output.suffix.lower() == ".zip":
        with placing(output) as path:
            return chosen.zip(reader, path, extras)
    if output == STDOUT or not chosen.folder:
        message = "expected --output with a folder for tables, found none"
        raise QueryError(message)
    with filling(output) as folder:
        return chosen.folder(reader, folder, extras)
