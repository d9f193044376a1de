"""Files that commands write."""

from __future__ import annotations

import sys
from pathlib import Path

from kgraph.errors import StoreError

STDOUT = Path("-")


def write_file(path: Path, text: str) -> bool:
    """Write a file, making its folder; ``-`` is standard output.  True if a file was written."""
    if path == STDOUT:
        sys.stdout.write(text)
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"{path}: expected a file that can be written, found {(error.strerror or 'an error').lower()}"
        raise StoreError(message) from error
    return True
