"""Rows on the screen or in a pipe: table, json, jsonl, csv.  Nothing of an article reaches a terminal raw."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

Row = Mapping[str, Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MIN_WIDTH, GAP = 8, "  "

# Control characters, half surrogates, and the marks that turn the direction of what follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def printable(text: str) -> str:
    r"""The text with whatever a terminal could obey written as an escape.

    >>> printable("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(value: object) -> str:
    """A value as a cell: no line breaks, nothing a terminal obeys, floats short."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(one_line, value))
    return printable(" ".join(str(value).split()))


def counted(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON in which Hangul stays readable and control characters are escaped."""
    return printable(json.dumps(value, ensure_ascii=False, indent=indent))


def print_rows(
    rows: Iterable[Row],
    format_: str,
    *,
    flat: Callable[[Row], Row] = lambda row: row,
    columns: Sequence[str] = (),
    guard: bool = False,
) -> None:
    """Print rows.

    ``flat`` gives the cells for table and csv where a row is nested, ``columns`` the head where there may be no row.
    """
    if format_ == "jsonl":
        for row in rows:
            sys.stdout.write(to_json(row) + "\n")
    elif format_ == "json":
        sys.stdout.write(to_json(list(rows), indent=2) + "\n")
    elif format_ == "csv":
        _print_csv([flat(row) for row in rows], columns, sys.stdout, guard=guard)
    else:
        print_table([flat(row) for row in rows], sys.stdout, columns=columns)


def _print_csv(rows: Sequence[Row], columns: Sequence[str], out: TextIO, *, guard: bool) -> None:
    writer = csv.writer(out, lineterminator="\n")
    if head := columns or (tuple(rows[0]) if rows else ()):
        writer.writerow(map(one_line, head))
    writer.writerows([_csv_cell(value, guard=guard) for value in row.values()] for row in rows)


def _csv_cell(value: object, *, guard: bool) -> str:
    cell = one_line(value) if not isinstance(value, float) else repr(value)
    is_formula = guard and isinstance(value, str) and cell.startswith(FORMULA)
    return f"'{cell}" if is_formula else cell


def print_table(rows: Sequence[Row], out: TextIO, *, columns: Sequence[str] = ()) -> None:
    """Columns side by side, Hangul two cells wide; cut to the screen's width only where there is a screen."""
    head = columns or (tuple(rows[0]) if rows else ())
    if not head:
        return
    table = [[one_line(name.replace("_", " ")) for name in head], *([one_line(cell) for cell in row.values()] for row in rows)]
    widths = [max(map(display_width, column)) for column in zip(*table, strict=True)]
    if out.isatty():
        widths = fit_widths(widths, shutil.get_terminal_size().columns)
    for line in table:
        cells = (_padded(_cut(cell, width), width) for cell, width in zip(line, widths, strict=True))
        out.write(GAP.join(cells).rstrip() + "\n")


def fit_widths(widths: list[int], screen: int) -> list[int]:
    """Narrower columns where the row is wider than the screen: the widest give way first."""
    fitted = [min(width, screen) for width in widths]
    while sum(fitted) + len(GAP) * (len(fitted) - 1) > screen and max(fitted) > MIN_WIDTH:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def display_width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum((0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1) for char in text)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - display_width(cell))


def _cut(cell: str, width: int) -> str:
    if display_width(cell) <= width:
        return cell
    while display_width(cell) >= width:
        cell = cell[: -max(1, (display_width(cell) - width) // 2)]
    return cell + "…"
