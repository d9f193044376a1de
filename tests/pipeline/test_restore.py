"""What went out comes back: the same canonical bytes from every complete format, and nothing that kgraph did not write."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import EvidenceError, InputError
from kgraph.model import Judgement, Qualifiers, Referent, Verdict
from kgraph.pipeline import Outcome, judge, put_reading, restore
from kgraph.store import Store, open_store
from kgraph.store.restored import COMPLETE, open_export
from kgraph.store.shape import judgement_quads
from kgraph.views.export import export_graph
from kgraph.views.part import around
from worlds import judgements, make_article, worlds


def written(store: Store, format_: str = "nquads") -> str:
    sink = io.StringIO()
    export_graph(store.reader(), format_, sink)
    return sink.getvalue()


def read_back(text: str, store: Store, format_: str = "nquads") -> tuple[list[Outcome], int]:
    """What became of each article, and how many statements differ from the file's."""
    with open_export(io.BytesIO(text.encode()), format_, "graph") as restored:
        done = restore(restored.articles(), restored.judgements(), store)
        return [each.outcome for each in done], restored.count_differences(store.reader())


def small() -> Store:
    store = open_store("memory:")
    for id_ in ("a1", "a2"):
        han, moons = (
            Referent(f"{id_}#p", "Person", ("Han Bora", "한보라")),
            Referent(f"{id_}#w", "Work", ("Paper Moons",), "series"),
        )
        put_reading(*make_article(id_, "2021-04-06", [("directed", han, moons, Qualifiers(date="2021"))]), store)
    return store


@pytest.mark.parametrize("format_", COMPLETE)
@settings(max_examples=8, deadline=None)
@given(st.data())
def test_the_same_bytes_come_back(format_: str, data: st.DataObject) -> None:
    store, world = open_store("memory:"), data.draw(worlds(3))
    for item in world:
        put_reading(*item, store)
    for judgement in data.draw(judgements(world)):
        judge(judgement, store)
    back = open_store("memory:")
    outcomes, differences = read_back(written(store, format_), back, format_)
    assert outcomes == [Outcome.NEW] * len(world)
    assert differences == 0
    assert list(back.reader().quads()) == list(store.reader().quads())


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_into_a_store_that_holds_other_articles(data: st.DataObject) -> None:
    world = data.draw(worlds(4))
    cut = data.draw(st.integers(0, len(world)))
    whole, first, second = (open_store("memory:") for _ in range(3))
    for item in world:
        put_reading(*item, whole)
    for store, part in ((first, world[:cut]), (second, world[cut:])):
        for item in part:
            put_reading(*item, store)
    if world[cut:]:
        read_back(written(second), first)
    assert list(first.reader().quads()) == list(whole.reader().quads())
    assert set(read_back(written(whole), first)[0]) <= {Outcome.UNCHANGED}


def test_an_article_that_changed_is_replaced() -> None:
    store, other = small(), open_store("memory:")
    put_reading(*make_article("a1", "2020", []), other)
    assert read_back(written(other), store)[0] == [Outcome.REPLACED]
    assert [article.published for id_ in ("a1", "a2") if (article := store.reader().article(id_))] == ["2020", "2021-04-06"]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_line_more_or_less_is_refused_or_derived_anew(data: st.DataObject) -> None:
    lines = written(small()).splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = [*lines[:place], *lines[place + 1 :]]
    if data.draw(st.booleans()):
        odd = lines[place].replace("2021", "2020").replace("Moons", "Suns")
        changed = sorted({*changed, odd}) if odd != lines[place] else changed
    back = open_store("memory:")
    try:
        _, differences = read_back("".join(changed), back)
    except (InputError, EvidenceError):
        assert list(back.reader().article_ids()) == []
        return
    stored = list(back.reader().quads())
    assert differences == len({*stored} ^ {*changed})
    assert [line for line in stored if "/graph/a" in line] == [line for line in changed if "/graph/a" in line]
    assert any(word in lines[place] for word in ("#p> ", "#w> ")) or "/graph/a" not in lines[place]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "found no article in it"),
        ("<a:b> <c:d> <e:f> .", "found no article in it"),
        ("<a:b> <c:d>", "expected nquads, found an error"),
        ("\x00\x01", "expected nquads, found an error"),
        (written(small()) + '<a:b> <c:d> "x" <a:graph> .\n', "expected graphs of articles and of judgements, found <a:graph>"),
        (written(small()).replace("Han Bora directed", "Han Bora DIRECTED"), "expected in <https://w3id.org/kgraph/graph/a"),
        (written(small()).replace("https://w3id.org/kgraph/", "https://example.org/"), "wrote under https://w3id.org/kgraph/"),
    ],
)
def test_what_is_not_ours_is_refused_in_one_line(text: str, message: str) -> None:
    store = open_store("memory:")
    with pytest.raises(InputError, match=message) as refused:
        read_back(text, store)
    assert "\n" not in str(refused.value)
    assert list(store.reader().quads()) == []


def test_a_part_is_no_whole() -> None:
    part = "".join(around(small().reader(), "person-hanbora").quads())
    with pytest.raises(InputError, match="found a1 without its text"):
        read_back(part, open_store("memory:"))


def test_a_judgement_that_was_changed_is_refused() -> None:
    store = small()
    judgement = Judgement("a1#p", "a2#p", Verdict.DIFFERENT, "curator", "two people")
    judge(judgement, store)
    text = written(store)
    assert all(f"{triple} {graph} .\n" in text for triple, graph in judgement_quads(judgement))
    with pytest.raises(InputError, match="judgements"):
        read_back(text.replace("two people", "one person"), open_store("memory:"))
