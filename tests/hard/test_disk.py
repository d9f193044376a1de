"""A disk that is full, or may only be read: a real one, small, which a process of its own user namespace may mount."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kgraph.documents.sources import read_articles
from kgraph.pipeline import build
from kgraph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

KGRAPH = f"'{sys.executable}' -c 'import sys; from kgraph.cli import main; main(sys.argv[1:])'"
MOUNT = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
MAY = shutil.which("unshare") is not None and subprocess.run(MOUNT, capture_output=True, check=False).returncode == 0
pytestmark = pytest.mark.skipif(not MAY, reason="needs to mount a disk of its own")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "some.jsonl"
    rows = [{"id": f"a{at}", "text": f"Director Seo Ha-rin directed the drama 'Paper Moons {at}'."} for at in range(20)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def on_a_disk(folder: Path, size: str, *commands: str) -> list[tuple[int, str, str]]:
    """Code, output and errors of each command, run where ``disk`` is a file system of this size."""
    (folder / "disk").mkdir()
    lines = [f"cd '{folder}'", f"mount -t tmpfs -o size={size} none disk || exit 99"]
    lines += [f"({command.replace('kgraph', KGRAPH)}) >out{at} 2>err{at}; echo $?" for at, command in enumerate(commands)]
    ran = subprocess.run(["unshare", "-rm", "sh", "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    texts = [(folder / f"out{at}", folder / f"err{at}") for at in range(len(commands))]
    codes = [int(line) for line in ran.stdout.splitlines()]
    return [(code, out.read_text("utf-8"), err.read_text("utf-8")) for code, (out, err) in zip(codes, texts, strict=True)]


@pytest.mark.parametrize("size", ["4k", "40k", "300k", "1m"])
def test_a_full_disk_is_a_line_and_with_room_it_goes_on(tmp_path: Path, articles: Path, size: str) -> None:
    ingest = "kgraph ingest some.jsonl --store disk/store"
    room = "mount -o remount,size=200m disk"
    full, _, again, out = on_a_disk(
        tmp_path, size, ingest, room, ingest, "kgraph export --format nquads -o out.nq --store disk/store"
    )
    assert full[0] == 6
    assert full[2].count("\n") == 1
    assert "No space left on device" in full[2]
    assert full[2].endswith("; make room, then the same command goes on\n")
    assert (again[0], out[0]) == (0, 0), again
    store = open_store("memory:")
    build(read_articles([str(articles)]), store)
    assert (tmp_path / "out.nq").read_text("utf-8") == "".join(store.reader().quads())


@pytest.mark.parametrize("command", ["export --format nquads -o disk/out.nq", "backup disk/backup", "map -o disk/map.html"])
def test_what_is_written_to_a_full_disk_is_a_line_and_leaves_nothing_half(tmp_path: Path, articles: Path, command: str) -> None:
    ingest = "kgraph ingest some.jsonl --store store"
    _, full, left = on_a_disk(tmp_path, "4k", ingest, f"kgraph {command} --store store", "ls -A disk")
    assert (full[0], full[2].count("\n")) == (6, 1), full
    assert left[1] == ""


def test_a_disk_that_may_only_be_read_is_still_read(tmp_path: Path, articles: Path) -> None:
    ingest = "kgraph ingest some.jsonl --store disk/store"
    only, more = "mount -o remount,ro disk", "kgraph remove a1 --store disk/store"
    _, _, refused, count, sound = on_a_disk(
        tmp_path, "200m", ingest, only, more, "kgraph stats --store disk/store", "kgraph doctor --store disk/store"
    )
    assert (refused[0], refused[2].count("\n")) == (6, 1)
    assert "Read-only file system" in refused[2]
    assert (count[0], sound[0], "20" in count[1]) == (0, 0, True)
