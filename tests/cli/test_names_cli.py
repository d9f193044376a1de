"""``kgraph names`` as a person types it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS = [
    ("compare", "이재규", "Lee Jae Kyu"),
    ("candidates", "Lee Jae Kyu"),
    ("parse", "Lee Jae Kyu"),
    ("spellings", "이재규"),
]
PAIRS = "박찬욱\tPark Chan-wook\n이재규\tLee Jae-ho\n류승범\t유승범\n"


def test_two_names(run: Run) -> None:
    ran = run("names", "compare", "이재규", "Jae-kyoo Lee", "--format", "json")
    (answer,) = json.loads(ran.out)
    assert ran.code == 0
    assert (answer["verdict"], answer["probability"] > 0.9) == ("same", True)
    assert answer["reason"].startswith("The syllables fit")
    assert [other["hangul"] for other in answer["alternatives"]] == ["이제규"]


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv", "tsv"])
@pytest.mark.parametrize(
    "words",
    [("compare", "이재규", "Lee Jae Kyu"), ("candidates", "Lee Jae Kyu"), ("parse", "Lee Jae Kyu"), ("spellings", "이재규")],
)
def test_every_command_in_every_format(run: Run, words: tuple[str, ...], format_: str) -> None:
    ran = run("names", *words, "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    assert "이재규" in ran.out or "Lee" in ran.out
    if format_ in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(ran.out), "excel" if format_ == "csv" else "excel-tab"))
        assert len({len(row) for row in rows}) == 1
    if format_ == "jsonl":
        assert all(json.loads(line) for line in ran.out.splitlines())


def test_pairs_come_back_with_three_columns_added(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(PAIRS, encoding="utf-8")
    ran = run("names", "compare", "--pairs", file)
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [row[:2] for row in rows] == [line.split("\t") for line in PAIRS.splitlines()]
    assert [row[3] for row in rows] == ["same", "different", "unsure"]
    assert all(0 <= float(row[2]) <= 1 for row in rows)


def test_pairs_from_standard_input_with_a_header_and_more_columns(run: Run) -> None:
    ran = run("names", "compare", "--pairs", "-", "--header", stdin="hangul\tlatin\tid\n박찬욱\tPark Chan-wook\t7\n".encode())
    head, row = [line.split("\t") for line in ran.out.splitlines()]
    assert head == ["hangul", "latin", "id", "probability", "verdict", "reason"]
    assert (row[2], row[4]) == ("7", "same")


def test_pairs_as_json_lines_carry_the_names_of_their_columns(run: Run) -> None:
    ran = run(
        "names", "compare", "--pairs", "-", "--header", "--format", "jsonl", stdin="ko\ten\n박찬욱\tPark Chan-wook\n".encode()
    )
    assert json.loads(ran.out)["ko"] == "박찬욱"
    assert json.loads(ran.out)["verdict"] == "same"


def test_commas_in_a_file_that_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text('박찬욱,"Park, Chan-wook"\n', encoding="utf-8-sig")
    ran = run("names", "compare", "--pairs", file, "--format", "csv")
    assert next(csv.reader(io.StringIO(ran.out)))[3] == "same"


def test_formulas_are_guarded_on_demand(run: Run) -> None:
    stdin = b"=1+1\t@Park\n"
    assert run("names", "compare", "--pairs", "-", stdin=stdin).out.startswith("=1+1\t@Park\t")
    assert run("names", "compare", "--pairs", "-", "--guard", stdin=stdin).out.startswith("'=1+1\t'@Park\t")


def test_nothing_a_terminal_obeys_is_printed(run: Run) -> None:
    ran = run("names", "parse", "Kim \x1b[31mYu-na")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (b"only one\n", "expected two columns, found one, line 1"),
        (b"a\tb\n\xff\xfe\tb\n", "expected UTF-8 text, found the byte 0xff"),
    ],
)
def test_what_is_no_table_of_pairs(run: Run, stdin: bytes, said: str) -> None:
    ran = run("names", "compare", "--pairs", "-", stdin=stdin)
    assert ran.code == 3
    assert said in ran.err


@pytest.mark.parametrize("words", [("이재규",), (), ("a", "b", "c"), ("a", "b", "--pairs", "-")])
def test_two_names_or_a_file(run: Run, words: tuple[str, ...]) -> None:
    ran = run("names", "compare", *words)
    assert ran.code == 4
    assert "expected two names or --pairs FILE" in ran.err


def test_a_missing_file(run: Run, tmp_path: Path) -> None:
    ran = run("names", "compare", "--pairs", tmp_path / "none.tsv")
    assert ran.code == 3
    assert "none.tsv" in ran.err


def test_what_is_no_name_is_an_answer(run: Run) -> None:
    ran = run("names", "parse", "Park Avenue", "", "--format", "json")
    assert ran.code == 0
    assert [row["score"] for row in json.loads(ran.out)] == [0.0, 0.0]


def test_an_empty_file_gives_nothing(run: Run) -> None:
    assert run("names", "compare", "--pairs", "-", stdin=b"").out == ""
