"""A file of name pairs through the comparer: rows in, the same rows with an answer out, one at a time."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kgraph.documents.files import open_regular
from kgraph.errors import InputError

ADDED = ("probability", "verdict", "reason")


@contextmanager
def open_pairs(place: str) -> Iterator[Iterator[list[str]]]:
    """The rows of a UTF-8 table, tab-separated unless its name ends in .csv; ``-`` is standard input."""
    if place == "-":
        yield _rows(sys.stdin.buffer, place)
        return
    with os.fdopen(open_regular(Path(place)), "rb") as file:
        yield _rows(file, place)


def _rows(file: BinaryIO, place: str) -> Iterator[list[str]]:
    """The rows that hold anything; InputError at the first one that is no pair."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    comma = place.endswith(".csv")
    reader = csv.reader(text, "excel" if comma else "excel-tab", quoting=csv.QUOTE_MINIMAL if comma else csv.QUOTE_NONE)
    while (row := _next_row(reader, f"line {reader.line_num + 1} of {place}")) is not None:
        if any(cell.strip() for cell in row):
            yield row


def _next_row(reader: Iterator[list[str]], where: str) -> list[str] | None:
    try:
        row = next(reader, None)
    except UnicodeDecodeError as error:
        message = f"expected UTF-8 text, found the byte 0x{error.object[error.start]:02x}, at or after {where}"
        raise InputError(message) from error
    except csv.Error as error:
        message = f"expected a row of a table, found {error}, {where}"
        raise InputError(message) from error
    if row is not None and len(row) == 1 and row[0].strip():
        message = f"expected two columns, found one, {where}"
        raise InputError(message)
    return row


def answered(rows: Iterator[list[str]], step: Callable[[], None]) -> Iterator[list[str]]:
    """Each row with the probability, verdict and reason of its first two cells added; ``step`` is called after each."""
    from kgraph.text.names import compare

    for row in rows:
        found = compare(row[0], row[1])
        yield [*row, f"{found.probability:.4f}", found.verdict, found.reason]
        step()


@contextmanager
def progress(place: str, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """What to call after each pair: it moves a bar on the screen, where there is a screen that the answers do not go to."""
    if quiet or sys.stdout.isatty() or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("comparing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    # Without these two the bar would take what we print for its own and fold it to the width of the screen.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=_lines(place))
        yield lambda: bar.update(task, advance=1)


def _lines(place: str) -> int | None:
    """How many rows will come at most; unknown for standard input."""
    if place == "-":
        return None
    with Path(place).open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
