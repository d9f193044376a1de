"""How a fact stands among others of its place: among those of its line and subject, of its list, of the article."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.korean.learned.labels import Key

NONE = -2000  # where there is no other


class Standing:
    """The facts of a place with the best sum of each; what is asked leaves the asking fact out."""

    def __init__(self) -> None:
        self.totals: dict[Key, int] = {}

    def add(self, key: Key, total: int) -> None:
        """Takes a sum of a fact in."""
        self.totals[key] = max(total, self.totals.get(key, total))

    @cached_property
    def _ranked(self) -> list[tuple[int, Key]]:
        return sorted((total, key) for key, total in self.totals.items())

    def best_beside(self, key: Key | None) -> int:
        """The best sum of another fact."""
        return _beside(self._ranked[:-3:-1], key)

    def least_beside(self, key: Key | None) -> int:
        """The least sum of another fact."""
        return _beside(self._ranked[:2], key)

    def count_beside(self, key: Key) -> int:
        """How many other facts there are."""
        return len(self.totals) - (key in self.totals)

    def above(self, total: int) -> int:
        """How many facts have a better sum."""
        return len(self._ranked) - bisect_right(self._ranked, total, key=lambda pair: pair[0])


def _beside(nearest: list[tuple[int, Key]], key: Key | None) -> int:
    """The first sum of two that is not of the fact itself."""
    return next((total for total, other in nearest if other != key), NONE)


NOBODY = Standing()
