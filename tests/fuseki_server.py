"""A real Fuseki for the tests that need one: started once by the project's own script, stopped at the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import urllib3

from real_servers import SCRIPTS, give_up, started

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Fuseki:
    """Where a server answers, the number of its process, and the login if it asks for one."""

    url: str
    process: int
    user: str | None = None
    password: str | None = None

    def dataset(self, name: str) -> str:
        """``kg`` is on disk, ``memory`` keeps what it is given, in ``union`` the default graph is all graphs."""
        return f"{self.url.rpartition('/')[0]}/{name}"

    def update(self, text: str, name: str = "memory") -> None:
        """Make an update, past the store."""
        headers = {"Content-Type": "application/sparql-update"}
        answer = urllib3.request("POST", self.dataset(name), body=text.encode(), headers=headers)
        assert answer.status < 300, answer.data

    def ask(self, text: str, name: str = "memory") -> list[dict[str, dict[str, str]]]:
        """The rows of a query, past the store."""
        headers = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
        answer = urllib3.request("POST", self.dataset(name), body=text.encode(), headers=headers)
        assert answer.status == 200, answer.data
        rows: list[dict[str, dict[str, str]]] = answer.json()["results"]["bindings"]
        return rows

    def empty(self, name: str) -> str:
        """Take everything out of a dataset; its address."""
        self.update("DROP ALL", name)
        return self.dataset(name)

    def kill(self) -> None:
        """End the server as a power cut would."""
        os.kill(self.process, signal.SIGKILL)


@contextmanager
def running(*words: str) -> Iterator[Fuseki]:
    """A server that runs as long as the block; the test skips where the machine cannot have one."""
    with started("fuseki", *words) as ((url, *login), process):
        yield Fuseki(url, process, *login)


@pytest.fixture(scope="session")
def jena_jar() -> Path:
    """The jar with the server and Jena's tools in it; the test skips where the machine cannot have it."""
    script = subprocess.run(
        [sys.executable, str(SCRIPTS / "fuseki_server.py"), "--fetch"], capture_output=True, text=True, check=False
    )
    if script.returncode:
        give_up("fuseki", script.returncode, script.stderr)
    return Path(script.stdout.strip())


@pytest.fixture(scope="session")
def fuseki_session() -> Iterator[Fuseki]:
    with running("--heap", "512m") as server:
        yield server


@pytest.fixture
def fuseki(fuseki_session: Fuseki) -> Fuseki:
    """A Fuseki whose datasets are empty."""
    for name in ("kg", "memory", "union"):
        fuseki_session.empty(name)
    return fuseki_session
