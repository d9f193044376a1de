"""Neo4j says what the memory store says, byte for byte, and keeps a step whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract import check_agreement, everything
from kgraph.errors import StoreError
from kgraph.model import Article, Change, Claim, Fact, Qualifiers, Rank, Referent
from kgraph.pipeline import make_reading, put_reading, remove
from kgraph.store import open_store
from kgraph.views.verify import verify_graph
from worlds import make_article

if TYPE_CHECKING:
    from kgraph.entities import Reading
    from kgraph.store import Store
    from neo4j_server import Neo4jServer

HOSTILE = [
    'Kim "Quote" \' ` Park',
    "한\n줄\r\n둘\t셋",
    "'}) DETACH DELETE n //",
    "`) MATCH (n) DETACH DELETE n RETURN (`",
    "*/ RETURN 1; MATCH (n) SET n.name = 'x' /*",
    "$rows {} ${x} {{x}} \\u0027 \\' %27",
    "\x01\x1f\x7f \ufffe 𐀀😀 \u00e9",
    "긴이름" * 3_400,
    "x" * 10_000,
]


def item(key: str, *names: str) -> tuple[Article, Reading]:
    """An article in which the first directs a work that ranks and befriends the others."""
    people = [Referent(f"{key}#person-{n}", "Person", (name,)) for n, name in enumerate(names)]
    work = Referent(f"{key}#work-1", "Work", ("Paper Moons", "종이달들"), "series")
    stated = [("directed", people[0], work, Qualifiers()), ("ranked", work, None, Qualifiers(rank=1, date="2021-03-05"))]
    stated += [("friend_of", people[0], other, Qualifiers(date="2021-03")) for other in people[1:]]
    return make_article(key, "2021-05-01", stated)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_it_agrees_with_memory(neo4j_server: Neo4jServer, data: st.DataObject) -> None:
    neo4j_server.clear()
    store = open_store(neo4j_server.url)
    check_agreement([open_store("memory:"), store], data)
    store.close()


def test_hostile_names_are_stored_as_they_are(neo4j_server: Neo4jServer) -> None:
    stores = open_store("memory:"), open_store(neo4j_server.url)
    for store in stores:
        for number, name in enumerate(HOSTILE):
            put_reading(*item(f"a{number}", name, "Han Bora"), store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())
    names = {given for entity in stores[1].reader().entities(type_="Person") for given in entity.names}
    assert names == {*HOSTILE, "Han Bora"}
    stores[1].close()


def test_hostile_ids_and_values_are_stored_as_they_are(neo4j_server: Neo4jServer) -> None:
    stores = open_store("memory:"), open_store(neo4j_server.url)
    for store in stores:
        for key in (".", "a/../b", "#", "한글 id?x=1&y", "%41", "'}) //", "z" * 3_000):
            put_reading(*item(key, "Han Bora"), store)
        work = Referent("n#work-1", "Work", ("Paper Moons",), "series")
        put_reading(*make_article("n", None, [("ranked", work, None, Qualifiers(rank=10**30, chart="`'\n"))]), store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())
    stores[1].close()


def test_a_store_is_found_again_with_all_its_notes(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = open_store("memory:")
    for number in range(6):
        if number == 3:
            monkeypatch.setattr("kgraph.store.neo4j_notes.FEW", 0)  # from now on notes are read one by one
        one = item(f"a{number}", f"Han Bora {number % 2}", "한보라")
        put_reading(*one, memory)
        store = open_store(neo4j_server.url)
        put_reading(*one, store)
        store.close()
    reader = open_store(neo4j_server.url, read_only=True).reader()
    assert list(reader.quads()) == list(memory.reader().quads())


def test_two_writers_do_not_mix(neo4j_server: Neo4jServer) -> None:
    one, other = open_store(neo4j_server.url), open_store(neo4j_server.url)
    put_reading(*item("a1", "Han Bora"), one)
    with pytest.raises(StoreError, match="expected to be the only one who writes"):
        _write_beside(one, other)
    assert list(one.reader().article_ids()) == ["a1", "a2"]
    put_reading(*item("a3", "Kang"), other)  # its notes are the new ones
    memory = open_store("memory:")
    for key, name in (("a1", "Han Bora"), ("a2", "한보라"), ("a3", "Kang")):
        put_reading(*item(key, name), memory)
    assert list(other.reader().quads()) == list(memory.reader().quads())


def test_what_fails_in_the_middle_changes_nothing(neo4j_server: Neo4jServer) -> None:
    store = open_store(neo4j_server.url)
    put_reading(*item("a1", "Han Bora"), store)
    before = list(store.reader().quads())
    with pytest.raises(RuntimeError, match="in the middle"):
        _fail(store)
    with pytest.raises(StoreError, match=r"expected neo4j://.* to do what was asked, found: Property values"):
        _fail_on_the_server(store)
    assert list(store.reader().quads()) == before
    assert neo4j_server.run("MATCH (n) WHERE n.id STARTS WITH 'a2' RETURN n") == []


def test_nothing_is_left_when_everything_is_taken_out(neo4j_server: Neo4jServer) -> None:
    store = open_store(neo4j_server.url)
    for number in range(3):
        put_reading(*item(f"a{number}", "Han Bora", "한보라"), store)
    for number in range(3):
        remove(f"a{number}", store)
    assert neo4j_server.run("MATCH (n) RETURN DISTINCT labels(n) AS labels") == [{"labels": ["KgraphStore"]}]


def test_the_property_graph_is_as_documented(neo4j_server: Neo4jServer) -> None:
    store = open_store(neo4j_server.url)
    put_reading(*item("a1", "Han Bora", "Kang Doyun"), store)
    article, reading = item("a2", "Han Bora")
    put_reading(*make_article("a3", "2021-06-01", [("directed", *_ends(reading), Qualifiers(status="talks"))]), store)
    put_reading(article, reading, store)
    directed = "MATCH (who:Person)-[fact:DIRECTED]->(work:Work:Series)"
    [row] = neo4j_server.run(f"{directed} RETURN who.name AS who, work.label_ko AS work, fact{{.*}} AS fact")
    assert (row["who"], row["work"]) == ("Han Bora", "종이달들")
    fact = next(fact for fact in store.reader().facts(predicate="directed") if fact.qualifiers.status is None)
    assert row["fact"] == {
        "id": fact.id,
        "predicate": "directed",
        "sources": 2,
        "confidence": fact.confidence,
        "first_report": "2021-05-01",
        "last_report": "2021-05-01",
        "standing": "preferred",
        "reason": "the present one of these steps: confirmed (2021-05-01), in talks (2021-06-01)",
        "independent": 1,
        "claims": list(fact.claims),
    }
    said = "MATCH (claim:Claim {fact: $id})-[:STATED_IN]->(in:Article) RETURN claim.evidence AS said, in.id AS id ORDER BY id"
    assert neo4j_server.run(said, id=fact.id) == [{"said": "Han Bora directed Paper Moons.", "id": key} for key in ("a1", "a2")]
    [rank] = neo4j_server.run("MATCH (:Work)-[:RANKED]->(place:Ranking) RETURN place.rank AS rank, place.date AS date")
    assert rank == {"rank": 1, "date": "2021-03-05"}
    [reported] = neo4j_server.run("MATCH (:Person)-[fact:REPORTED]->(:Work) RETURN fact.predicate AS what, fact.status AS status")
    assert reported == {"what": "directed", "status": "talks"}


def test_full_text_finds_both_scripts(neo4j_server: Neo4jServer) -> None:
    store = open_store(neo4j_server.url)
    put_reading(*item("a1", "한보라", "Han Bora"), store)
    find = "CALL db.index.fulltext.queryNodes('kgraph_names', $words) YIELD node RETURN node.name AS name"
    assert {"name": "한보라"} in neo4j_server.run(find, words="보라")
    assert {"name": "Paper Moons"} in neo4j_server.run(find, words="moons")


def test_a_fact_that_is_refuted_keeps_its_claims(neo4j_server: Neo4jServer) -> None:
    store, memory = open_store(neo4j_server.url), open_store("memory:")
    for each in (store, memory):
        put_reading(*item("a1", "Han Bora"), each)
        fact = next(iter(each.reader().facts(predicate="directed")))
        for before, after in ((Rank.NORMAL, Rank.DEPRECATED), (Rank.DEPRECATED, Rank.NORMAL)):
            with each.transaction() as writer:
                writer.apply(Change(facts=((_with(fact, before), _with(fact, after)),)))
            assert next(iter(each.reader().facts(fact=fact.id))) == _with(fact, after)
    assert everything(store.reader()) == everything(memory.reader())


def test_every_sentence_is_found_again(neo4j_server: Neo4jServer) -> None:
    store = open_store(neo4j_server.url)
    for number in range(3):
        put_reading(*item(f"a{number}", "Han Bora", "한보라"), store)
    found = verify_graph(store.reader())
    assert (found.faults, found.articles, found.claims) == ((), 3, 9)


def test_an_article_without_anything_is_kept(neo4j_server: Neo4jServer) -> None:
    store, article = open_store(neo4j_server.url), Article("a1", "아무도 없다.\n", "ko")
    put_reading(article, make_reading(article, (), ()), store)
    assert store.reader().article("a1") == article


def _parts(one: tuple[Article, Reading]) -> tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]:
    return one[0], one[1].referents, one[1].claims


def _ends(reading: Reading) -> tuple[Referent, Referent]:
    claim = next(claim for claim in reading.claims if claim.predicate == "directed")
    assert claim.object is not None
    moved = [Referent(one.ref.replace("a2#", "a3#"), one.type, one.names, one.kind) for one in (claim.subject, claim.object)]
    return moved[0], moved[1]


def _with(fact: Fact, rank: Rank) -> Fact:
    return replace(fact, rank=rank)


def _write_beside(one: Store, other: Store) -> None:
    with other.transaction() as writer:
        put_reading(*item("a2", "한보라"), one)
        writer.put_article(*_parts(item("a3", "Kang")))


def _fail(store: Store) -> None:
    with store.transaction() as writer:
        writer.remove_article("a1")
        raise RuntimeError("in the middle")


def _fail_on_the_server(store: Store) -> None:
    """Send something that no note can be, as the last statement of a step."""
    with store.transaction() as writer:
        writer.put_article(*_parts(item("a2", "Kang")))
        writer.apply(Change(notes=(("key", None, {"no": "text"}),)))  # type: ignore[arg-type]
