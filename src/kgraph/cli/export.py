"""``kgraph export``: the graph as RDF, or as a network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import StoreOption, example, grouped
from kgraph.cli.output import printable
from kgraph.cli.writing import STDOUT, writing
from kgraph.views.export import FORMATS, export_graph
from kgraph.views.network_files import NETWORK_FORMATS, write_network

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMAT = f"One of {', '.join(FORMATS)}; of networks: {', '.join(NETWORK_FORMATS)}."
GraphFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help=FORMAT)]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")]


@app.command(
    epilog=example(
        "kgraph export --output graph.ttl",
        "kgraph export --format nquads --output graph.nq",
        "kgraph export --format gexf --output graph.gexf",
    )
)
@grouped
def export(format_: GraphFormat = "turtle", output: Output = STDOUT, store: StoreOption = None) -> None:
    """Write the whole graph as RDF: entities, facts, claims, their evidence and where it comes from.

    nquads, trig and jsonld keep each article in a named graph of its own; nquads is the canonical form (RDFC-1.0).
    Formats of networks (Gephi, Cytoscape, D3) have names as nodes and facts as edges, with evidence and both dates.
    """
    with open_for_reading(store) as opened, writing(output) as file:
        count = (write_network if format_ in NETWORK_FORMATS else export_graph)(opened.reader(), format_, file)
    if output != STDOUT:
        print(f"wrote {printable(str(output))}: {count} {'names and facts' if format_ in NETWORK_FORMATS else 'statements'}")
