"""The connection to a Neo4j database: reads and writes as managed transactions, which the driver tries again where a server
is busy, moves or comes back.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import neo4j

from kgraph import settings
from kgraph.store.neo4j_address import Address, read_address
from kgraph.store.neo4j_errors import telling
from kgraph.store.neo4j_statements import chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgraph.store.neo4j_statements import Statement

Row = dict[str, Any]

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong is told once, by us

BATCH = 2_000  # rows that one UNWIND is given


class Link:
    """An open connection to one database."""

    def __init__(self, url: str) -> None:
        self.address: Address = read_address(url)
        seconds = settings.server_timeout()
        with telling(self.address):
            self._driver = neo4j.GraphDatabase.driver(
                self.address.url,
                auth=(self.address.user, self.address.password or "") if self.address.user else None,
                connection_timeout=min(seconds, 10.0),
                connection_acquisition_timeout=seconds,
                max_transaction_retry_time=seconds,
                notifications_min_severity="OFF",
                user_agent="kgraph",
            )
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()  # so that a cluster lets us read what we wrote

    def check(self) -> None:
        """Raise :class:`~kgraph.errors.StoreError` unless the server answers and lets us in."""
        with telling(self.address, reads=True), self._session(neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()

    def read(self, cypher: str, **parameters: object) -> list[Row]:
        """The rows of a question."""
        with telling(self.address, reads=True), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: transaction.run(cypher, parameters).data())

    def look(self, cypher: str, **parameters: object) -> list[Row]:
        """The rows of a small question, in one round trip; where the server stumbles, as a managed transaction."""
        with telling(self.address, reads=True):
            try:
                with self._session(neo4j.READ_ACCESS) as session:
                    return session.run(cypher, parameters).data()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.TransientError):
                return self.read(cypher, **parameters)

    def ask(self, work: Callable[[neo4j.ManagedTransaction], Any]) -> Any:
        """What ``work`` gives in a transaction of access mode READ, which the server lets write nothing."""
        with telling(self.address, reads=True), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, statements: Iterable[Statement], check: Callable[[neo4j.ManagedTransaction], None]) -> None:
        """Run the statements in one transaction: all of them or none, after ``check`` has let them pass.

        While the server does one batch the next is on its way; what goes wrong is told with the next one or at the end.
        """
        ready = list(statements)

        def work(transaction: neo4j.ManagedTransaction) -> None:
            check(transaction)
            for statement in ready:
                for rows in chunks(statement.rows, BATCH):
                    transaction.run(statement.cypher, rows=rows)

        with telling(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(work)

    def run(self, cypher: str, **parameters: object) -> None:
        """Run one command by itself, such as one that makes an index."""
        with telling(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(cypher, parameters).consume()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.address.database, default_access_mode=mode, bookmark_manager=self._bookmarks)
