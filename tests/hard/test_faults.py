"""Killed anywhere, out of room, without permission, damaged: one line, and what was stored is whole and goes on."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from killed import ingest_and_kill
from sizes import CHAINS, FULL, KILLS, KILLS_A_CHAIN

from kgraph.documents.sources import read_articles
from kgraph.pipeline import build
from kgraph.store import open_store
from kgraph.views.verify import verify_graph

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits as POSIX has them")
KGRAPH = [sys.executable, "-c", "import sys; from kgraph.cli import main; main(sys.argv[1:])"]
ARTICLES = 2_000 if FULL else 120
PEOPLE = ("Seo Ha-rin", "Han Bora", "Kang Do-yun", "Yoo Min", "Park Sol")

# Stops itself just before, or just after, the step of this name has been taken so often.
AT_STEP = """
import os, signal, sys
import kgraph.pipeline as pipeline, kgraph.store.rdf as rdf, kgraph.store.folder as folder
where, name, times, when, store, articles = {"pipeline": pipeline, "rdf": rdf, "folder": folder}[sys.argv[1]], *sys.argv[2:]
holder = where
*parts, name = name.split(".")
for part in parts:
    holder = getattr(holder, part)
real, left = getattr(holder, name), [int(times)]
def step(*given, **named):
    left[0] -= 1
    if left[0] == 0 and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*given, **named)
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
setattr(holder, name, step)
from kgraph.cli import main
main(["ingest", articles, "--store", store])
"""
STEPS = [
    ("folder", "StoreFolder._begin", 1),
    ("rdf", "make_index", 1),
    ("pipeline", "read_article", 30),
    ("pipeline", "_stored_reading", 30),
    ("pipeline", "entities.resolve", 30),
    ("rdf", "_update", 30),
    ("rdf", "RdfStore.reader", 90),
    ("rdf", "RdfStore.close", 1),
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "many.jsonl"
    rows = []
    for at in range(ARTICLES):
        text = f"Director {PEOPLE[at % 5]} directed the drama 'Paper Moons {at % 7}'. {PEOPLE[(at + 2) % 5]} wrote it. {at}"
        rows.append(json.dumps({"id": f"a{at}", "text": text, "published": f"2021-05-{at % 28 + 1:02}"}) + "\n")
    path.write_text("".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(articles: Path) -> str:
    store = open_store("memory:")
    build(read_articles([str(articles)]), store)
    return "".join(store.reader().quads())


def ingest(articles: Path, store: Path, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KGRAPH, "ingest", str(articles), "--store", str(store)], capture_output=True, text=True, check=False, **more
    )  # type: ignore[call-overload]


def check_whole(place: Path) -> None:
    """What is stored is whole: every claim with its words, every article with its claims."""
    if not (place / "kgraph.json").is_file():
        return
    store = open_store(str(place))
    assert verify_graph(store.reader()).faults == ()
    store.close()


def check_resumed(articles: Path, place: Path, undisturbed: str) -> None:
    store = open_store(str(place))
    build(read_articles([str(articles)]), store)
    assert "".join(store.reader().quads()) == undisturbed
    store.close()


@pytest.mark.parametrize("number", range(KILLS))
def test_killed_at_any_time(tmp_path: Path, articles: Path, undisturbed: str, number: int) -> None:
    place = tmp_path / "store"
    process = subprocess.Popen([*KGRAPH, "ingest", str(articles), "--store", str(place)], stdout=subprocess.DEVNULL)
    chance = random.Random(number)
    while not place.exists() and process.poll() is None:
        time.sleep(0.005)
    time.sleep(chance.random() * (20 if FULL else 2.5))
    process.kill()
    process.wait()
    check_whole(place)
    check_resumed(articles, place, undisturbed)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the time used")
@pytest.mark.parametrize("number", range(CHAINS))
def test_killed_again_and_again(tmp_path: Path, articles: Path, undisturbed: str, number: int) -> None:
    """One ingest killed at many moments of its work, gone on with after each, ends with the bytes of one never killed."""
    place, chance, kills = tmp_path / "store", random.Random(f"again {number}"), 0
    most = 2 * (30 if FULL else 2.5) / KILLS_A_CHAIN  # an ingest without a kill takes some 30 (2.5) seconds
    while kills < KILLS_A_CHAIN:
        ended = ingest_and_kill(articles, place, chance.random() * most)
        assert ended in (0, -signal.SIGKILL)
        kills += ended != 0
        check_whole(place)
        if ended == 0:  # done before it was killed often enough: once more
            check_resumed(articles, place, undisturbed)
            place = tmp_path / f"store{kills}"
    assert ingest_and_kill(articles, place, None) == 0
    check_resumed(articles, place, undisturbed)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(("room", "name", "times"), STEPS, ids=[name for _, name, _ in STEPS])
def test_killed_at_a_step(tmp_path: Path, articles: Path, undisturbed: str, room: str, name: str, times: int, when: str) -> None:
    place = tmp_path / "store"
    command = [sys.executable, "-c", AT_STEP, room, name, str(times), when, str(place), str(articles)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    check_whole(place)
    check_resumed(articles, place, undisturbed)


def test_no_room_on_the_disk(tmp_path: Path, articles: Path, undisturbed: str) -> None:
    """No file may grow beyond a size: what a full disk says comes as one line, and with room again the ingest goes on."""
    place = tmp_path / "store"

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    ran = ingest(articles, place, preexec_fn=limit)
    assert ran.returncode == 6, ran.stderr
    assert ran.stderr.startswith("kgraph ingest: expected")
    assert ran.stderr.count("\n") == 1
    check_whole(place)
    check_resumed(articles, place, undisturbed)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, articles: Path) -> None:
    tmp_path.chmod(0o500)
    ran = ingest(articles, tmp_path / "store")
    tmp_path.chmod(0o700)
    assert (ran.returncode, ran.stderr.count("\n")) == (6, 1)
    assert "ermission" in ran.stderr


@pytest.mark.parametrize("what", ["CURRENT", "MANIFEST", "sst", "kgraph.json"])
def test_a_damaged_store_is_told_and_the_doctor_says_what_mends_it(tmp_path: Path, articles: Path, what: str) -> None:
    place = tmp_path / "store"
    assert ingest(articles, place).returncode == 0
    files = [path for path in place.rglob("*") if path.is_file() and what in path.name]
    for path in files:
        path.write_bytes(os.urandom(100))
    ran = subprocess.run([*KGRAPH, "doctor", "--store", str(place)], capture_output=True, text=True, check=False)
    assert ran.returncode == 6
    assert "WRONG" in ran.stdout
    assert "mend: " in ran.stdout
    assert "Traceback" not in ran.stderr
