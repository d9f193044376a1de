"""Sorts more lines than fit into memory, in the order of their UTF-8 bytes, which is that of code points."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 400_000  # lines held at once: some 100 MB of N-Quads


def sorted_lines(lines: Iterable[bytes], chunk: int = CHUNK) -> Iterator[bytes]:
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
        yield from _merged(runs, max(1, chunk // len(runs)))


def _kept(run: list[bytes], files: ExitStack) -> Iterator[bytes]:
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    file.writelines(run)
    file.seek(0)
    return iter(file)


def _merged(runs: list[Iterator[bytes]], block: int) -> Iterator[bytes]:
    """Sorted runs as one, blocks of them at a time: what cannot come after a line still unread is sorted, and can go."""
    parts = [(run, list(islice(run, block))) for run in runs]
    while parts := [(run, part or list(islice(run, block))) for run, part in parts]:
        parts = [(run, part) for run, part in parts if part]
        bound = min((part[-1] for _, part in parts), default=b"")
        ready: list[bytes] = []
        for _, part in parts:
            cut = bisect_right(part, bound)
            ready += part[:cut]
            del part[:cut]
        yield from sorted(ready)
