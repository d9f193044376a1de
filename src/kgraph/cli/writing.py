"""Files that commands write: whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kgraph.errors import StoreError

STDOUT = Path("-")


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A text file that takes its place when the block ends without error, in a folder that is made; ``-`` is standard output."""
    if path == STDOUT:
        yield sys.stdout
        return
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        unfinished.replace(path)
    except OSError as error:
        message = f"{path}: expected a file that can be written, found {(error.strerror or 'an error').lower()}"
        raise StoreError(message) from error
    finally:
        if unfinished.is_file():
            unfinished.unlink()
