"""What a question costs before it is asked: only what it needs is loaded, and garbage is looked for no sooner than then."""

from __future__ import annotations

import gc
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kgraph import pipeline
from kgraph.cli import main
from kgraph.documents import sources
from kgraph.settings import DATA
from kgraph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

ASKED = """
import atexit, gc, sys
from kgraph.cli import main
atexit.register(lambda: print(gc.isenabled(), *sorted(sys.modules), file=sys.stderr))
main()
"""
READERS = ("kgraph.documents", "kgraph.mentions", "kgraph.claims")
COUNTERS = ("kgraph.entities.standing", "kgraph.entities.voices", "kgraph.views.clock_readers", "kgraph.views.links")
WRITERS = ("kgraph.pipeline", "kgraph.store.rdf_dump", "concurrent.futures", "tempfile", "logging")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores") / "store"
    with closing(open_store(str(folder))) as store:
        pipeline.build(list(sources.read_articles([str(DATA / "articles")]))[:3], store)
    return folder


def ask(*words: str) -> tuple[str, int, set[str]]:
    """What a process of its own prints, its exit code, and which modules it loaded."""
    done = subprocess.run([sys.executable, "-c", ASKED, *words], capture_output=True, text=True, timeout=120, check=False)
    enabled, *modules = done.stderr.splitlines()[-1].split()
    assert enabled == "True"
    return done.stdout, done.returncode, set(modules)


def test_a_search_loads_only_what_it_needs(place: Path) -> None:
    with closing(open_store(str(place), read_only=True)) as store:
        name = next(store.reader().entities()).names[0]
    printed, code, loaded = ask("search", name, "--limit", "1", "--store", str(place))
    assert code == 0
    assert name.casefold() in printed.casefold()
    assert "kgraph.views.search" in loaded
    assert not loaded & {*READERS, *COUNTERS, *WRITERS}


def test_a_search_on_the_clocks_loads_how_facts_are_counted(place: Path) -> None:
    _, code, loaded = ask("search", "이", "--known-at", "2024", "--store", str(place))
    assert code == 0
    assert {"kgraph.entities.standing", "kgraph.views.clock_readers"} <= loaded


def test_a_process_leaves_with_the_codes_of_its_command(place: Path) -> None:
    assert ask("show", "nobody at all", "--store", str(place))[1] == 5
    assert ask("show", "--no-such-option")[1] == 2


def test_a_command_run_beside_others_leaves_the_looking_for_garbage_alone(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frozen = gc.get_freeze_count()
    with pytest.raises(SystemExit):
        main(["stats", "--store", str(place)])
    assert capsys.readouterr().out
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
