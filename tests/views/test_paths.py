"""How names are connected, and what stands between them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from graphs import GraphBuilder, ListReader
from kgraph.errors import NotFoundError, QueryError
from kgraph.views.links import Which, make_which
from kgraph.views.neighbours import list_between, list_neighbours
from kgraph.views.paths import PathOptions, find_paths
from kgraph.views.show import find_entity

ALL = Which()


def small_world() -> ListReader:
    """Ana and Ben: joined by a work, by a rumour of friendship that is denied, and by two people one after the other."""
    build = GraphBuilder()
    ana, ben, cho, dan = (build.entity("Person", name) for name in ("Ana Yoo", "Ben Han", "Cho Min", "Dan Seo"))
    work, box = build.entity("Work", "Glass Harbor"), build.entity("Organization", "Moonbox")
    build.fact("Ana directed Glass Harbor.", "directed", ana, "directed", work)
    build.fact("Ben wrote Glass Harbor.", "wrote", ben, "wrote", work)
    build.fact("Ana and Ben deny that they date.", "deny", ana, "dating", ben, status="denied")
    build.fact("Ana is a friend of Cho.", "friend", ana, "friend_of", cho)
    build.fact("Cho is a friend of Ben.", "friend", cho, "friend_of", ben)
    build.fact("Dan signed with Moonbox.", "signed", dan, "signed_with", box)
    return build.reader


def walk(reader: ListReader, one: str, other: str, which: Which = ALL, options: PathOptions | None = None) -> list[list[str]]:
    rows = find_paths(reader, find_entity(reader, one), find_entity(reader, other), which, options or PathOptions())
    paths: dict[int, list[str]] = {}
    for row in rows:
        paths.setdefault(row["path"], [row["from"]]).append(row["to"])
    return list(paths.values())


def test_all_paths_and_what_is_denied_only_if_asked() -> None:
    reader = small_world()
    middles = {tuple(path[1:-1]) for path in walk(reader, "Ana Yoo", "Ben Han")}
    assert middles == {("Glass Harbor",), ("Cho Min",)}
    assert walk(reader, "Ana Yoo", "Ben Han", make_which(doubtful=True))[0] == ["Ana Yoo", "Ben Han"]


def test_filters() -> None:
    reader = small_world()
    assert walk(reader, "Ana Yoo", "Ben Han", make_which(["friend_of"])) == [["Ana Yoo", "Cho Min", "Ben Han"]]
    assert walk(reader, "Ana Yoo", "Ben Han", make_which((), ["Work"])) == [["Ana Yoo", "Glass Harbor", "Ben Han"]]
    with pytest.raises(NotFoundError, match="at most 4 steps from Ana Yoo to Ben Han"):
        walk(reader, "Ana Yoo", "Ben Han", make_which(min_confidence=0.95))
    with pytest.raises(NotFoundError):
        walk(reader, "Ana Yoo", "Ben Han", ALL, PathOptions(max_hops=1))
    for wrong in ({"predicates": ["painted"]}, {"classes": ["City"]}):
        with pytest.raises(QueryError, match="expected one of"):
            make_which(**wrong)


def test_no_path_and_no_two_names() -> None:
    with pytest.raises(NotFoundError):
        walk(small_world(), "Ana Yoo", "Dan Seo")
    with pytest.raises(QueryError, match="Ana Yoo twice"):
        walk(small_world(), "Ana Yoo", "Ana Yoo")


def test_the_better_sourced_the_rarer_and_the_newer_path_comes_first() -> None:
    reader = small_world()
    for fact in ("f04", "f05"):
        reader.held[fact] = replace(reader.held[fact], sources=3)
    assert walk(reader, "Ana Yoo", "Ben Han")[0][1] == "Cho Min"
    reader = small_world()
    for fact in ("f01", "f02"):
        reader.held[fact] = replace(reader.held[fact], last_report="1999-01-01")
    assert walk(reader, "Ana Yoo", "Ben Han")[0][1] == "Cho Min"
    build = GraphBuilder()
    build.reader = small_world()
    work = build.entity("Work", "Glass Harbor")
    for number in range(20):
        build.fact("They acted in it.", "acted", build.entity("Person", f"Extra {number}"), "acted_in", work)
    assert walk(build.reader, "Ana Yoo", "Ben Han")[0][1] == "Cho Min"


def test_every_step_has_its_sentence_and_paths_are_the_same_both_ways() -> None:
    reader = small_world()
    rows = find_paths(reader, find_entity(reader, "Ana Yoo"), find_entity(reader, "Ben Han"), ALL, PathOptions())
    assert all(row["sentence"]["text"] in reader.articles[row["sentence"]["article"]].text for row in rows)
    assert [row["role"] for row in rows if row["to"] == "Ben Han" and row["from"] == "Glass Harbor"] == ["< wrote"]
    there, back = walk(reader, "Ana Yoo", "Ben Han"), walk(reader, "Ben Han", "Ana Yoo")
    assert sorted(map(tuple, there)) == sorted(tuple(reversed(path)) for path in back)


def test_the_best_of_a_long_chain_with_loops() -> None:
    build = GraphBuilder()
    people = [build.entity("Person", f"P{chr(65 + number)} Kim") for number in range(6)]
    for one, other in pairwise(people):
        build.fact("They are friends.", "friends", one, "friend_of", other)
        build.fact("They are family.", "family", one, "sibling_of", other)
    build.fact("They are friends.", "friends", people[0], "friend_of", people[2])
    first, last = people[0].label(), people[5].label()
    with pytest.raises(NotFoundError):
        walk(build.reader, first, last, ALL, PathOptions(max_hops=3))
    assert [len(path) for path in walk(build.reader, first, last, ALL, PathOptions(max_hops=5))] == [5, 6]


def test_neighbours() -> None:
    reader = small_world()
    rows = list_neighbours(reader, find_entity(reader, "Ana Yoo"), ALL)
    assert {row["name"]: row["roles"] for row in rows} == {"Glass Harbor": ["directed"], "Cho Min": ["friend_of"]}
    rows = list_neighbours(reader, find_entity(reader, "Ana Yoo"), make_which((), ["Person"], doubtful=True))
    assert {row["name"]: row["roles"] for row in rows} == {"Ben Han": ["dating (denied)"], "Cho Min": ["friend_of"]}


def test_between() -> None:
    reader = small_world()
    names = [find_entity(reader, name) for name in ("Ana Yoo", "Ben Han", "Cho Min", "Dan Seo")]
    rows = list_between(reader, names, ALL)
    assert [(row["between"], [link["name"] for link in row["links"]]) for row in rows] == [
        (None, ["Ana Yoo", "Cho Min"]),
        (None, ["Ben Han", "Cho Min"]),
        ("Glass Harbor", ["Ana Yoo", "Ben Han"]),
    ]
    with pytest.raises(QueryError, match="two or more"):
        list_between(reader, names[:1] * 2, ALL)
