"""The very words around a pair, where their classes (:mod:`.words`) say too little: *helmed by* is not *shot by*."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine

_MOST = 25  # tokens between two names; beyond it the words say nothing of the two
_BACK = 20  # tokens before a name whose other is not named
_BEFORE, _AFTER, _AFTER_ONE = 4, 5, 8


def wording(line: PairLine, pair: Pair) -> list[tuple[str, Sequence[str]]]:
    """Names of features by their head: words and couples of words between the two, words before and after them."""
    words, first, second = line.words, pair.first, pair.second
    start = first + 1 if first is not None else max(0, second - _BACK)
    between = words[start:second]
    before = words[max(0, first - _BEFORE) : first] if first is not None else ()
    after = words[second + 1 : second + 1 + (_AFTER if first is not None else _AFTER_ONE)]
    alone = [f"wq2:{'_'.join(after[:2])}"]
    if before:
        alone.append(f"wp2:{'_'.join(before[-2:])}")
    if between:
        alone += (f"wn:{'_'.join(between[:3])}", f"we:{'_'.join(between[-3:])}")
    found: list[tuple[str, Sequence[str]]] = [("wp:", before), ("wq:", after), ("", alone)]
    if len(between) <= _MOST:
        found += (("wb:", between), ("wbb:", [f"{left}_{right}" for left, right in pairwise(between)]))
    return found
