"""People who keep working together: groups, not only pairs, over works."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.views.timeline import release_of

if TYPE_CHECKING:
    from kgraph.store.base import Reader
    from kgraph.views.links import Which
    from kgraph.views.rows import Row

MOST_TEAMS = 20_000
MOST_WORKS = 300  # of one person that are looked at in pairs

Team = frozenset[str]
Crews = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class TeamOptions:
    """At least so many people on at least so many works; only with this person (an id)."""

    people: int = 2
    works: int = 2
    member: str | None = None


def list_teams(reader: Reader, which: Which, options: TeamOptions) -> list[Row]:
    """Each largest group of people that stands behind the same works, those with the most shared work first.

    A smaller group is listed beside a larger one only if it shares more works.
    """
    crews = read_crews(reader, which)
    works_of = _works_of(crews)
    teams = _closed(crews, works_of, options)
    shared = {team: [work for work in works_of[min(team)] if team <= crews[work].keys()] for team in teams}
    kept = [team for team in teams if len(shared[team]) >= options.works and (not options.member or options.member in team)]
    kept.sort(key=lambda team: (-(len(team) - 1) * len(shared[team]), -len(shared[team]), sorted(team)))
    return [_team_row(reader, team, shared[team], crews) for team in kept]


def read_crews(reader: Reader, which: Which) -> Crews:
    """Every work with the people who made it or appear in it, and as what."""
    people = {entity.id for entity in reader.entities(type_="Person")}
    crews: Crews = {}
    for predicate in ontology.predicates():
        if predicate.range == ("Work",) and "Person" in predicate.domain:
            for fact in reader.facts(predicate=predicate.name):
                if fact.object and which.allows(fact) and fact.subject in people:
                    crews.setdefault(fact.object, {}).setdefault(fact.subject, []).append(fact.predicate)
    return crews


def _works_of(crews: Crews) -> dict[str, list[str]]:
    """Every person with their works, sorted."""
    works_of: dict[str, list[str]] = {}
    for work, crew in sorted(crews.items()):
        for person in crew:
            works_of.setdefault(person, []).append(work)
    return works_of


def _closed(crews: Crews, works_of: dict[str, list[str]], options: TeamOptions) -> list[Team]:
    """All sets of people that are just what some works have in common: shared by two works, then by those and a third..."""
    pairs = {pair for works in works_of.values() for pair in combinations(works[:MOST_WORKS], 2)}
    edge = {frozenset(crews[one].keys() & crews[two].keys()) for one, two in pairs}
    if options.works < 2:
        edge |= {frozenset(crew) for crew in crews.values()}
    found: set[Team] = set()
    while edge and len(found) < MOST_TEAMS:
        edge = {team for team in edge if len(team) >= max(2, options.people)} - found
        found |= edge
        near = {(team, work) for team in edge for person in team for work in works_of[person][:MOST_WORKS]}
        edge = {frozenset(team & crews[work].keys()) for team, work in near}
    return sorted(found, key=sorted)


def _team_row(reader: Reader, team: Team, works: list[str], crews: Crews) -> Row:
    people = [
        {
            "name": _label(reader, person),
            "id": person,
            "roles": sorted({role for work in works for role in crews[work][person]}),
        }
        for person in sorted(team)
    ]
    dated = [{"title": _label(reader, work), "id": work, "date": release_of(reader, work)} for work in works]
    return {
        "people": people,
        "works": sorted(dated, key=lambda work: (work["date"] or "~", str(work["id"]))),
        "size": len(team),
        "shared": len(works),
    }


def _label(reader: Reader, entity_id: str) -> str:
    entity = reader.entity(entity_id)
    return entity.label() if entity else entity_id
