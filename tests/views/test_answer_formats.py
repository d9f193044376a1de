"""Answers in SPARQL's own formats, read back by Oxigraph and by rdflib; and the limit of time."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.query import Result

from kgraph.errors import NotFoundError, QueryError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import Store, open_store
from kgraph.views.answer import Answer, from_cell
from kgraph.views.answer_formats import to_sparql_csv, to_sparql_json, to_sparql_tsv, to_turtle
from kgraph.views.clocks import Clocks
from kgraph.views.limited import Question, ask_within
from kgraph.views.query import run_query
from worlds import make_article

ODD = '=1+1 "Q", \\ \t 보라 <b> \u0007'
VALUES = """SELECT ?text ?korean ?iri ?count ?share ?day ?yes ?none {
    VALUES (?text ?korean ?iri ?count ?share ?day ?yes)
    { (%s "한보라"@ko entity:person-x 7 0.25 "2021-03"^^xsd:gYearMonth true)
      ("" "x"@ko kg:directed -1 1.5 "2021"^^xsd:gYear false) }
    OPTIONAL { ?none kg:nope 1 } }"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r }"


def fill(store: Store) -> Store:
    for number, date in enumerate(["2021-04-06", "2021-09-01"], 1):
        id_ = f"a{number}"
        han, moons = Referent(f"{id_}#p", "Person", ("Han Bora",)), Referent(f"{id_}#w", "Work", (ODD,), "series")
        put_reading(*make_article(id_, date, [("directed", han, moons, Qualifiers())]), store)
    return store


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("asked") / "store"
    fill(open_store(str(folder))).close()
    return str(folder)


@pytest.fixture
def values() -> Answer:
    return run_query(fill(open_store("memory:")), VALUES % from_cell_text(ODD))


def from_cell_text(text: str) -> str:
    return str(pyoxigraph.Literal(text))


def cells(answer: Answer) -> list[list[str | None]]:
    return [[from_cell(cell) if cell else None for cell in row] for row in answer.cells]


def test_values(values: Answer) -> None:
    assert values.rows[0] == (ODD, "한보라", "https://w3id.org/kgraph/entity/person-x", 7, 0.25, "2021-03", True, None)
    assert [type(value) for value in values.rows[1]] == [str, str, str, int, float, str, bool, type(None)]


@pytest.mark.parametrize("format_", [pyoxigraph.QueryResultsFormat.JSON, pyoxigraph.QueryResultsFormat.TSV])
def test_oxigraph_reads_results_back(values: Answer, format_: pyoxigraph.QueryResultsFormat) -> None:
    text = (to_sparql_json if format_ == pyoxigraph.QueryResultsFormat.JSON else to_sparql_tsv)(values)
    read: Any = pyoxigraph.parse_query_results(text, format=format_)
    assert [variable.value for variable in read.variables] == list(values.columns)
    assert [[str(term) if term else None for term in row] for row in read] == cells(values)


def test_rdflib_reads_results_back(values: Answer) -> None:
    result = Result.parse(io.BytesIO(to_sparql_json(values).encode()), format="json")
    assert [str(variable) for variable in result.vars or ()] == list(values.columns)
    found = [[term.n3() if term is not None else None for term in row] for row in result]  # type: ignore[union-attr]
    expected = [[rdflib.util.from_n3(cell).n3() if cell else None for cell in row] for row in cells(values)]
    assert found == expected


def test_csv_is_text_only_and_can_be_guarded(values: Answer) -> None:
    for guard, shown in ((False, ODD), (True, f"'{ODD}")):
        rows = list(csv.reader(io.StringIO(to_sparql_csv(values, guard=guard), newline=""), strict=True))
        assert rows[0] == list(values.columns)
        assert rows[1][:3] == [shown, "한보라", "https://w3id.org/kgraph/entity/person-x"]


@pytest.mark.parametrize("truth", [True, False])
def test_ask(truth: bool) -> None:
    answer = run_query(fill(open_store("memory:")), f"ASK {{ ?s kg:{'directed' if truth else 'nope'} ?o }}")
    read = pyoxigraph.parse_query_results(to_sparql_json(answer), format=pyoxigraph.QueryResultsFormat.JSON)
    assert bool(read) is truth
    assert answer.rows == ((truth,),)


def test_a_graph_is_the_same_in_turtle() -> None:
    store = fill(open_store("memory:"))
    answer = run_query(store, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    ours, theirs = rdflib.Graph(), rdflib.Graph()
    ours.parse(data=to_turtle(answer), format="turtle")
    plain = (line for line in store.reader().quads() if not line.endswith("> <https://w3id.org/kgraph/graph/a1> .\n"))
    theirs.parse(data="".join(line for line in plain if "/graph/" not in line), format="nt")
    assert len(ours) > 20
    assert isomorphic(ours, theirs)
    with pytest.raises(QueryError, match="expected CONSTRUCT or DESCRIBE for turtle, found SELECT"):
        to_turtle(run_query(store, "SELECT ?s { ?s ?p ?o }"))


def test_triple_terms_come_through() -> None:
    answer = run_query(fill(open_store("memory:")), "SELECT ?t { BIND(<<( kg:a kg:b 1 )>> AS ?t) }")
    read: Any = pyoxigraph.parse_query_results(to_sparql_tsv(answer), format=pyoxigraph.QueryResultsFormat.TSV)
    assert isinstance(next(iter(read))["t"], pyoxigraph.Triple)
    read = pyoxigraph.parse_query_results(to_sparql_json(answer), format=pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(next(iter(read))["t"], pyoxigraph.Triple)


def test_a_question_in_time(place: str) -> None:
    question = Question("works-of", is_name=True, parameters=(("person", "Han Bora"),))
    assert [row["titleKo"] for row in ask_within(place, question, 30).records()] == [ODD]
    with pytest.raises(NotFoundError, match="works-of"):
        ask_within(place, Question("nope", is_name=True), 30)
    with pytest.raises(QueryError, match="a query cannot change the graph"):
        ask_within(place, Question("DROP ALL"), 30)


def test_a_question_over_its_time_is_ended(place: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"expected an answer within 0\.5 seconds, found none"):
        ask_within(place, Question(ENDLESS), 0.5)
    assert time.monotonic() - started < 10
    open_store(place).close()  # nobody holds it any more


def test_a_question_on_the_clocks(place: str) -> None:
    asked = "SELECT ?n { ?fact a kg:Fact ; kg:sources ?n }"
    then, now = Question(asked, clocks=Clocks(known_at="2021-05")), Question(asked)
    assert [ask_within(place, question, 30).rows for question in (then, now)] == [((1,),), ((2,),)]
    graphs = Question("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", clocks=Clocks(known_at="2021-05"))
    assert ask_within(place, graphs, 30).rows == (("https://w3id.org/kgraph/graph/a1",),)
