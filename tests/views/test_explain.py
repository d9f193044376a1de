"""Who says so, who says otherwise, and where words stand."""

from __future__ import annotations

import pytest

from graphs import GraphBuilder, sample_graph
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.explain import explain_fact, find_facts
from kgraph.views.search import search_graph


def test_a_fact_is_found_by_id_by_its_beginning_and_by_words() -> None:
    reader = sample_graph()
    for words in (["f03"], ["유민", "friend_of"], ["Park Sol", "friend_of", "Yoo Min"]):
        assert [fact.id for fact in find_facts(reader, words)] == ["f03"]


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        (["f0"], QueryError, "found 7 that begin with 'f0'"),
        (["zz"], NotFoundError, "NAME PREDICATE"),
        (["Yoo Min", "painted"], QueryError, "expected one of directed, "),
        (["Yoo Min", "dating"], NotFoundError, "found none"),
        (["Yoo Mina", "directed"], NotFoundError, "near it: Yoo Min"),
        (["Yoo Min", "directed", "Glass Harbor", "now"], QueryError, "found 4 words"),
    ],
)
def test_what_is_no_fact(words: list[str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        find_facts(sample_graph(), words)


def test_every_sentence_with_its_place() -> None:
    reader = sample_graph()
    (row,) = explain_fact(reader, find_facts(reader, ["f01"])[0])
    assert (row["says"], row["published"], row["rule"]) == ("for", "2022-02-07", "test.rule")
    article = reader.articles[row["article"]]
    assert article.text[row["start"] : row["end"]] == row["text"]
    assert article.text[row["trigger"]["start"] : row["trigger"]["end"]] == "directed"


def test_what_stands_against_a_fact() -> None:
    build = GraphBuilder()
    one, two = build.entity("Person", "Yoo Min"), build.entity("Person", "Park Sol")
    work = build.entity("Work", "Glass Harbor")
    build.fact("Yoo Min is dating Park Sol.", "dating", one, "dating", two)
    build.fact("Park Sol denies dating Yoo Min.", "denies", two, "dating", one, status="denied")
    build.fact("'Glass Harbor' came out in March 2021.", "came out", work, "released_on", None, date="2021-03")
    build.fact("'Glass Harbor' came out on 5 March 2021.", "came out", work, "released_on", None, date="2021-03-05")
    build.fact("'Glass Harbor' came out in 2020.", "came out", work, "released_on", None, date="2020")

    def against(fact: str) -> list[str]:
        rows = explain_fact(build.reader, find_facts(build.reader, [fact])[0])
        return [row["text"] for row in rows if row["says"] == "against"]

    assert against("f01") == ["Park Sol denies dating Yoo Min."]
    assert against("f02") == ["Yoo Min is dating Park Sol."]
    assert against("f03") == ["'Glass Harbor' came out in 2020."]
    assert len(against("f05")) == 2


def test_names_come_before_sentences_and_the_nearest_first() -> None:
    reader = sample_graph()
    hits = search_graph(reader, "glass harbor")
    assert [hit["what"] for hit in hits[:2]] == ["name", "sentence"]
    assert all("glass harbor" in hit["text"].casefold() for hit in hits)
    assert search_graph(reader, "ㅇㅁ")[0]["text"] == "Yoo Min"
    assert len(search_graph(reader, "glass harbor", limit=2)) == 2


def test_sentences_hold_all_words_in_any_order() -> None:
    (hit,) = search_graph(sample_graph(), "PARK friend")
    assert (hit["about"], hit["article"]) == ("friend_of", "a03")
    assert search_graph(sample_graph(), "park rank") == []
    with pytest.raises(QueryError):
        search_graph(sample_graph(), " ")
