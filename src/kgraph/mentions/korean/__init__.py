"""Mentions in Korean articles: titles, organisations, persons, and what stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.mentions.korean.coreference import find_stand_ins
from kgraph.mentions.korean.marked_names import PERSON, find_marked_names
from kgraph.mentions.korean.organizations import find_organizations
from kgraph.mentions.korean.people import Name, find_people
from kgraph.mentions.korean.referents import Roster
from kgraph.mentions.korean.works import find_titles

if TYPE_CHECKING:
    from kgraph.model import Document, Mentions


def find_mentions(document: Document) -> Mentions:
    """All mentions of a Korean document in text order, with the referents that they stand for."""
    marked = find_marked_names(document)
    titles = find_titles(document, frozenset(name.start for name in marked))
    taken = [(title.start - 1, title.end + 1) for title in titles]
    organizations = [
        name for name in find_organizations(document, marked) if not any(a < name.end and name.start < b for a, b in taken)
    ]
    taken += [(name.start, name.end) for name in organizations]
    roster = Roster(document.article)
    for title in titles:
        roster.add_title(title)
    for name in organizations:
        roster.add_organization(name)
    pen_names = [
        Name(one.start, one.end, document.article.text[one.start : one.end], "person") for one in marked if one.kind == PERSON
    ]
    taken += [(name.start - 1, name.end + 1) for name in pen_names]
    starts = {name.start for name in marked}
    groups = frozenset(name.end + (name.start in starts) for name in organizations if name.kind == "group")
    for person in sorted((*pen_names, *find_people(document, taken, groups)), key=lambda person: person.start):
        roster.add_person(person)
    for stand_in in find_stand_ins(document, roster):
        roster.add(stand_in)
    return roster.mentions()
