"""``kgraph export`` and ``kgraph query`` as they are typed: parts, clocks, folders, limits, and what goes wrong."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph
import pytest

from kgraph.views.export_formats import EXPORTS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

TABLES = ["articles.csv", "claims.csv", "datapackage.json", "entities.csv", "facts.csv", "names.csv"]


@pytest.mark.parametrize("format_", EXPORTS)
@pytest.mark.parametrize("part", [(), ("--focus", "서하린"), ("--query", "works-of", "--param", "person=서하린")], ids=str)
def test_every_format_of_every_part(run: Run, sample_store: Path, tmp_path: Path, format_: str, part: tuple[str, ...]) -> None:
    out = tmp_path / "out"
    ran = run("export", "--format", format_, *part, "--output", out, store=sample_store)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"wrote {out}: ")
    paths = [out] if out.is_file() else sorted(out.iterdir())
    assert all(path.stat().st_size for path in paths)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_keeps_what_else_lies_in_it(run: Run, sample_store: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for _ in range(2):
        assert run("export", "--format", "csv", "-o", tmp_path, store=sample_store).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*TABLES, "notes.txt"])


def test_measures_stand_beside_names(run: Run, sample_store: Path, tmp_path: Path) -> None:
    measures = ("--with", "pagerank, community")
    assert run("export", "--format", "graphml", *measures, "-o", tmp_path / "g.graphml", store=sample_store).code == 0
    assert run("export", "--format", "csv", *measures, "-o", tmp_path / "csv", store=sample_store).code == 0
    graph = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    with (tmp_path / "csv" / "entities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        node = graph.nodes[row["id"]]
        assert (str(node["pagerank"]), str(node["community"])) == (row["pagerank"], row["community"])
    top = json.loads(run("top", "--by", "pagerank", "--limit", "1", "--format", "json", store=sample_store).out)[0]
    assert max(rows, key=lambda row: float(row["pagerank"]))["id"] == top["id"]


def test_an_export_at_a_time(run: Run, sample_store: Path) -> None:
    def facts(*clock: str) -> set[str]:
        text = run("export", "--format", "nquads", *clock, store=sample_store).out
        quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)
        return {quad.subject.value for quad in quads if quad.predicate.value.endswith("#factRank")}

    assert set() < facts("--known-at", "2021-11-22") < facts("--known-at", "2021") < facts()
    assert facts("--known-at", "1990") == set()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("export --format xlsx", 4, "expected one of jsonld"),
        ("export --format csv", 4, "expected --output with a folder for tables"),
        ("export --with degree", 4, "expected a format with room for measures"),
        ("export --format csv --with fame -o x", 4, "expected one of degree, betweenness, pagerank, community"),
        ("export --focus Nobody-at-all", 5, "expected a name in the store"),
        ("export --focus 서하린 --query works-of", 4, "expected --focus or --query, found both"),
        ("export --query nope", 5, "found 'nope'"),
        ("export --query works-of", 4, "expected a parameter person"),
        ("export --query works-of --param person=Nobody-at-all", 5, "expected names of the store in the answer"),
        ("export --as-of 2021-02-30", 4, "expected a date like"),
        ("export --known-at soon", 4, "expected a date like"),
        ("query works-of --param person", 4, "expected NAME=VALUE"),
        ("query works-of --param person=x --known-at soon", 4, "expected a date like"),
        ("query works-of --param person=서하린 --format turtle", 4, "expected CONSTRUCT or DESCRIBE for turtle"),
    ],
)
def test_what_goes_wrong(run: Run, sample_store: Path, words: str, code: int, message: str) -> None:
    ran = run(*words.split(), store=sample_store)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_a_query_over_its_limit(run: Run, sample_store: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    ran = run("query", endless, "--timeout", "0.3", store=sample_store)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == "kgraph query: expected an answer within 0.3 seconds, found none (--timeout sets the limit)\n"


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv", "tsv"])
def test_every_format_of_a_query(run: Run, sample_store: Path, format_: str) -> None:
    ran = run("query", "works-of", "--param", "person=서하린", "--format", format_, store=sample_store)
    assert (ran.code, ran.err) == (0, "")
    assert "Lantern Bay" in ran.out


def test_parameters_are_listed_with_their_types(run: Run) -> None:
    listed = json.loads(run("query", "--list", "--format", "json").out)
    works = next(row for row in listed if row["name"] == "works-of")
    assert works["parameters"] == [{"name": "person", "type": "name", "description": "the person, in either script"}]
    assert works["example"].startswith("kgraph query works-of")
