"""How people's names sound, so that search on the map finds 이재규 by Lee Jae-kyu, Yi Chaegyu or Jae-gyu Lee.

The page gets each name in Hangul (read out of Latin letters where articles write no other) and, once, the ways in which each of
its syllables is written; every combination of them is found, in either order.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from kgraph.text.hangul import is_hangul, nfc
from kgraph.text.name_forms import form_of
from kgraph.text.name_search import SAME_ROOM, hangul_readings
from kgraph.text.name_tables import given_spellings, surname_spellings
from kgraph.text.names import is_korean_name, mccune, parse_name, revised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.model import Entity

Sound = tuple[str, int]  # a Hangul name and how many of its syllables are the surname

READINGS = 3  # Hangul names that a Latin one may stand for
SPELLINGS = 14  # ways to write one syllable
RAREST = math.log(0.0005)  # spellings that fewer people use are left out


def sounds_of(entity: Entity) -> list[Sound]:
    """Under which Hangul names a person is found; none for works and organisations."""
    if entity.type != "Person":
        return []
    hangul = ["".join(nfc(name).split()) for name in entity.names]
    known = dict.fromkeys(name for name in hangul if is_hangul(name) and len(name) <= 6)
    if not known:
        known = dict.fromkeys(reading for name in entity.names if is_korean_name(name) for reading in _readings(name))
    return [(name, _surname_length(name)) for name in known]


@functools.lru_cache(maxsize=1 << 14)
def _readings(name: str) -> tuple[str, ...]:
    form = form_of(name)
    return tuple(reading for _, reading in hangul_readings(form, READINGS, SAME_ROOM)) if form else ()


def _surname_length(name: str) -> int:
    parsed = parse_name(name)
    return len(parsed.surname) if parsed else 0


def spellings_of(sounds: Iterable[Sound]) -> dict[str, dict[str, list[str]]]:
    """The ways to write each surname and each syllable of given names, for the names that are on the map."""
    surnames: set[str] = set()
    syllables: set[str] = set()
    for name, cut in sounds:
        surnames.update({name[:cut]} - {""})
        syllables.update(name[cut:])
    return {
        "surnames": {surname: _likely(surname_spellings(surname), surname) for surname in sorted(surnames)},
        "given": {syllable: _likely(given_spellings(syllable), syllable) for syllable in sorted(syllables)},
    }


def _likely(spellings: Mapping[str, float], syllable: str) -> list[str]:
    """The usual spellings, and the official ones however rare."""
    ordered = sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    usual = [spelling for spelling in ordered[:SPELLINGS] if spellings[spelling] > RAREST]
    official = (_letters(written) for written in (revised(syllable), mccune(syllable)) if written)
    return list(dict.fromkeys([*usual, *official]))


def _letters(written: str) -> str:
    return "".join(char for char in written.casefold() if char.isalpha() and char.isascii())
