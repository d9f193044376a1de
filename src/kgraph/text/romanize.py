"""Korean names into Latin letters: the two official ways, and the ways that people and press use, with their weights."""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul, nfc
from kgraph.text.name_parse import parse_name
from kgraph.text.official import mccune_word, revised_word

if TYPE_CHECKING:
    from collections.abc import Callable


def revised(name: str) -> str | None:
    """The name in Revised Romanisation as it is meant for names: each syllable by itself, surname apart.  ``None`` if not Hangul.

    >>> revised("박찬욱"), revised("이재규")
    ('Bak Chanuk', 'I Jaegyu')
    """
    return _official(name, revised_word)


def mccune(name: str) -> str | None:
    """The name in McCune-Reischauer, voiced between vowels inside the given name.  ``None`` if not Hangul.

    >>> mccune("박찬욱"), mccune("이재규")
    ("Pak Ch'anuk", 'Yi Chaegyu')
    """
    return _official(name, mccune_word)


def _official(name: str, word: Callable[[str], str]) -> str | None:
    text = "".join(nfc(name).split())
    if not is_hangul(text):
        return None
    parsed = parse_name(text)
    words = (parsed.surname, parsed.given) if parsed else (text,)
    return " ".join(word(part).capitalize() for part in words)


def romanizations(name: str, limit: int = 10) -> tuple[tuple[str, float], ...]:
    """The likeliest Latin spellings of a Hangul name and the share of people who would write it so, likeliest first.

    Surname first, given syllables hyphenated; a name without surname gives its syllables alone.  Empty for what is not Hangul.

    >>> [spelling for spelling, _ in romanizations("이재규", limit=2)]
    ['Lee Jae-kyu', 'Lee Jae-gyu']
    """
    text = "".join(nfc(name).split())
    if not is_hangul(text) or len(text) > 6:
        return ()
    parsed = parse_name(text)
    surname, given = (parsed.surname, parsed.given) if parsed else ("", text)
    slots = ([tables.surname_spellings(surname)] if surname else []) + [tables.given_spellings(syllable) for syllable in given]
    return tuple((_written(chunks, bool(surname)), round(math.exp(weight), 6)) for weight, chunks in _likeliest(slots, limit))


def _likeliest(slots: list[dict[str, float]], limit: int) -> list[tuple[float, tuple[str, ...]]]:
    """The best ways to take one spelling from each slot."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for slot in slots:
        top = heapq.nsmallest(limit, slot.items(), key=lambda item: (-item[1], item[0]))
        joined = [(weight + more, (*chunks, chunk)) for weight, chunks in best for chunk, more in top]
        best = heapq.nsmallest(limit, joined, key=lambda item: (-item[0], item[1]))
    return best


def _written(chunks: tuple[str, ...], surname: bool) -> str:  # noqa: FBT001
    head, given = (chunks[0].capitalize() + " ", chunks[1:]) if surname else ("", chunks)
    return head + "-".join(given).capitalize()
