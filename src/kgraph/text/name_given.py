"""A given name in Latin letters as a lattice: the ways in which it falls into Korean syllables."""

from __future__ import annotations

import functools
import math
from typing import NamedTuple

from kgraph.text import name_tables as tables

LONGEST_CHUNK = 7  # 'hyeoung', 'kyeoung'
LONGEST_GIVEN = 24
_ONE = -3.5  # a given name of one syllable: one in thirty
_THREE = -6.0  # of three: one in four hundred


class Split(NamedTuple):
    """A given name as Latin chunks, one a Hangul syllable, and the log probability of Koreans being called that."""

    chunks: tuple[str, ...]
    weight: float


@functools.cache
def chunk_weights() -> dict[str, tuple[float, float]]:
    """Latin chunk -> log probability of a given name's first, and last, syllable being written so."""
    return {chunk: (_total(found, 2), _total(found, 3)) for chunk, found in tables.given_readings().items()}


def _total(readings: tuple[tuple[str, float, float, float], ...], place: int) -> float:
    return math.log(sum(math.exp(reading[1] + reading[place]) for reading in readings))


def best_split(pieces: tuple[str, ...]) -> Split | None:
    """The likeliest way in which these hyphenated or spaced pieces are one to three syllables; ``None`` where there is none.

    >>> best_split(("jaekyoo",)).chunks
    ('jae', 'kyoo')
    """
    if len(pieces) == 1:
        return _split_joined(pieces[0])
    if len(pieces) > 3:
        return None
    weights = chunk_weights()
    found = [weights.get(piece) for piece in pieces]
    if any(weight is None for weight in found):
        return None
    return Split(pieces, sum(weight[min(place, 1)] for place, weight in enumerate(found) if weight) + (_THREE if len(pieces) == 3 else 0.0))


@functools.lru_cache(maxsize=1 << 15)
def _split_joined(given: str) -> Split | None:
    if len(given) > LONGEST_GIVEN:
        return None
    weights = chunk_weights()
    whole = weights.get(given)
    best = Split((given,), whole[0] + _ONE) if whole else None
    for cut in range(1, min(LONGEST_CHUNK, len(given) - 1) + 1):
        head, tail = weights.get(given[:cut]), weights.get(given[cut:])
        if head and tail and (best is None or head[0] + tail[1] > best.weight):
            best = Split((given[:cut], given[cut:]), head[0] + tail[1])
    return best or _split_three(given)


def _split_three(given: str) -> Split | None:
    """Three syllables, looked for only where one or two will not do: Haneul-byeol, Areumi."""
    weights = chunk_weights()
    best: Split | None = None
    for first in range(1, min(LONGEST_CHUNK, len(given)) + 1):
        head = weights.get(given[:first])
        if head is None:
            continue
        for second in range(first + 1, min(first + LONGEST_CHUNK, len(given) - 1) + 1):
            middle, tail = weights.get(given[first:second]), weights.get(given[second:])
            if middle and tail and (best is None or head[0] + middle[1] + tail[1] + _THREE > best.weight):
                best = Split((given[:first], given[first:second], given[second:]), head[0] + middle[1] + tail[1] + _THREE)
    return best
