"""Questions: read-only, safely bound, the same answer from each store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kgraph.errors import NotFoundError, QueryError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import Store, open_store
from kgraph.views.named import named_queries, named_query, run_named
from kgraph.views.query import run_query
from worlds import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN = Qualifiers()


def fill(store: Store) -> Store:
    han = Referent("a1#person-han", "Person", ("Han Bora", "한보라"))
    kang = Referent("a1#person-kang", "Person", ("Kang Doyun", "강도윤"))
    moons = Referent("a1#work-moons", "Work", ("Paper Moons", "종이달들"), "series")
    box = Referent("a1#org-box", "Organization", ("Moonbox",), "platform")
    stated = [
        ("directed", han, moons, PLAIN),
        ("acted_in", kang, moons, Qualifiers(character="Mira")),
        ("acted_in", han, moons, Qualifiers(status="talks")),
        ("friend_of", han, kang, PLAIN),
        ("aired_on", moons, box, PLAIN),
        ("released_on", moons, None, Qualifiers(date="2021-03")),
        ("released_on", moons, None, Qualifiers(date="2021-04-01")),
        ("won", moons, None, Qualifiers(award="Moon Awards best series", date="2022")),
        ("ranked", moons, None, Qualifiers(rank=1, chart="FlickBoard", region="world", date="2021-04-05", days=3)),
        ("rated", moons, None, Qualifiers(percent=12.5, episode=1, date="2021-04-01")),
    ]
    put_reading(*make_article("a1", "2021-04-06", stated), store)
    return store


@pytest.fixture(params=["memory", "rdf"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = fill(open_store("memory:" if request.param == "memory" else str(tmp_path / "graph")))
    yield opened
    opened.close()


ASKED = {
    "works-of": ({"person": "han bo-ra"}, {"predicate": "directed", "title": "Paper Moons", "kind": "series"}),
    "people-of": ({"work": "종이달들"}, {"predicate": "actedIn", "name": "Kang Doyun", "character": "Mira"}),
    "ties-of": ({"person": "강도윤"}, {"predicate": "friendOf", "nameKo": "한보라"}),
    "shared-works": (
        {"one": "Han Bora", "other": "Kang Doyun"},
        {"title": "Paper Moons", "as": "directed", "otherAs": "actedIn"},
    ),
    "ranks-of": ({"work": "Paper Moons"}, {"rank": 1, "chart": "FlickBoard", "days": 3, "date": "2021-04-05"}),
    "ratings-of": ({"work": "Paper Moons"}, {"percent": 12.5, "episode": 1}),
    "awards-of": ({"entity": "Paper Moons"}, {"outcome": "won", "award": "Moon Awards best series"}),
    "on-platform": ({"platform": "MOONBOX"}, {"titleKo": "종이달들", "firstReleased": "2021-03"}),
    "evidence": (
        {"one": "Paper Moons", "other": "한보라"},
        {"predicate": "directed", "article": "a1", "sentence": "Han Bora directed Paper Moons."},
    ),
    "not-so-sure": ({}, {"status": "talks", "subject": "Han Bora", "predicate": "actedIn"}),
    "two-dates": ({}, {"dates": 2, "earliest": "2021-03", "latest": "2021-04-01"}),
    "partners": ({}, {"creator": "Han Bora", "actor": "Kang Doyun", "works": 1}),
    "best-sourced": ({"predicate": "aired_on"}, {"subject": "Paper Moons", "object": "Moonbox", "sources": 1}),
}


@pytest.mark.parametrize("name", sorted(ASKED))
def test_each_named_query_answers(store: Store, name: str) -> None:
    parameters, expected = ASKED[name]
    records = list(run_named(store, name, parameters).records())
    assert any(expected.items() <= record.items() for record in records), records
    assert not set(parameters) & set(records[0])


def test_each_named_query_is_asked_here_and_says_what_it_is() -> None:
    queries = named_queries()
    assert {query.name for query in queries} == set(ASKED)
    for query in queries:
        assert query.description.endswith(".")
        assert query.example.startswith(f"kgraph query {query.name}")
        assert all(f"--param {parameter.name}=" in query.example for parameter in query.parameters)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> 1 }",
        "# SELECT\nDROP ALL",
        "PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused(store: Store, text: str) -> None:
    before = list(store.reader().quads())
    with pytest.raises(QueryError, match="a query cannot change the graph"):
        run_query(store, text)
    assert list(store.reader().quads()) == before


def test_a_service_is_refused_but_the_word_is_not(store: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run_query(store, "SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } }")
    assert run_query(store, 'SELECT ?service { ?service rdfs:label "SERVICE" } # SERVICE').rows == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?s WHERE { ?s ?p }", r"line 1, column 26, found the end"),
        ("nonsense", "found none of them"),
        ("SELECT ?s {\n ?s nope:p ?o }", "a prefix that is declared at line 2, column 11"),
    ],
)
def test_a_wrong_query_says_where(store: Store, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(store, text)


def test_a_parameter_is_bound_and_never_pasted(store: Store) -> None:
    hostile = '" } ; DROP ALL #'
    assert run_query(store, "SELECT ?key ?s { ?s kg:nameKey ?key }", {"key": hostile}).rows == ()
    assert len(run_query(store, "SELECT ?key ?s { ?s kg:nameKey ?key }", {"key": "한보라"}).rows) == 1
    with pytest.raises(QueryError, match="nope"):
        run_query(store, "SELECT ?s { ?s ?p ?o }", {"nope": 1})


def test_forms_and_values(store: Store) -> None:
    assert run_query(store, "ASK { ?s kg:directed ?o }").rows == ((True,),)
    assert run_query(store, "CONSTRUCT { ?s kg:directed ?o } WHERE { ?s kg:directed ?o }").rows == (
        (
            "https://w3id.org/kgraph/entity/person-hanbora",
            "https://w3id.org/kgraph/ontology#directed",
            "https://w3id.org/kgraph/entity/work-series-papermoons",
        ),
    )
    assert run_query(store, "SELECT ?a ?b ?c { BIND(1 AS ?a) BIND(1.5 AS ?b) OPTIONAL { ?c kg:nope 1 } }").rows == (
        (1, 1.5, None),
    )
    assert run_query(store, "DESCRIBE entity:person-hanbora").rows


def test_what_is_only_talked_of_is_no_plain_triple(store: Store) -> None:
    assert run_query(store, "ASK { entity:person-hanbora kg:actedIn ?work }").rows == ((False,),)
    assert run_query(store, "SELECT ?s { ?s kg:friendOf ?o } ORDER BY ?s").rows[1][0].endswith("person-kangdoyun")


def test_bookkeeping_is_not_seen(store: Store) -> None:
    assert run_query(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows == (("https://w3id.org/kgraph/graph/a1",),)


def test_wrong_parameters_of_a_named_query(store: Store) -> None:
    for parameters in ({}, {"person": "x", "more": "y"}):
        with pytest.raises(QueryError, match="parameter"):
            run_named(store, "works-of", parameters)
    with pytest.raises(QueryError, match="expected one of directed"):
        run_named(store, "best-sourced", {"predicate": "nope"})
    with pytest.raises(NotFoundError, match="works-of"):
        named_query("nope")
