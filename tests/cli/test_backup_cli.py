"""Backups come back to the same bytes or are refused; older stores are renewed; the doctor knows what is wrong."""

from __future__ import annotations

import gzip
import json
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgraph.store import open_store
from kgraph.store.versions import OLDER

if TYPE_CHECKING:
    from conftest import Run

BEFORE = Path(__file__).parent.parent / "store" / "made_before"


def canonical(place: Path) -> str:
    store = open_store(str(place), read_only=True)
    text = "".join(store.reader().quads())
    store.close()
    return text


def older(folder: Path, format_: int = 1) -> Path:
    """A store of that format with two articles and a judgement, made by kgraph as it was in November 2026."""
    place = folder / "older"
    with tarfile.open(BEFORE / f"format-{format_}.tar.xz") as packed:
        packed.extractall(place, filter="data")
    return place


def test_there_and_back(run: Run, sample_store: Path, tmp_path: Path) -> None:
    first, second, back = tmp_path / "a.kgraph", tmp_path / "b.kgraph", tmp_path / "back"
    wrote = run("backup", first, store=sample_store)
    assert wrote.code == 0
    ran = run("restore", first, store=back)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split()[-1] == wrote.out.split()[-1]
    assert canonical(back) == canonical(sample_store)
    assert run("backup", second, store=back).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("restore", first).code == 0  # once more changes nothing
    assert run("doctor").code == 0


def test_into_something_else_is_refused(run: Run, sample_store: Path, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Director Seo Ha-rin directed the drama 'Paper Moons'.")
    assert run("ingest", tmp_path / "own.txt", store=tmp_path / "store").code == 0
    before = canonical(tmp_path / "store")
    assert run("backup", tmp_path / "a.kgraph", store=sample_store).code == 0
    ran = run("restore", tmp_path / "a.kgraph", store=tmp_path / "store")
    assert ran.code == 6
    assert "found own there" in ran.err
    assert canonical(tmp_path / "store") == before


@pytest.mark.parametrize("how", ["cut", "bit", "word", "more", "text", "bomb", "base"])
def test_what_is_no_whole_backup_is_refused(run: Run, sample_store: Path, tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.kgraph"
    run("backup", path, store=sample_store)
    data = path.read_bytes()
    text = gzip.decompress(data)
    path.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "bit": data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
            "word": gzip.compress(text.replace(b"directed", b"DIRECTED", 1)),
            "more": gzip.compress(text + b"<a:b> <c:d> <e:f> .\n"),
            "text": b"mine",
            "bomb": gzip.compress(text.split(b"\n")[0] + b"\n" + b"a" * 20_000_000),
            "base": gzip.compress(text.replace(b"backup 1 https://w3id", b"backup 1 https://w3ie", 1)),
        }[how]
    )
    ran = run("restore", path, store=tmp_path / "store")
    assert ran.code == 3, ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("format_", sorted(OLDER))
def test_an_older_store_is_renewed(run: Run, tmp_path: Path, format_: int) -> None:
    place = older(tmp_path, format_)
    ran = run("show", "서하린", store=place)
    assert ran.code == 6
    assert f"kgraph upgrade --store {place} renews it" in ran.err
    assert run("doctor").code == 6
    ran = run("upgrade")
    assert (ran.code, ran.err) == (0, "")
    assert "1 judgement; the old store is" in ran.out
    assert (tmp_path / "older.before-upgrade" / "kgraph.json").is_file()
    shown = run("show", "서하린", "--format", "json")
    assert shown.code == 0
    assert {"Glass Harbor", "종이달들"} <= set(shown.out.split('"'))
    assert run("doctor").code == 0
    again = run("upgrade")
    assert again.code == 6
    assert "remove it if it is no longer needed" in again.err


def test_an_upgrade_that_was_broken_off_goes_on(run: Run, tmp_path: Path) -> None:
    place = older(tmp_path)
    (tmp_path / "older.unfinished").mkdir()
    (tmp_path / "older.unfinished" / "lock").touch()
    place.replace(tmp_path / "older.before-upgrade")
    assert run("upgrade", store=place).code == 0
    assert run("show", "서하린").code == 0


def test_a_newer_store_is_refused(run: Run, tmp_path: Path) -> None:
    open_store(str(tmp_path / "store")).close()
    marker = tmp_path / "store" / "kgraph.json"
    marker.write_text(json.dumps({**json.loads(marker.read_text()), "format": 99}))
    for command in ("stats", "upgrade"):
        ran = run(command, store=tmp_path / "store")
        assert ran.code == 6
        assert "a newer kgraph made it, use that one" in ran.err


def test_the_doctor_finds_a_missing_index(run: Run, sample_store: Path, tmp_path: Path) -> None:
    assert run("doctor", store=sample_store).code == 0
    older_place = older(tmp_path)
    found = json.loads(run("doctor", "--format", "json", store=older_place).out)
    assert [(each["check"], each["sound"]) for each in found] == [("store", False)]
