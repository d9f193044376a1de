"""Questions in Cypher: the named ones answer as their SPARQL twins do, and nothing asked can change the graph."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import ARTICLES
from kgraph.documents.sources import read_articles
from kgraph.errors import QueryError, StoreError
from kgraph.model import Article, Qualifiers, Referent
from kgraph.pipeline import build, put_reading
from kgraph.settings import QUERIES
from kgraph.store import Store, as_neo4j, open_store
from kgraph.views.cypher import run_cypher
from kgraph.views.named import named_queries, run_named
from kgraph.views.query import run_query
from worlds import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run
    from kgraph.entities import Reading
    from kgraph.store.base import Reader
    from kgraph.store.neo4j import Neo4jStore
    from kgraph.views.answer import Answer
    from neo4j_server import Neo4jServer

DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "neo4j.md"
HOSTILE = ["'}) DETACH DELETE n //", "`", '"', "한\n줄", "\\u0027", "x" * 10_000, ""]


def more() -> tuple[Article, Reading]:
    """What no sample article has: a work with two release dates."""
    work = Referent("more#work-1", "Work", ("Paper Moons", "종이달들"), "series")
    dates = [("released_on", work, None, Qualifiers(date=date)) for date in ("2021-03", "2021-04-01")]
    return make_article("more", "2021-05-01", dates)


@pytest.fixture(scope="module")
def embedded(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = tmp_path_factory.mktemp("more") / "store"
    shutil.copytree(sample_store, place)
    with closing(open_store(str(place))) as store:
        put_reading(*more(), store)
        yield store


@pytest.fixture(scope="module")
def on_neo4j(neo4j_session: Neo4jServer) -> Iterator[Neo4jStore]:
    """The sample articles on a server."""
    neo4j_session.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGRAPH_NEO4J_USER", neo4j_session.user)
        patch.setenv("KGRAPH_NEO4J_PASSWORD", neo4j_session.password)
        with closing(open_store(neo4j_session.url)) as store:
            build(read_articles([str(ARTICLES)]), store)
            put_reading(*more(), store)
            neo4j = as_neo4j(store)
            assert neo4j is not None
            yield neo4j


def questions(reader: Reader) -> list[tuple[str, dict[str, str]]]:
    """Every named query, each with many names of the corpus in both scripts, and with one that nobody has."""
    names = {type_: [name for one in reader.entities(type_=type_) for _, name in one.labels] for type_ in TYPES}
    pairs = [
        (left, right)
        for fact in reader.facts()
        if fact.object
        for left, right in [(label(reader, fact.subject), label(reader, fact.object))]
    ]
    return [
        *(("works-of", {"person": name}) for name in some(names["Person"])),
        *(("ties-of", {"person": name}) for name in some(names["Person"])),
        *(("people-of", {"work": name}) for name in some(names["Work"])),
        *(("ranks-of", {"work": name}) for name in names["Work"]),
        *(("ratings-of", {"work": name}) for name in names["Work"]),
        *(("awards-of", {"entity": name}) for name in some([*names["Work"], *names["Person"]])),
        *(("on-platform", {"platform": name}) for name in names["Organization"]),
        *(("evidence", {"one": one, "other": other}) for one, other in some(pairs)),
        *(
            ("shared-works", {"one": one, "other": other})
            for one in some(names["Person"])[:4]
            for other in some(names["Person"])[:8]
        ),
        *(
            ("best-sourced", {"predicate": name})
            for name in ("directed", "aired_on", "ranked", "released_on", "won", "friend_of")
        ),
        *((name, {}) for name in ("not-so-sure", "two-dates", "partners")),
    ]


TYPES = ("Person", "Work", "Organization")


def some(all_: list[Any]) -> list[Any]:
    """Every third."""
    return all_[::3]


def label(reader: Reader, id_: str) -> str:
    entity = reader.entity(id_)
    assert entity is not None
    return entity.label("ko")


def told(answer: Answer) -> tuple[tuple[str, ...], Counter[tuple[object, ...]]]:
    return answer.columns, Counter(answer.rows)


def test_each_named_query_has_a_twin() -> None:
    assert {path.stem for path in QUERIES.glob("*.cypher")} == {query.name for query in named_queries()}
    for path in QUERIES.glob("*.cypher"):
        named = next(query for query in named_queries() if query.name == path.stem)
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"// {named.description}\n")
        assert {parameter.name for parameter in named.parameters} == set(re.findall(r"\$(\w+)", text))


def test_both_stores_hold_the_same_graph(embedded: Store, on_neo4j: Neo4jStore) -> None:
    assert list(on_neo4j.reader().quads()) == list(embedded.reader().quads())


def test_both_stores_give_the_same_answers(embedded: Store, on_neo4j: Neo4jStore) -> None:
    asked = questions(embedded.reader())
    assert len(asked) > 200
    assert {name for name, _ in asked} == {query.name for query in named_queries()}
    answered = Counter[str]()
    for name, parameters in asked:
        left, right = run_named(embedded, name, parameters), run_named(on_neo4j, name, parameters)
        assert told(left) == told(right), (name, parameters)
        answered[name] += bool(left.rows)
    assert all(answered[query.name] for query in named_queries()), answered  # no query was only ever asked in vain
    assert answered.total() > 60


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_parameters_find_nothing(on_neo4j: Neo4jStore, name: str) -> None:
    assert run_named(on_neo4j, "works-of", {"person": name}).rows == ()
    assert run_cypher(on_neo4j, "RETURN $name AS name", {"name": name}).rows == ((name,),)


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:X)",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) SET n.name = 'x' RETURN n",
        "CREATE INDEX x FOR (n:X) ON (n.y)",
        "CREATE USER x SET PASSWORD 'abcdefgh'",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
        "CALL () { CREATE (n:X) } IN TRANSACTIONS RETURN 1",
        "CALL db.createLabel('X')",
        "/* RETURN 1 */ MERGE (n:X) RETURN n",
    ],
)
def test_nothing_that_is_asked_changes_the_graph(on_neo4j: Neo4jStore, text: str) -> None:
    before = run_cypher(on_neo4j, "MATCH (n) RETURN count(n)").rows
    with pytest.raises(QueryError, match="a query cannot change the graph"):
        run_cypher(on_neo4j, text)
    assert run_cypher(on_neo4j, "MATCH (n) RETURN count(n)").rows == before


def test_the_server_itself_refuses_to_write(on_neo4j: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="AccessMode"):
        on_neo4j.link.read("CREATE (n:X)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "found LOAD CSV"),
        ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "found TERMINATE TRANSACTIONS"),
        ("EXPLAIN MATCH (n) RETURN n", "found EXPLAIN or PROFILE"),
        ("// why\n PROFILE MATCH (n) RETURN n", "found EXPLAIN or PROFILE"),
        ("MATCH (n RETURN n", "found at line 1, column 10: Invalid input 'RETURN'"),
        ("MATCH (n)\nRETURN m", "found at line 2, column 8: Variable `m` not defined"),
        ("RETURN $nope", "Expected parameter"),
        ("RETURN 1/0", "by zero"),
        ("RETURN 1; RETURN 2", "exactly one statement"),
        ("", "Unexpected end of input"),
    ],
)
def test_what_is_no_question_is_a_clear_error(on_neo4j: Neo4jStore, text: str, said: str) -> None:
    with pytest.raises(QueryError) as told:
        run_cypher(on_neo4j, text)
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_values_of_every_kind(on_neo4j: Neo4jStore) -> None:
    text = "RETURN 1 AS a, 1.5 AS b, true AS c, null AS d, '한' AS e, [1, 'x'] AS f, {a: 1} AS g, date('2021-03-05') AS h"
    answer = run_cypher(on_neo4j, text)
    assert answer.columns == tuple("abcdefgh")
    assert answer.rows == ((1, 1.5, True, None, "한", '[1, "x"]', '{"a": 1}', "2021-03-05"),)


def test_nodes_and_facts_come_as_the_iris_of_sparql(embedded: Store, on_neo4j: Neo4jStore) -> None:
    sparql = "SELECT ?s ?f ?o ?c { ?f rdf:subject ?s ; rdf:predicate kg:directed ; rdf:object ?o ; kg:claim ?c }"
    cypher = "MATCH (s)-[f]->(o) WHERE f.predicate = 'directed' MATCH (c:Claim {fact: f.id}) RETURN s, f, o, c"
    assert told(run_cypher(on_neo4j, cypher)) == told(run_query(embedded, sparql))
    sparql = "SELECT ?a ?r { GRAPH ?g { ?a a kg:Article . ?r a kg:Referent } }"
    cypher = "MATCH (r:Referent)-[:MENTIONED_IN]->(a:Article) RETURN a, r"
    assert told(run_cypher(on_neo4j, cypher)) == told(run_query(embedded, sparql))
    path = run_cypher(on_neo4j, "MATCH p = (:Person)-[:ACTED_IN]->(:Work) RETURN p LIMIT 1").rows[0][0]
    assert str(path).count("https://") == 3
    assert run_cypher(on_neo4j, "MATCH (c:Claim)-[r:STATED_IN]->() RETURN r LIMIT 1").rows == (("STATED_IN",),)


def test_the_command(
    on_neo4j: Neo4jStore,
    neo4j_session: Neo4jServer,
    run: Run,
    sample_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KGRAPH_NEO4J_USER", neo4j_session.user)
    monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", neo4j_session.password)
    (tmp_path / "who.cypher").write_text("MATCH (p:Person {name: $who}) RETURN p.name, p.label_ko", encoding="utf-8")
    where = ("--store", neo4j_session.url)
    ran = run("query", tmp_path / "who.cypher", "--param", "who=Bong Joon-ho", "--format", "csv", *where)
    assert (ran.code, ran.out) == (0, "p.name,p.label_ko\nBong Joon-ho,봉준호\n")
    named = ("query", "works-of", "--param", "person=봉준호", "--format", "csv")
    assert run(*named, *where).out == run(*named, "--store", sample_store).out
    refused = run("query", "--cypher", "CREATE (n)", *where)
    assert (refused.code, refused.err) == (
        4,
        "kgraph query: expected a question, found a command: a query cannot change the graph\n",
    )
    assert run("query", "--cypher", "RETURN 1", "--store", sample_store).code == 4
    assert run("query", "--cypher", "RETURN 1", "--as-of", "2021", *where).code == 4


@pytest.mark.parametrize("text", re.findall(r"```cypher\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL))
def test_the_questions_in_the_docs_have_answers(on_neo4j: Neo4jStore, text: str) -> None:
    assert run_cypher(on_neo4j, text).rows
