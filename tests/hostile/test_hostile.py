"""Each hostile input gets one clear line, costs little, leaves nothing behind, and the article after it is read."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from kinds import GOOD, KINDS, READ, make_kinds
from measured import Met, meet

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

SECONDS, MEGABYTES = 20, 400
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makes pipes and links, and measures as Linux does")


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> list[Met]:
    folder = tmp_path_factory.mktemp("hostile")
    return meet([path for _, path in make_kinds(folder)], tmp_path_factory.mktemp("good"))


def test_there_are_enough_kinds() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40


@pytest.mark.xdist_group("hostile")
@pytest.mark.parametrize("number", range(len(KINDS)), ids=[kind.name for kind in KINDS])
def test_kind(met: list[Met], number: int) -> None:
    kind, found = KINDS[number], met[number]
    assert "good-one" in found.stored
    if kind.said == READ:
        assert (found.said, len(found.stored)) == ([], 2)
    else:
        assert found.said
        assert all(kind.said in line and "\n" not in line and len(line) < 1_000 for line in found.said), found.said
        assert len(found.stored) == (2 if kind.name == "one id, two texts" else 1)
    assert found.seconds < SECONDS
    assert found.memory < MEGABYTES


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(b"a " * 10)
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab") as file:
            while not stop.is_set() and file.tell() < 50_000_000:
                file.write(b"a " * 500_000)

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        while path.stat().st_size < 5_000_000:
            time.sleep(0.01)
        (met,) = meet([path], tmp_path)
    finally:
        stop.set()
        thread.join()
    assert ["bytes" in line for line in met.said] == [True]
    assert met.stored == ["good-one"]


def test_names_of_files_that_trick(run: Run, tmp_path: Path) -> None:
    """A name with line ends, escapes or dashes is a name: shown without its escapes, never an option, never a path."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("--help.txt", "a\nb.txt", "\x1b[31m.txt", "..txt", "%2e%2e.txt", "*.txt", "$(touch owned).txt"):
        (folder / name).write_text(GOOD + name.encode("unicode_escape").decode(), encoding="utf-8")
    ran = run("ingest", folder, store=tmp_path / "store")
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out + ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "store"]
