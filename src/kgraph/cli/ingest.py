"""``kgraph ingest`` and ``kgraph remove``: articles into the store and out of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from kgraph.cli.about import About
from kgraph.cli.opening import open_for_writing
from kgraph.cli.options import Paths, StoreOption, example, grouped
from kgraph.cli.output import counted, printable
from kgraph.cli.skipped import Skipped
from kgraph.documents.sources import count_articles, list_files, read_articles
from kgraph.pipeline import Done, Progress, build
from kgraph.pipeline import remove as remove_article

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Workers = Annotated[int, typer.Option(min=1, max=64, metavar="N", help="Processes that read articles side by side.")]
ArticleId = Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article.", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print no progress and no summary.")]


@app.command(
    epilog=example("kgraph ingest data/articles", "kgraph ingest data/articles/en-goblin-songs.md --published 2017-01-23")
)
@grouped
def ingest(paths: Paths, about: About, store: StoreOption = None, workers: Workers = 1, quiet: Quiet = False) -> None:
    """Read articles into the store.

    An article that is there unchanged is passed over, one that has changed is read again.  A document that cannot be read
    gives one line on standard error and is left out; the others are read, and the exit code is 3.
    """
    skipped = Skipped()
    articles = read_articles(paths, about.fields(), on_skip=skipped)
    with open_for_writing(store) as opened, progress_bar(lambda: count_articles(list_files(paths)), quiet=quiet) as progress:
        done = build(articles, opened, workers=workers, progress=progress, on_skip=skipped)
    if not quiet:
        print(summary(done, skipped.count))
    skipped.leave()


@app.command(epilog=example("kgraph ingest data/articles --quiet", "kgraph remove en-lantern-bay-interview"))
@grouped
def remove(article: ArticleId, store: StoreOption = None) -> None:
    """Take an article out: the graph is then what it would be had the article never been read."""
    with open_for_writing(store) as opened:
        done = remove_article(article, opened)
    print(f"removed {printable(done.article)}: {counted(done.referents, 'name')}, {counted(done.claims, 'claim')}")


def summary(done: list[Done], skipped: int) -> str:
    """One line: how many articles came in, and how much was read out of them."""
    outcomes = Counter(one.outcome.value for one in done)
    parts = [f"{count} {name}" for name, count in sorted(outcomes.items())]
    parts += [f"{skipped} skipped"] if skipped else []
    names, claims = sum(one.referents for one in done), sum(one.claims for one in done)
    outcome = ", ".join(parts) or "none"
    return f"{counted(len(done), 'article')} ({outcome}): {counted(names, 'name')}, {counted(claims, 'claim')}"


@contextmanager
def progress_bar(count: Callable[[], int | None], *, quiet: bool) -> Iterator[Progress | None]:
    """A bar on the screen while articles come in; nothing where there is no screen."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count())
        yield lambda done: bar.update(task, advance=1, description=printable(done.article)[:40].replace("[", r"\["))
