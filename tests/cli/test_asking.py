"""Questions that go wrong: unknown names, several of a name, no path, no date; and the two clocks on the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("neighbours Nobody-at-all", 5, "expected a name in the store"),
        ("timeline Seo", 4, "expected one name, found"),
        ("path 서하린 봉준호 --max-hops 2", 5, "expected a path of at most 2 steps from Seo Ha-rin to "),
        ("path 서하린 서하린", 4, "expected two names"),
        ("between 서하린", 4, "expected two or more names"),
        ("timeline 서하린 --as-of 2021-02-30", 4, "expected a date like 2022-02-07"),
        ("neighbours 서하린 --known-at soon", 4, "expected a date like"),
        ("show 서하린 --as-of 2021-13", 4, "expected a date like"),
        ("diff 2022 2021", 4, "expected the earlier date first"),
        ("top --by fame", 4, "expected one of degree, betweenness, pagerank"),
        ("top --project Person", 4, "expected two classes like Person-Work"),
        ("neighbours 서하린 --predicate painted", 4, "expected one of directed"),
        ("neighbours 서하린 --class City", 4, "expected one of Person"),
        ("explain 서하린 dating", 5, "found none"),
    ],
)
def test_what_goes_wrong(run: Run, sample_store: Path, words: str, code: int, message: str) -> None:
    ran = run(*words.split(), store=sample_store)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_what_was_reported_later_is_not_told(run: Run, sample_store: Path) -> None:
    def sources(*clock: str) -> set[str]:
        rows = json.loads(run("neighbours", "서하린", *clock, "--format", "json", store=sample_store).out)
        return {str(row["last_report"]) for row in rows}

    assert max(sources()) == "2021-11-23"
    assert sources("--known-at", "2021-11-22") == {"2021-11-22"}
    assert sources("--known-at", "2021-11-21") == set()


def test_show_tells_what_was_known(run: Run, sample_store: Path) -> None:
    def articles(*clock: str) -> set[str]:
        shown = json.loads(run("show", "서하린", *clock, "--format", "json", store=sample_store).out)
        return {sentence["article"] for fact in shown["facts"] for sentence in fact["sentences"]}

    assert set() < articles("--known-at", "2021-11-22") < articles()
    assert articles("--known-at", "2021-11-21") == set()


def test_what_came_later_is_not_told(run: Run, sample_store: Path) -> None:
    def dates(*clock: str) -> list[str]:
        rows = json.loads(run("timeline", "All of Us Are Dead", *clock, "--format", "json", store=sample_store).out)
        return [row["date"] for row in rows if row["date"] and row["dated_by"] == "text"]

    assert any(date >= "2022" for date in dates())
    assert all(date < "2022" for date in dates("--as-of", "2021"))


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("question", ["path 서하린 서하윤", "rank", "teams --works 1", "communities", "compare 서하린 서하윤"])
def test_every_format(run: Run, sample_store: Path, question: str, format_: str) -> None:
    ran = run(*question.split(), "--format", format_, store=sample_store)
    assert (ran.code, ran.err) == (0, "")
    if format_ in ("json", "jsonl"):
        lines = json.loads(ran.out) if format_ == "json" else [json.loads(line) for line in ran.out.splitlines()]
        assert all(isinstance(row, dict) for row in lines)
        assert lines


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
def test_several_of_a_name_are_listed_for_a_program(run: Run, sample_store: Path, format_: str) -> None:
    ran = run("show", "Seo", "--format", format_, store=sample_store)
    assert ran.code == 4
    assert "expected one name, found" in ran.err
    listed = {"json": json.loads, "jsonl": lambda out: [json.loads(line) for line in out.splitlines()], "csv": _read_csv}
    rows = listed[format_](ran.out)
    assert {row["label"] for row in rows} >= {"Seo Ha-rin", "Seo Ha-yoon"}
    for row in rows:
        assert json.loads(run("show", row["id"], "--format", "json", store=sample_store).out)["id"] == row["id"]
    assert run("show", "Seo", store=sample_store).out == ""


def _read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_limit_holds_for_every_format(run: Run, sample_store: Path) -> None:
    every = json.loads(run("timeline", "Seo Ha-rin", "--format", "json", store=sample_store).out)
    assert len(every) > 2
    assert json.loads(run("timeline", "Seo Ha-rin", "--limit", "2", "--format", "json", store=sample_store).out) == every[:2]
    assert len(run("rank", "--limit", "1", store=sample_store).out.splitlines()) == 2
    shown = json.loads(run("show", "Seo Ha-rin", "--limit", "1", "--format", "json", store=sample_store).out)
    assert len(shown["facts"]) == 1 < shown["facts_in_all"]


def test_a_long_table_ends_and_says_so(run: Run, sample_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.cli.most.ON_A_SCREEN", 1)
    for words in (["show", "Seo Ha-rin"], ["timeline", "Seo Ha-rin"], ["rank"]):
        assert "--limit 0 prints all" in run(*words, store=sample_store).err
        assert run(*words, "--limit", "0", store=sample_store).err == ""
        assert run(*words, "--format", "jsonl", store=sample_store).err == ""
