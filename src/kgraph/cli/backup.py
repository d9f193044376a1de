"""``kgraph backup``, ``restore`` and ``upgrade``: a graph kept for years."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.ingest import Quiet, Workers, progress_bar, summary
from kgraph.cli.opening import open_for_reading, open_for_writing
from kgraph.cli.options import StoreOption, example, grouped
from kgraph.cli.output import counted, printable
from kgraph.cli.skipped import Skipped
from kgraph.cli.writing import placing
from kgraph.copying import hash_graph
from kgraph.documents.files import open_regular
from kgraph.errors import StoreError
from kgraph.keeping import open_backup, restore_backup, write_backup
from kgraph.keeping import upgrade as upgrade_store
from kgraph.settings import store_url

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Target = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.", show_default=False)]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="A file that kgraph backup wrote.", show_default=False)]
SAMPLE = "kgraph ingest data/articles --quiet"


@app.command(epilog=example(SAMPLE, "kgraph backup graph.kgraph"))
@grouped
def backup(file: Target, store: StoreOption = None, quiet: Quiet = False) -> None:
    """Write the whole graph, with articles and judgements, into one compressed file.

    The same graph always gives the same bytes.  The file takes its place when it is whole.
    """
    with open_for_reading(store) as opened, placing(file) as unfinished, unfinished.open("wb") as written:
        found = write_backup(opened.reader(), written)
        written.flush()
        os.fsync(written.fileno())
    if not quiet:
        print(f"wrote {printable(str(file))}: {counted(found.statements, 'statement')}, {found.hash}")


@app.command(epilog=example(SAMPLE, "kgraph backup graph.kgraph", "kgraph restore graph.kgraph --store restored"))
@grouped
def restore(file: Source, store: StoreOption = None, quiet: Quiet = False) -> None:
    """Bring a backup back into an empty store, and check that it is the same graph.

    A file that is damaged or cut off is refused, and nothing of it is stored.  Where a restore was broken off, the same
    command goes on.
    """
    with (
        os.fdopen(open_regular(file), "rb") as opened,
        open_backup(opened, printable(str(file))) as (restored, wanted),
        open_for_writing(store) as target,
        progress_bar(restored.count_articles, quiet=quiet) as progress,
    ):
        done = restore_backup(restored, target, progress)
        found = hash_graph(target.reader())
    if not quiet:
        print(f"{summary(done, 0)}; the graph is {found}")
    if found != wanted.hash:
        raise StoreError(f"expected {wanted.hash} as in the backup, found {found} (another kgraph wrote it)")


@app.command(epilog=example(SAMPLE, "kgraph upgrade"))
@grouped
def upgrade(store: StoreOption = None, workers: Workers = 1, quiet: Quiet = False) -> None:
    """Renew a store on disk that an older kgraph made: its articles are read again, judgements of persons are kept.

    The old store stays beside it, as PLACE.before-upgrade, until you remove it.  It can also bring in what a newer kgraph
    reads out of the same articles.
    """
    place, skipped = Path(store_url(store).removeprefix("file://")), Skipped()
    if "://" in str(store_url(store).removeprefix("file://")) or str(place) == "memory:":
        raise StoreError(f"expected the folder of a store, found {store_url(store)}")
    with progress_bar(lambda: None, quiet=quiet) as progress:
        done = upgrade_store(place, workers=workers, progress=progress, on_skip=skipped)
    if not quiet:
        kept = printable(str(done.kept))
        print(f"{summary(list(done.done), skipped.count)}, {counted(done.judgements, 'judgement')}; the old store is {kept}")
    skipped.leave()
