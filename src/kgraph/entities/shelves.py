"""The anchors of a look in their order: the first few at hand, the others on shelves by their first digits.

So that adding one reads and writes a bounded part however many there are, and so that what is written depends on which there
are and not on how they came.  The note ``s/LOOK`` holds those at hand and which shelves are in use, ``s/LOOK/xx`` a shelf.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.neighbourhood import list_text, strings_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.entities.neighbourhood import Neighbourhood

MOST = 12  # at hand
DIGITS = 2  # that a shelf goes by: 256 shelves
Note = tuple[str, str | None, str | None]


@dataclass
class Shelves:
    """The anchors of one look; :meth:`toggle` puts one in or takes it out."""

    look: str
    hood: Neighbourhood
    hand: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    read: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hand, self.used = set(self._stored[0]), set(self._stored[1])

    @property
    def _stored(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        text = self.hood.text(f"s/{self.look}")
        hand, used = json.loads(text) if text else ((), "")
        return tuple(hand), tuple(used[at : at + DIGITS] for at in range(0, len(used), DIGITS))

    def _shelf(self, digits: str) -> set[str]:
        if digits not in self.read:
            self.read[digits] = set(self.hood.block(f"s/{self.look}/{digits}"))
        return self.read[digits]

    def toggle(self, places: Iterable[str]) -> None:
        """Put in those that are not there, take out those that are."""
        for place in places:
            if place in self.hand:
                self.hand.discard(place)
            else:
                self._put(self._shelf(place[:DIGITS]) ^ {place}, place[:DIGITS])
        self._settle()

    def _put(self, places: set[str], digits: str) -> None:
        self.read[digits] = places
        (self.used.add if places else self.used.discard)(digits)

    def _settle(self) -> None:
        """The first few at hand, all others on their shelves."""
        while self.used:
            first = min(self._shelf(min(self.used)))
            if len(self.hand) >= MOST and first > max(self.hand):
                break
            self.hand.add(first)
            self._put(self._shelf(first[:DIGITS]) - {first}, first[:DIGITS])
            if len(self.hand) > MOST:
                last = max(self.hand)
                self.hand.discard(last)
                self._put(self._shelf(last[:DIGITS]) | {last}, last[:DIGITS])

    def notes(self) -> Iterator[Note]:
        """What changes."""
        after = (tuple(sorted(self.hand)), "".join(sorted(self.used)))
        yield f"s/{self.look}", self.hood.text(f"s/{self.look}"), list_text(after) if self.hand else None
        for digits, places in sorted(self.read.items()):
            key = f"s/{self.look}/{digits}"
            yield key, self.hood.text(key), strings_text(sorted(places))
