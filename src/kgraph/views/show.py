"""Who or what a name stands for, and every fact about it with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import NotFoundError, QueryError
from kgraph.text.hangul import choseong, is_hangul
from kgraph.text.keys import name_key
from kgraph.views.rows import Row, entity_row, fact_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader

MOST_CHOICES = 8
SPELLINGS = 8  # likely spellings in the other script that are tried
NEAR = 70  # of 100: below this a name offered instead only puzzles; chosen by eye on the sample articles, November 2026


def find_entity(reader: Reader, name: str, *, type_: str | None = None) -> Entity:
    """The one entity of this name, in any spelling that an article uses, or of this id.

    A part of a name, its initial consonants (ㅇㅈㄱ) or another likely spelling (Yi Jae-gyu for 이재규) does where only one name
    fits.  QueryError lists the choices where there are several, NotFoundError
    the nearest names where there is none.
    """
    if (known := reader.entity(name)) is not None:
        return known
    found = _look_up(reader, name, type_)
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{entity.label()} ({entity.type}, {entity.id})" for entity in found[:MOST_CHOICES])
        more = f" and {len(found) - MOST_CHOICES} more" if len(found) > MOST_CHOICES else ""
        message = f"expected one name, found {len(found)} for {name!r}: {choices}{more}"
        raise QueryError(message)
    near = nearest_names(reader, name, type_)
    message = f"expected a name in the store, found none like {name!r}" + (f"; near it: {', '.join(near)}" if near else "")
    raise NotFoundError(message)


def _look_up(reader: Reader, name: str, type_: str | None) -> list[Entity]:
    """All that the name may mean, by the surest way that leads anywhere."""
    for way in (_exactly, _by_initials, _partly, _respelled):
        if found := list({entity.id: entity for entity in way(reader, name, type_)}.values()):
            return found
    return []


def _exactly(reader: Reader, name: str, type_: str | None) -> Iterator[Entity]:
    return reader.entities(key=name_key(name), type_=type_)


def _by_initials(reader: Reader, name: str, type_: str | None) -> Iterator[Entity]:
    initials = "".join(name.split())
    if initials and all("ㄱ" <= char <= "ㅎ" for char in initials):
        yield from (entity for entity in reader.entities(type_=type_) if initials in map(choseong, entity.names))


def _partly(reader: Reader, name: str, type_: str | None) -> Iterator[Entity]:
    if key := name_key(name):
        yield from (entity for entity in reader.entities(type_=type_) if any(key in name_key(known) for known in entity.names))


def _respelled(reader: Reader, name: str, type_: str | None) -> Iterator[Entity]:
    """People whose name in the other script may be this one."""
    if type_ not in (None, "Person"):
        return
    from kgraph.text.names import candidates, romanizations

    for spelling, _ in romanizations(name, SPELLINGS) if is_hangul(name) else candidates(name, SPELLINGS):
        yield from reader.entities(key=name_key(spelling), type_="Person")


def nearest_names(reader: Reader, name: str, type_: str | None = None) -> list[str]:
    """Names in the store that are spelled nearly like this one, the nearest first."""
    from rapidfuzz import fuzz, process

    names = sorted({known for entity in reader.entities(type_=type_) for known in entity.names})
    found = process.extract(name, names, scorer=fuzz.WRatio, processor=name_key, limit=3, score_cutoff=NEAR)
    return [near for near, _, _ in sorted(found, key=lambda hit: (-hit[1], hit[0]))]


def show_entity(reader: Reader, entity: Entity) -> Row:
    """The entity with its facts: by predicate, those it is the subject of first, then by date."""
    facts = sorted(reader.facts(entity=entity.id), key=lambda fact: _order(fact, entity))
    return entity_row(entity) | {"facts": [fact_row(reader, fact, seen_from=entity.id) for fact in facts]}


def _order(fact: Fact, entity: Entity) -> tuple[bool, str, str, str]:
    return (fact.subject != entity.id, fact.predicate, fact.qualifiers.date or "", fact.id)
