"""Rows as table, json, jsonl and csv; nothing that a terminal or a spreadsheet would obey."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kgraph.cli.output import display_width, fit_widths, print_rows, print_table, printable

ROWS = [{"name": "유민", "count": 2, "note": None}, {"name": 'Yoo, "Min"', "count": 10, "note": "a\nb"}]
HOSTILE = "a\x1b[31mred\x07\x9b2J\u202egnp\u2066\ud800"


def printed(capsys: pytest.CaptureFixture[str], format_: str, rows: list[dict[str, object]] = ROWS, **options: bool) -> str:
    print_rows(rows, format_, **options)
    return capsys.readouterr().out


def test_table_counts_hangul_as_two_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "table").splitlines() == ["name        count  note", "유민        2", 'Yoo, "Min"  10     a b']


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_json_keeps_everything(capsys: pytest.CaptureFixture[str], format_: str) -> None:
    out = printed(capsys, format_)
    assert "유민" in out
    assert (json.loads(out) if format_ == "json" else [json.loads(line) for line in out.splitlines()]) == ROWS


def test_csv_is_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "csv"))))
    assert rows == [{"name": "유민", "count": "2", "note": ""}, {"name": 'Yoo, "Min"', "count": "10", "note": "a b"}]


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_nothing_a_terminal_obeys(capsys: pytest.CaptureFixture[str], format_: str) -> None:
    out = printed(capsys, format_, [{"name": HOSTILE, HOSTILE: 1}])
    assert not set("\x1b\x07\x9b\u202e\u2066\ud800") & set(out)
    if format_ == "json":
        assert json.loads(out)[0]["name"] == HOSTILE


@pytest.mark.parametrize(
    ("cell", "guarded"), [("=1+1", "'=1+1"), ("@a", "'@a"), ("-5 a", "'-5 a"), ("plain", "plain"), (-5, "-5")]
)
def test_guard_against_formulas(capsys: pytest.CaptureFixture[str], cell: object, guarded: str) -> None:
    assert printed(capsys, "csv", [{"cell": cell}], guard=True).splitlines()[1] == guarded
    assert printed(capsys, "csv", [{"cell": cell}]).splitlines()[1] == str(cell)


def test_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert [printed(capsys, format_, []) for format_ in ("table", "jsonl", "csv", "json")] == ["", "", "", "[]\n"]


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_table_fits_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    screen = Screen()
    print_table([{"a": "짧은", "sentence": "긴 문장 " * 50, "b": 1}], screen)
    assert max(map(display_width, screen.getvalue().splitlines())) <= 40
    assert "…" in screen.getvalue()
    assert "짧은" in screen.getvalue()


def test_a_cell_of_a_million_letters_does_not_take_long() -> None:
    assert sum(fit_widths([1_000_000, 5], 80)) <= 80


def test_printable_keeps_hangul_of_any_form() -> None:
    assert printable("유민 ᄒ ㄱ é") == "유민 ᄒ ㄱ é"
