"""Which claims speak of the same fact: subject, predicate, object and a slot.

The slot holds the status and those qualifiers that, as the ontology has it, make another fact of it: a second rank, another
episode's rating, the same award of another year.  All else (the character's name, a lead in points) is what the articles say
*about* the fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.model import Claim, Qualifiers, digest
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | int | float

SPELLED = frozenset({"chart", "region", "award"})  # compared by their key: 'Flix Patrol' is FlixPatrol


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a fact the fact it is."""

    subject: str
    predicate: str
    object: str | None
    slot: tuple[tuple[str, Value], ...]

    @property
    def id(self) -> str:
        """A hash of the content."""
        return digest([self.subject, self.predicate, self.object, self.slot])[7:39]


def fact_key(claim: Claim, subject: str, target: str | None) -> Key:
    """The fact that a claim speaks of, its ends being these entities; a symmetric one has the smaller first."""
    predicate = ontology.predicate(claim.predicate)
    if predicate.symmetric and target is not None:
        subject, target = min(subject, target), max(subject, target)
    values = ((name, getattr(claim.qualifiers, name)) for name in ("status", *predicate.fact_qualifiers))
    slot = tuple((name, name_key(value) if name in SPELLED else value) for name, value in values if value is not None)
    return Key(subject, claim.predicate, target, slot)


def display(key: Key, said: Mapping[str, Value]) -> Qualifiers:
    """The qualifiers to show: what most articles say, ties to the first in code point order."""
    values = {**dict(key.slot), **said}
    return Qualifiers(**{name: values[name] for name in Qualifiers.__slots__ if name in values})  # type: ignore[arg-type]
