"""A real Neo4j for the tests that need one: started once by the project's own script, stopped at the end."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import neo4j
import pytest

from real_servers import started

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Neo4jServer:
    """Where a server answers, to whom, and the number of its process."""

    url: str
    http: str
    user: str
    password: str
    process: int

    def driver(self) -> neo4j.Driver:
        """A driver of its own, to look behind the store's back."""
        return neo4j.GraphDatabase.driver(self.url, auth=(self.user, self.password))

    def run(self, cypher: str, **parameters: object) -> list[dict[str, object]]:
        """The rows of a query, past the store."""
        with self.driver() as driver, driver.session() as session:
            return session.run(cypher, parameters).data()  # type: ignore[arg-type]

    def clear(self) -> None:
        """Take all nodes out; constraints and indexes stay, because making them takes seconds."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")

    def drop_schema(self) -> None:
        """Take all constraints and indexes out."""
        for row in self.run("SHOW CONSTRAINTS YIELD name"):
            self.run(f"DROP CONSTRAINT `{row['name']}`")
        for row in self.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
            self.run(f"DROP INDEX `{row['name']}`")

    def kill(self) -> None:
        """End the server as a power cut would."""
        os.kill(self.process, signal.SIGKILL)


@contextmanager
def running(*words: str) -> Iterator[Neo4jServer]:
    """A server that runs as long as the block; the test skips where the machine cannot have one."""
    with started("neo4j", *words) as (said, process):
        yield Neo4jServer(*said, process=process)


@pytest.fixture(scope="session")
def neo4j_session() -> Iterator[Neo4jServer]:
    with running() as server:
        yield server


@pytest.fixture
def neo4j_server(neo4j_session: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    """An empty Neo4j, with its credentials in the environment."""
    neo4j_session.clear()
    monkeypatch.setenv("KGRAPH_NEO4J_USER", neo4j_session.user)
    monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", neo4j_session.password)
    monkeypatch.delenv("KGRAPH_NEO4J_DATABASE", raising=False)
    return neo4j_session
