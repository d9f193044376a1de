"""What a mention is called beside it: *director P*, *P, who also wrote*, *P, an actor of thirty years*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.pairs.lines import PairLine

_BEFORE, _AFTER = 3, 5  # tokens that are looked at on either side
_STOPS = ".;:"


def roles_beside(line: PairLine, at: int) -> Iterator[str]:
    """The role before a mention (before the list that it stands in) and the one after it: ``pre=director``, ``post=actor``."""
    known = words().role
    first = line.members(at)[0]
    for place in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if line.mention[place] >= 0 or line.words[place] in _STOPS:
            break
        if role := known(line.words[place]):
            yield f"pre={role}"
            break
    seen, place = 0, at + 1
    while place < len(line.words) and seen < _AFTER and line.mention[place] < 0 and line.words[place] not in _STOPS:
        if line.owner[place] < 0 and (role := known(line.words[place])):
            yield f"post={role}"
            break
        seen, place = seen + (line.owner[place] < 0), place + 1
