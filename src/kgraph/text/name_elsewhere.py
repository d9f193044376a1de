"""What Latin words are when they are no Korean names: words of English, names of other peoples."""

from __future__ import annotations

import functools

from kgraph.text.name_tables import table

# Log probabilities of a capitalised word or name standing in an English text; set by hand by rough frequency, 2026-11.
_WEIGHTS = {"common": -5.5, "usual": -7.5, "rare": -9.0, "foreign": -9.0}
_ANY = -1.0
_LETTER = -2.4  # each letter of a word or name that no list has


def weight_elsewhere(word: str) -> float:
    """Log probability that this word (lower case) stands in an English text for another reason than a Korean name."""
    return max(words_of_english().get(word, -99.0), _ANY + _LETTER * len(word))


@functools.cache
def words_of_english() -> dict[str, float]:
    """Words of English and foreign names that could be read as Korean syllables, with their log probabilities."""
    words = table("elsewhere")["words"]
    return {word: weight for kind, weight in _WEIGHTS.items() for word in words[kind]}


@functools.cache
def western_given() -> frozenset[str]:
    """Given names of the English-speaking world, in lower case."""
    return frozenset(table("elsewhere")["western_given"])


@functools.cache
def _shared_surnames() -> frozenset[str]:
    elsewhere = table("elsewhere")
    words = (word for kind, listed in elsewhere["words"].items() if kind != "foreign" for word in listed)
    return frozenset((*elsewhere["shared_surnames"], *elsewhere["chinese_surnames"], *words))


def is_shared(surname: str) -> bool:
    """True if the surname is as common elsewhere (Lee), or a word: behind a Western given name it says little."""
    return surname in _shared_surnames()


@functools.cache
def no_initials() -> frozenset[str]:
    """Letters that are no initials of a given name: titles, broadcasters, agencies (PD, MBC), in lower case."""
    return frozenset(table("elsewhere")["no_initials"])
