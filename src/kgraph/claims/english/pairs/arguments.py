"""Who stands at a telling word as its subject, who as its object: *P directed W*, *W, directed by P*, *P's script for W*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine

_MOST = 12  # telling words of a line that are looked at
_ABSENT = "-"


def arguments(line: PairLine, pair: Pair) -> Iterator[str]:
    """For each telling word of a line where the two of a pair stand to it among those of their types."""
    for at in line.telling[:_MOST]:
        places = [place_at(line, at, token) for token in (pair.first, pair.second)]
        if places != [_ABSENT, _ABSENT]:
            yield f"arg:{line.kinds[at]}:{places[0]}{places[1]}"


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
