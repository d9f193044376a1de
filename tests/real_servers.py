"""Real servers for the tests that need one: the project's own scripts start them, and stop them at the end."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgraph.settings import required

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPTS = Path(__file__).resolve().parent.parent / "tools" / "servers"
SESSIONS = ("fuseki_session", "neo4j_session")  # the fixtures that start one
_MISSING = 69
_PATIENCE = 90


@contextmanager
def started(part: str, *words: str) -> Iterator[tuple[list[str], int]]:
    """What the script of ``part`` says when its server answers, and the server's process; skips where there can be none."""
    command = [sys.executable, str(SCRIPTS / f"{part}_server.py"), *words]
    script = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert script.stdout is not None
        ready, about = script.stdout.readline().split(), script.stdout.readline()
        if not ready:
            _, reason = script.communicate(timeout=_PATIENCE)
            give_up(part, script.returncode, reason)
        yield ready[1:], int(about.rpartition("process ")[2].partition(";")[0])
    finally:
        script.send_signal(signal.SIGTERM)
        script.communicate(timeout=_PATIENCE)


def give_up(part: str, code: int, reason: str) -> None:
    """Skip where the machine cannot have the part and nobody requires it; fail otherwise."""
    if code == _MISSING and part not in required():
        pytest.skip(reason.strip())
    pytest.fail(reason)


def group(items: list[pytest.Item]) -> None:
    """Let all tests that need a server run in one process (``-n 2 --dist loadgroup``): each server is started once."""
    for item in items:
        if not set(SESSIONS).isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("servers"))
