"""Hangul against Latin letters: how well does this spelling write that name?"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kgraph.text import name_tables as tables
from kgraph.text.name_given import LONGEST_CHUNK, LONGEST_GIVEN, chunk_weights
from kgraph.text.name_match import NEVER, NO_MATCH, Match
from kgraph.text.official import official_spellings

if TYPE_CHECKING:
    from kgraph.text.name_forms import Cut, Form, LatinReading

OFFICIAL = 2.5  # a name wholly in one official romanisation, however rare its syllables' spellings are: Chong-hui


def match_scripts(hangul: Form, latin: Form) -> Match:
    """The best way in which the Latin letters spell the Hangul name."""
    best = NO_MATCH
    for surname, given in hangul.hangul:
        for reading in latin.latin:
            match = _match_reading(surname, given, reading)
            if match.cost < best.cost:
                best = match
    return best


def _match_reading(surname: str, given: str, reading: LatinReading) -> Match:
    if not surname or not reading.surname:
        return _match_part(surname, given, reading)
    ratio = reading.surname_ratios.get(surname)
    if ratio is None:
        return NO_MATCH
    head = (surname, reading.surname)
    if reading.initials:
        return _match_initials(head, given, reading, reading.cost - ratio)
    cost, chunks = given_cost(given, reading)
    if cost >= NEVER:
        return NO_MATCH
    return Match(reading.cost - ratio + cost, (head, *zip(given, chunks, strict=True)))


def _match_part(surname: str, given: str, reading: LatinReading) -> Match:
    """Only one of the two, or neither, has a surname: the given names must be whole names to say anything."""
    if reading.surname or (surname and len(given) < 2):
        return NO_MATCH
    cost, chunks = given_cost(given, reading)
    if cost >= NEVER:
        return NO_MATCH
    return Match(reading.cost + cost, tuple(zip(given, chunks, strict=True)), "part" if surname else "full")


def given_cost(given: str, reading: LatinReading) -> tuple[float, tuple[str, ...]]:
    """The cost of the given name being written so, and the chunk of each syllable."""
    best, chunks = NEVER, reading.pieces
    for cut in reading.cuts:
        if len(cut.chunks) == len(given) and cut.cost < best:
            cost = _cut_cost(given, cut)
            if cost < best:
                best, chunks = cost, cut.chunks
    if best > OFFICIAL and len(reading.pieces) in (1, len(given)) and not reading.initials:
        return min((best, chunks), _rare_cost(given, reading.pieces))
    return best, chunks


def _cut_cost(given: str, cut: Cut) -> float:
    cost = cut.cost
    for syllable, chunk, ratios in zip(given, cut.chunks, cut.ratios, strict=True):
        ratio = ratios.get(syllable)
        cost += unlisted_cost(syllable, chunk) if ratio is None else -ratio
    return cost


@functools.lru_cache(maxsize=1 << 16)
def _rare_cost(given: str, pieces: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """The cost of a spelling that no likely split explains: an official romanisation, or rare syllables."""
    ways = [pieces] if len(pieces) == len(given) else _stretches(len(given), pieces[0])
    if ways and "".join(pieces) in official_spellings(given):
        return OFFICIAL, min((sum(map(unlisted_cost, given, way)), way) for way in ways)[1]
    # Splits of two into chunks that names are made of were followed by the reading, and weighed as splits.
    followed = chunk_weights() if len(given) == 2 and len(pieces) == 1 else {}
    rare = (way for way in ways if not all(chunk in followed for chunk in way))
    return min(((sum(map(unlisted_cost, given, way)), way) for way in rare), default=(NEVER, pieces))


def _stretches(count: int, joined: str) -> list[tuple[str, ...]]:
    """The ways to cut the letters into so many stretches, none longer than a syllable is ever written."""
    if count > 3 or len(joined) > LONGEST_GIVEN:
        return []
    if count == 1:
        return [(joined,)] if 0 < len(joined) <= LONGEST_CHUNK else []
    ends = range(1, min(len(joined), LONGEST_CHUNK + 1))
    return [(joined[:end], *rest) for end in ends for rest in _stretches(count - 1, joined[end:])]


@functools.lru_cache(maxsize=1 << 16)
def unlisted_cost(syllable: str, chunk: str) -> float:
    """The cost of a chunk for a syllable that is never guessed from Latin letters, but may be met: 현쥬니."""
    own = tables.given_spellings(syllable).get(chunk)
    if own is None:
        return NEVER
    return max(0.0, max((reading.spelling for reading in tables.given_readings().get(chunk, ())), default=own) - own)


def _match_initials(head: tuple[str, str], given: str, reading: LatinReading, cost: float) -> Match:
    if len(reading.initials) != len(given) or not all(map(opens, reading.initials, given)):
        return NO_MATCH
    return Match(cost, (head, *zip(given, reading.initials, strict=True)), "initials")


@functools.lru_cache(maxsize=1 << 14)
def opens(initial: str, syllable: str) -> bool:
    """True if the letter may stand for the syllable: as its first letter, or by its sound (JQ is 재규)."""
    return any(spelling[0] == initial for spelling in tables.given_spellings(syllable)) or (initial == "q" and syllable in "규큐")
