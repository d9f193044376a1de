"""What was when: timelines, chart histories, and what was learnt between two dates."""

from __future__ import annotations

import pytest

from graphs import GraphBuilder, ListReader, sample_graph
from kgraph.errors import QueryError
from kgraph.views.changes import list_changes
from kgraph.views.charts import ChartOptions, list_longest, list_rankings
from kgraph.views.links import Which
from kgraph.views.show import find_entity
from kgraph.views.timeline import list_timeline


def test_work_is_dated_by_its_release_and_never_by_a_report() -> None:
    build = GraphBuilder()
    yoo, dated, undated = build.entity("Person", "Yoo Min"), build.entity("Work", "Glass Harbor"), build.entity("Work", "Ferry")
    offered = build.entity("Work", "Night Bus")
    build.fact("Yoo Min directed Ferry.", "directed", yoo, "directed", undated)
    build.fact("Yoo Min directed Glass Harbor.", "directed", yoo, "directed", dated)
    build.fact("Glass Harbor came out in 2019.", "came out", dated, "released_on", None, date="2019-05")
    build.fact("Yoo Min won in 2018.", "won", yoo, "won", None, date="2018", award="Moon Award")
    build.fact("Yoo Min is in talks.", "talks", yoo, "acted_in", offered, status="talks")
    build.fact("Night Bus comes out in 2017.", "comes out", offered, "released_on", None, date="2017")
    rows = list_timeline(build.reader, yoo, Which())
    assert [(row["date"], row["dated_by"], row["role"], row["other"]) for row in rows] == [
        ("2018", "text", "won", None),
        ("2019-05", "release", "directed", "Glass Harbor"),
        (None, None, "acted_in (talks)", "Night Bus"),
        (None, None, "directed", "Ferry"),
    ]


def charts() -> ListReader:
    build = GraphBuilder()
    one, two = build.entity("Work", "Glass Harbor"), build.entity("Work", "Night Ferry")
    for day in ("2022-02-01", "2022-02-02"):
        build.fact("First.", "First", one, "ranked", None, rank=1, chart="Flick Board", region="world", date=day)
    build.fact("First.", "First", one, "ranked", None, rank=1, chart="FlickBoard", region="world", date="2022-02", days=11)
    build.fact("Second.", "Second", two, "ranked", None, rank=2, chart="Flick Board", region="world", date="2022-02-01")
    build.fact("First.", "First", two, "ranked", None, rank=1, chart="Flick Board", region="Korea", date="2022-02-03")
    build.fact("First, they deny.", "deny", two, "ranked", None, rank=1, chart="Flick Board", status="denied")
    build.fact("Third.", "Third", two, "ranked", None, rank=3, chart="Tube")
    return build.reader


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (ChartOptions(), ["f03", "f01", "f04", "f02", "f05", "f07"]),
        (ChartOptions(date="2022-02-01"), ["f03", "f01", "f04"]),
        (ChartOptions(date="2022-02-03", position=1), ["f03", "f05"]),
        (ChartOptions(region="korea"), ["f05"]),
        (ChartOptions(chart="flickboard", work="e-work-nightferry"), ["f04", "f05"]),
        (ChartOptions(date="2021"), []),
    ],
)
def test_rankings(options: ChartOptions, found: list[str]) -> None:
    assert [row["fact"] for row in list_rankings(charts(), options)] == found


def test_longest_at_the_top() -> None:
    rows = list_longest(charts(), ChartOptions())
    assert [(row["work"], row["region"], row["days"], row["last_date"]) for row in rows] == [
        ("Glass Harbor", "world", 11, "2022-02-02"),
        ("Night Ferry", "Korea", 1, "2022-02-03"),
    ]
    with pytest.raises(QueryError, match="expected a date"):
        list_rankings(charts(), ChartOptions(date="last week"))


def test_what_was_learnt() -> None:
    reader = sample_graph()
    learnt = list_changes(reader, "2022-02-06", "2022-02-07")
    assert {row["change"] for row in learnt} == {"new"}
    assert len(learnt) == 7
    assert list_changes(reader, "2022-02-07", "2023") == []
    with pytest.raises(QueryError, match="earlier date first"):
        list_changes(reader, "2023", "2022")
    about = find_entity(reader, "Han Bi").id
    assert [row["predicate"] for row in list_changes(reader, "2021", "2022", entity=about)] == ["acted_in"]


def test_what_became_true_and_what_ended() -> None:
    build = GraphBuilder()
    one, two = build.entity("Person", "Yoo Min"), build.entity("Person", "Park Sol")
    build.fact("They wed in 2020.", "wed", one, "married_to", two, date="2020")
    build.fact("They parted in 2022.", "parted", one, "dating", two, date="2022", status="ended")
    rows = list_changes(build.reader, "2019", "2023", true=True)
    assert [(row["change"], row["predicate"]) for row in rows] == [("new", "married_to"), ("gone", "dating")]
