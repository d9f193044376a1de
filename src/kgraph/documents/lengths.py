"""Sentences no longer than sentences are.

What reads a sentence may look at all of it for each name in it.  That is quick in anything that a person wrote and would take
minutes in a text without any full stop, so what is longer than the longest sentence is cut at a space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_SENTENCE = 1_200  # characters; the longest in the articles that the rules were made with has 335
LONGEST_WORD = 500  # characters; addresses with all their parameters stay below

_RUN = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def cut_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in one piece, or in several where a word in it is longer than any word.

    >>> list(cut_words("봤다.", 0, 3)), len(list(cut_words("a" * 1200, 0, 1200)))
    ([(0, 3)], 3)
    """
    at = start
    for run in _RUN.finditer(text, start, end):
        for cut in range(run.start() + LONGEST_WORD, run.end(), LONGEST_WORD):
            yield at, cut
            at = cut
    yield at, end


def cut_sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence as it is, or where it is longer than any sentence pieces of it, each beginning and ending with a word."""
    if end - start <= LONGEST_WORD:
        yield start, end
        return
    for first, last in cut_words(text, start, end):
        at = first
        while last - at > LONGEST_SENTENCE:
            space = _last_space(text, at, at + LONGEST_SENTENCE)
            yield from _trimmed(text, at, space)
            at = space
        yield from _trimmed(text, at, last)


def _last_space(text: str, start: int, end: int) -> int:
    return next((at for at in range(end, start, -1) if text[at - 1].isspace()), end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if words := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(words)
