"""Which claims speak of the same fact: subject, predicate, object and a slot.

The slot holds the status and those qualifiers that, as the ontology has it, make another fact of it: a second rank, another
episode's rating, the same award of another year.  All else (the character's name, a lead in points) is what the articles say
*about* the fact.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.model import Claim, Fact, Qualifiers, digest
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float

SPELLED = frozenset({"chart", "region", "award"})  # compared by their key: 'Flix Patrol' is FlixPatrol


@dataclass(frozen=True)  # without slots: its id is kept beside it
class Key:
    """What makes a fact the fact it is."""

    subject: str
    predicate: str
    object: str | None
    slot: tuple[tuple[str, Value], ...]

    @functools.cached_property
    def id(self) -> str:
        """A hash of the content."""
        return _id(self.subject, self.predicate, self.object, self.slot) if self.slot else _plain_id(*self.ends)

    @property
    def ends(self) -> tuple[str, str, str | None]:
        """Who is tied to whom by what."""
        return self.subject, self.predicate, self.object


def _id(subject: str, predicate: str, target: str | None, slot: tuple[tuple[str, Value], ...]) -> str:
    return digest([subject, predicate, target, slot])[7:39]


@functools.lru_cache(maxsize=1 << 15)
def _plain_id(subject: str, predicate: str, target: str | None) -> str:
    return _id(subject, predicate, target, ())  # values are not cached by: 4 and 4.0 are one key and two texts


def fact_key(claim: Claim, subject: str, target: str | None) -> Key:
    """The fact that a claim speaks of, its ends being these entities; a symmetric one has the smaller first."""
    if ontology.predicate(claim.predicate).symmetric and target is not None:
        subject, target = min(subject, target), max(subject, target)
    return Key(subject, claim.predicate, target, _slot(claim.predicate, claim.qualifiers))


def said_key(fact: Fact) -> Key:
    """What makes a stored fact the fact it is."""
    return Key(fact.subject, fact.predicate, fact.object, _slot(fact.predicate, fact.qualifiers))


def _slot(predicate: str, qualifiers: Qualifiers) -> tuple[tuple[str, Value], ...]:
    values = ((name, getattr(qualifiers, name)) for name in ("status", *ontology.predicate(predicate).fact_qualifiers))
    return tuple((name, name_key(value) if name in SPELLED else value) for name, value in values if value is not None)


def display(key: Key, said: Mapping[str, Value]) -> Qualifiers:
    """The qualifiers to show: what most articles say, ties to the first in code point order."""
    values = {**dict(key.slot), **said}
    return Qualifiers(**{name: values[name] for name in Qualifiers.__slots__ if name in values})  # type: ignore[arg-type]
