"""A SPARQL server says what the memory store says, byte for byte, and keeps a step whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract import check_agreement, everything
from kgraph.errors import StoreError
from kgraph.model import Article, Qualifiers, Referent
from kgraph.pipeline import make_reading, put_reading
from kgraph.store import open_store
from kgraph.store.sparql_http import Endpoint, UnansweredError
from kgraph.store.sparql_rows import STATE
from kgraph.store.versions import FORMAT
from kgraph.views.verify import verify_graph
from worlds import make_article

if TYPE_CHECKING:
    from fuseki_server import Fuseki
    from kgraph.entities import Reading

HOSTILE = [
    'Kim "Quote" \' ` Park',
    "한\n줄\r\n둘\t셋",
    '" } ; DROP ALL ; INSERT DATA { <urn:x> <urn:y> "',
    '""" . } } # \' <urn:x> ?s $o',
    "> } WHERE { ?s ?p ?o } ; CLEAR ALL",
    "\\u0022 \\ \\n {{}} %7B ${x} \x01\x1f\x7f \ufffe",
    "𐀀😀 \u00e9",
    "긴이름" * 3_400,
]


def item(key: str, *names: str) -> tuple[Article, Reading]:
    """An article in which the first directs a work and befriends the second."""
    people = [Referent(f"{key}#person-{n}", "Person", (name,)) for n, name in enumerate(names)]
    work = Referent(f"{key}#work-1", "Work", ("Paper Moons", "종이달들"), "series")
    stated = [("directed", people[0], work, Qualifiers())]
    stated += [("friend_of", people[0], other, Qualifiers(date="2021-03")) for other in people[1:]]
    return make_article(key, "2021-05-01", stated)


@pytest.mark.parametrize("dataset", ["kg", "memory", "union"])
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_it_agrees_with_memory(fuseki: Fuseki, dataset: str, data: st.DataObject) -> None:
    check_agreement([open_store("memory:"), open_store(fuseki.empty(dataset))], data, size=3)


@pytest.mark.parametrize("dataset", ["kg", "memory", "union"])
def test_hostile_names_are_stored_as_they_are(fuseki: Fuseki, dataset: str) -> None:
    stores = open_store("memory:"), open_store(fuseki.dataset(dataset))
    for store in stores:
        for number, name in enumerate(HOSTILE):
            put_reading(*item(f"a{number}", name, "Han Bora"), store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())
    names = {given for entity in stores[1].reader().entities(type_="Person") for given in entity.names}
    assert names == {*HOSTILE, "Han Bora"}


def test_hostile_ids_are_stored_as_they_are(fuseki: Fuseki) -> None:
    stores = open_store("memory:"), open_store(fuseki.dataset("memory"))
    for store in stores:
        for key in (".", "..", "a/../b", "#", "한글 id?x=1&y", "%41", 'a> "{x}/..', "z" * 3_000):
            put_reading(*item(key, "Han Bora"), store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())


def test_a_store_is_found_again_with_all_its_notes(fuseki: Fuseki) -> None:
    memory = open_store("memory:")
    for number in range(6):
        one = item(f"a{number}", f"Han Bora {number % 2}", "한보라")
        put_reading(*one, memory)
        store = open_store(fuseki.dataset("kg"))
        put_reading(*one, store)
        store.close()
    assert list(open_store(fuseki.dataset("kg"), read_only=True).reader().quads()) == list(memory.reader().quads())


def test_two_writers_do_not_mix(fuseki: Fuseki) -> None:
    one, other = (open_store(fuseki.dataset("memory")) for _ in range(2))
    put_reading(*item("a1", "Han Bora"), one)
    before = list(one.reader().quads())
    with pytest.raises(StoreError, match="only writer"):
        put_reading(*item("a2", "한보라"), other)
    assert list(one.reader().quads()) == before
    put_reading(*item("a2", "한보라"), open_store(fuseki.dataset("memory")))


def test_an_update_whose_answer_is_lost_is_made_once(fuseki: Fuseki, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, store = open_store("memory:"), open_store(fuseki.dataset("memory"))
    send, lost = Endpoint.update, []

    def send_and_lose(endpoint: Endpoint, update: str) -> None:
        if len(lost) % 2:  # every other one does not even arrive
            lost.append(update)
            raise UnansweredError("cut")
        send(endpoint, update)
        lost.append(update)
        raise UnansweredError("cut")

    monkeypatch.setattr(Endpoint, "update", send_and_lose)
    for number in range(5):
        one = item(f"a{number}", f"Han Bora {number % 2}", "한보라")
        put_reading(*one, memory)
        put_reading(*one, store)
    assert len(lost) == 9
    assert everything(store.reader()) == everything(memory.reader())


def test_a_server_that_gives_no_dataset_in_one_go_is_asked(fuseki: Fuseki) -> None:
    memory, store = open_store("memory:"), open_store(f"{fuseki.dataset('kg')}/query#update={fuseki.dataset('kg')}/update")
    for each in (memory, store):
        put_reading(*item("a1", "Han Bora", HOSTILE[1]), each)
    assert everything(store.reader()) == everything(memory.reader())


@pytest.mark.parametrize(
    ("prepared", "said"),
    [
        ('INSERT DATA { <urn:a> <urn:b> "c" }', "expected a store or an empty dataset, found something else at http://"),
        ('INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> "c" } }', "found something else"),
        (
            f'INSERT DATA {{ GRAPH {STATE} {{ {STATE} <urn:x-kgraph:step> "0" ; <urn:x-kgraph:format> "99" }} }}',
            f"expected a store of format {FORMAT}, found 99",
        ),
    ],
)
def test_what_is_no_store_is_refused_and_left_as_it_is(fuseki: Fuseki, prepared: str, said: str) -> None:
    fuseki.update(prepared)
    with pytest.raises(StoreError, match=said):
        open_store(fuseki.dataset("memory"))
    assert len(fuseki.ask("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")) == prepared.count(";") + 1


def test_a_store_under_another_base_is_refused(fuseki: Fuseki) -> None:
    open_store(fuseki.dataset("memory"))
    fuseki.update(
        "DELETE { GRAPH ?g { ?s <urn:x-kgraph:base> ?o } } INSERT { GRAPH ?g { ?s <urn:x-kgraph:base> 'https://example.org/' } }"
        " WHERE { GRAPH ?g { ?s <urn:x-kgraph:base> ?o } }"
    )
    with pytest.raises(StoreError, match=r"with IRIs under https://w3id\.org/kgraph/, found https://example\.org/"):
        open_store(fuseki.dataset("memory"))


def test_reading_makes_no_store(fuseki: Fuseki) -> None:
    with pytest.raises(StoreError, match="expected a store, found an empty dataset"):
        open_store(fuseki.dataset("memory"), read_only=True)
    assert not fuseki.ask("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    open_store(fuseki.dataset("memory"))
    with (
        pytest.raises(StoreError, match="reading only"),
        open_store(fuseki.dataset("memory"), read_only=True).transaction(),
    ):
        pass


def test_a_store_that_was_only_begun_is_begun_again(fuseki: Fuseki) -> None:
    fuseki.update(
        f'INSERT DATA {{ GRAPH {STATE} {{ {STATE} <urn:x-kgraph:format> "{FORMAT}" ;'
        ' <urn:x-kgraph:base> "https://w3id.org/kgraph/" } }'
    )
    put_reading(*item("a1", "Han Bora"), open_store(fuseki.dataset("memory")))


def test_every_sentence_is_found_again(fuseki: Fuseki) -> None:
    store = open_store(fuseki.dataset("union"))
    for number in range(3):
        put_reading(*item(f"a{number}", "Han Bora", "한보라"), store)
    found = verify_graph(store.reader())
    assert (found.faults, found.articles, found.claims) == ((), 3, 6)


def test_an_article_without_anything_is_kept(fuseki: Fuseki) -> None:
    store, article = open_store(fuseki.dataset("kg")), Article("a1", "아무도 없다.\n", "ko")
    put_reading(article, make_reading(article, (), ()), store)
    assert store.reader().article("a1") == article


@pytest.mark.parametrize("dataset", ["kg", "memory", "union"])
def test_a_whole_number_is_taken_out_by_patterns_too(fuseki: Fuseki, dataset: str) -> None:
    store, work = open_store(fuseki.dataset(dataset)), Referent("a1#work-1", "Work", ("Paper Moons",), "series")
    put_reading(*make_article("a1", "2021-05-01", [("rated", work, None, Qualifiers(percent=12.0, episode=1))]), store)
    assert [fact.qualifiers.percent for fact in open_store(fuseki.dataset(dataset)).reader().facts()] == [12.0]
    fuseki.update("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } } ; DELETE WHERE { ?s ?p ?o }", dataset)
    assert fuseki.ask("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", dataset) == []
