"""The embedded store: RDF in Oxigraph, in a folder on disk.

A step is one SPARQL update of DELETE DATA and INSERT DATA, which Oxigraph runs in one transaction: after a crash an article
is there whole or not at all.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyoxigraph

from kgraph.errors import StoreError
from kgraph.store.folder import StoreFolder
from kgraph.store.rdf_indexed import IndexedReader, IndexedWriter, has_index, make_index
from kgraph.store.rdf_writer import to_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator


FLUSH_EVERY = (
    500  # steps; what waits in memory costs some 0.4 MB a step, a flush some 0.5 s (measured on 4,000 articles, 2026-11)
)

_FULL = re.compile("No space left|quota|File too large", re.IGNORECASE)


class RdfStore:
    """A graph in a folder; ``graph`` is the Oxigraph store behind it, for queries."""

    def __init__(self, path: str | Path, *, read_only: bool = False, older_too: bool = False) -> None:
        self._folder = StoreFolder(Path(path), read_only=read_only, older_too=older_too)
        self._read_only = read_only
        self._steps = 0
        try:
            open_graph = pyoxigraph.Store.read_only if read_only else pyoxigraph.Store
            self.graph = open_graph(str(self._folder.graph))
        except (OSError, ValueError, RuntimeError) as error:  # Oxigraph says RuntimeError of a damaged file
            self._folder.close()
            raise StoreError(f"expected a graph that can be opened in {self._folder.graph}, found: {_said(error)}") from error
        if not read_only and not has_index(self.graph):
            self._begin()

    def _begin(self) -> None:
        try:
            with self._written():
                make_index(self.graph)
        except StoreError:
            del self.graph
            self._folder.close()
            raise

    def reader(self) -> IndexedReader:
        """A reader of the last committed state."""
        return IndexedReader(self.graph)

    @contextmanager
    def transaction(self) -> Iterator[IndexedWriter]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        if self._read_only:
            raise StoreError(f"expected a store open for writing, found {self._folder.path} open for reading only")
        writer = IndexedWriter(self.reader())
        yield writer
        with self._written():
            if update := _update(writer):
                self.graph.update(update)
                self._steps += 1
            if self._steps >= FLUSH_EVERY:
                self.graph.flush()
                self._steps = 0

    def dump(self, file: IO[bytes]) -> bool:
        """Write all quads as N-Quads, bookkeeping with them; whether a whole index is among them."""
        self.graph.dump(file, pyoxigraph.RdfFormat.N_QUADS)
        return has_index(self.graph)

    def load(self, file: IO[bytes], *, indexed: bool) -> None:
        """Take in what another store wrote by ``dump``, in bulk: not in one transaction, so only into a store of one's own."""
        with self._written():
            self.graph.bulk_load(file, pyoxigraph.RdfFormat.N_QUADS, lenient=True)  # a store wrote it: a fifth faster
            if not indexed:
                make_index(self.graph)

    def close(self) -> None:
        """Write everything to disk and let other processes have the folder."""
        try:
            if not self._read_only:
                with self._written():
                    self.graph.flush()
        finally:
            del self.graph
            self._folder.close()

    @contextmanager
    def _written(self) -> Iterator[None]:
        """What Oxigraph says when it cannot write is a line that says what to do."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            raise StoreError(f"expected to write to {self._folder.path}, found: {_said(error)}") from error


def _said(error: Exception) -> str:
    """What Oxigraph says; of a full disk also what to do."""
    return f"{error}; make room, then the same command goes on" if _FULL.search(str(error)) else str(error)


def _update(writer: IndexedWriter) -> str:
    """The one SPARQL update of the step; empty if it changes nothing."""
    parts = (("DELETE", writer.gone()), ("INSERT", writer.come()))
    return " ;\n".join(f"{verb} DATA {{\n{to_blocks(quads)}}}" for verb, quads in parts if quads)
