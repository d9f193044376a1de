"""Names side by side, and people who keep working together."""

from __future__ import annotations

from graphs import GraphBuilder, ListReader
from kgraph.views.compare import compare_entities
from kgraph.views.links import Which
from kgraph.views.show import find_entity
from kgraph.views.teams import TeamOptions, list_teams

CREWS = {"Aria": "abc", "Bell": "abc", "Coda": "ab", "Dusk": "bd", "Echo": "d"}


def stage() -> ListReader:
    build = GraphBuilder()
    for title, crew in CREWS.items():
        work = build.entity("Work", title)
        for letter in crew:
            person = build.entity("Person", f"Kim {letter}")
            predicate = "directed" if letter == "a" else "acted_in"
            build.fact(f"Kim {letter} made {title}.", "made", person, predicate, work)
    build.fact("Kim d turned Aria down.", "turned", build.entity("Person", "Kim d"), "acted_in", build.entity("Work", "Aria"),
               status="declined")  # fmt: skip
    return build.reader


def teams(options: TeamOptions) -> list[tuple[str, str]]:
    rows = list_teams(stage(), Which(), options)
    return [
        ("".join(person["name"][-1] for person in row["people"]), "".join(work["title"][0] for work in row["works"]))
        for row in rows
    ]


def test_teams_are_groups_and_smaller_ones_stand_only_where_they_share_more() -> None:
    assert teams(TeamOptions()) == [("abc", "AB"), ("ab", "ABC")]
    assert teams(TeamOptions(people=3)) == [("abc", "AB")]
    assert teams(TeamOptions(works=3)) == [("ab", "ABC")]
    assert teams(TeamOptions(works=1, member=find_entity(stage(), "Kim d").id)) == [("bd", "D")]
    assert teams(TeamOptions(people=4)) == []


def test_teams_are_what_counting_every_group_finds() -> None:
    from itertools import combinations

    counted = set()
    for size in (2, 3):
        for group in combinations("abcd", size):
            works = [title for title, crew in CREWS.items() if set(group) <= set(crew)]
            if len(works) >= 2 and set(group) == set.intersection(*(set(CREWS[title]) for title in works)):
                counted.add(("".join(group), "".join(title[0] for title in works)))
    assert set(teams(TeamOptions())) == counted


def test_roles_in_a_team() -> None:
    row = list_teams(stage(), Which(), TeamOptions())[0]
    assert [person["roles"] for person in row["people"]] == [["directed"], ["acted_in"], ["acted_in"]]
    assert (row["size"], row["shared"]) == (3, 2)


def test_compare() -> None:
    reader = stage()
    rows = {
        row["aspect"]: row for row in compare_entities(reader, *(find_entity(reader, f"Kim {each}") for each in "bd"), Which())
    }
    assert rows["works"] == {"aspect": "works", "both": ["Dusk"], "only_first": ["Aria", "Bell", "Coda"], "only_second": ["Echo"]}
    assert rows["partners"]["only_first"] == ["Kim a", "Kim c", "Kim d"]
    assert rows["partners"]["only_second"] == ["Kim b"]
    assert rows["acted_in"]["both"] == ["Dusk"]
