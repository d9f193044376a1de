"""Sorts more lines than fit into memory, in the order of their UTF-8 bytes, which is that of code points.

Lines go in and out by the block, because to hand on a line costs a good part of what it costs to sort it.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import ExitStack
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 400_000  # lines held at once: some 100 MB of N-Quads
BLOCK = 10_000  # lines handed on together


def sorted_lines(lines: Iterable[bytes], chunk: int = CHUNK) -> Iterator[bytes]:
    """The lines in order; beyond ``chunk`` of them by way of temporary files."""
    return chain.from_iterable(sorted_blocks(_blocks(lines, min(chunk, BLOCK)), chunk))


def sorted_blocks(blocks: Iterable[list[bytes]], chunk: int = CHUNK) -> Iterator[list[bytes]]:
    """The lines of all blocks in order, in blocks of other sizes; beyond about ``chunk`` lines by way of temporary files."""
    chunks = _chunks(blocks, chunk)
    first, second = next(chunks, []), next(chunks, [])
    if not second:
        yield from _blocks(first, BLOCK)
        return
    with ExitStack() as files:
        runs = [_kept(run, files) for run in chain((first, second), chunks)]
        yield from _merged(runs, max(1, chunk // len(runs)))


def _blocks(lines: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    remaining = iter(lines)
    while block := list(islice(remaining, size)):
        yield block


def _chunks(blocks: Iterable[list[bytes]], chunk: int) -> Iterator[list[bytes]]:
    """As many blocks together as make a chunk, sorted."""
    held: list[bytes] = []
    for block in blocks:
        held += block
        if len(held) >= chunk:
            held.sort()
            yield held
            held = []
    if held:
        held.sort()
        yield held


def _kept(run: list[bytes], files: ExitStack) -> Iterator[bytes]:
    from tempfile import TemporaryFile  # it costs a fiftieth of what starts a question, which sorts nothing

    file = files.enter_context(TemporaryFile())  # noqa: SIM115
    for block in _blocks(run, BLOCK):
        file.write(b"".join(block))
    run.clear()  # whoever still holds it must not keep its lines from being let go
    file.seek(0)
    return iter(file)


def _merged(runs: list[Iterator[bytes]], block: int) -> Iterator[list[bytes]]:
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
        ready.sort()
        yield ready
