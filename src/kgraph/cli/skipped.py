"""Documents that could not be read: one line each on standard error, and the exit code that says so."""

from __future__ import annotations

import sys

import typer

from kgraph.cli.output import printable
from kgraph.errors import InputError


class Skipped:
    """Listens for documents that are left out."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: InputError) -> None:
        """Say why a document is left out."""
        self.count += 1
        print(f"skipped: {printable(str(error))}", file=sys.stderr)

    def leave(self) -> None:
        """End the command with the exit code for skipped input if anything was."""
        if self.count:
            raise typer.Exit(InputError.exit_code)
