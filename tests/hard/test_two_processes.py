"""Two processes on one embedded store: the second waits or is refused in a line; nothing is lost, articles are whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sizes import ROUNDS

from kgraph.store import open_store
from kgraph.store.rdf import RdfStore
from kgraph.views.verify import verify_graph

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks as POSIX has them")
KGRAPH = [sys.executable, "-c", "import sys; from kgraph.cli import main; main(sys.argv[1:])"]


def start(*words: str, store: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "KGRAPH_STORE": str(store)}
    return subprocess.Popen([*KGRAPH, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def lines(path: Path, name: str, count: int = 20) -> Path:
    text = "Director Seo Ha-rin directed the drama 'Paper Moons'."
    file = path / f"{name}.jsonl"
    rows = (json.dumps({"id": f"{name}{at}", "text": f"{text} {at}"}) + "\n" for at in range(count))
    file.write_text("".join(rows), encoding="utf-8")
    return file


def test_the_second_is_refused_with_a_line_that_says_how_to_wait(tmp_path: Path) -> None:
    store = RdfStore(tmp_path / "store")
    process = start("stats", store=tmp_path / "store")
    _, said = process.communicate(timeout=60)
    store.close()
    assert process.returncode == 6
    assert said.count("\n") == 1
    assert "being written to by another process (--wait SECONDS waits for it)" in said


def test_waiting_ends_when_the_time_is_over(tmp_path: Path) -> None:
    store = RdfStore(tmp_path / "store")
    process = start("ingest", str(lines(tmp_path, "a", 1)), "--wait", "0.3", store=tmp_path / "store")
    _, said = process.communicate(timeout=60)
    store.close()
    assert process.returncode == 6
    first, second = said.splitlines()
    assert first.startswith("waiting up to 0.3 s: ")
    assert second.endswith("being used by another process (after 0.3 s)")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_nothing_is_lost(tmp_path: Path, number: int) -> None:
    """Two ingests, a count and an export at once: all wait for each other, all end well, every article is there."""
    place = tmp_path / "store"
    RdfStore(place).close()
    wait = ("--wait", "300")
    running = [
        start("ingest", str(lines(tmp_path, "a")), *wait, store=place),
        start("ingest", str(lines(tmp_path, "b")), *wait, store=place),
        start("stats", "--format", "json", *wait, store=place),
        start("export", "--format", "nquads", "-o", str(tmp_path / "out.nq"), *wait, store=place),
    ]
    for process in running:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said
    store = open_store(str(place), read_only=True)
    found = verify_graph(store.reader())
    store.close()
    assert (found.articles, found.faults) == (40, ())
    whole = (tmp_path / "out.nq").read_text(encoding="utf-8")
    assert whole.count("#Claim>") == whole.count("#Article>")  # one claim an article: whole or absent
