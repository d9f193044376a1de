"""Recognition: is this string a Korean personal name, and which part of it is the surname?

The score weighs how likely Koreans are to be called this against how likely these letters stand there for another reason: a word of the
English language, a name from elsewhere.  Every table is a dictionary, so a string that opens and closes with no surname costs next to nothing.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul, nfc
from kgraph.text.name_given import Split, best_split
from kgraph.text.name_hangul import hangul_cuts, read_hangul
from kgraph.text.name_tokens import SUFFIXES, NameWords, Word, split_apart, split_name

SURNAME_FIRST = "surname-first"
GIVEN_FIRST = "given-first"

# Weights in nats; set by hand on the training names against capitalised word pairs of English film and biography texts, 2026-11.
_PRIOR = 0.5  # a capitalised pair of words is rarely a Korean name, but in the articles read here it often is
_ORDER = -1.5  # the surname usually comes first
_COMMA = 3.0  # 'Kim, Tae Heum' and 'Jae-kyu' are written by people who know which part is which
_HYPHEN = 4.0
_LETTER = -2.4  # a letter of a name or word from elsewhere
_OPEN = -1.0
_WORDS = {"common": -5.5, "usual": -7.5, "rare": -9.0, "foreign": -9.0}
_ALL_WORDS = -4.0  # both words are English words: Sun Moon
_WESTERN = -5.0  # a Korean surname behind a Western given name: Steven Yeun
_WESTERN_BEST = 0.6  # of that nobody can be surer than this: it says little about the surname's language
_RARE = -8.8  # fewer than one Korean in 7,000 writes this as a surname: Cheung, Ann
_SHARED_BEST = -0.6  # and less where the surname is borne elsewhere too: Bruce Lee
_TITLE_CASE = -3.0  # a name without capitals


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A Korean personal name taken apart: 'Jae-kyoo Lee' -> surname Lee, given Jae-kyoo, given-first.

    ``surname`` and ``given`` are as written; ``syllables`` is the given name in Latin chunks, one a Hangul syllable (or Hangul syllables);
    ``score`` is 0 to 1; ``apart`` is a stage name or other script given apart in brackets or quotation marks.
    """

    text: str
    surname: str
    given: str
    order: str
    score: float
    syllables: tuple[str, ...]
    apart: str | None = None


class _Reading(NamedTuple):
    weight: float
    order: str
    surname_words: int
    split: Split


@functools.lru_cache(maxsize=1 << 16)
def parse_name(text: str) -> ParsedName | None:
    """The parts of a Korean personal name in either script, ``None`` for what is none.

    A score above 0.5 means: rather a name than not.  Word pairs that nothing speaks for ('New York', 'Song of Songs') give ``None``.

    >>> parsed = parse_name("Jae-kyoo Lee")
    >>> parsed.surname, parsed.given, parsed.order
    ('Lee', 'Jae-kyoo', 'given-first')
    """
    if not text or len(text) > 80:
        return None
    return _parse_latin(text) if text.isascii() or not _hangul_first(text) else _parse_hangul(text)


def is_korean_name(text: str, *, threshold: float = 0.5) -> bool:
    """True if the string is, rather than not, a Korean personal name with its surname."""
    parsed = parse_name(text)
    return parsed is not None and parsed.score >= threshold


def _hangul_first(text: str) -> bool:
    return is_hangul(split_apart(nfc(text).strip())[0].replace(" ", ""))


def is_hangul_name(text: str) -> bool:
    """True if the Hangul string has the form of a full Korean name: a surname and one or two (rarely three) syllables names are made of.

    >>> is_hangul_name("이재규"), is_hangul_name("남궁민"), is_hangul_name("드라마")
    (True, True, False)
    """
    parsed = parse_name(text)
    return parsed is not None and is_hangul(parsed.surname) and parsed.score >= 0.5


def _parse_hangul(text: str) -> ParsedName | None:
    main, apart = split_apart(nfc(text).strip())
    words = main.split()
    name = "".join(words)
    broken = [len(word) for word in words]
    found = read_hangul(name, tuple(cut for cut in hangul_cuts(name) if broken in ([len(name)], [cut, len(name) - cut])))
    if found is None:
        return None
    weight, cut = found
    return ParsedName(text, name[:cut], name[cut:], SURNAME_FIRST, _squash(weight), tuple(name[cut:]), apart)


def _no_surname(text: str) -> bool:
    """True if neither end of a plain string can be a surname: most of running text leaves here."""
    words = text.lower().split()
    if not 2 <= len(words) <= 4:
        return True
    known = _surname_weights()
    return words[0] not in known and words[-1] not in known and words[0] + words[1] not in known


def _parse_latin(text: str) -> ParsedName | None:
    if (
        text.isascii()
        and text.replace(" ", "").replace("-", "").isalpha()
        and "-" not in text.partition(" ")[0]
        and _no_surname(text)
    ):
        return None
    words = split_name(text)
    if words is None or not 2 <= len(words.words) <= 4:
        return None
    readings = [
        reading
        for reading in (_read(words, SURNAME_FIRST, 1), _read(words, GIVEN_FIRST, 1), _read(words, SURNAME_FIRST, 2))
        if reading
    ]
    best = max(readings, key=lambda reading: reading.weight, default=None)
    if best is None:
        return None
    score = _squash(best.weight + _case(text))
    return _assemble(text, words, best, score) if score >= 0.05 else None


def _read(words: NameWords, order: str, taken: int) -> _Reading | None:
    """One way to read the words: which are the surname, and how the rest falls into syllables."""
    if len(words.words) <= taken or (words.comma and order == GIVEN_FIRST):
        return None
    surname, given = (
        (words.words[:taken], words.words[taken:]) if order == SURNAME_FIRST else (words.words[-1:], words.words[:-1])
    )
    known = _surname_weights().get("".join(word.joined for word in surname))
    if known is None or (taken == 2 and not _is_long(surname)):
        return None
    split = _given(given, order)
    if split is None:
        return None
    other = sum(elsewhere(word.joined) for word in words.words)
    western = order == GIVEN_FIRST and words.words[0].joined in _western()
    bonus = (_ORDER if order == GIVEN_FIRST else 0.0) + (_COMMA if words.comma else 0.0) + (_HYPHEN if _hyphened(given) else 0.0)
    if len(words.words) == 2 and all(word.joined in _words() for word in words.words):
        bonus += _ALL_WORDS
    weight = known + split.weight - other + bonus + _PRIOR
    best = (_SHARED_BEST if _is_shared(surname) else _WESTERN_BEST) if western else weight
    return _Reading(min(weight, best), order, taken, split)


def _is_long(words: tuple[Word, ...]) -> bool:
    readings = tables.surname_readings().get("".join(word.joined for word in words), ())
    return any(len(surname) == 2 for surname, _ in readings)


def _hyphened(given: tuple[Word, ...]) -> bool:
    return len(given) == 1 and len(given[0].pieces) == 2


def _given(words: tuple[Word, ...], order: str) -> Split | None:
    if any(word.initials for word in words):
        return Split(words[0].pieces, -6.0) if len(words) == 1 and len(words[0].pieces) > 1 else None
    pieces = tuple(piece for word in words for piece in word.pieces)
    if order == GIVEN_FIRST and pieces[0] in _western():
        middle = best_split(pieces[1:]) if len(pieces) > 1 else Split((), 0.0)
        return middle and Split((pieces[0], *middle.chunks), _WESTERN + middle.weight)
    return best_split(pieces)


@functools.cache
def _surname_weights() -> dict[str, float]:
    return {
        spelling: math.log(sum(math.exp(weight) for _, weight in found)) for spelling, found in tables.surname_readings().items()
    }


def _is_shared(surname: tuple[Word, ...]) -> bool:
    rare = _surname_weights().get(surname[0].joined, -99.0) < _RARE
    return rare or surname[0].joined in _words() or surname[0].joined in tables.table("elsewhere")["shared_surnames"]


@functools.cache
def _western() -> frozenset[str]:
    return frozenset(tables.table("elsewhere")["western_given"])


@functools.cache
def _words() -> dict[str, float]:
    words = tables.table("elsewhere")["words"]
    return {word: weight for kind, weight in _WORDS.items() for word in words[kind]}


def elsewhere(word: str) -> float:
    """Log probability that this word stands in English text for another reason than being part of a Korean name."""
    return max(_words().get(word, -99.0), _OPEN + _LETTER * len(word))


def _case(text: str) -> float:
    return _TITLE_CASE if text[:1].islower() else 0.0


def _squash(weight: float) -> float:
    return round(1 / (1 + math.exp(-0.7 * max(min(weight, 60.0), -60.0))), 4)


def _assemble(text: str, words: NameWords, reading: _Reading, score: float) -> ParsedName:
    shown = split_apart(nfc(text).strip())[0].replace(",", " ").split()
    kept = [word for word in shown if word.rstrip(".").lower() not in SUFFIXES]
    cut = reading.surname_words if reading.order == SURNAME_FIRST else len(kept) - 1
    head, tail = " ".join(kept[:cut]), " ".join(kept[cut:])
    surname, given = (head, tail) if reading.order == SURNAME_FIRST else (tail, head)
    return ParsedName(text, surname, given, reading.order, score, reading.split.chunks, words.apart)
