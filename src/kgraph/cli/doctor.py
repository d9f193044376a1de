"""``kgraph doctor``: is a store sound, and what mends it?"""

from __future__ import annotations

import dataclasses

import typer

from kgraph.cli.options import Format, Listing, StoreOption, example, grouped
from kgraph.cli.output import one_line, print_rows
from kgraph.errors import StoreError
from kgraph.settings import store_url
from kgraph.views.health import examine

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=example("kgraph ingest data/articles --quiet", "kgraph doctor"))
@grouped
def doctor(listing: Listing, store: StoreOption = None) -> None:
    """Look at a store from the outside in: folder, format, index, graph, evidence, shapes.

    Each finding says what mends it.  The exit code is 6 if anything is not sound.
    """
    found = list(examine(store_url(store)))
    if listing.format is Format.TABLE:
        for each in found:
            print(f"{'sound' if each.sound else 'WRONG':<6} {each.check}: {one_line(each.found)}")
            if each.mend:
                print(f"       mend: {one_line(each.mend)}")
    else:
        print_rows([dataclasses.asdict(each) for each in found], listing.format, guard=listing.guard)
    if not all(each.sound for each in found):
        raise typer.Exit(StoreError.exit_code)
