"""Parts of a graph: around a name, of an answer, at a time; nothing in a part that is not in the whole."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs import sample_graph
from kgraph.errors import NotFoundError, QueryError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import judge, put_reading
from kgraph.store import Store, open_store
from kgraph.store.terms import iri, term
from kgraph.views.answer import Answer, Cell
from kgraph.views.clocks import Clocks, read_at
from kgraph.views.export_formats import EXPORTS, Extras, find_export
from kgraph.views.links import Which
from kgraph.views.measures import WRITTEN, measure_names
from kgraph.views.named import run_named
from kgraph.views.network import list_communities, list_top, make_network
from kgraph.views.part import PartReader, around
from kgraph.views.part_of_answer import part_of_answer
from kgraph.views.query import run_query
from worlds import judgements, make_article, worlds


def three_articles() -> Store:
    store = open_store("memory:")
    for number, date in enumerate(["2021-04-06", "2021-09", None], 1):
        id_ = f"a{number}"
        han, kang = Referent(f"{id_}#p1", "Person", ("Han Bora",)), Referent(f"{id_}#p2", "Person", ("Kang Doyun",))
        moons = Referent(f"{id_}#w", "Work", ("Paper Moons",), "series")
        stated = [("directed", han, moons, Qualifiers()), ("friend_of", han, kang, Qualifiers())][: 3 - number]
        put_reading(*make_article(id_, date, stated), store)
    return store


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_part_is_a_part(data: st.DataObject) -> None:
    store = open_store("memory:")
    world = data.draw(worlds(4))
    for item in world:
        put_reading(*item, store)
    for judgement in data.draw(judgements(world)):
        judge(judgement, store)
    reader = store.reader()
    whole, ids = list(reader.quads()), [entity.id for entity in reader.entities()]
    if not ids:
        return
    part = around(reader, data.draw(st.sampled_from(ids)), data.draw(st.integers(1, 3)))
    lines = list(part.quads())
    assert lines == sorted(set(lines))
    assert set(lines) <= set(whole)
    facts = list(part.facts())
    assert facts == [fact for fact in reader.facts() if {fact.subject, fact.object} - {None} <= part.kept]
    assert [claim for fact in facts for claim in sorted(fact.claims)] == [
        claim.id for fact in facts for claim in sorted(part.claims(fact=fact.id), key=lambda claim: claim.id)
    ]
    assert {claim.id for claim in part.claims()} == {claim for fact in facts for claim in fact.claims}
    assert list(part.article_ids()) == sorted({claim.article for claim in part.claims()})


def test_everything_around_everything_is_the_graph_without_texts() -> None:
    reader = three_articles().reader()
    whole = PartReader(reader, frozenset(entity.id for entity in reader.entities()))
    missing = set(reader.quads()) - set(whole.quads())
    text = [line for line in missing if f" {term('text')} " in line]
    silent = [line for line in missing if iri("graph", "a3") in line or iri("article", "a3")[:-1] in line]
    assert missing == {*text, *silent}
    assert len(text) == 3


def test_depth() -> None:
    reader = sample_graph()
    one, two = (around(reader, "e-person-parksol", depth) for depth in (1, 2))
    assert sorted(one.kept) == ["e-person-parksol", "e-person-yoomin", "e-work-glassharbor"]
    assert sorted(two.kept - one.kept) == ["e-organization-kanalone"]
    assert {fact.predicate for fact in one.facts()} == {"directed", "wrote", "friend_of", "produced", "ranked"}


def test_the_names_of_an_answer() -> None:
    store = three_articles()
    reader = store.reader()
    by_iri = part_of_answer(reader, run_query(store, "SELECT ?s ?o { ?s kg:friendOf ?o }"))
    assert sorted(by_iri.kept) == ["person-hanbora", "person-kangdoyun"]
    assert [fact.predicate for fact in by_iri.facts()] == ["friend_of"]
    by_fact = part_of_answer(reader, run_query(store, "SELECT ?f { ?f a kg:Fact ; rdf:predicate kg:directed }"))
    assert sorted(by_fact.kept) == ["person-hanbora", "work-series-papermoons"]
    by_name = part_of_answer(reader, run_named(store, "works-of", {"person": "Han Bora"}), ["Han Bora"])
    assert sorted(by_name.kept) == ["person-hanbora", "work-series-papermoons"]
    with pytest.raises(NotFoundError, match="expected names"):
        part_of_answer(reader, Answer("ASK", ("answer",), ((Cell("literal", "true"),),)))


def test_a_graph_at_a_time_is_written_as_it_was() -> None:
    store = three_articles()
    known = list(read_at(store.reader(), Clocks(known_at="2021-05")).quads())
    assert any('"1"' in line and f" {term('sources')} " in line for line in known)
    assert not any(iri("graph", "a2") in line for line in known)
    assert known == sorted(set(known))


@pytest.mark.parametrize("name", [name for name, export in EXPORTS.items() if export.text])
def test_every_format_takes_a_part(name: str) -> None:
    part, sink = around(three_articles().reader(), "person-kangdoyun", 1), io.StringIO()
    count = find_export(name).text(part, sink, Extras())
    assert count > 0
    assert "papermoons" not in sink.getvalue()


def test_measures_are_those_of_the_commands() -> None:
    reader = three_articles().reader()
    found = measure_names(reader, WRITTEN, Which())
    graph = make_network(reader, Which())
    for measure in ("degree", "betweenness", "pagerank"):
        assert all(found[row["id"]][measure] == row[measure] for row in list_top(graph, measure))
    members = {member["id"]: row["community"] for row in list_communities(graph) for member in row["members"]}
    assert {id_: values["community"] for id_, values in found.items()} == {id_: members.get(id_, 0) for id_ in found}
    assert all(tuple(values) == WRITTEN for values in found.values())


def test_measures_where_there_is_no_room() -> None:
    with pytest.raises(QueryError, match="expected a format with room for measures"):
        find_export("turtle", ["degree"])
    with pytest.raises(QueryError, match="expected one of degree"):
        measure_names(three_articles().reader(), ["fame"], Which())
    with pytest.raises(QueryError, match="expected one of jsonld"):
        find_export("xlsx")
