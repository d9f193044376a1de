"""``kgraph search``: words, in names and in sentences."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Limit, asked
from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.views.search import search_graph

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Text = Annotated[str, typer.Argument(metavar="TEXT", help="Words, a part of a name, or initial consonants.", show_default=False)]


@app.command(epilog=example("kgraph search 'Lantern Bay'", "kgraph search ㅅㅎㄹ"))
@grouped
def search(text: Text, listing: Listing, asking: Asking, limit: Limit = 20) -> None:
    """Look for words in names, and in what the articles say.

    Names come first, the nearest at the top; then sentences that state facts, and lines that state none.
    """
    with asked(asking) as reader:
        rows = search_graph(reader, text, limit=limit)
    print_rows(rows, listing.format, flat=_flat_hit, guard=listing.guard)


def _flat_hit(row: Row) -> Row:
    return {name: row[name] for name in ("what", "text", "about", "article", "start")}
