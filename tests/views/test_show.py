"""Who a name stands for, and what is shown of it."""

from __future__ import annotations

import pytest

from graphs import GraphBuilder, sample_graph
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.show import find_entity, nearest_names, show_entity
from kgraph.views.stats import count_graph


@pytest.mark.parametrize("name", ["Yoo Min", "yoo-min", "YOOMIN", "유민", "e-person-yoomin", "Yoo", "ㅇㅁ", "e-person-yoomin#r"])
def test_any_spelling_or_id_leads_there(name: str) -> None:
    assert find_entity(sample_graph(), name).label() == "Yoo Min"


@pytest.mark.parametrize(("name", "hangul"), [("Park Chan-wook", "박찬욱"), ("Bak Chanuk", "박찬욱"), ("Yi Jae-kyoo", "이재규")])
def test_another_script_leads_there(name: str, hangul: str) -> None:
    build = GraphBuilder()
    people = {each: build.entity("Person", each) for each in ("박찬욱", "이재규", "황동혁")}
    assert find_entity(build.reader, name) == people[hangul]
    with pytest.raises(NotFoundError):
        find_entity(build.reader, name, type_="Work")


def test_a_name_of_several_is_asked_back_and_the_type_decides() -> None:
    build = GraphBuilder()
    person, work = build.entity("Person", "Moon"), build.entity("Work", "Moon")
    with pytest.raises(QueryError, match=r"found 2 for 'Moon': Moon \(Person, e-person-moon\), Moon \(Work, e-work-moon\)"):
        find_entity(build.reader, "Moon")
    assert find_entity(build.reader, "Moon", type_="Work") == work
    assert find_entity(build.reader, "Moon", type_="Person") == person


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    assert nearest_names(sample_graph(), "Yoo Mina")[0] == "Yoo Min"
    with pytest.raises(NotFoundError, match="near it: Yoo Min"):
        find_entity(sample_graph(), "Yoo Mina")
    with pytest.raises(NotFoundError):
        find_entity(sample_graph(), "")


def test_what_is_shown() -> None:
    reader = sample_graph()
    shown = show_entity(reader, find_entity(reader, "유민"))
    assert (shown["label"], shown["label_ko"], shown["type"]) == ("Yoo Min", "유민", "Person")
    assert [fact["predicate"] for fact in shown["facts"]] == ["directed", "friend_of", "produced"]
    assert shown["facts"][1]["sentences"][0]["text"] == '"As a friend, I texted Park Sol," said Yoo Min.'
    other = show_entity(reader, find_entity(reader, "Night Ferry"))["facts"][0]
    assert (other["direction"], other["qualifiers"]) == ("in", {"status": "talks"})


def test_counts() -> None:
    counts = {(row["what"], row["name"]): row["count"] for row in count_graph(sample_graph())}
    assert counts["articles", "all"] == counts["facts", "all"] == counts["claims", "all"] == 7
    assert counts["entities", "Person"] == 3
