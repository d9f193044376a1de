"""The commands as a person types them: what they print, and the exit code they leave with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kgraph.cli.commands import COMMANDS, main_help
from kgraph.cli.running import load_command

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

TEXT = "Director Yoo Min directed the drama 'Glass Harbor'. 'Glass Harbor' was written by Park Sol."


CLAIM = {"article", "id", "predicate", "subject", "object", "qualifiers", "confidence", "rule", "evidence", "trigger"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbor.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_lists_every_command(run: Run, word: str) -> None:
    ran = run(word)
    assert (ran.code, ran.out) == (0, main_help() + "\n")
    assert all(f"\n  {name} " in ran.out for name in COMMANDS)


def test_no_command_is_wrong_usage(run: Run) -> None:
    assert run().code == 2
    ran = run("ingets")
    assert (ran.code, ran.err) == (2, "kgraph: no command 'ingets' (did you mean ingest?); kgraph --help lists them\n")


def test_version(run: Run) -> None:
    from kgraph import __version__

    assert run("--version").out == f"kgraph {__version__}\n"


LEAVES = [
    (name, *inner) for name in COMMANDS for inner in [(each,) for each in getattr(load_command(name), "commands", ())] or [()]
]


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_every_help_ends_in_an_example(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, "--help")
    assert ran.code == 0
    assert f"kgraph {' '.join(words)}" in ran.out.partition("Example:")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_for_people(run: Run, name: str) -> None:
    said = run(name, "--help").out
    assert not re.search(r"<(?:str|path|list\[)", said), "no types of Python"
    assert "..." not in said.partition("Commands:")[2], "no sentence cut short"


def test_wrong_usage(run: Run) -> None:
    assert run("extract", "--format", "xml", "a.txt").code == 2
    assert run("ingest").code == 2
    assert run("show").code == 2


def test_extract_stores_nothing(run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("extract", article).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harbor.txt"]


def test_extract_prints_the_claims_format(run: Run, article: Path) -> None:
    rows = [json.loads(line) for line in run("extract", article, "--format", "jsonl").out.splitlines()]
    found = {(row["predicate"], row["subject"]["names"][0], row["object"]["names"][0]) for row in rows}
    assert found == {("directed", "Yoo Min", "Glass Harbor"), ("wrote", "Park Sol", "Glass Harbor")}
    for row in rows:
        assert set(row) == {
            "article",
            "id",
            "predicate",
            "subject",
            "object",
            "qualifiers",
            "confidence",
            "rule",
            "evidence",
            "trigger",
        }
        assert row["article"] == "harbor"
        for span in (row["evidence"], row["trigger"]):
            assert TEXT[span["start"] : span["end"]] == span["text"]


def test_extract_reads_lines_from_standard_input(run: Run) -> None:
    line = json.dumps({"id": "x1", "text": TEXT, "published": "2022-02-07"})
    rows = [json.loads(row) for row in run("extract", "-", "--format", "jsonl", stdin=line.encode()).out.splitlines()]
    assert {row["article"] for row in rows} == {"x1"}


def test_ingest_twice_changes_nothing(run: Run, article: Path, store: Path) -> None:
    first = run("ingest", article, store=store)
    assert first.code == 0
    assert first.out.startswith("1 article (1 new)")
    stats = run("stats").out
    assert run("ingest", article).out.startswith("1 article (1 unchanged)")
    assert run("stats").out == stats
    assert run("ingest", article, "--published", "2022-02-07").out.startswith("1 article (1 replaced)")


def test_what_cannot_be_read_is_skipped_and_the_rest_is_stored(run: Run, article: Path, store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken\x1b[31m.txt"
    broken.write_bytes(b"ab\0cd")
    ran = run("ingest", broken, tmp_path / "absent.txt", article, store=store)
    assert ran.code == 3
    assert ran.out.startswith("1 article (1 new, 2 skipped)")
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert "broken\\u001b[31m.txt: expected UTF-8 text, found binary data" in lines[0]
    assert "absent.txt: expected a file that can be read, found no such file" in lines[1]
    assert json.loads(run("stats", "--format", "json").out)[0] == {"what": "articles", "name": "all", "count": 1}


def test_remove(run: Run, article: Path, store: Path) -> None:
    run("ingest", article, store=store)
    assert run("remove", "harbor").out.startswith("removed harbor: ")
    rows = json.loads(run("stats", "--format", "json").out)
    assert [row["count"] for row in rows] == [0, 0, 0, 0]
    again = run("remove", "harbor")
    assert (again.code, again.err) == (5, "kgraph remove: expected the id of a stored article, found 'harbor'\n")


@pytest.mark.parametrize("name", ["Yoo Min", "yoo-min", "YOOMIN", "Yoo"])
def test_show_finds_any_spelling(run: Run, article: Path, store: Path, name: str) -> None:
    run("ingest", article, store=store)
    shown = json.loads(run("show", name, "--format", "json").out)
    assert shown["label"] == "Yoo Min"
    fact = shown["facts"][0]
    assert (fact["predicate"], fact["object"], fact["direction"]) == ("directed", "Glass Harbor", "out")
    assert fact["sentences"][0]["text"] in TEXT


def test_show_prints_a_card_and_sentences(run: Run, article: Path, store: Path) -> None:
    run("ingest", article, store=store)
    out = run("show", "Glass Harbor", "--sentences").out
    assert out.startswith("Glass Harbor  Work")
    assert "\ndirected: Director Yoo Min directed the drama 'Glass Harbor'.\n    harbor at 0" in out


def test_show_offers_the_nearest_names(run: Run, article: Path, store: Path) -> None:
    run("ingest", article, store=store)
    ran = run("show", "Yoo Mina")
    assert ran.code == 5
    assert "near it: Yoo Min" in ran.err


def test_show_asks_which_of_several(run: Run, store: Path) -> None:
    run("ingest", "-", store=store, stdin=f"{TEXT} Director Yoo Mina directed the film 'Night Ferry'.".encode())
    ran = run("show", "Yoo")
    assert ran.code == 4
    assert "expected one name, found 2 for 'Yoo'" in ran.err


def test_a_store_that_is_not_there_is_not_made(run: Run, store: Path) -> None:
    assert run("stats", store=store).code == 6
    assert not store.exists()


def test_map(run: Run, article: Path, store: Path, tmp_path: Path) -> None:
    run("ingest", article, store=store)
    page = tmp_path / "new" / "map.html"
    ran = run("map", "--focus", "Park Sol", "--output", page)
    assert (ran.code, ran.out) == (0, f"wrote {page}\n")
    assert "Glass Harbor" in page.read_text(encoding="utf-8")
    assert "<!doctype html>" in run("map", "--output", "-").out
    assert run("map", "--output", article / "under" / "a-file.html").code == 6
    assert run("map", "--focus", "nobody").code == 5
    directed = run("map", "--query", "SELECT ?one ?other { ?one kg:directed ?other }", "--output", "-")
    assert (directed.code, "Glass Harbor" in directed.out) == (0, True)
    assert run("map", "--query", "SELECT ?one { ?one kg:noSuchThing ?other }").code == 5
    assert run("map", "--query", "DELETE WHERE { ?s ?p ?o }").code == run("query", "DELETE WHERE { ?s ?p ?o }").code
    assert run("map", "--query", "ASK { }", "--focus", "Park Sol").err.startswith("kgraph map: expected --focus or --query")


def test_interrupted(run: Run, article: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kgraph.cli.ingest.build", stop)
    assert run("ingest", article, store=store).code == 130
    monkeypatch.undo()
    assert run("ingest", article, store=store).code == 0


def test_a_reader_that_stops_early_is_no_error(article: Path) -> None:
    command = f"{sys.executable} -c 'from kgraph.cli import main; main()' extract {article} --format jsonl | head -c 1 >/dev/null"
    assert subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False).stderr == ""


def test_help_is_fast() -> None:
    """Imports are lazy: help needs neither rdflib nor Kiwi.  The bound is ten times what was measured, for slow machines."""
    code = (
        "import sys, time; from kgraph.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: print('', time.process_time(), *sys.modules, sep='\\n')"
    )
    command = [sys.executable, "-c", code]

    def helped() -> tuple[float, list[str]]:
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, *modules = shown[shown.rindex("\n\n") :].split()
        return float(seconds), modules

    assert any(helped()[0] < 0.5 for _ in range(5))
    _, modules = helped()
    assert not {"typer", "rich", "rdflib", "pyoxigraph", "kiwipiepy", "numpy", "trafilatura"} & set(modules)
