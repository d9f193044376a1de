"""A line's outline: its word classes outside brackets, with a list of names shown once (``PP``)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ALONE = -1  # the owner of a token outside brackets
_PASSED = -1


@dataclass(frozen=True, slots=True)
class Outline:
    """``single`` is what each token shows by itself, None in brackets, and ``last`` the last of the list that it stands in;
    ``shown`` is the outline of the whole line.  ``first`` says for each token where its rest of that begins (-1: in the midst of
    a list), ``before`` how much of it the tokens before it show.
    """

    single: Sequence[str | None]
    last: Sequence[int]
    shown: list[str]
    first: list[int]
    before: list[int]

    def between(self, start: int, end: int) -> list[str]:
        """What two tokens have between them; the first of them counts, the second does not."""
        at, end = max(start, 0), min(end, len(self.single))
        begun: list[str] = []
        while at < end and self.first[at] == _PASSED:
            word = self.single[at]
            if word is not None:
                begun.append(word)
                at = max(at, self.last[at])
            at += 1
        return begun + self.shown[self.first[at] : self.before[end]] if at < end else begun


def outline(kinds: Sequence[str], owner: Sequence[int], lists: Sequence[tuple[int, ...]]) -> Outline:
    """The outline of a line of these word classes, brackets and lists of names."""
    single = [kind if whose == ALONE else None for kind, whose in zip(kinds, owner, strict=True)]
    last = list(range(len(kinds)))
    for members in lists:
        for at in members if len(members) > 1 else ():
            single[at], last[at] = kinds[at] * 2 if owner[at] == ALONE else None, members[-1]
    return _walked(single, last)


def _walked(single: list[str | None], last: list[int]) -> Outline:
    shown: list[str] = []
    shows, first = [0] * len(single), [_PASSED] * len(single)
    at = 0
    while at < len(single):
        first[at], word = len(shown), single[at]
        if word is not None:
            shown.append(word)
            shows[at] = 1
            at = max(at, last[at])
        at += 1
    return Outline(single, last, shown, first, list(accumulate(shows, initial=0)))
