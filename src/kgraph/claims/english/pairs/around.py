"""How the two of a pair stand to each other in a line, and the words between, before and after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.lines import NOBODYS

if TYPE_CHECKING:
    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine

_MOST = 28  # words before a name whose other is not named
_BEFORE, _AFTER = 8, 14  # tokens that are looked at on either side
_SHOWN = 6  # words after
_FAR_BRACKET = 20  # words between a name in a bracket and one outside


class Around(NamedTuple):
    """``stand`` begins with the pair's way; ``own``: the second stands in the first's bracket, ``same``: both in one bracket,
    ``beside``: one in a bracket of the list that holds the other, ``other``: in somebody else's, ``in``: in any, ``+``: a line
    that names another of the type of the one it does not name.
    """

    stand: str
    between: list[str]
    before: list[str]
    after: list[str]


def look_around(line: PairLine, pair: Pair) -> Around:
    """What stands around a pair."""
    if pair.first is None:
        return _alone(line, pair)
    owners = line.owner[pair.first], line.owner[pair.second]
    if max(owners) >= 0:
        return _bracketed(line, pair, pair.first)
    left, right = line.members(pair.first), line.members(pair.second)
    within = left[-1] >= right[0]
    between = list(line.kinds[pair.first + 1 : pair.second]) if within else line.outline(left[-1] + 1, right[0])
    after = line.outline(right[-1] + 1, right[-1] + 1 + _AFTER)[:_SHOWN]
    return Around(pair.way, between, line.outline(left[0] - _BEFORE, left[0]), after)


def stand_alone(line: PairLine, pair: Pair) -> str:
    """How the one that is named stands to the one that is not."""
    same = line.by_letter[pair.unnamed_type[0]]
    sharing = len(same) > (pair.second in same)
    return f"{pair.way}{'in' if line.owner[pair.second] >= 0 else ''}{'+' if sharing else ''}"


def _alone(line: PairLine, pair: Pair) -> Around:
    right = line.members(pair.second)
    after = line.outline(right[-1] + 1, len(line.words))[:_SHOWN]
    return Around(stand_alone(line, pair), line.outline(0, right[0])[-_MOST:], [], after)


def _bracketed(line: PairLine, pair: Pair, first: int) -> Around:
    second, owner = pair.second, line.owner
    inner, after = list(line.kinds[first + 1 : second]), list(line.kinds[second + 1 : second + 5])
    if owner[second] == first:
        start = line.members(first)[0]
        return Around(f"{pair.way}own", inner, line.outline(start - _BEFORE, start), after)
    if owner[first] == owner[second]:
        return Around(f"{pair.way}same", inner, list(line.kinds[max(0, first - 4) : first]), after)
    whose = owner[second] if owner[second] >= 0 else NOBODYS
    stand = "beside" if line.list_of.get(whose, -1) == line.list_of.get(first, -2) else "other"
    return Around(pair.way + stand, line.outline(first + 1, second)[:_FAR_BRACKET], line.outline(first - 5, first), after)
