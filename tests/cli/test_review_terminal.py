"""``kgraph resolve review`` in a terminal: a pair is shown with its evidence, and one key answers."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

MAIN = [sys.executable, "-c", "import sys; from kgraph.cli import main; main(sys.argv[1:])"]
ASKED = b"[q]uit"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A store of two articles with a name that the spelling of the other fits."""
    where = str(tmp_path / "store")
    store = open_store(where)
    for number, (name, title) in enumerate([("이지연", "가온나래"), ("Lee Ji-yun", "Paper Moons")]):
        key = f"a{number}"
        stated = [("acted_in", Referent(f"{key}#p", "Person", (name,)), Referent(f"{key}#w", "Work", (title,)), Qualifiers())]
        put_reading(*make_article(key, "2021", stated), store)
    store.close()
    return where


def answer(place: str, key: bytes) -> str:
    """What a terminal shows when its user answers the first question so."""
    ours, theirs = pty.openpty()
    words = ["resolve", "review", "--by", "kim", "--store", place]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200"}
    process = subprocess.Popen([*MAIN, *words], env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen, answered = b"", False
    while chunk := _read(ours):
        seen += chunk
        if not answered and ASKED in seen:
            _wait_for_keys(ours)
            answered = os.write(ours, key) == len(key)
    assert process.wait(timeout=60) == 0
    os.close(ours)
    return seen.decode("utf-8", "replace")


def _wait_for_keys(handle: int) -> None:
    """Until the terminal gives single keys and not lines: what is typed before that is thrown away."""
    until = time.monotonic() + 30
    while termios.tcgetattr(handle)[3] & termios.ICANON:
        assert time.monotonic() < until
        time.sleep(0.01)


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""


def verdicts(place: str) -> list[tuple[str, str, str]]:
    store = open_store(place, read_only=True)
    found = [(one.verdict.value, one.judge, one.reason) for one in store.reader().judgements()]
    store.close()
    return found


@pytest.mark.parametrize(("key", "verdict"), [(b"s", "same"), (b"D", "different"), (b"u", "unsure")])
def test_one_key_answers(place: str, key: bytes, verdict: str) -> None:
    seen = answer(place, key)
    assert "1 of 1: " in seen
    assert "이지연" in seen
    assert "Lee Ji-yun" in seen
    assert "name_fits" in seen
    assert verdicts(place) == [(verdict, "kim", "reviewed")]


@pytest.mark.parametrize("key", [b"q", b"x"])
def test_any_other_key_says_nothing(place: str, key: bytes) -> None:
    assert ASKED.decode() in answer(place, key)
    assert verdicts(place) == []
