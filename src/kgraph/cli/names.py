"""``kgraph names``: Korean personal names for people who have a list and no graph."""

from __future__ import annotations

import csv
import enum
import itertools
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from kgraph.cli.options import example, grouped
from kgraph.cli.output import FORMULA, Row, one_line, print_rows
from kgraph.errors import QueryError

HELP = "Korean personal names: compare them, read them, spell them, take them apart."
HOW = "How to print; tsv for --pairs, else table."
FILE = "A table with a name in each of its first two columns; - for standard input."
LEAST = 0.001  # alternatives less likely than this are not worth a reader's time

app = typer.Typer(rich_markup_mode=None, add_completion=False, help=HELP)


class NameFormat(enum.StrEnum):
    """How answers about names are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


Names = Annotated[list[str], typer.Argument(metavar="NAME", help="Names in Hangul or Latin letters.", show_default=False)]
Two = Annotated[list[str] | None, typer.Argument(metavar="A B", help="The two names.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, max=1000, help="At most so many for each name.")]


@dataclass(frozen=True, slots=True)
class Listed:
    """How answers are printed."""

    format: Annotated[NameFormat | None, typer.Option("--format", help=HOW, show_default=False)] = None
    guard: Annotated[bool, typer.Option("--guard", help="Keep spreadsheets from reading cells as formulas.")] = False


@dataclass(frozen=True, slots=True)
class PairFile:
    """A table of pairs to compare."""

    pairs: Annotated[str | None, typer.Option("--pairs", metavar="FILE", help=FILE)] = None
    header: Annotated[bool, typer.Option("--header", help="The first row of the file names its columns.")] = False
    quiet: Annotated[bool, typer.Option("--quiet", help="Print no progress.")] = False


@app.command(
    epilog=example(
        "kgraph names compare 이재규 'Jae-kyoo Lee'",
        "printf '박찬욱\\tPark Chan-wook\\n' | kgraph names compare --pairs -",
    )
)
@grouped
def compare(listed: Listed, file: PairFile, names: Two = None) -> None:
    """Say whether two names may be one: the probability, the verdict (same, different, unsure) and why.

    With --pairs, each row of a table comes back with these three columns added, as soon as it is compared.
    """
    count = len(names or ())
    if file.pairs is not None and not count:
        _compare_file(file, listed)
    elif names is not None and count == 2 and file.pairs is None:
        _print([_compared(*names)], listed)
    else:
        message = f"expected two names or --pairs FILE, found {count} names{' and --pairs' if file.pairs else ''}"
        raise QueryError(message)


@app.command(epilog=example("kgraph names candidates 'Kim Jung-soo'"))
@grouped
def candidates(listed: Listed, names: Names, limit: Limit = 10) -> None:
    """List the Hangul names that a Latin name may stand for, with the share of people so written who bear each."""
    from kgraph.text.names import candidates as find

    rows = ({"name": name, "hangul": hangul, "share": share} for name in names for hangul, share in find(name, limit))
    _print(rows, listed, columns=("name", "hangul", "share"))


@app.command(epilog=example("kgraph names parse 'Jae-kyoo Lee' '남궁민' 'Park Avenue'"))
@grouped
def parse(listed: Listed, names: Names) -> None:
    """Take names apart: surname, given name, their order, and how likely the string is a Korean personal name (0 to 1)."""
    _print(map(_parsed, names), listed)


@app.command(epilog=example("kgraph names spellings 박찬욱"))
@grouped
def spellings(listed: Listed, names: Names, limit: Limit = 10) -> None:
    """List the Latin spellings of a Hangul name, with the share of people who write it so."""
    from kgraph.text.names import romanizations

    rows = ({"name": name, "latin": latin, "share": share} for name in names for latin, share in romanizations(name, limit))
    _print(rows, listed, columns=("name", "latin", "share"))


def _compared(a: str, b: str) -> Row:
    from kgraph.text.names import compare as find

    found = find(a, b)
    others = [{"hangul": name, "share": share} for name, share in found.alternatives if share >= LEAST]
    answer = {"probability": found.probability, "verdict": found.verdict, "reason": found.reason}
    return {"a": a, "b": b, **answer, "alternatives": others}


def _parsed(name: str) -> Row:
    from kgraph.text.names import parse_name

    found = parse_name(name)
    if found is None:
        return {"name": name, "score": 0.0, "surname": None, "given": None, "order": None, "syllables": [], "apart": None}
    parts = {"surname": found.surname, "given": found.given, "order": found.order}
    return {"name": name, "score": found.score, **parts, "syllables": list(found.syllables), "apart": found.apart}


def _compare_file(file: PairFile, listed: Listed) -> None:
    from kgraph.cli.name_pairs import ADDED, answered, open_pairs, progress

    place = file.pairs or "-"
    with open_pairs(place) as rows, progress(place, quiet=file.quiet) as step:
        head = next(rows, None) if file.header else None
        found = answered(rows, step)
        if listed.format in (None, NameFormat.CSV, NameFormat.TSV):
            _write_cells([*head, *ADDED] if head else [], found, listed)
        else:
            _print((_named(row, head) for row in found), listed)


def _named(row: Sequence[str], head: Sequence[str] | None) -> Row:
    names = head or ("a", "b", *(f"column_{number}" for number in range(3, len(row) - 2)))
    cells: dict[str, Any] = dict(zip(names, row, strict=False))
    return {**cells, "probability": float(row[-3]), "verdict": row[-2], "reason": row[-1]}


def _print(rows: Iterable[Row], listed: Listed, columns: Sequence[str] = ()) -> None:
    if listed.format is not NameFormat.TSV:
        print_rows(rows, listed.format or NameFormat.TABLE, flat=_flat, columns=columns, guard=listed.guard)
        return
    flat = [_flat(row) for row in rows]
    head = list(columns or (flat[0] if flat else ()))
    _write_cells(head, ([one_line(cell) for cell in row.values()] for row in flat), listed)


def _flat(row: Row) -> Row:
    return {key: _cell(value) for key, value in row.items()}


def _cell(value: object) -> object:
    if not isinstance(value, list):
        return value
    return [f"{each['hangul']} {each['share']:.3f}" if isinstance(each, dict) else each for each in value]


def _write_cells(head: Sequence[str], rows: Iterable[Sequence[str]], listed: Listed) -> None:
    """Rows as they come; no cell holds a tab or a line break, so TSV needs no quotes."""
    write: Callable[[list[str]], object] = _write_tabbed
    if listed.format is NameFormat.CSV:
        write = csv.writer(sys.stdout, lineterminator="\n").writerow
    for row in itertools.chain([head] if head else [], rows):
        write([_guarded(one_line(cell), guard=listed.guard) for cell in row])


def _write_tabbed(row: list[str]) -> None:
    sys.stdout.write("\t".join(row) + "\n")


def _guarded(cell: str, *, guard: bool) -> str:
    return f"'{cell}" if guard and cell.startswith(FORMULA) else cell
