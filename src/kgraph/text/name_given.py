"""A given name in Latin letters as a lattice: the ways in which it falls into Korean syllables."""

from __future__ import annotations

import functools
import math
from typing import NamedTuple

from kgraph.text import name_tables as tables

LONGEST_CHUNK = 7  # 'hyeoung', 'kyeoung'
LONGEST_GIVEN = 24
ONE = -3.5  # log share of given names of one syllable: one in thirty
THREE = -6.0  # of three: one in four hundred


class Split(NamedTuple):
    """A given name as Latin chunks, one a Hangul syllable, and the log probability of Koreans being called that."""

    chunks: tuple[str, ...]
    weight: float


@functools.cache
def chunk_weights() -> dict[str, tuple[float, float]]:
    """Latin chunk -> log probability of a given name's first, and last, syllable being written so."""
    return {chunk: (_total(found, 0), _total(found, 1)) for chunk, found in tables.given_readings().items()}


def _total(readings: tuple[tables.Reading, ...], place: int) -> float:
    return math.log(sum(math.exp(reading.spelling + reading.share(place)) for reading in readings))


def best_split(pieces: tuple[str, ...]) -> Split | None:
    """The likeliest way in which these hyphenated or spaced pieces are one to three syllables; ``None`` where there is none.

    >>> best_split(("jaekyoo",)).chunks
    ('jae', 'kyoo')
    """
    if len(pieces) == 1:
        return next(iter(joined_splits(pieces[0])), None)
    return split_pieces(pieces) or split_pieces(_broken_up(pieces))


def _broken_up(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Each piece as the syllables it falls into: haneul-byeol -> ha, neul, byeol."""
    splits = (joined_splits(piece)[:1] for piece in pieces)
    return tuple(chunk for split in splits for chunk in (split[0].chunks if split else ("",)))


def split_pieces(pieces: tuple[str, ...]) -> Split | None:
    """The pieces as they stand, if each is how a syllable is written and they are at most three."""
    return _weighed(pieces) if are_chunks(pieces) else None


def are_chunks(pieces: tuple[str, ...]) -> bool:
    """True if each piece is how a syllable of a given name is written, and they are at most three."""
    weights = chunk_weights()
    return len(pieces) <= 3 and pieces[0] in weights and pieces[-1] in weights and (len(pieces) < 3 or pieces[1] in weights)


def _weighed(chunks: tuple[str, ...]) -> Split:
    weights = chunk_weights()
    if len(chunks) == 2:
        return Split(chunks, weights[chunks[0]][0] + weights[chunks[1]][1])
    length = ONE if len(chunks) == 1 else THREE
    return Split(chunks, sum([weights[chunk][min(place, 1)] for place, chunk in enumerate(chunks)]) + length)


@functools.lru_cache(maxsize=1 << 14)
def joined_splits(given: str) -> tuple[Split, ...]:
    """All ways in which letters without a break are one or two syllables, else three, likeliest first."""
    if len(given) > LONGEST_GIVEN:
        return ()
    weights = chunk_weights()
    whole = weights.get(given)
    found = [Split((given,), whole[0] + ONE)] if whole else []
    for cut in range(1, min(LONGEST_CHUNK + 1, len(given))):
        head = weights.get(given[:cut])
        tail = weights.get(given[cut:]) if head else None
        if head and tail:
            found.append(Split((given[:cut], given[cut:]), head[0] + tail[1]))
    return tuple(sorted(found or map(_weighed, _three(given)), key=_likeliest_first))


def _likeliest_first(split: Split) -> tuple[float, tuple[str, ...]]:
    return -split.weight, split.chunks


def _three(given: str) -> list[tuple[str, ...]]:
    """Three syllables, looked for only where one or two will not do: Haneulbyeol, Areumi."""
    weights = chunk_weights()
    heads = [i for i in range(1, min(LONGEST_CHUNK + 1, len(given) - 1)) if given[:i] in weights]
    ends = [(i, j) for i in heads for j in range(i + 1, min(i + LONGEST_CHUNK + 1, len(given)))]
    return [(given[:i], given[i:j], given[j:]) for i, j in ends if given[i:j] in weights and given[j:] in weights]
