"""Questions that go wrong: unknown names, several of a name, no path, no date; and the two clocks on the command line."""

from __future__ import annotations

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
