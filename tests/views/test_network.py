"""Who stands in the middle, and which names form communities."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphs import GraphBuilder, ListReader
from kgraph.errors import QueryError
from kgraph.views.links import Which, make_which
from kgraph.views.network import Projection, list_communities, list_top, make_network

if TYPE_CHECKING:
    from pathlib import Path


def two_circles() -> ListReader:
    """Two circles of four friends each, and one friendship between the circles."""
    build = GraphBuilder()
    circles = [[build.entity("Person", f"{circle}{letter} Kim") for letter in "abcd"] for circle in "XY"]
    for circle in circles:
        for one, other in combinations(circle, 2):
            build.fact("They are friends.", "friends", one, "friend_of", other)
    build.fact("They are friends.", "friends", circles[0][0], "friend_of", circles[1][0])
    build.fact("They deny it.", "deny", circles[0][1], "dating", circles[1][1], status="denied")
    build.entity("Person", "Alone")
    return build.reader


@pytest.mark.parametrize("measure", ["degree", "betweenness", "pagerank"])
def test_who_joins_the_circles_stands_at_the_top(measure: str) -> None:
    rows = list_top(make_network(two_circles(), Which()), measure)
    assert {row["label"] for row in rows[:2]} == {"Xa Kim", "Ya Kim"}
    assert len(rows) == 8
    assert rows[0][measure] > rows[2][measure]


def test_measures_are_those_of_networkx() -> None:
    graph = make_network(two_circles(), Which())
    ours = {row["id"]: row["betweenness"] for row in list_top(graph, "betweenness")}
    theirs = nx.betweenness_centrality(graph)
    assert ours == {graph.nodes[node]["id"]: round(theirs[node], 6) for node in graph if graph.degree(node)}
    ranks = {row["id"]: row["pagerank"] for row in list_top(graph, "pagerank")}
    assert 0.95 < sum(ranks.values()) < 1  # the rest is that of the name joined to none
    with pytest.raises(QueryError, match="degree, betweenness, pagerank"):
        list_top(graph, "fame")


def test_communities() -> None:
    rows = list_communities(make_network(two_circles(), Which()))
    assert [sorted(member["label"][0] for member in row["members"]) for row in rows] == [["X"] * 4, ["Y"] * 4]
    assert [(row["size"], row["links"], row["members"][0]["degree"]) for row in rows] == [(4, 6, 3)] * 2


def test_filters_and_projection() -> None:
    reader = two_circles()
    assert (
        make_network(reader, make_which(doubtful=True)).number_of_edges() == make_network(reader, Which()).number_of_edges() + 1
    )
    build = GraphBuilder()
    works = [build.entity("Work", title) for title in ("Aria", "Bell")]
    for name, on in (("Kim a", works), ("Kim b", works), ("Kim c", works[:1])):
        for work in on:
            build.fact("They made it.", "made", build.entity("Person", name), "directed", work)
    graph = make_network(build.reader, Which(), Projection("Person", "Work"))
    edges = {(graph.nodes[one]["label"], graph.nodes[two]["label"], weight) for one, two, weight in graph.edges(data="weight")}
    assert edges == {("Kim a", "Kim b", 2), ("Kim a", "Kim c", 1), ("Kim b", "Kim c", 1)}


@pytest.mark.parametrize("question", ["communities", "top --by pagerank", "teams --works 1", "path 서하린 서하윤"])
def test_the_same_in_every_process(question: str, sample_store: Path) -> None:
    command = [sys.executable, "-c", "from kgraph.cli import main; main()", *question.split(), "--format", "json"]
    printed = {
        subprocess.run([*command, "--store", sample_store], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
