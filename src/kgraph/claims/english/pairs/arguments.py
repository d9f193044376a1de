"""Who stands at a telling word as its subject, who as its object: *P directed W*, *W, directed by P*, *P's script for W*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine

_MOST = 12  # telling words of a line that are looked at
_ABSENT = "-"


def arguments(line: PairLine, pair: Pair) -> list[str]:
    """For each telling word of a line where the two of a pair stand to it among those of their types."""
    telling = line.telling[:_MOST]
    second = _places(line, pair.second)
    if pair.first is None:
        return [f"{line.kinds[at]}:{_ABSENT}{place}" for at, place in zip(telling, second, strict=True)]
    first = _places(line, pair.first)
    return [f"{line.kinds[at]}:{one}{two}" for at, one, two in zip(telling, first, second, strict=True)]


def _places(line: PairLine, token: int) -> tuple[str, ...]:
    """Where a token stands to each telling word; the same for all its pairs."""
    if token not in line.standing:
        line.standing[token] = tuple(place_at(line, at, token) for at in line.telling[:_MOST])
    return line.standing[token]


def place_at(line: PairLine, at: int, token: int | None) -> str:
    """``L``, ``R``: the nearest of its type left or right of the word; ``B``: after *by*; ``l``, ``r``: another is nearer."""
    if token is None:
        return _ABSENT
    members = line.members(token)
    low, high = members[0], members[-1]
    same = line.by_letter[line.words[token]]
    if high < at:
        return "l" if any(high < other < at and line.owner[other] < 0 for other in same) else "L"
    if any(at < other < low and line.owner[other] < 0 for other in same):
        return "r"
    return "B" if "by" in line.words[at + 1 : low][-4:] else "R"
