"""The words of titles: those of a Korean title with what they are in English, those of an English title in one form each.

Reads ``data/title_words.yaml``.  A Korean word is cut into words of the list by the cheapest of all ways to cut it (a shortest
path over its syllables), so that 달빛세탁소 and 달빛 세탁소 are one; a word that cannot be cut is unknown as a whole.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

Stems = tuple[str, ...]

LONGEST = 60  # characters of a title that are looked at
LONGEST_WORD = 8  # syllables of a word of the list
# What a piece of a word costs: whole words before compounds, compounds before a syllable that is a word by itself.
PIECE, SYLLABLE, PARTICLE = 10, 8, 6
SHORTEST = 3  # letters that are left of a word
_PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
_NEVER = 10_000
_HANGUL = re.compile("[가-힣]")
_TOKEN = re.compile(r"[가-힣]+|[^\W_가-힣]+(?:['’][^\W_가-힣]+)*")
_SEASON = re.compile(r"\b(?:season|part)\s?(?=\d)|(?:시즌|파트)\s?(?=\d)", re.IGNORECASE)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a Korean title: the ways to say it in English, the likeliest first; none of them for a word that is unknown."""

    word: str
    ways: tuple[Stems, ...]

    @property
    def known(self) -> bool:
        """Whether anything is known of the word."""
        return bool(self.ways)

    @property
    def optional(self) -> bool:
        """Whether an English title may do without it."""
        return () in self.ways


@functools.cache
def _words() -> dict[str, tuple[Stems, ...]]:
    rows: dict[str, str] = load_words("title_words.yaml")["words"]
    return {word: tuple(dict.fromkeys(_way(way) for way in ways.split(", "))) for word, ways in rows.items()}


def _way(way: str) -> Stems:
    return tuple(word for word in english_words(way) if word not in silent())


@functools.cache
def _particles() -> frozenset[str]:
    return frozenset(load_words("title_words.yaml")["particles"])


@functools.cache
def silent() -> frozenset[str]:
    """Forms of English words that a translation may add or leave out."""
    return frozenset(stem(word) for word in load_words("title_words.yaml")["silent"])


@functools.cache
def _same() -> dict[str, str]:
    rows: dict[str, str] = load_words("title_words.yaml")["same"]
    return rows


@functools.lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """One form for the forms of an English word; rough, for titles are only compared with titles.

    >>> stem("Diaries"), stem("Mother's"), stem("Grey"), stem("Shining"), stem("Twelfth")
    ('diary', 'mother', 'gray', 'shin', '12')
    """
    plain = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    plain = _same().get(plain, plain)
    for ending, put in _PLURALS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST and not plain.endswith(("ss", "us", "is")):
            plain = plain.removesuffix(ending) + put
            break
    plain = _same().get(plain, plain)
    for ending in ("ing", "ed"):
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST and re.search("[aeiouy]", plain[: -len(ending)]):
            plain = _DOUBLED.sub(r"\1", plain.removesuffix(ending))
            break
    return plain.removesuffix("e") if len(plain) > SHORTEST else plain


@functools.lru_cache(maxsize=1 << 15)
def english_words(title: str) -> Stems:
    """The words of an English title, each in one form, in their order.

    >>> english_words("Night School for Ghosts")
    ('night', 'school', 'for', 'ghost')
    """
    return tuple(map(stem, raw_words(title)))


def raw_words(title: str) -> list[str]:
    """The words of a title as they stand; the words that only number a season are left out."""
    return _TOKEN.findall(_SEASON.sub("", unicodedata.normalize("NFC", title[:LONGEST])))


@functools.lru_cache(maxsize=1 << 15)
def korean_slots(title: str) -> tuple[Slot, ...]:
    """The words of a Korean title with what they are in English, in their order; particles are left out.

    >>> [(slot.word, slot.ways[:1]) for slot in korean_slots("귀신들의 야학")]
    [('귀신들', (('ghost',),)), ('야학', (('night', 'school'),))]
    """
    return tuple(slot for token in raw_words(title) for slot in _slots(token))


def _slots(token: str) -> Iterator[Slot]:
    if not _HANGUL.search(token):
        yield Slot(token, ((stem(token),),))
        return
    pieces = _cut(token)
    if pieces is None or (len(pieces) > 1 and all(len(piece) == 1 for piece in pieces)):
        yield Slot(token, ())
        return
    for piece in pieces:
        yield Slot(piece, _words()[piece])


def _cut(token: str) -> list[str] | None:
    """The words of the list that make up a word, without its particles; ``None`` where there is no way to cut it."""
    words, size = _words(), len(token)
    if token in words:
        return [token]
    best: list[tuple[int, list[str]] | None] = [None] * (size + 1)
    best[0] = (0, [])
    for end in range(1, size + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before, piece = best[start], token[start:end]
            if before is not None and piece in words:
                cost = before[0] + PIECE + (SYLLABLE if len(piece) == 1 and (before[1] or end < size) else 0)
                if (found := best[end]) is None or cost < found[0]:
                    best[end] = (cost, [*before[1], piece])
    ends = [(found[0] + _tail(token[place:]), found[1]) for place, found in enumerate(best) if found and found[1]]
    cost, pieces = min(ends, key=lambda one: one[0], default=(_NEVER, []))
    return pieces if cost < _NEVER else None


@functools.lru_cache(maxsize=1 << 12)
def _tail(rest: str) -> int:
    """What it costs to take the rest of a word for particles."""
    if not rest:
        return 0
    ways = (PARTICLE + _tail(rest[size:]) for size in range(1, min(3, len(rest)) + 1) if rest[:size] in _particles())
    return min(ways, default=_NEVER)
