"""Who is who, as a person says it: same, different, undo, why, review and the log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A store of three articles: a title in two scripts, a name that two Hangul names fit."""
    where = str(tmp_path / "store")
    store = open_store(where)
    for number, (name, title) in enumerate([("이지연", "가온나래"), ("Lee Ji-yun", "Paper Moons"), ("Han Bora", "Salt Road")]):
        key = f"a{number}"
        work = Referent(f"{key}#work-1", "Work", (title,), "series")
        actor = Referent(f"{key}#person-1", "Person", (name,))
        put_reading(*make_article(key, "2021", [("acted_in", actor, work, Qualifiers())]), store)
    store.close()
    return where


def quads(place: str) -> list[str]:
    store = open_store(place, read_only=True)
    found = list(store.reader().quads())
    store.close()
    return found


def test_same_makes_one_and_undo_restores_every_byte(run: Run, place: str) -> None:
    before = quads(place)
    assert run("same", "가온나래", "Paper Moons", "--why", "a translation", "--store", place).code == 0
    shown = json.loads(run("show", "Paper Moons", "--format", "json", "--store", place).out)
    assert {"가온나래", "Paper Moons"} <= set(shown["names"])
    assert run("undo", "last", "--store", place).code == 0
    assert quads(place) == before


def test_why_adds_up(run: Run, place: str) -> None:
    ran = run("why", "이지연", "Lee Ji-yun", "--format", "json", "--store", place)
    found = json.loads(ran.out)
    assert found["features"][0]["feature"] == "name_fits"
    assert found["features"][-1]["total"] == pytest.approx(sum(row["score"] for row in found["features"]), abs=0.01)
    assert found["one_entity"] is False


def test_the_log_goes_out_and_comes_back(run: Run, place: str, tmp_path: Path) -> None:
    run("different", "가온나래", "Paper Moons", "--by", "kim", "--store", place)
    judged, file = quads(place), str(tmp_path / "said.jsonl")
    run("log", "export", "--output", file, "--store", place)
    run("undo", "last", "--store", place)
    assert run("log", "import", file, "--store", place).out == "1 judgements\n"
    assert quads(place) == judged


def test_review_lists_what_is_open_until_it_is_answered(run: Run, place: str) -> None:
    rows = [json.loads(line) for line in run("resolve", "review", "--format", "jsonl", "--store", place).out.splitlines()]
    assert [{row["left"], row["right"]} for row in rows] == [{"person-이지연", "person-leejiyun"}]
    run("different", "이지연", "Lee Ji-yun", "--store", place)
    assert run("resolve", "review", "--format", "jsonl", "--store", place).out == ""


ERRORS = [
    (("same", "Paper Moons", "Han Bora"), 4),
    (("same", "Paper Moons", "Paper Moons"), 4),
    (("same", "Paper Moons", "Nobody Here"), 5),
    (("undo", "last"), 5),
    (("why", "Paper Moons", "Han Bora"), 4),
]


@pytest.mark.parametrize(("words", "code"), ERRORS)
def test_what_makes_no_sense_is_refused(run: Run, place: str, words: tuple[str, ...], code: int) -> None:
    assert run(*words, "--store", place).code == code


def test_a_line_that_is_no_judgement_is_refused(run: Run, place: str, tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text('{"left": 1}\n', encoding="utf-8")
    assert run("log", "import", str(file), "--store", place).code == 3
