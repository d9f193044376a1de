"""Who or what a name stands for, and every fact about it with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import NotFoundError, QueryError
from kgraph.store.lookup import lookup
from kgraph.text.hangul import is_hangul, nfc
from kgraph.text.keys import name_key
from kgraph.views.rows import Row, entity_row, fact_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader
    from kgraph.store.lookup import Hit

MOST_CHOICES = 8
MOST_FOUND = 100  # of a part of a name; beyond it nobody counts
SPELLINGS = 8  # likely spellings in the other script that are tried
NEAR = 70  # of 100: below this a name offered instead only puzzles; chosen by eye on the sample articles, November 2026


def find_entity(reader: Reader, name: str, *, type_: str | None = None) -> Entity:
    """The one entity of this name, in any spelling that an article uses, or of this id, with all its referents.

    A part of a name, its initial consonants (ㅇㅈㄱ) or another likely spelling (Yi Jae-gyu for 이재규) does where only one name
    fits.  QueryError lists the choices where there are several, NotFoundError
    the nearest names where there is none.
    """
    if "#" in name and (known := reader.entity(name)) is not None:
        return known
    found = find_name(reader, name, type_=type_)
    return reader.entity(found.id) or found


def find_name(reader: Reader, name: str, *, type_: str | None = None) -> Entity:
    """The same without its referents, which are many where somebody is well known and which few questions need."""
    if (known := lookup(reader).entities([name]).get(name)) is not None:
        return known
    if "#" in name and (led := reader.entity(name)) is not None:
        return led
    found = list_matches(reader, name, type_)
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(_which(name, found))
    near = nearest_names(reader, name, type_)
    message = f"expected a name in the store, found none like {name!r}" + (f"; near it: {', '.join(near)}" if near else "")
    raise NotFoundError(message)


def _which(name: str, found: list[Entity]) -> str:
    choices = ", ".join(f"{entity.label()} ({entity.type}, {entity.id})" for entity in found[:MOST_CHOICES])
    more = f" and {len(found) - MOST_CHOICES} more" if len(found) > MOST_CHOICES else ""
    count = f"{MOST_FOUND} or more" if len(found) >= MOST_FOUND else str(len(found))
    return f"expected one name, found {count} for {name!r}: {choices}{more}"


def list_matches(reader: Reader, name: str, type_: str | None = None) -> list[Entity]:
    """All that the name may mean, without their referents, by the surest way that leads anywhere: the whole name, its initial
    consonants, a part of it, another spelling; the nearest first.
    """
    for way in (_exactly, _by_initials, _partly, _respelled):
        if ids := list(dict.fromkeys(way(reader, name, type_))):
            known = lookup(reader).entities(ids)
            return [known[id_] for id_ in ids if id_ in known]
    return []


def as_looked_for(text: str) -> str:
    """A text as names are looked for: its initial consonants as they are, else its key.

    >>> as_looked_for("ㅇ ㅈ ㄱ"), as_looked_for("Lee Jae-kyoo")
    ('ㅇㅈㄱ', 'leejaekyoo')
    """
    return _initials(text) or name_key(text)


def _initials(text: str) -> str:
    initials = "".join(nfc(text).split())
    return initials if all("ㄱ" <= char <= "ㅎ" for char in initials) else ""


def _hits(reader: Reader, text: str, type_: str | None) -> list[Hit]:
    return lookup(reader).hits(text, type_=type_, limit=MOST_FOUND) if text else []


def _exactly(reader: Reader, name: str, type_: str | None) -> Iterator[str]:
    return (hit.entity for hit in _hits(reader, name_key(name), type_) if hit.nearness == 0)


def _by_initials(reader: Reader, name: str, type_: str | None) -> Iterator[str]:
    return (hit.entity for hit in _hits(reader, _initials(name), type_) if hit.nearness == 0)


def _partly(reader: Reader, name: str, type_: str | None) -> Iterator[str]:
    return (hit.entity for hit in _hits(reader, name_key(name), type_))


def _respelled(reader: Reader, name: str, type_: str | None) -> Iterator[str]:
    """People whose name in the other script may be this one."""
    if type_ not in (None, "Person"):
        return
    from kgraph.text.names import candidates, romanizations

    for spelling, _ in romanizations(name, SPELLINGS) if is_hangul(name) else candidates(name, SPELLINGS):
        yield from _exactly(reader, spelling, "Person")


def nearest_names(reader: Reader, name: str, type_: str | None = None) -> list[str]:
    """Names in the store that are spelled nearly like this one, the nearest first."""
    from rapidfuzz import fuzz, process

    found = lookup(reader)
    alike = found.entities(found.alike(name_key(name), type_=type_)).values()
    names = sorted({known for entity in alike for known in entity.names})
    near = process.extract(name, names, scorer=fuzz.WRatio, processor=name_key, limit=3, score_cutoff=NEAR)
    return [each for each, _, _ in sorted(near, key=lambda hit: (-hit[1], hit[0]))]


def show_entity(reader: Reader, entity: Entity, *, limit: int | None = None) -> Row:
    """The entity with its facts: by predicate, those it is the subject of first, then by date.

    With a limit only so many facts; ``facts_in_all`` says how many there are.
    """
    facts = sorted(lookup(reader).facts(entity=entity.id), key=lambda fact: _order(fact, entity))
    rows = fact_rows(reader, facts[:limit], seen_from=entity.id)
    return entity_row(entity) | {"facts_in_all": len(facts), "facts": rows}


def _order(fact: Fact, entity: Entity) -> tuple[bool, str, str, str]:
    return (fact.subject != entity.id, fact.predicate, fact.qualifiers.date or "", fact.id)
