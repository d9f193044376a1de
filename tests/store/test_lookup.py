"""Looking things up by the index gives what reading everything gives, whatever came and went."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from kgraph import pipeline
from kgraph.documents import sources
from kgraph.model import Article, Qualifiers
from kgraph.settings import DATA
from kgraph.store import open_store
from kgraph.store.index import hidden_graphs
from kgraph.store.lookup import Lookup, PlainLookup, lookup
from kgraph.store.rdf_lookup import RdfLookup
from kgraph.store.rdf_names import FEW
from kgraph.views.clocks import is_within

if TYPE_CHECKING:
    from pathlib import Path

    from kgraph.model import Fact
    from kgraph.store.base import Reader, Store

PARTS = ["이", "재", "재규", "ㅇ", "ㅇㅈ", "ㅅㅎㄹ", "l", "le", "lee", "lantern", "서하린", "없는이름", "x" * 40, '"}', "1988"]
SPELLED = ["leejaegyu", "lanternbey", "서하른", "goblim", "", "q"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("stores") / "store"
    with closing(open_store(str(place))) as store:
        pipeline.build(sources.read_articles([str(DATA / "articles")]), store)
        pipeline.remove(next(iter(store.reader().article_ids())), store)
    return place


def assert_agreement(quick: Lookup, plain: Lookup, reader: Reader) -> None:
    entities, facts = list(reader.entities()), list(reader.facts())
    ids = [entity.id for entity in entities]
    assert quick.entities([*ids, "nobody", "a#b"]) == plain.entities([*ids, "nobody", "a#b"])
    assert quick.degrees(ids) == plain.degrees(ids)
    assert in_order(quick.facts()) == in_order(plain.facts())
    for predicate in (None, "acted_in", "ranked"):
        quickly, plainly = (each.facts_of(ids, predicate=predicate) for each in (quick, plain))
        assert {id_: in_order(found) for id_, found in quickly.items()} == {
            id_: in_order(found) for id_, found in plainly.items()
        }
        assert in_order(quick.facts(predicate=predicate)) == in_order(plain.facts(predicate=predicate))
    for said in (Qualifiers(date="2022"), Qualifiers(date="2022-02-07"), Qualifiers(rank=1), Qualifiers(date="2021-11", rank=2)):
        quickly, plainly = ({fact.id for fact in each.facts(said=said) if may_mean(fact, said)} for each in (quick, plain))
        assert quickly == plainly
    for fact in facts:
        assert quick.quotes(fact.id) == plain.quotes(fact.id)
    for some in (facts, facts[::3], facts[:1], []):
        ids_of_some = [fact.id for fact in some]
        assert list(quick.sentences(ids_of_some)) == list(plain.sentences(ids_of_some))
    for beginning in ("", "0", facts[0].id[:3], facts[0].id[:4], facts[0].id[:9], "zz", '"'):
        assert quick.facts_beginning(beginning, 5) == plain.facts_beginning(beginning, 5)
    for words in (["lantern"], ["lantern", "bay"], ["서하린"], ['"'], ["nowhere"]):
        assert list(quick.articles_with(words)) == list(plain.articles_with(words))
    for type_ in (None, "Person", "Work"):
        for part in PARTS:
            assert quick.hits(part, type_=type_, limit=7) == plain.hits(part, type_=type_, limit=7), part
        for key in SPELLED:
            assert sorted(quick.alike(key, type_=type_)) == sorted(plain.alike(key, type_=type_)), key


def may_mean(fact: Fact, said: Qualifiers) -> bool:
    return (said.date is None or is_within(fact.qualifiers.date, said.date)) and said.rank in (None, fact.qualifiers.rank)


def in_order(facts: object) -> list[object]:
    return sorted(facts, key=lambda fact: fact.id)  # type: ignore[call-overload, no-any-return]


def index_lines(place: Path) -> list[str]:
    graph = pyoxigraph.Store.read_only(str(place / "graph"))
    names = [pyoxigraph.NamedNode(name[1:-1]) for name in hidden_graphs() if "/index/" in name]
    return sorted(str(quad) for name in names for quad in graph.quads_for_pattern(None, None, None, name))


def test_the_index_and_plain_reading_agree(filled: Path) -> None:
    with closing(open_store(str(filled), read_only=True)) as store:
        reader = store.reader()
        assert isinstance(lookup(reader), RdfLookup)
        assert lookup(reader).hits("서하", limit=3)
        assert_agreement(lookup(reader), PlainLookup(reader), reader)


def test_a_store_without_an_index_is_read_and_gets_one_when_it_is_opened_for_writing(filled: Path) -> None:
    before = index_lines(filled)
    assert before
    drop_index(filled, before[: len(before) // 2])
    with closing(open_store(str(filled), read_only=True)) as store:
        assert isinstance(lookup(store.reader()), PlainLookup)
    with closing(open_store(str(filled))) as store:
        assert isinstance(lookup(store.reader()), RdfLookup)
    assert index_lines(filled) == before


def drop_index(place: Path, _half: list[str]) -> None:
    """As an older version, or a making of the index that was killed, would leave it: parts without the mark."""
    graph = pyoxigraph.Store(str(place / "graph"))
    for number, name in enumerate(name for name in hidden_graphs() if "/index/" in name):
        quads = list(graph.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name[1:-1])))
        for quad in quads if "state" in name or number % 2 else quads[::2]:
            graph.remove(quad)
    graph.flush()


def test_the_index_follows_what_comes_and_goes(tmp_path: Path) -> None:
    articles = list(sources.read_articles([str(DATA / "articles")]))[:4]
    places = [tmp_path / "all", tmp_path / "less"]
    for place, kept in zip(places, (articles, articles[:2]), strict=True):
        with closing(open_store(str(place))) as store:
            pipeline.build(kept, store)
            for article in kept[2:]:
                pipeline.remove(article.id, store)
    assert index_lines(places[0]) == index_lines(places[1])


def test_neither_exports_nor_queries_see_the_index(filled: Path) -> None:
    from kgraph.views.query import run_query

    with closing(open_store(str(filled), read_only=True)) as store:
        assert not any("/index/" in line for line in store.reader().quads())
        found = run_query(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        assert not any("/index/" in str(row) or "/notes" in str(row) for row in found.rows)


def test_names_that_many_share_come_in_the_order_of_plain_reading(tmp_path: Path) -> None:
    works = [f"Sea {word} {number}" for word in ("Road", "Roads", "House") for number in range(99)]
    articles = [Article(f"a{place}", f"The film {work} premiered on 3 May 2019.", "en") for place, work in enumerate(works)]
    with closing(open_store(str(tmp_path / "store"))) as store:
        pipeline.build(articles, store)
        reader = store.reader()
        quick, plain = lookup(reader), PlainLookup(reader)
        assert len(quick.hits("sea", limit=500)) > FEW
        for part in ("s", "se", "sea", "road", "earoad", "house7", "9"):
            for limit in (1, 20, 150, 500):
                assert quick.hits(part, limit=limit) == plain.hits(part, limit=limit), (part, limit)


def test_a_memory_store_is_looked_up_plainly() -> None:
    store: Store = open_store("memory:")
    assert isinstance(lookup(store.reader()), PlainLookup)
    assert lookup(store.reader()).hits("이", limit=3) == []
