"""``kgraph log``: a person's judgements as lines of text, to keep beside the articles and to replay."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading, open_for_writing
from kgraph.cli.options import StoreOption, example, grouped
from kgraph.cli.output import printable
from kgraph.cli.writing import STDOUT, writing
from kgraph.errors import InputError
from kgraph.pipeline import judge
from kgraph.views.identity import export_log, import_log

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Judgements of persons as lines of text, one each.")

Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")]
Source = Annotated[
    Path, typer.Argument(metavar="FILE", help="Lines that log export wrote; - is standard input.", show_default=False)
]
SAMPLE = ("kgraph ingest data/articles --quiet", "kgraph different 'Lantern Bay' 'Peninsula'")


@app.command("export", epilog=example(*SAMPLE, "kgraph log export --output judgements.jsonl"))
@grouped
def export_(output: Output = STDOUT, store: StoreOption = None) -> None:
    """Write what persons have said of who is who: one JSON object a line, sorted, so that two versions compare line by line."""
    with open_for_reading(store) as opened, writing(output) as file:
        file.writelines(export_log(opened.reader()))


@app.command(
    "import", epilog=example(*SAMPLE, "kgraph log export --output judgements.jsonl", "kgraph log import judgements.jsonl")
)
@grouped
def import_(source: Source, store: StoreOption = None) -> None:
    """Say again what such a file says; what is there already changes nothing, and referents not yet read may come later."""
    said = list(import_log(_lines(source)))
    with open_for_writing(store) as opened:
        for judgement in said:
            judge(judgement, opened)
    print(f"{len(said)} judgements")


def _lines(source: Path) -> list[str]:
    if source == STDOUT:
        return sys.stdin.read().splitlines()
    try:
        return source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(printable(f"{source}: expected a file of judgements that can be read")) from error
