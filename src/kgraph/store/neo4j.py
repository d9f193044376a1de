"""A graph in Neo4j: entities as nodes, facts as relationships, articles, claims and their words beside them.

A step is one managed transaction of batched UNWINDs, which the driver tries again where the server is busy; an article is there
whole or not at all.  Two who write at the same time cannot spoil the graph: a step counts on the state that it read, and the
second to come is refused.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kgraph.errors import StoreError
from kgraph.store.neo4j_link import Link
from kgraph.store.neo4j_notes import Notes
from kgraph.store.neo4j_reader import Neo4jReader
from kgraph.store.neo4j_schema import mark_copy, prepare, step
from kgraph.store.neo4j_writer import Neo4jWriter
from kgraph.store.versions import unfinished_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from neo4j import ManagedTransaction

_TAKE_STEP = """
MATCH (store:KgraphStore {name: 'kgraph'})
SET store.writing = true
WITH store WHERE store.step = $step
SET store.step = $step + 1
REMOVE store.writing
RETURN store.step AS step"""  # the first SET waits for whoever is writing, and what stands after it is what they left


class Neo4jStore:
    """A graph on a Neo4j server; ``link`` is the connection to it, for questions in Cypher."""

    def __init__(self, url: str, *, read_only: bool = False, unfinished: bool = False) -> None:
        self.link = Link(url)
        self._read_only = read_only
        self._notes = Notes(self.link)
        try:
            self.link.check()
            self.unfinished = prepare(self.link, read_only=read_only)
            if self.unfinished and not unfinished:
                raise StoreError(unfinished_copy(self.link.address.place))
        except StoreError:
            self.link.close()
            raise

    def reader(self) -> Neo4jReader:
        """A reader of the last committed state."""
        return Neo4jReader(self.link)

    @contextmanager
    def transaction(self) -> Iterator[Neo4jWriter]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        if self._read_only:
            raise StoreError(f"expected a store open for writing, found {self.link.address.place} open for reading only")
        before = step(self.link)
        self._notes.begin(before)
        writer = Neo4jWriter(self.reader(), self._notes)
        yield writer
        if statements := writer.statements():
            self.link.write(statements, lambda transaction: self._take_step(transaction, before))
            self._notes.done(before + 1, writer.noted)

    def begin_copy(self) -> None:
        """Mark the graph as an unfinished copy."""
        mark_copy(self.link, unfinished=True)
        self.unfinished = True

    def end_copy(self) -> None:
        """Take the mark away."""
        mark_copy(self.link, unfinished=False)
        self.unfinished = False

    def close(self) -> None:
        """Close the connection."""
        self.link.close()

    def _take_step(self, transaction: ManagedTransaction, before: int) -> None:
        if transaction.run(_TAKE_STEP, step=before).single() is None:
            place = self.link.address.place
            raise StoreError(f"expected to be the only one who writes to {place}, found another at it: run the same again")
