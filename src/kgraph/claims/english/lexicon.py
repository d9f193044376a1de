"""The words of the credits, from ``data/english/credits.yaml``, as pieces of patterns and as look-ups from word to predicate."""

from __future__ import annotations

from functools import cache

from kgraph.text.word_lists import either, first_words, folded, load_words

PREDICATES = ("directed", "wrote", "created", "produced", "composed_for", "performed")


@cache
def words(kind: str) -> dict[str, tuple[str, ...]]:
    """Each word of a kind (active, passive, nouns, things, absolute), in lower case, and the predicates that it tells."""
    found: dict[str, tuple[str, ...]] = {}
    table = load_words("english/credits.yaml")
    for predicate in PREDICATES:
        for word in table[predicate][kind]:
            found[word.casefold()] = (*found.get(word.casefold(), ()), predicate)
    return found


@cache
def openings(*kinds: str) -> frozenset[str]:
    """The first words of all words of these kinds."""
    return first_words(word for kind in kinds for word in words(kind))


@cache
def one_of(kind: str) -> str:
    """A pattern for any word of a kind."""
    return either(words(kind))


def several(kind: str) -> str:
    """A pattern for words of a kind that share their subject or object: *written and directed*, *writer and director*."""
    one = one_of(kind)
    return rf"(?:(?:{one})\b(?:(?:,| and| &|/|, and)(?: also| later| then)? ?(?:{one})\b){{0,3}})"


def predicates_in(text: str, kind: str) -> tuple[str, ...]:
    """The predicates that the words of a kind in a stretch of text tell, in the order of the text."""
    found: dict[str, None] = {}
    for word in _pattern(kind).findall(text):
        for predicate in words(kind)[folded(word)]:
            found.setdefault(predicate)
    return tuple(found)


@cache
def _pattern(kind: str):  # type: ignore[no-untyped-def]
    import re

    return re.compile(rf"\b(?:{one_of(kind)})\b", re.IGNORECASE)
