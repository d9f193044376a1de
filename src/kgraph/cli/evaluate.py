"""``kgraph eval``: what is extracted, against articles annotated by hand."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from kgraph.cli.options import Listing, example, grouped
from kgraph.cli.output import print_rows
from kgraph.documents.annotated import read_annotated
from kgraph.evaluate import Score, rule_rows, score
from kgraph.pipeline import read_article

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class View(enum.StrEnum):
    """What of a score is printed."""

    PREDICATES = "predicates"
    MISSED = "missed"
    WRONG = "wrong"
    RULES = "rules"
    CONFIDENCE = "confidence"


Gold = Annotated[str, typer.Argument(metavar="GOLD", help="A folder of articles with ID.json beside them.", show_default=False)]
Lang = Annotated[str | None, typer.Option("--lang", metavar="en|ko", help="Only articles of this language.")]
Show = Annotated[
    View, typer.Option("--show", help="Shares by predicate, facts missed, claims wrong, rules that erred, confidence.")
]


@app.command(name="eval", epilog=example("kgraph eval data/articles", "kgraph eval data/articles --lang ko --show missed"))
@grouped
def evaluate(gold: Gold, listing: Listing, lang: Lang = None, show: Show = View.PREDICATES) -> None:
    """Score what is extracted against gold: precision, recall and F1 by predicate, what was missed, what was wrong.

    Shares of nothing are empty.  A fact counts as found if predicate, both ends, value and status are right.
    """
    articles = (article for article in read_annotated(gold) if lang in (None, article.lang))
    outcome = score(gold, (claim for article in articles for claim in read_article(article).claims), lang=lang)
    print_rows(_rows(outcome, show), listing.format, guard=listing.guard)


def _rows(outcome: Score, show: View) -> list[dict[str, object]]:
    if show is View.PREDICATES:
        return outcome.rows()
    if show is View.RULES:
        return rule_rows(outcome)
    if show is View.CONFIDENCE:
        return outcome.reliability_rows()
    return _same_columns(outcome.missed if show is View.MISSED else outcome.wrong)


def _same_columns(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Rows that all have the columns of any, in the order in which they first come up."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return [{name: row.get(name) for name in columns} for row in rows]
