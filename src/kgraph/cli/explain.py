"""``kgraph explain``: the sentences for a fact, and against it."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.asking import Asking, asked
from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import Row, print_rows
from kgraph.views.explain import explain_fact, find_facts
from kgraph.views.rows import qualifiers_text

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FACT = "The id of a fact (or how it begins), or NAME PREDICATE, or NAME PREDICATE NAME."
Fact = Annotated[list[str], typer.Argument(metavar="FACT", help=FACT, show_default=False)]


@app.command(epilog=example("kgraph explain 'Seo Ha-rin' directed 'Lantern Bay'", "kgraph explain '봉준호' directed"))
@grouped
def explain(fact: Fact, listing: Listing, asking: Asking) -> None:
    """Print every sentence that states a fact, with its article, place and rule; and every sentence against it.

    Against a fact stand facts of the same two names with another status, and other values of what has only one.
    """
    with asked(asking) as reader:
        rows = [row for found in find_facts(reader, fact) for row in explain_fact(reader, found)]
    print_rows(rows, listing.format, flat=_flat, guard=listing.guard)


def _flat(row: Row) -> Row:
    first = {name: row[name] for name in ("says", "subject", "predicate", "object")}
    rest = ("confidence", "article", "published", "start", "end", "rule", "text")
    fact = {"sources": row["sources"], "rank": row["rank"], "reason": row["reason"] or ""}
    return {**first, "qualifiers": qualifiers_text(row["qualifiers"]), **fact, **{name: row[name] for name in rest}}
