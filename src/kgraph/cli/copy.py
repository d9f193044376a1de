"""``kgraph copy``: a graph from one store to another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from kgraph.bulk import Progress
from kgraph.cli.options import example
from kgraph.cli.output import counted, printable
from kgraph.copying import Copied, copy_graph

app = typer.Typer(rich_markup_mode=None, add_completion=False)

From = Annotated[str, typer.Option("--from", metavar="PLACE", help="The store to copy; it is only read.", show_default=False)]
To = Annotated[str, typer.Option("--to", metavar="PLACE", help="The store to copy into, an empty one.", show_default=False)]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a copy that was broken off.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print no progress and no summary.")]


@app.command(epilog=example("kgraph copy --from ./kgraph-store --to ./copy-of-kgraph-store"))
def copy(from_: From, to: To, resume: Resume = False, quiet: Quiet = False) -> None:
    """Copy a graph, with all articles and judgements, to another store.

    A store is a folder, neo4j://HOST:7687 or the address of a SPARQL dataset.  An article arrives whole or not at all; at the
    end both graphs are read and compared byte for byte.  Until then a target on a server is refused by all other commands;
    --resume finishes a copy that was broken off.
    """
    with progress_bar(quiet=quiet) as progress:
        done = copy_graph(from_, to, resume=resume, progress=progress)
    if not quiet:
        print(summary(done))


def summary(done: Copied) -> str:
    """One line: what was copied, and the hash that both graphs have."""
    parts = [counted(done.articles, "article"), counted(done.judgements, "judgement")]
    parts += [f"{counted(done.already, 'article')} there before"] if done.already else []
    return f"copied {', '.join(parts)}; both graphs are {done.hash}"


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress | None]:
    """A bar on the screen while articles are copied; nothing where there is no screen."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("copying"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None, description=printable(what)[:40].replace("[", r"\["))

        yield show
