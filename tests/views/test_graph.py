"""The questions in Python: the same rows as on the command line, and the graph in rdflib and networkx."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import networkx as nx
import pytest

import kgraph
from kgraph.errors import NotFoundError, QueryError, StoreError
from kgraph.views.graph import which

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run
    from kgraph.views.graph import Graph


@pytest.fixture
def graph(sample_store: Path) -> Iterator[Graph]:
    with kgraph.open(str(sample_store)) as opened:
        yield opened


ASKED = [
    (["search", "Lantern Bay"], lambda g: g.search("Lantern Bay")),
    (["explain", "Seo Ha-rin", "directed"], lambda g: g.explain("Seo Ha-rin", "directed")),
    (["path", "Seo Ha-yoon", "Min Tae-o"], lambda g: g.path("Seo Ha-yoon", "Min Tae-o")),
    (["neighbours", "Seo Ha-rin", "--class", "Work"], lambda g: g.neighbours("서하린", which((), ["Work"]))),
    (["between", "Seo Ha-rin", "Min Tae-o"], lambda g: g.between("Seo Ha-rin", "Min Tae-o")),
    (["timeline", "Seo Ha-rin"], lambda g: g.timeline("Seo Ha-rin")),
    (["timeline", "Seo Ha-rin", "--known-at", "2021-11-22"], lambda g: g.at(known_at="2021-11-22").timeline("Seo Ha-rin")),
    (["rank", "--work", "All of Us Are Dead"], lambda g: g.rank(work="All of Us Are Dead")),
    (["rank", "--longest"], lambda g: g.rank(longest=True)),
    (["compare", "Seo Ha-rin", "Min Tae-o"], lambda g: g.compare("Seo Ha-rin", "Min Tae-o")),
    (["teams", "--works", "1", "--with", "Seo Ha-rin"], lambda g: g.teams(works=1, member="Seo Ha-rin")),
    (["diff", "2020", "2021"], lambda g: g.diff("2020", "2021")),
    (["top", "--project", "Person-Work"], lambda g: g.top(project=("Person", "Work"))[:20]),
    (["communities", "--limit", "9999"], lambda g: g.communities()),
    (["query", "works-of", "--param", "person=Seo Ha-rin"], lambda g: g.query("works-of", person="Seo Ha-rin")),
]


@pytest.mark.parametrize(("words", "ask"), ASKED, ids=[" ".join(words) for words, _ in ASKED])
def test_the_same_rows_as_on_the_command_line(run: Run, graph: Graph, sample_store: Path, words: list[str], ask: object) -> None:
    rows = ask(graph)  # type: ignore[operator]
    assert rows
    printed = run(*words, "--format", "jsonl", store=sample_store).out.splitlines()  # json of query is SPARQL's own
    assert list(map(json.loads, printed)) == json.loads(json.dumps(rows))


def test_rdf_is_the_store_itself(graph: Graph) -> None:
    asked = "SELECT ?one { ?one <http://www.w3.org/2000/01/rdf-schema#label> 'Seo Ha-rin'@en }"
    assert [str(row[0]).rpartition("/")[2] for row in graph.rdf.query(asked)] == [graph.find("서하린").id]


def test_networkx(graph: Graph) -> None:
    made = graph.to_networkx(which(doubtful=True))
    assert made.number_of_edges() == len(list(graph.reader.facts()))
    assert {entity.id for entity in graph.reader.entities()} <= set(made)
    person, work = graph.find("Seo Ha-rin").id, graph.find("Lantern Bay").id
    edge = next(data for _, data in made[person][work].items() if data["predicate"] == "directed")
    assert (edge["first_report"], edge["sources"]) == ("2021-11-22", 2)
    article, _, place = edge["places"].split(" | ")[0].partition(":")
    start, end = map(int, place.split("-"))
    text = graph.reader.article(article)
    assert text
    assert text.text[start:end] == edge["evidence"].split(" | ")[0]
    assert nx.shortest_path_length(made.to_undirected(), graph.find("Seo Ha-yoon").id, work) == 2


def test_what_goes_wrong(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="near it"):
        graph.show("Lantern Bayou")
    with pytest.raises(QueryError, match="expected a date"):
        graph.at(as_of="soon").timeline("Seo Ha-rin")
    with pytest.raises(QueryError, match="Person, Work, Organization"):
        graph.top(project=("Person", "City"))
    with pytest.raises(StoreError):
        kgraph.open(str(tmp_path / "nowhere"))


def test_import_is_light() -> None:
    code = "import sys, kgraph; sys.exit(any(name in sys.modules for name in ('rdflib', 'networkx', 'pyoxigraph', 'typer')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_map_of_everything_of_a_name_or_of_a_query(graph: Graph, tmp_path: Path) -> None:
    assert repr(graph.map()).startswith("<kgraph map 'kgraph'")
    around = graph.map("서하린", depth=2)
    assert around.title == "Seo Ha-rin"
    assert around.save(tmp_path / "map.html").read_text(encoding="utf-8") == around.html
    of_query = graph.map(query="SELECT ?one ?other { ?one kg:marriedTo ?other }")
    assert len(of_query.html) < len(graph.map().html)
    with pytest.raises(NotFoundError):
        graph.map(query="SELECT ?one { ?one kg:noSuchThing ?other }")
