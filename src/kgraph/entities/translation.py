"""Whether an English title says what a Korean one says, word for word: 안개 나루 and Misty Ferry.

Titles meet under their words in English, sorted (:func:`whole_keys`), or under one of them; how well two agree is told by
:func:`translate`.  A free translation (다시 부르는 노래, Encore) says nothing of this kind and has to be tied by people.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.entities.spelling import heard_alike
from kgraph.entities.title_words import Slot, Stems, english_words, korean_slots, raw_words, silent, stem
from kgraph.text.name_sounds import sound_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_KEYS = 8  # a Korean title has no more whole keys than this
MOST_WORDS = 8  # longer titles have none
MOST_WAYS = 2  # of a word, where single words are keys
HEARD = 2  # consonants of a name inside a title
_HANGUL = re.compile("[가-힣]")
_TURNED = frozenset({"at", "behind", "below", "beneath", "beyond", "by", "for", "from", "in", "of", "on", "under", "with"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two titles agree.

    ``korean``: words of the Korean one that are there in English, and all of them; ``english``: words of the English one that are
    used up, and all of them; whether the words follow each other in the same order, and whether a Korean word is unknown.
    """

    korean: tuple[int, int]
    english: tuple[int, int]
    in_order: bool
    unknown: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is left over on either side."""
        return self.korean[0] == self.korean[1] and self.english[0] == self.english[1] > 0

    @property
    def share(self) -> float:
        """The share of all words that have one on the other side."""
        total = self.korean[1] + self.english[1]
        return (self.korean[0] + self.english[0]) / total if total else 0.0


@functools.lru_cache(maxsize=1 << 14)
def translate(korean: str, english: str) -> Agreement:
    """How far an English title translates a Korean one.

    >>> translate("하늘 아래 우물", "The Well Under the Sky").whole
    True
    """
    slots, words = korean_slots(korean), _content(english)
    left = Counter(words)
    met: list[tuple[int, str]] = []
    found, needed = 0, 0
    for place, slot in enumerate(slots):
        way = max((way for way in slot.ways if way and _within(way, left)), key=len, default=None)
        if way is None and not slot.known:
            way = _heard(slot, english, left)
        if way is not None:
            left -= Counter(way)
            met += [] if way[0].isdigit() else [(place, way[0])]
        found += way is not None
        needed += way is not None or not slot.optional
    used = len(words) - left.total()
    return Agreement((found, needed), (used, len(words)), _in_order(met, _turned(english)), any(not slot.known for slot in slots))


def _content(english: str) -> Stems:
    return tuple(word for word in english_words(english) if word not in silent())


def _within(way: Stems, left: Counter[str]) -> bool:
    return all(left[word] >= count for word, count in Counter(way).items())


def _heard(slot: Slot, english: str, left: Counter[str]) -> Stems | None:
    """The word that an unknown Korean word is spelled as: 이태원, Itaewon."""
    for raw in raw_words(english):
        sounds = sound_key(slot.word), sound_key(raw)
        if left[stem(raw)] and len(sounds[0]) >= HEARD and sounds[0] == sounds[1] and heard_alike(slot.word, raw):
            return (stem(raw),)
    return None


def _turned(english: str) -> list[str]:
    """The words in the order of a Korean title: The Well Under the Sky is sky, well."""
    parts: list[list[str]] = [[]]
    for word in english_words(english):
        if word in _TURNED:
            parts.append([])
        elif word not in silent():
            parts[-1].append(word)
    return [word for part in reversed(parts) for word in part]


def _in_order(met: Sequence[tuple[int, str]], words: list[str]) -> bool:
    places = [words.index(word) for _, word in met if word in words]
    return all(a <= b for a, b in pairwise(places))


@functools.lru_cache(maxsize=1 << 15)
def whole_keys(title: str) -> tuple[str, ...]:
    """Keys of all the words of a title in English, sorted; none where a word is unknown.

    >>> whole_keys("귀신들의 야학") == whole_keys("Night School for Ghosts")
    True
    """
    if not _HANGUL.search(title):
        words = _content(title)
        return (" ".join(sorted(words)),) if 0 < len(words) <= MOST_WORDS else ()
    slots = korean_slots(title)
    if not 0 < len(slots) <= MOST_WORDS or not all(slot.known for slot in slots):
        return ()
    return tuple(dict.fromkeys(" ".join(sorted(words)) for words in _combined(slots) if words))


def _combined(slots: Iterable[Slot]) -> list[Stems]:
    """Ways to say a whole title, the likeliest first: those that take the fewest steps down the lists of its words."""
    ways: list[tuple[int, Stems]] = [(0, ())]
    for slot in slots:
        options = sorted(enumerate(slot.ways), key=lambda option: (option[1] != () and slot.optional, option[0]))
        more = ((cost + step, (*words, *way)) for cost, words in ways for step, (_, way) in enumerate(options))
        ways = sorted(more, key=lambda found: found[0])[:MOST_KEYS]
    return [words for _, words in ways]


@functools.lru_cache(maxsize=1 << 15)
def word_keys(title: str) -> tuple[str, ...]:
    """Single words of a title in English, under which it meets others of the same people; what follows a number is its season."""
    if not _HANGUL.search(title):
        return tuple(dict.fromkeys(word for word in _content(title) if not word.isdigit()))[:MOST_WORDS]
    slots = korean_slots(title)[:MOST_WORDS]
    firsts = (way for slot in slots if not slot.optional for way in slot.ways[:MOST_WAYS])
    return tuple(dict.fromkeys(word for way in firsts for word in way if not word.isdigit()))
