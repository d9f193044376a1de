"""What a notebook shows, and pandas."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import kgraph
from kgraph.errors import KgraphError, NotFoundError, QueryError
from kgraph.views.notebook import MOST_SHOWN, Card, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kgraph.views.graph import Graph

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def graph(sample_store: Path) -> Iterator[Graph]:
    with kgraph.open(str(sample_store)) as opened:
        yield opened


def test_a_card_shows_names_facts_and_sentences(graph: Graph) -> None:
    card = graph.show("서하린")
    html = card._repr_html_()
    assert "Seo Ha-rin" in html
    assert "서하린" in html
    assert card["facts"][0]["predicate"] in html
    assert card["facts_in_all"] == len(card.facts)
    assert len(graph.show("서하린", limit=1)["facts"]) == 1


def test_nothing_of_an_article_becomes_markup() -> None:
    said = {"qualifiers": {"award": EVIL}, "sentences": [{"text": EVIL, "article": EVIL}], "rank": "deprecated"}
    dates = {"first_report": None, "last_report": None, "sources": 1, "independent": 1, "reason": None, "confidence": 0.5}
    fact = {"subject": EVIL, "predicate": "won", "object": None, **said, **dates}
    card = Card(label=EVIL, type="Person", kind=EVIL, names=[EVIL], id=EVIL, facts=[fact], facts_in_all=1)
    for html in (card._repr_html_(), Rows([{EVIL: EVIL, "list": [EVIL], "dict": {"text": EVIL}}])._repr_html_()):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_a_table_draws_so_many_rows_and_says_how_many_more() -> None:
    rows = Rows({"number": number} for number in range(MOST_SHOWN + 2))
    assert "2 more rows" in rows._repr_html_()
    assert rows._repr_html_().count("<tr") == MOST_SHOWN + 1
    assert Rows()._repr_html_() == "<p>no rows</p>"
    assert rows == [{"number": number} for number in range(MOST_SHOWN + 2)]


def test_pandas_reads_tables_and_rows(graph: Graph) -> None:
    facts = graph.to_pandas("facts")
    assert len(facts) == sum(1 for _ in graph.reader.facts())
    assert facts.index.is_unique
    assert (facts["sources"] >= 1).all()
    assert set(graph.to_pandas("entities").index) == {entity.id for entity in graph.reader.entities()}
    joined = graph.to_pandas("claims")
    assert set(joined["fact"]) <= set(facts.index)
    ranked = graph.rank().to_pandas()
    assert list(ranked["position"]) == [row["position"] for row in graph.rank()]
    with pytest.raises(QueryError, match="expected one of entities"):
        graph.to_pandas("people")


def test_without_pandas_a_line_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(KgraphError, match=r"pip install 'kgraph\[pandas\]'"):
        graph.to_pandas()


def test_networkx_and_rdflib_hold_the_same_facts(graph: Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    joined = [fact for fact in graph.reader.facts() if fact.object is not None]
    assert network.number_of_edges() >= len(joined)
    found = graph.rdf.query("SELECT (COUNT(DISTINCT ?fact) AS ?n) { ?fact a kg:Fact }", initNs={"kg": kg_namespace()})
    assert int(next(iter(found))[0]) == sum(1 for _ in graph.reader.facts())


def kg_namespace() -> str:
    from kgraph.ontology import term_iri

    return term_iri("")


def test_an_unknown_name_offers_the_nearest_and_no_path_says_so(graph: Graph) -> None:
    with pytest.raises(NotFoundError, match="Seo Ha-rin"):
        graph.show("Seo Ha-rim")
    with pytest.raises(NotFoundError, match="at most 1 steps"):
        graph.path("Seo Ha-yoon", "Parasite", max_hops=1)
