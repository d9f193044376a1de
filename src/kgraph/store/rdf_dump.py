"""All quads of an Oxigraph store as lines of N-Quads, read side by side.

Most of an export is Oxigraph looking up the text of terms, one by one; while it does, other threads of this process can run.
"""

from __future__ import annotations

import os
import tempfile
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import IO, TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pyoxigraph import BlankNode, Store

    Graph = NamedNode | BlankNode

MOST = 4  # threads: what Python does with the lines keeps up with no more
TOGETHER = 8  # graphs that one thread reads in a go: some thousand lines
AHEAD = 2  # such goes a thread, read before they are asked for
HINT = 2_000_000  # bytes of the default graph's lines that are taken from its file together

_END = b" .\n"  # of a triple; in a literal a line feed is escaped


def line_blocks(graph: Store, without: Collection[str]) -> Iterator[list[bytes]]:
    """All quads as lines in blocks, in no order, but for those of some graphs: graph by graph, the default one at the end."""
    with tempfile.TemporaryFile() as file, ThreadPoolExecutor(_threads()) as beside:
        default = beside.submit(graph.dump, file, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        named = (name for name in graph.named_graphs() if str(name) not in without)
        try:
            yield from _named(graph, named, beside)
        finally:
            beside.shutdown(wait=True, cancel_futures=True)
        default.result()
        yield from _from_start(file)


def _threads() -> int:
    """One for the default graph and one for the others at least."""
    return min(MOST, max(2, os.cpu_count() or 1))


def _named(graph: Store, names: Iterator[Graph], beside: ThreadPoolExecutor) -> Iterator[list[bytes]]:
    """The lines of these graphs, read a little ahead."""
    batches = iter(lambda: list(islice(names, TOGETHER)), [])
    begun = deque(beside.submit(_dumped, graph, some) for some in islice(batches, AHEAD * _threads()))
    while begun:
        for name, triples in begun.popleft().result():
            yield _with_graph(triples, name)
        begun.extend(beside.submit(_dumped, graph, some) for some in islice(batches, 1))


def _dumped(graph: Store, names: list[Graph]) -> list[tuple[Graph, bytes]]:
    return [(name, graph.dump(None, RdfFormat.N_TRIPLES, from_graph=name) or b"") for name in names]


def _with_graph(triples: bytes, name: Graph) -> list[bytes]:
    tail = f" {name} .\n".encode()
    return [line + tail for line in triples.split(_END)[:-1]]


def _from_start(file: IO[bytes]) -> Iterator[list[bytes]]:
    file.seek(0)
    while lines := file.readlines(HINT):
        yield lines
