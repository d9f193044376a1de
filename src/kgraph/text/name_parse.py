"""Recognition: is this string a Korean personal name, and which part of it is the surname?

The score weighs how likely Koreans are to be called this against how likely these letters stand there for another reason: as
words of English, as a name from elsewhere.  All tables are dictionaries: what has a surname at neither end costs next to nothing.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul
from kgraph.text.name_elsewhere import is_shared, no_initials, weight_elsewhere, western_given, words_of_english
from kgraph.text.name_given import Split, best_split, split_pieces
from kgraph.text.name_hangul import hangul_cuts, read_hangul
from kgraph.text.name_tokens import LONGEST, NameWords, Word, is_suffix, split_apart, split_name, visible

SURNAME_FIRST = "surname-first"
GIVEN_FIRST = "given-first"

# Weights in nats; set by hand on the training names against capitalised word pairs of English film and biography texts, 2026-11.
_PRIOR = 0.5  # a capitalised pair of words is rarely a Korean name, but in the articles read here it often is
_ORDER = -1.5  # the surname usually comes first
_COMMA = 3.0  # 'Kim, Tae Heum' and 'Jae-kyu' are written by people who know which part is which
_HYPHEN = 6.0
_ALL_WORDS = -4.0  # both words are English words: Sun Moon
_WESTERN = -5.0  # a Korean surname behind a Western given name: Steven Yeun
_WESTERN_BEST = 0.6  # of that nobody can be surer than this: it says little about the surname's language
_HARDLY = 4.0
_RARE = -11.0  # fewer than one Korean in 60,000 writes this as a surname: Cheung, Ann
_SHARED_BEST = -0.6  # and less where the surname is borne elsewhere too: Bruce Lee
_NO_CAPITAL = -3.0
_INITIALS = -6.0  # J.K., JQ: log share of names so shortened
_LEAST = 0.05  # what scores less is no name at all

_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z-]+)*")


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A Korean personal name taken apart: 'Jae-kyoo Lee' -> surname Lee, given Jae-kyoo, given-first.

    ``surname`` and ``given`` are as written; ``syllables`` is the given name syllable by syllable, in lower case; ``score`` is 0
    to 1; ``apart`` is a stage name or the name in the other script, given apart in brackets or quotation marks.
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

    A score above 0.5 means: rather a name than not.  What nothing speaks for ('New York', 'Song of Songs') is ``None``.

    >>> parsed = parse_name("Jae-kyoo Lee")
    >>> parsed.surname, parsed.given, parsed.order
    ('Lee', 'Jae-kyoo', 'given-first')
    """
    if not text or len(text) > LONGEST:
        return None
    return _parse_latin(text) if text.isascii() or not _hangul_first(text) else _parse_hangul(text)


def is_korean_name(text: str, *, threshold: float = 0.5) -> bool:
    """True if the string is, rather than not, a Korean personal name with its surname."""
    parsed = parse_name(text)
    return parsed is not None and parsed.score >= threshold


def _hangul_first(text: str) -> bool:
    return is_hangul(split_apart(visible(text))[0].replace(" ", ""))


def is_hangul_name(text: str) -> bool:
    """True if the Hangul string has the form of a full Korean name: a surname and one to three syllables of given names.

    >>> is_hangul_name("이재규"), is_hangul_name("남궁민"), is_hangul_name("드라마")
    (True, True, False)
    """
    parsed = parse_name(text)
    return parsed is not None and is_hangul(parsed.surname) and parsed.score >= 0.5


def _parse_hangul(text: str) -> ParsedName | None:
    main, apart = split_apart(visible(text))
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
    if _PLAIN.fullmatch(text) and _no_surname(text):
        return None
    words = split_name(text)
    if words is None or not 2 <= len(words.words) <= 4:
        return None
    ways = (_read(words, SURNAME_FIRST, 1), _read(words, GIVEN_FIRST, 1), _read(words, SURNAME_FIRST, 2))
    best = max((way for way in ways if way is not None), key=lambda way: way.weight, default=None)
    if best is None:
        return None
    score = _squash(best.weight + (_NO_CAPITAL if text[:1].islower() else 0.0))
    return _assemble(text, words, best, score) if score >= _LEAST else None


def _read(words: NameWords, order: str, taken: int) -> _Reading | None:
    """One way to read the words: which are the surname, and how the rest falls into syllables."""
    if len(words.words) <= taken or (words.comma and order == GIVEN_FIRST):
        return None
    last = len(words.words) - 1
    surname = words.words[:taken] if order == SURNAME_FIRST else words.words[last:]
    given = words.words[taken:] if order == SURNAME_FIRST else words.words[:last]
    known = _surname_weight("".join(word.joined for word in surname))
    split = None if known is None or (taken == 2 and not _is_long(surname)) else _given(given, order)
    if known is None or split is None:
        return None
    weight = known + split.weight + _bonus(words, given, order) - sum(weight_elsewhere(word.joined) for word in words.words)
    western = order == GIVEN_FIRST and given[0].joined in western_given()
    return _Reading(min(weight, _western_best(surname[0])) if western else weight, order, taken, split)


def _surname_weight(spelling: str) -> float | None:
    """Log share of people who write their surname so; ``None`` for a word of English that hardly ever is one (Girl)."""
    known = _surname_weights().get(spelling)
    return None if known is None or known < words_of_english().get(spelling, -99.0) - _HARDLY else known


def _bonus(words: NameWords, given: tuple[Word, ...], order: str) -> float:
    """What the way of writing says, beside the letters."""
    weight = _PRIOR + (_ORDER if order == GIVEN_FIRST else 0.0) + (_COMMA if words.comma else 0.0)
    if len(given) == 1 and len(given[0].pieces) == 2 and split_pieces(given[0].pieces):
        weight += _HYPHEN
    if len(words.words) == 2 and all(word.joined in words_of_english() for word in words.words):
        weight += _ALL_WORDS
    return weight


def _western_best(surname: Word) -> float:
    rare = _surname_weights()[surname.joined] < _RARE
    return _SHARED_BEST if rare or is_shared(surname.joined) else _WESTERN_BEST


def _is_long(words: tuple[Word, ...]) -> bool:
    readings = tables.surname_readings().get("".join(word.joined for word in words), ())
    return any(len(surname) == 2 for surname, _ in readings)


def _given(words: tuple[Word, ...], order: str) -> Split | None:
    if any(word.initials for word in words):
        known = len(words) == 1 and len(words[0].pieces) > 1 and words[0].joined not in no_initials()
        return Split(words[0].pieces, _INITIALS) if known else None
    pieces = tuple(piece for word in words for piece in word.pieces)
    if order == GIVEN_FIRST and pieces[0] in western_given():
        middle = best_split(pieces[1:]) if len(pieces) > 1 else Split((), 0.0)
        return middle and Split((pieces[0], *middle.chunks), _WESTERN + middle.weight)
    return best_split(pieces)


@functools.cache
def _surname_weights() -> dict[str, float]:
    return {
        spelling: math.log(sum(math.exp(weight) for _, weight in found)) for spelling, found in tables.surname_readings().items()
    }


def _squash(weight: float) -> float:
    return round(1 / (1 + math.exp(-0.7 * max(min(weight, 60.0), -60.0))), 4)


def _assemble(text: str, words: NameWords, reading: _Reading, score: float) -> ParsedName:
    shown = split_apart(visible(text))[0].replace(",", " ").split()
    kept = [word for word in shown if not is_suffix(word)] or shown
    cut = reading.surname_words if reading.order == SURNAME_FIRST else len(kept) - 1
    head, tail = " ".join(kept[:cut]), " ".join(kept[cut:])
    surname, given = (head, tail) if reading.order == SURNAME_FIRST else (tail, head)
    return ParsedName(text, surname, given, reading.order, score, reading.split.chunks, words.apart)
