"""``kgraph verify`` and ``kgraph validate``: can the graph be trusted?"""

from __future__ import annotations

import dataclasses
import sys
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import Format, Listing, StoreOption, example, grouped
from kgraph.cli.output import Row, counted, print_rows, to_json
from kgraph.errors import EvidenceError
from kgraph.views.validate import validate_graph, validate_quickly
from kgraph.views.verify import verify_graph

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Fast = Annotated[bool, typer.Option("--fast", help="Ask the shapes in SPARQL inside the store: for graphs of many articles.")]


@app.command(epilog=example("kgraph verify"))
@grouped
def verify(listing: Listing, store: StoreOption = None) -> None:
    """Look up the words of every claim again in its article, and check that no fact is without a claim.

    json prints one object with counts and faults; jsonl and csv print the faults.  The exit code is 7 if there are any.
    """
    with open_for_reading(store) as opened:
        found = verify_graph(opened.reader())
    counts = f"{counted(found.articles, 'article')}, {counted(found.claims, 'claim')}, {counted(found.facts, 'fact')}"
    line = f"{counts}: {_verdict(len(found.faults), 'every word found')}"
    _report(dataclasses.asdict(found), found.faults, line, listing)


@app.command(epilog=example("kgraph validate", "kgraph validate --fast"))
@grouped
def validate(listing: Listing, store: StoreOption = None, fast: Fast = False) -> None:
    """Check the graph against the shapes of the ontology (SHACL, judged by pySHACL).

    json prints one object with the faults; jsonl and csv print the faults.  The exit code is 7 if there are any.
    """
    with open_for_reading(store) as opened:
        found = validate_quickly(opened) if fast else validate_graph(opened.reader())
    _report({"faults": [dataclasses.asdict(each) for each in found]}, found, _verdict(len(found), "every shape fits"), listing)


def _verdict(faults: int, sound: str) -> str:
    return f"{faults} faults" if faults else sound


def _report(whole: Row, faults: tuple[object, ...], line: str, listing: Listing) -> None:
    rows = [dataclasses.asdict(fault) for fault in faults if dataclasses.is_dataclass(fault) and not isinstance(fault, type)]
    if listing.format is Format.JSON:
        sys.stdout.write(to_json(whole, indent=2) + "\n")
    else:
        print_rows(rows, listing.format, guard=listing.guard)
    if listing.format is Format.TABLE:
        print(line)
    if faults:
        raise typer.Exit(EvidenceError.exit_code)
