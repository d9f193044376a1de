"""``kgraph extract``: what articles state, printed and not stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from kgraph.cli.about import About
from kgraph.cli.options import Listing, Paths, example, grouped
from kgraph.cli.output import print_rows
from kgraph.cli.skipped import Skipped
from kgraph.documents.sources import read_articles
from kgraph.errors import EvidenceError, InputError
from kgraph.model import Article, Claim
from kgraph.pipeline import read_article
from kgraph.views.rows import claim_row, flat_claim

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog=example("kgraph extract data/articles", "kgraph extract data/articles --format jsonl"))
@grouped
def extract(paths: Paths, about: About, listing: Listing) -> None:
    """Print every claim that the articles make, with the sentence that states it.

    Nothing is stored.  The fields of json and jsonl are those of the claims format.
    """
    skipped = Skipped()
    articles = read_articles(paths, about.fields(), on_skip=skipped)
    claims = _read_claims(articles, skipped)
    print_rows(map(claim_row, claims), listing.format, flat=flat_claim, guard=listing.guard)
    skipped.leave()


def _read_claims(articles: Iterable[Article], skipped: Skipped) -> Iterator[Claim]:
    for article in articles:
        try:
            claims = read_article(article).claims
        except (InputError, EvidenceError) as error:
            skipped(InputError(f"{article.id}: {error}"))
        else:
            yield from claims
