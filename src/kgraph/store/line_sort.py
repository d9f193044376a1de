"""Sorts more lines than fit into memory, in the order of code points."""

from __future__ import annotations

import heapq
import tempfile
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 400_000  # lines held at once: some 100 MB of N-Quads


def sorted_lines(lines: Iterable[str], chunk: int = CHUNK) -> Iterator[str]:
    """The lines in order; beyond ``chunk`` of them by way of temporary files."""
    remaining = iter(lines)
    first = sorted(islice(remaining, chunk))
    if len(first) < chunk:
        yield from first
        return
    with ExitStack() as files:
        runs = [_kept(first, files)]
        while run := sorted(islice(remaining, chunk)):
            runs.append(_kept(run, files))
        yield from heapq.merge(*runs)


def _kept(run: list[str], files: ExitStack) -> Iterator[str]:
    file = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115
    file.writelines(run)
    file.seek(0)
    return iter(file)
