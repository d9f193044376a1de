"""``kgraph resolve review``: the doubtful pairs, evidence side by side, answered by one key."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading, open_for_writing
from kgraph.cli.options import Listing, StoreOption, example, grouped
from kgraph.cli.output import Row, one_line, print_rows
from kgraph.errors import KgraphError
from kgraph.model import Verdict
from kgraph.pipeline import judge
from kgraph.store import Store
from kgraph.views.identity import doubtful_pairs, explain_pair, make_judgement

app = typer.Typer(rich_markup_mode=None, add_completion=False)

By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who answers.")]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many pairs.")]
ANSWERS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}


@app.callback()
def resolve() -> None:
    """Who is who: look at what the machine leaves open."""


@app.command(epilog=example("kgraph ingest data/articles --quiet", "kgraph resolve review --format jsonl"))
@grouped
def review(listing: Listing, by: By = "person", limit: Limit = 50, store: StoreOption = None) -> None:
    """List pairs that may be one though the machine is not sure, the likeliest first.

    In a terminal each is shown with its evidence and answered by one key: s same, d different, u unsure, any other skips,
    q leaves.  With --format json, jsonl or csv, or in a pipe, they are printed.
    """
    if listing.format == "table" and sys.stdin.isatty() and sys.stdout.isatty():
        with open_for_writing(store) as opened:
            _ask_all(doubtful_pairs(opened.reader())[:limit], opened, by)
        return
    with open_for_reading(store) as opened:
        rows = doubtful_pairs(opened.reader())[:limit]
    print_rows(rows, listing.format, columns=("left", "right", "probability", "why"), flat=_flat, guard=listing.guard)


def _flat(row: Row) -> Row:
    return {name: row[name] for name in ("left", "right", "probability", "why")}


def _ask_all(rows: Sequence[Row], opened: Store, by: str) -> None:
    for number, row in enumerate(rows, 1):
        try:
            _show(row, opened, f"{number} of {len(rows)}")
            key = typer.getchar().lower()
            if key == "q":
                return
            if key in ANSWERS:
                pair = (str(row["left"]), str(row["right"]))
                judge(make_judgement(opened.reader(), pair, ANSWERS[key], by, "reviewed"), opened)
        except KgraphError:  # an earlier answer has made the pair one, or given it another id
            continue


def _show(row: Row, opened: Store, place: str) -> None:
    found = explain_pair(opened.reader(), str(row["left"]), str(row["right"]))
    print(f"\n{place}: {one_line(row['left_names'])}  |  {one_line(row['right_names'])}   ({found['probability']})")
    print_rows(found["features"], "table")
    print("[s]ame  [d]ifferent  [u]nsure  skip: any other  [q]uit")
