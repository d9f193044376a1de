"""Rows of flattened tables: each column tells what its cell is to the row's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.sheets import cells_of, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention

_PEOPLE = {"cast": "acted_in", "director": "directed", "writer": "wrote"}


def table_claims(reading: Reading) -> Iterator[Claim]:
    """Claims of the rows below a header such as *Title | Network | Cast*."""
    columns: tuple[str | None, ...] | None = None
    for line in reading.lines:
        cells = cells_of(line.mask)
        if len(cells) < 2:
            columns = None
            continue
        header = columns_of(line.mask)
        if header:
            columns = header
        elif columns and len(cells) == len(columns):
            yield from _row(reading, line, dict(zip(columns, cells, strict=True)))


def _row(reading: Reading, line: Line, cells: dict[str | None, tuple[int, int]]) -> Iterator[Claim]:
    works = line.between(*cells["title"], "Work")
    for column, bounds in cells.items():
        if not works or column is None:
            return
        for predicate, other in _ends(reading, line, column, bounds):
            ends = (works[0], other) if predicate == "aired_on" else (other, works[0])
            yield reading.claim(predicate, ends, Ground(line, line.original(*bounds), "tables.row", 0.93))


def _ends(reading: Reading, line: Line, column: str, bounds: tuple[int, int]) -> Iterator[tuple[str, Mention]]:
    if column == "channel":
        for channel in line.between(*bounds, "Organization"):
            if reading.referent(channel).kind in ("broadcaster", "platform"):
                yield "aired_on", channel
    elif column in _PEOPLE:
        for person in line.between(*bounds, "Person"):
            yield _PEOPLE[column], person


RULES = (table_claims,)
