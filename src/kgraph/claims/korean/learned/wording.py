"""The words of a row with what they tell of, cut and joined once for all pairs of names that the row may tie."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = frozenset(("'", '"', "·", ",", "(", ")", ".", "-"))


@cache
def classes() -> dict[str, str]:
    """What a word tells of, by word (``data/korean/pair_words.yaml``): 메가폰 -> DIRECT."""
    listed: dict[str, str] = load_words("korean/pair_words.yaml")["classes"]
    found: dict[str, str] = {}
    for name, words in listed.items():
        for word in words.split():
            found.setdefault(word, name)
            if not word.endswith("다"):
                found.setdefault(f"{word}하", name)
                found.setdefault(f"{word}되", name)
    return found


def class_of(word: str) -> str:
    """What a word tells of, '' for nothing."""
    return classes().get(word, "")


class Wording:
    """Words in order.

    ``tells`` has for each what it tells of ('' for nothing), ``coarse`` that or the word itself, ``couples`` the coarse ones
    joined with their followers.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.tells = [class_of(word) for word in words]
        self.coarse = [name or word for name, word in zip(self.tells, words, strict=True)]
        self.couples = [f"{left}_{right}" for left, right in pairwise(self.coarse)]
        self._telling: list[str] = []
        self._ends = [0]
        for word, name in zip(words, self.tells, strict=True):
            if word not in _MARKS:
                self._telling += (word, name) if name else (word,)
            self._ends.append(len(self._telling))

    def telling(self, start: int, end: int) -> list[str]:
        """The words of a range that are no marks, each followed by what it tells of."""
        last = len(self._ends) - 1
        return self._telling[self._ends[min(start, last)] : self._ends[min(end, last)]]

    def named(self, start: int, end: int) -> list[str]:
        """What the words of a range tell of."""
        return [name for name in self.tells[start:end] if name]

    def bound(self, start: int, end: int) -> list[str]:
        """The coarse words of a range by twos, its beginning and its end for words."""
        if start >= end:
            return ["^_$"]
        return [f"^_{self.coarse[start]}", *self.couples[start : end - 1], f"{self.coarse[end - 1]}_$"]

    def beside(self, start: int, tail: int) -> Iterator[str]:
        """The three words before ``start`` and behind ``tail``."""
        words, tells = self.words, self.tells
        for far in range(min(3, start)):
            at = start - 1 - far
            yield f"-{far}:{words[at]}"
            if tells[at]:
                yield f"-:{tells[at]}"
        for far in range(min(3, len(words) - tail - 1)):
            at = tail + 1 + far
            yield f"+{far}:{words[at]}"
            if tells[at]:
                yield f"+:{tells[at]}"
        if tail + 2 < len(words):
            yield f"++:{self.couples[tail + 1]}"
        if start > 1:
            yield f"--:{self.couples[start - 2]}"
