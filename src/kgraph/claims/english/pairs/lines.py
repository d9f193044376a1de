"""A line of the mask as tokens: words by class, mentions by type, brackets given to whom they follow, lists as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import SLOTS, mention_index
from kgraph.claims.english.pairs.telling import ANY_TELLING
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.pairs.values import Value

_TOKEN = re.compile(r"[\ue000-\uf8ff]|[a-z]+(?:'[a-z]+)?|'s\b|\d+|[^\w\s]")
_LONGEST_BRACKET = 60  # tokens
_LONGEST_JOINT = 5  # tokens between two names of one list
_ALONE = -1
NOBODYS = -2
_VALUES, _MOST_VALUES = 0xF800, 0x100  # the characters that stand for values


@dataclass(frozen=True, slots=True)
class PairLine:
    """A line as :mod:`.features` reads it.

    ``words`` are its tokens (``P``, ``W``, ``O`` for mentions), ``kinds`` the same with words by class, ``places`` where each
    begins in the mask, ``mention`` for each the index of its mention or -1, ``owner`` for a token in brackets the token that they
    follow (``NOBODYS`` where they follow no name, -1 outside), ``list_of`` for each mention outside brackets the number of its
    list in ``lists``; ``named`` are the tokens that are mentions,
    ``by_letter`` those of one type; ``told`` are the classes of its words, sorted; ``values`` are
    tokens too, of letters of their own: their mentions are counted from ``SLOTS`` on.
    """

    line: Line
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    places: tuple[int, ...]
    mention: tuple[int, ...]
    owner: tuple[int, ...]
    list_of: dict[int, int]
    lists: tuple[tuple[int, ...], ...]
    named: tuple[int, ...]
    by_letter: dict[str, tuple[int, ...]]
    told: tuple[str, ...]
    values: tuple[Value, ...] = ()
    tells: list[tuple[int, ...]] = field(default_factory=list, repr=False, compare=False)
    outlines: dict[tuple[int, int], list[str]] = field(default_factory=dict, repr=False, compare=False)

    def ref(self, at: int) -> str:
        """The referent of a mention token; of a value what is told."""
        value = self.value(at)
        return self.line.mentions[self.mention[at]].ref if value is None else f"{value.letter}:{value.told}"

    def value(self, at: int) -> Value | None:
        """The value that a token is."""
        return self.values[self.mention[at] - SLOTS] if self.mention[at] >= SLOTS else None

    @property
    def telling(self) -> tuple[int, ...]:
        """The tokens that are words which tell some predicate."""
        if not self.tells:
            self.tells.append(tuple(at for at, kind in enumerate(self.kinds) if kind in ANY_TELLING))
        return self.tells[0]

    def members(self, at: int) -> tuple[int, ...]:
        """The list that a mention token stands in: alone, its own."""
        return self.lists[self.list_of[at]] if at in self.list_of else (at,)

    def nearest(self, letter: str, at: int) -> int | None:
        """The nearest other mention token of a type, the left one of two as near."""
        places = self.by_letter.get(letter, ())
        left = bisect_left(places, at) - 1
        right = bisect_right(places, at)
        before, after = places[left] if left >= 0 else None, places[right] if right < len(places) else None
        if before is None or after is None:
            return after if before is None else before
        return before if at - before <= after - at else after

    def outline(self, start: int, end: int) -> list[str]:
        """Word classes outside brackets between two tokens; a list of names is shown once (``PP``)."""
        if (start, end) not in self.outlines:
            self.outlines[start, end] = self._outline(max(start, 0), end)
        return self.outlines[start, end]

    def _outline(self, at: int, end: int) -> list[str]:
        shown = []
        while at < min(end, len(self.words)):
            step = at + 1
            if self.owner[at] == _ALONE:
                members = self.members(at) if self.mention[at] >= 0 else ()
                shown.append(self.kinds[at] * 2 if len(members) > 1 else self.kinds[at])
                step = max(step, members[-1] + 1) if len(members) > 1 else step
            at = step
        return shown


def pair_line(line: Line, values: tuple[Value, ...] = ()) -> PairLine:
    """The tokens of a line; each of ``values`` is one of them."""
    tokens: list[str] = []
    places: list[int] = []
    mention: list[int] = []
    for found in _TOKEN.finditer(_painted(line.mask, values).lower()):
        index = _index(found[0]) if len(found[0]) == 1 else None
        tokens.append(found[0] if index is None else values[index - SLOTS].letter if index >= SLOTS else line.types[index][0])
        mention.append(-1 if index is None else index)
        places.append(found.start())
    owner = _owners(tokens, mention)
    lists = tuple(_lists(tokens, mention, owner))
    named = words().classes
    kinds = tuple(word if mention[at] >= 0 else named.get(word, word) for at, word in enumerate(tokens))
    list_of = {at: number for number, members in enumerate(lists) for at in members}
    mentions = tuple(at for at, index in enumerate(mention) if index >= 0)
    letters = dict.fromkeys((*"PWO", *(value.letter for value in values)))
    by_letter = {letter: tuple(at for at in mentions if tokens[at] == letter) for letter in letters}
    told = tuple(sorted(words().names.intersection(kinds)))
    return PairLine(
        line,
        tuple(tokens),
        kinds,
        tuple(places),
        tuple(mention),
        tuple(owner),
        list_of,
        lists,
        mentions,
        by_letter,
        told,
        values,
    )


def _painted(mask: str, values: tuple[Value, ...]) -> str:
    """The mask with each value as one character and spaces."""
    painted = list(mask)
    for number, value in enumerate(values):
        painted[value.start : value.end] = [chr(_VALUES + number), *" " * (value.end - value.start - 1)]
    return "".join(painted)


def _index(character: str) -> int | None:
    value = ord(character) - _VALUES
    return SLOTS + value if 0 <= value < _MOST_VALUES else mention_index(character)


def _owners(tokens: list[str], mention: list[int]) -> list[int]:
    owner, at = [_ALONE] * len(tokens), 0
    while at < len(tokens):
        end = _closing(tokens, at) if tokens[at] in "([" else at
        if end > at:
            back = at - 2 if at > 1 and tokens[at - 1] == "'s" else at - 1
            whose = back if back >= 0 and mention[back] >= 0 else NOBODYS
            owner[at:end] = [whose] * (end - at)
        at = max(end, at + 1)
    return owner


def _closing(tokens: list[str], at: int) -> int:
    """The token after the bracket that closes the one at ``at``; ``at`` itself where none does in reach."""
    depth = 0
    for end in range(at, min(len(tokens), at + _LONGEST_BRACKET)):
        depth += (tokens[end] in "([") - (tokens[end] in ")]")
        if depth == 0:
            return end + 1
    return at


def _lists(tokens: list[str], mention: list[int], owner: list[int]) -> Iterator[tuple[int, ...]]:
    members: list[int] = []
    gap: list[str] = []
    for at, word in enumerate(tokens):
        if owner[at] >= 0:
            continue
        if mention[at] < 0:
            gap.append(word)
            continue
        if members and not (word == tokens[members[-1]] and _joins(gap)):
            yield tuple(members)
            members = []
        members.append(at)
        gap = []
    if members:
        yield tuple(members)


def _joins(gap: list[str]) -> bool:
    known = words()
    within = all(word in known.joints or word in known.modifiers for word in gap)
    return 0 < len(gap) <= _LONGEST_JOINT and within and any(word in known.joining for word in gap)
