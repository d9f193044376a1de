"""Sums of linear models for all that an article tells, at once: features are looked up as whole numbers in sorted tables.

A model has a hundred thousand weights, an article asks for some thousands of them, all over the table: one by one each costs a
walk through cold memory.
"""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kgraph.claims.korean.learned.linear import Linear

Numbers = NDArray[np.int64]
Told = tuple[str, "Collection[str]"]
"""Features by what they begin with: ``("PW m:", ["감독", "DIRECT"])``."""


class Index:
    """The weights of models by number of beginning and of word; word 0 is one that no model knows."""

    def __init__(self, models: Mapping[str, Linear]) -> None:
        self.words: dict[str, int] = {}
        self.beginnings: dict[str, dict[str, int]] = {}
        widest = max((len(model.classes) for model in models.values()), default=0)
        keys: list[tuple[int, int]] = []
        weights = [np.zeros((0, widest), dtype=np.int64)]
        before = 0
        for family, model in models.items():
            self.beginnings[family] = {beginning: before + at for at, beginning in enumerate(model.rows)}
            before += len(model.rows)
            for beginning, rows in model.rows.items():
                number = self.beginnings[family][beginning]
                keys += ((number, self.words.setdefault(word, len(self.words) + 1)) for word in rows)
                own = model.weights[list(rows.values())]
                weights.append(np.pad(own, ((0, 0), (0, widest - own.shape[1]))))
        pairs = np.array(keys, dtype=np.int64).reshape(-1, 2)
        unsorted = pairs[:, 0] * (len(self.words) + 1) + pairs[:, 1]
        order = unsorted.argsort()
        self.keys = unsorted[order]
        self.weights = np.concatenate(weights)[order]

    def rows(self, beginnings: Numbers, words: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """Where the weights of features stand, and which of them have any."""
        keys = beginnings * (len(self.words) + 1) + words
        rows = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return rows, self.keys[rows] == keys


class Tally:
    """Sets of features, each with a number, until their sums are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._count = 0
        self._told: list[int] = []  # set, beginning and list of words in turn
        self._words: list[Collection[str]] = []
        self._known: dict[int, int] = {}

    def add(self, family: str, told: Iterable[Told]) -> int:
        """Takes features of a family in; the number of their set."""
        numbers, known, words, set_ = self._index.beginnings[family], self._known, self._words, self._count
        found = self._told
        for beginning, list_ in told:
            number = numbers.get(beginning)
            if number is not None:
                at = known.setdefault(id(list_), len(words))
                if at == len(words):
                    words.append(list_)
                found += (set_, number, at)
        self._count += 1
        return set_

    def sums(self) -> Numbers:
        """For each set a row with the weights of its features added up."""
        index, most = self._index, max(1, len(self._index.keys))
        sizes = _numbers(map(len, self._words), len(self._words))
        words = _numbers(map(index.words.get, chain.from_iterable(self._words), repeat(0)), int(sizes.sum()))
        of, beginnings, lists = _numbers(self._told, len(self._told)).reshape(-1, 3).T
        lengths, starts = sizes[lists], (sizes.cumsum() - sizes)[lists]
        places = np.arange(lengths.sum()) + np.repeat(starts - lengths.cumsum() + lengths, lengths)
        rows, known = index.rows(np.repeat(beginnings, lengths), words[places])
        found = np.sort((np.repeat(of, lengths) * most + rows)[known])
        sets, rows = np.divmod(found[np.flatnonzero(np.diff(found, prepend=-1))], most)
        return summed(index.weights[rows], np.bincount(sets, minlength=self._count))


def summed(rows: Numbers, lengths: Numbers) -> Numbers:
    """The sums of the first rows of a table, of those that follow, and so on; ``lengths`` says of how many each."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]), dtype=np.int64)
    np.cumsum(rows, axis=0, out=sums[1:])
    ends = lengths.cumsum()
    found: Numbers = sums[ends] - sums[ends - lengths]
    return found


def summed_lists(table: Numbers, lists: Sequence[Sequence[int]]) -> Numbers:
    """For each list of rows of a table their sum."""
    lengths = _numbers(map(len, lists), len(lists))
    return summed(table[_numbers(chain.from_iterable(lists), int(lengths.sum()))], lengths)


def _numbers(values: Iterable[int], count: int) -> Numbers:
    return np.fromiter(values, dtype=np.int64, count=count)
