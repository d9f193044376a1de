"""Recognition of Hangul names: a surname, and syllables that given names are made of."""

from __future__ import annotations

import functools
import math

from kgraph.text import name_tables as tables
from kgraph.text.hangul import nfc
from kgraph.text.particles import particle_splits

# Weights in nats; set by hand on the training names against frequent Korean words, 2026-11.
_SURNAME = 0.5  # a rare surname speaks against a name, but less than its rarity
_EVEN = 17.0  # what a usual name's syllables weigh below nothing
_UNKNOWN = -11.0  # a syllable that no name in the tables has
_ONE = -13.0  # surname and one syllable: most such words are words (공유, 여자)
_ONE_AFTER_TWO = -2.0  # 남궁민
_THREE = -5.0


def hangul_cuts(name: str) -> tuple[int, ...]:
    """The numbers of syllables of a Hangul name that may be its surname, two before one: 남궁민 (2, 1), 이재규 (1,)."""
    if not 2 <= len(name) <= 5:
        return ()
    known = tables.surnames()
    long = (2,) if len(name) > 2 and name[:2] in known else ()
    short = (1,) if name[0] in known and len(name) <= 4 else ()
    return long + short


def read_hangul(name: str, cuts: tuple[int, ...]) -> tuple[float, int] | None:
    """Weight in nats of the likeliest of these cuts, and the cut; ``None`` for a common word and for what has no surname."""
    if not cuts or name in _words():
        return None
    return max((_weight(name[:cut], name[cut:]), cut) for cut in cuts)


def strip_name_particle(word: str) -> tuple[str, str]:
    """A person's full name and its particle: unlike other nouns, names may end as particles do (이정은, 김고은).

    >>> strip_name_particle("이정은"), strip_name_particle("이정은이"), strip_name_particle("박찬욱은")
    (('이정은', ''), ('이정은', '이'), ('박찬욱', '은'))
    """
    splits = [*particle_splits(word), (nfc(word), "")]
    read = [(read_hangul(noun, hangul_cuts(noun)), noun, particle) for noun, particle in splits]
    named = [(found, noun, particle) for found, noun, particle in read if found is not None]
    return max(named, key=lambda each: each[0])[1:] if named else splits[0]


@functools.cache
def _words() -> frozenset[str]:
    return frozenset(tables.table("elsewhere")["hangul_words"])


def _weight(surname: str, given: str) -> float:
    first, last = tables.given_shares()
    weight = math.log(tables.surnames()[surname]) * _SURNAME + first.get(given[0], _UNKNOWN) + _EVEN
    if len(given) == 1:
        return weight + (_ONE_AFTER_TWO if len(surname) == 2 else _ONE)
    return weight + last.get(given[-1], _UNKNOWN) + (_THREE if len(given) > 2 else 0.0)
