"""Killed in the middle of writing, and resumed: the same bytes, and every article whole or absent."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgraph.model import Article, Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import Store, open_store
from kgraph.views.verify import verify_graph
from worlds import make_article

if TYPE_CHECKING:
    from kgraph.entities import Reading

ARTICLES = 60


def item(number: int) -> tuple[Article, Reading]:
    """An article that shares people and works with others, and now and then shows two spellings to be one."""
    key = f"a{number:03d}"
    names = (f"Han Bora {number % 7}",) if number % 5 else (f"Han Bora {number % 7}", f"한보라{number % 7}")
    han = Referent(f"{key}#person-1", "Person", names if number % 3 else names[-1:])
    kang = Referent(f"{key}#person-2", "Person", (f"Kang Doyun {number % 4}",))
    moons = Referent(f"{key}#work-1", "Work", (f"Paper Moons {number % 5}",), "series")
    stated = [
        ("directed", han, moons, Qualifiers()),
        ("acted_in", kang, moons, Qualifiers()),
        ("friend_of", han, kang, Qualifiers()),
    ]
    return make_article(key, f"2021-05-{number % 28 + 1:02d}", stated)


def write(path: str) -> None:
    """Put all articles into the store at this path, saying so after each."""
    store = open_store(path)
    for number in range(ARTICLES):
        put_reading(*item(number), store)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
    store.close()


def canonical(store: Store) -> str:
    return "".join(store.reader().quads())


@pytest.fixture(scope="module")
def undisturbed() -> str:
    store = open_store("memory:")
    for number in range(ARTICLES):
        put_reading(*item(number), store)
    return canonical(store)


@pytest.mark.parametrize("after", [0, 7, 23, 41])
def test_a_killed_ingest_is_resumed_to_the_same_bytes(tmp_path: Path, undisturbed: str, after: int) -> None:
    path = str(tmp_path / "graph")
    run = f"runpy.run_path({__file__!r})['write']({path!r})"
    code = f"import runpy, sys; sys.path.insert(0, {str(Path(__file__).parent.parent)!r}); {run}"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    while int(process.stdout.readline()) < after:
        pass
    time.sleep(0.003 * (after % 5))
    process.send_signal(signal.SIGKILL)
    process.wait()
    store = open_store(path)
    found = verify_graph(store.reader())
    assert found.faults == ()
    assert found.articles >= after + 1
    assert found.claims == 3 * found.articles
    store.close()
    write(path)
    store = open_store(path)
    assert canonical(store) == undisturbed
    store.close()
