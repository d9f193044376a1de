"""How many rows are printed: on a screen nobody reads ten thousand."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.cli.output import Row

ON_A_SCREEN = 100
HELP = f"At most so many rows, 0 for all; where none is given a table ends after {ON_A_SCREEN}, other formats hold all."


@dataclass(frozen=True, slots=True)
class Most:
    """How many rows are asked for."""

    limit: Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help=HELP, show_default=False)] = None

    def of(self, format_: str) -> int | None:
        """How many, or None for all."""
        if self.limit is None:
            return ON_A_SCREEN if format_ == "table" else None
        return self.limit or None

    def one_more(self, format_: str) -> int | None:
        """How many to read so that :meth:`cut` can tell whether there are more."""
        most = self.of(format_)
        return most + 1 if most else None

    def cut(self, rows: Sequence[Row], format_: str) -> Sequence[Row]:
        """The rows to print; says so where a table leaves some out unasked."""
        most = self.of(format_)
        if most is None or len(rows) <= most:
            return rows
        if self.limit is None:
            print(f"the first {most} rows; --limit 0 prints all", file=sys.stderr)
        return rows[:most]
