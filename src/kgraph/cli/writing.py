"""Files and folders that commands write: whole or not at all."""

from __future__ import annotations

import shutil
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
    with placing(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="\n") as file:
        yield file


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """Where to write a file that takes its place when the block ends without error."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        unfinished.replace(path)
    except OSError as error:
        message = f"{path}: expected a file that can be written, found {(error.strerror or 'an error').lower()}"
        raise StoreError(message) from error
    finally:
        if unfinished.is_file():
            unfinished.unlink()


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A folder whose files move into the folder of that name when the block ends without error; others that lie there stay."""
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        yield unfinished
        for path in sorted(unfinished.iterdir()):
            path.replace(folder / path.name)
    except OSError as error:
        message = f"{folder}: expected a folder that can be written to, found {(error.strerror or 'an error').lower()}"
        raise StoreError(message) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
