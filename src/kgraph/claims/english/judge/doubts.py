"""Lines that offer, deny or suppose what a pair of them would state: *P may star in W*, *P never met Q*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.english.pairs import Sighting

_OFFERED = "TALK"  # such a word counts wherever the line has it
_DOUBTS = frozenset(("HYP", "NO"))
_BREAKS = frozenset((",", ";", ":", ".", "!", "?", "(", "—", "–", "but", "while", "whereas", "though", "although"))


def is_doubted(sighting: Sighting) -> bool:
    """Whether the line speaks of an offer, or its clause around the two denies or supposes; a list counts as one of the two."""
    line, pair = sighting.line, sighting.pair
    if _OFFERED in line.told:
        return True
    if not _DOUBTS.intersection(line.told):
        return False
    members = [line.members(at) for at in (pair.first, pair.second) if at is not None]
    low, high = min(places[0] for places in members), max(places[-1] for places in members)
    while low > 0 and line.words[low - 1] not in _BREAKS:
        low -= 1
    while high + 1 < len(line.words) and line.words[high + 1] not in _BREAKS:
        high += 1
    return not _DOUBTS.isdisjoint(line.kinds[low : high + 1])
