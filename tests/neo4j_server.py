"""A real Neo4j for the tests that need one: started once by the project's own script, stopped at the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest

from kgraph.settings import required

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).resolve().parent.parent / "tools" / "servers" / "neo4j_server.py"
MISSING = 69


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
    script = subprocess.Popen([sys.executable, str(SCRIPT), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert script.stdout is not None
        ready, about = script.stdout.readline().split(), script.stdout.readline()
        if not ready:
            _give_up(script)
        yield Neo4jServer(*ready[1:], process=int(about.rpartition("process ")[2]))
    finally:
        script.send_signal(signal.SIGTERM)
        script.communicate(timeout=90)


def _give_up(script: subprocess.Popen[str]) -> None:
    _, reason = script.communicate(timeout=90)
    if script.returncode == MISSING and "neo4j" not in required():
        pytest.skip(reason.strip())
    pytest.fail(reason)


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share the server run in one process (pytest -n 2 --dist loadgroup)."""
    for item in items:
        if "neo4j_session" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
