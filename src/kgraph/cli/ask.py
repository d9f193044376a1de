"""``kgraph show`` and ``kgraph stats``: what the graph knows."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.asking import Asking, Name, asked
from kgraph.cli.most import Most
from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import Listing, StoreOption, example, grouped
from kgraph.cli.output import Row, one_line, print_rows, to_json
from kgraph.errors import QueryError
from kgraph.model import Entity
from kgraph.store import Reader
from kgraph.views.rows import choice_row, flat_fact
from kgraph.views.show import find_entity, find_name, list_matches, show_entity
from kgraph.views.stats import count_graph

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Type = Annotated[str | None, typer.Option("--type", metavar="CLASS", help="Only a Person, Work or Organization.")]


@dataclass(frozen=True, slots=True)
class Shape(Most):
    """How much is shown."""

    sentences: Annotated[bool, typer.Option("--sentences", help="With table: print the sentences below.")] = False


@app.command(epilog=example("kgraph show '서하린'", "kgraph show 'Lantern Bay' --sentences --known-at 2021-11-22"))
@grouped
def show(name: Name, listing: Listing, shape: Shape, asking: Asking, type_: Type = None) -> None:
    """Show who or what a name stands for: names, and every fact with its dates, sources and confidence.

    json prints one object; jsonl and csv print the facts. Where several are of that name, these three print them instead
    and the command ends with an error; --type or an id says which is meant.
    """
    with asked(asking) as reader:
        entity = _find(reader, name, type_, listing)
        shown = show_entity(reader, entity, limit=shape.of(listing.format))
    if listing.format == "json":
        sys.stdout.write(to_json(shown, indent=2) + "\n")
        return
    if listing.format == "table":
        print(_card(shown))
    print_rows(shown["facts"], listing.format, flat=flat_fact, guard=listing.guard)
    if shape.sentences and listing.format == "table":
        print(_sentences(shown))
    if shape.limit is None and len(shown["facts"]) < shown["facts_in_all"]:
        print(f"{len(shown['facts'])} of {shown['facts_in_all']:,} facts; --limit 0 prints all", file=sys.stderr)


@app.command(epilog=example("kgraph stats", "kgraph stats --format json"))
@grouped
def stats(listing: Listing, store: StoreOption = None) -> None:
    """Count articles by language, names by class, facts and claims by predicate."""
    with open_for_reading(store) as opened:
        rows = count_graph(opened.reader())
    print_rows(rows, listing.format, guard=listing.guard)


def _find(reader: Reader, name: str, type_: str | None, listing: Listing) -> Entity:
    """The one of that name.  Where there are several, a program that asks gets them as rows before the error says so."""
    find = find_entity if listing.format == "json" else find_name  # only json prints the referents
    try:
        return find(reader, name, type_=type_)
    except QueryError:
        if listing.format != "table":
            print_rows(map(choice_row, list_matches(reader, name, type_)), listing.format, guard=listing.guard)
        raise


def _card(shown: Row) -> str:
    kind = f", {shown['kind']}" if shown["kind"] else ""
    return f"{one_line(shown['label'])}  {shown['type']}{kind}  {one_line(shown['id'])}\n{one_line(shown['names'])}\n"


def _sentences(shown: Row) -> str:
    lines = [
        f"\n{fact['predicate']}: {one_line(sentence['text'])}\n    {one_line(sentence['article'])} at {sentence['start']}"
        for fact in shown["facts"]
        for sentence in fact["sentences"]
    ]
    return "".join(lines).lstrip("\n")
