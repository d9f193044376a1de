"""The same questions give the same rows on a SPARQL server as in the embedded store."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from kgraph.copying import copy_graph
from kgraph.errors import KgraphError, QueryError, StoreError
from kgraph.store import Store, open_store
from kgraph.views.named import NamedQuery, named_queries, run_named
from kgraph.views.query import run_query
from kgraph.views.query_server import to_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run
    from fuseki_server import Fuseki

TEXTS = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?one ?other { ?one kg:dating ?other }",
    "SELECT ?x { ?x rdfs:label '기생충'@ko }",
    'SELECT ?x { ?x rdfs:label "GRAPH ?g { } \' # " } # GRAPH ?h { ?s ?p ?o }',
    "SELECT * { OPTIONAL { GRAPH article:none { ?s ?p ?o } } }",
    "SELECT ?text { GRAPH ?g { ?a a kg:Article ; kg:text ?t } BIND(STRLEN(?t) AS ?text) }",
    "SELECT ?s { GRAPH <https://w3id.org/kgraph/notes> { ?s ?p ?o } }",
    "ASK { ?work kg:releasedOn ?date }",
    "ASK { ?work kg:nothingLikeIt ?date }",
    "CONSTRUCT { ?a kg:together ?b } WHERE { ?a kg:directed ?w . ?b kg:actedIn ?w }",
    "CONSTRUCT WHERE { ?a kg:aired_on ?w }",
    "SELECT ?kind (COUNT(?x) AS ?n) { ?x kg:kind ?kind } GROUP BY ?kind HAVING(COUNT(?x) > 1)",
]


@pytest.fixture(scope="module")
def embedded(sample_store: Path) -> Iterator[Store]:
    store = open_store(str(sample_store), read_only=True)
    yield store
    store.close()


@pytest.fixture(scope="module", params=["memory", "union"])
def server(request: pytest.FixtureRequest, fuseki_session: Fuseki, sample_store: Path) -> Iterator[Store]:
    """The sample articles on a server."""
    url = fuseki_session.empty(request.param)
    assert copy_graph(str(sample_store), url).articles > 10
    store = open_store(url, read_only=True)
    yield store
    store.close()


def given(query: NamedQuery, store: Store) -> Iterator[dict[str, str]]:
    """Parameters for a query, most of which have something to find in the sample."""
    known = {entity.id: entity for entity in store.reader().entities()}
    facts = [fact for fact in store.reader().facts() if fact.object]
    kinds = {"person": "Person", "work": "Work", "platform": "Organization"}
    names = [parameter.name for parameter in query.parameters]
    if len(names) == 2:
        pairs = [(fact.subject, fact.object or "") for fact in facts] + [(a.subject, b.subject) for a, b in pairwise(facts)]
        yield from ({names[0]: known[left].names[-1], names[1]: known[right].names[-1]} for left, right in pairs[::15])
    elif [parameter.type for parameter in query.parameters] == ["name"]:
        wanted = [entity for entity in known.values() if entity.type == kinds.get(names[0], entity.type)]
        yield from ({names[0]: entity.names[0]} for entity in wanted[::7])
    elif names:
        yield from ({names[0]: name} for name in ("directed", "acted_in", "won", "ranked", "friend_of"))
    else:
        yield {}


def test_named_queries_give_the_same_rows(embedded: Store, server: Store) -> None:
    asked, found = 0, 0
    for query in named_queries():
        for parameters in given(query, embedded):
            wanted, got = (run_named(store, query.name, parameters) for store in (embedded, server))
            assert got.columns == wanted.columns
            assert sorted(got.rows, key=repr) == sorted(wanted.rows, key=repr), (query.name, parameters)
            asked, found = asked + 1, found + bool(wanted.rows)
    assert asked >= 60
    assert found >= 30


@pytest.mark.parametrize("text", TEXTS)
def test_questions_in_sparql_give_the_same_rows(embedded: Store, server: Store, text: str) -> None:
    wanted = run_query(embedded, text)
    if "?s ?p ?o }" in text and "GRAPH" not in text and server.main:  # type: ignore[attr-defined]
        wanted = run_query(server, text)  # the default graph of such a question is the graph that stands for it
    got = run_query(server, text)
    assert (got.form, got.columns) == (wanted.form, wanted.columns)
    assert sorted(got.rows, key=repr) == sorted(wanted.rows, key=repr)


@pytest.mark.parametrize("name", ['Kim "Q" } # ?x', "'; DROP ALL", "기생충", "\\", "\n> <"])
def test_parameters_are_terms_and_never_text(embedded: Store, server: Store, name: str) -> None:
    text = "SELECT ?name ?x ?label { ?x rdfs:label|skos:altLabel ?label FILTER(STR(?label) = ?name) }"
    wanted, got = (run_query(store, text, {"name": name}) for store in (embedded, server))
    assert got.rows == wanted.rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "a query cannot change the graph"),
        ("DROP ALL", "a query cannot change the graph"),
        ("SELECT * { ?s ?p ?o } ; DROP ALL", "at line 1"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "found SERVICE"),
        ("SELECT * { ?s nothing:p ?o }", "a prefix that is declared"),
        ("SELECT * { ?s ?p", "at line 1, column"),
    ],
)
def test_what_is_no_question_is_refused_here(server: Store, text: str, said: str) -> None:
    before = run_query(server, TEXTS[0])
    with pytest.raises(QueryError, match=said):
        run_query(server, text)
    assert run_query(server, TEXTS[0]) == before


def test_fixed_variables_stand_where_things_are_looked_for() -> None:
    bound: dict[pyoxigraph.Variable, pyoxigraph.Literal] = {pyoxigraph.Variable("x"): pyoxigraph.Literal('"}')}
    made = to_server("CONSTRUCT # { \n { ?x a ?y } WHERE { ?x a ?y }", dict(bound), {})
    assert made == 'CONSTRUCT # { \n { ?x a ?y } WHERE { VALUES ?x { "\\"}" } ?x a ?y }'


def test_the_command_line_asks_a_server(server: Store, sample_store: Path, run: Run) -> None:
    url, words = server.place, ("query", "works-of", "--param", "person=봉준호", "--format", "csv")  # type: ignore[attr-defined]
    assert run(*words, "--store", url).out == run(*words, store=sample_store).out
    refused = run("query", "DELETE WHERE { ?s ?p ?o }", "--store", url)
    assert (refused.code, refused.out) == (4, "")
    assert run("show", "봉준호", "--store", url).out == run("show", "봉준호", store=sample_store).out
    assert run("verify", "--store", url).code == 0


def test_a_server_that_is_away_has_its_exit_code(run: Run) -> None:
    asked = run("query", "two-dates", "--store", "http://127.0.0.1:9/kg")
    assert asked.code == StoreError.exit_code
    assert asked.err.count("\n") == 1
    assert issubclass(StoreError, KgraphError)
