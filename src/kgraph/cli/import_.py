"""``kgraph import``: an exported graph read back into a store."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from kgraph.cli.ingest import progress_bar, summary
from kgraph.cli.opening import open_for_writing
from kgraph.cli.options import StoreOption, example, grouped
from kgraph.cli.output import counted, printable
from kgraph.documents.files import open_regular
from kgraph.errors import QueryError
from kgraph.pipeline import restore
from kgraph.store.restored import COMPLETE, ENDINGS, open_export

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FORMAT = f"One of {', '.join(COMPLETE)}; told from the file's ending when not given."
File = Annotated[Path, typer.Argument(metavar="FILE", help="An exported graph, or - for standard input.", show_default=False)]
GraphFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help=FORMAT)]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print no progress and no summary.")]


@app.command(name="import", epilog=example("kgraph export --format nquads --output graph.nq", "kgraph import graph.nq"))
@grouped
def read_back(file: File, format_: GraphFormat = "", store: StoreOption = None, quiet: Quiet = False) -> None:
    """Read an exported graph (nquads, trig, trig12, jsonld) back into the store: its articles, claims and judgements.

    Names and facts are derived anew; in an empty store they become what they were. A file that kgraph did not write, that
    was changed since, or that holds a part of a graph is refused, and nothing of it is stored.
    """
    with (
        _opened(file) as opened,
        open_export(opened, _format_of(file, format_), printable(str(file))) as restored,
        open_for_writing(store) as target,
        progress_bar(restored.count_articles, quiet=quiet) as progress,
    ):
        was_empty = next(target.reader().article_ids(), None) is None
        done = restore(restored.articles(), restored.judgements(), target, progress)
        differences = restored.count_differences(target.reader()) if was_empty else 0
    if not quiet:
        print(summary(done, 0))
    if differences:
        print(f"derived anew: {counted(differences, 'statement')} not as in the file (another version wrote it)", file=sys.stderr)


def _format_of(file: Path, given: str) -> str:
    format_ = given or ENDINGS.get(file.suffix.lower(), "nquads" if file == Path("-") else "")
    if format_ not in COMPLETE:
        message = f"expected --format with one of {', '.join(COMPLETE)}, found {given or file.suffix or 'no ending'!r}"
        raise QueryError(message)
    return format_


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if file == Path("-"):
        yield sys.stdin.buffer
        return
    with os.fdopen(open_regular(file), "rb") as opened:
        yield opened
