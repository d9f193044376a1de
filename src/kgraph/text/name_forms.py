"""A name made ready to be compared: its readings, with everything a comparison needs already looked up.

A Latin reading keeps, for each chunk, how much worse every syllable explains it than the best one does (in nats, 0 for the best).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul
from kgraph.text.name_given import are_chunks, joined_splits
from kgraph.text.name_hangul import hangul_cuts
from kgraph.text.name_tokens import LONGEST, NameWords, Word, split_apart, split_name, visible

Ratios: TypeAlias = Mapping[str, float]

SHARE = 0.7  # how much a syllable's frequency counts beside its spelling; tuned on the training names, 2026-11
WIDEST = 7.0  # splits that are e^7 times less likely than the best are not followed
GIVEN_FIRST_COST = 0.3
GLUED_COST = 1.0
LONGEST_SURNAME = 8  # namgoong


class Cut(NamedTuple):
    """One way to split the given name: its chunks, the ratios of each, and how much worse than the best split it is."""

    cost: float
    chunks: tuple[str, ...]
    ratios: tuple[Ratios, ...]


class LatinReading(NamedTuple):
    """One way to read a Latin name.  ``surname`` is empty where only a given name stands there; ``initials`` replace ``cuts``."""

    surname: str
    surname_ratios: Ratios
    cuts: tuple[Cut, ...]
    pieces: tuple[str, ...]
    cost: float
    initials: tuple[str, ...] = ()


class Form(NamedTuple):
    """A name as it is compared: the key of its letters, its Hangul readings or its Latin ones, and the Latin words."""

    key: str
    hangul: tuple[tuple[str, str], ...] = ()
    latin: tuple[LatinReading, ...] = ()
    words: tuple[Word, ...] = ()


@functools.lru_cache(maxsize=1 << 16)
def form_of(name: str) -> Form | None:
    """The form of a name, ``None`` for what cannot be a Korean personal name in either script."""
    if not name or len(name) > LONGEST:
        return None
    if not name.isascii():
        joined = "".join(split_apart(visible(name))[0].split())
        if is_hangul(joined):
            return _hangul_form(joined)
    words = split_name(name)
    return _latin_form(words) if words is not None and len(words.words) <= 4 else None


def _hangul_form(name: str) -> Form | None:
    if len(name) > 6:
        return None
    readings = tuple((name[:cut], name[cut:]) for cut in hangul_cuts(name))
    return Form(name, (*readings, ("", name)))


def _latin_form(words: NameWords) -> Form | None:
    key = "".join([word.joined for word in words.words])
    readings = [_reading(*division) for division in _divisions(words)] + _apart_readings(words.apart)
    return Form(key, (), tuple(readings), words.words) if readings else None


def _apart_readings(apart: str | None) -> list[LatinReading]:
    """The full name that may stand in brackets behind a stage name: IU (Lee Ji-eun)."""
    form = form_of(apart) if apart else None
    return [reading for reading in form.latin if reading.surname and reading.cost < GLUED_COST] if form else []


def _divisions(words: NameWords) -> list[tuple[str, tuple[Word, ...], float]]:
    """The ways to divide the words into a surname that there is and a given name, with what each costs."""
    given, known = words.words, tables.surname_readings()
    if len(given) == 1:
        return [("", given, 0.0), *_glued(given[0])]
    found: list[tuple[str, tuple[Word, ...], float]] = []
    first, last = given[0].joined, given[-1].joined
    if first in known:
        found.append((first, given[1:], 0.0))
    if last in known and not words.comma:
        found.append((last, given[:-1], GIVEN_FIRST_COST))
    if len(given) > 2 and is_long_surname(first + given[1].joined):
        found.append((first + given[1].joined, given[2:], 0.0))
    return found


def _glued(word: Word) -> list[tuple[str, tuple[Word, ...], float]]:
    """A surname written in one word with the given name: Leejaekyu."""
    key, known = word.joined, tables.surname_readings()
    ends = range(1, min(LONGEST_SURNAME + 1, len(key) - 1)) if len(word.pieces) == 1 else ()
    return [(key[:end], (Word((key[end:],)),), GLUED_COST) for end in ends if key[:end] in known]


def is_long_surname(spelling: str) -> bool:
    """True if a surname of two syllables is written so: namgoong."""
    return any(len(surname) == 2 for surname, _ in tables.surname_readings().get(spelling, ()))


def _reading(surname: str, given: tuple[Word, ...], cost: float) -> LatinReading:
    ratios = surname_ratios(surname) if surname else {}
    pieces = given[0].pieces if len(given) == 1 else tuple([piece for word in given for piece in word.pieces])
    if given[0].initials and all(word.initials for word in given):
        return LatinReading(surname, ratios, (), pieces, cost, pieces)
    return LatinReading(surname, ratios, given_cuts(pieces), pieces, cost)


@functools.lru_cache(maxsize=1 << 14)
def given_cuts(pieces: tuple[str, ...]) -> tuple[Cut, ...]:
    """The splits of a given name that are worth following, best first.  Hyphens and spaces are heeded: Jun-geun is not 정은."""
    if len(pieces) > 1 and are_chunks(pieces):
        return (Cut(0.0, pieces, _ratios(pieces)),)
    splits = joined_splits("".join(pieces))
    best = splits[0].weight if splits else 0.0
    return tuple(
        [Cut(best - split.weight, split.chunks, _ratios(split.chunks)) for split in splits if best - split.weight <= WIDEST]
    )


def _ratios(chunks: tuple[str, ...]) -> tuple[Ratios, ...]:
    return (chunk_ratios(chunks[0], 0), *[chunk_ratios(chunk, 1) for chunk in chunks[1:]])


@functools.cache
def chunk_ratios(chunk: str, place: int) -> dict[str, float]:
    """How much worse than the best one each syllable explains a chunk of a given name at this place (0 opens, 1 closes)."""
    weights = {
        reading.syllable: reading.spelling + SHARE * reading.share(place) for reading in tables.given_readings().get(chunk, ())
    }
    best = max(weights.values(), default=0.0)
    return {syllable: weight - best for syllable, weight in weights.items()}


@functools.cache
def surname_ratios(spelling: str) -> dict[str, float]:
    """How much worse than the best one each surname explains this spelling."""
    shares = tables.log_surname_shares()
    weights = {name: weight - (1 - SHARE) * shares[name] for name, weight in tables.surname_readings().get(spelling, ())}
    best = max(weights.values(), default=0.0)
    return {name: weight - best for name, weight in weights.items()}
