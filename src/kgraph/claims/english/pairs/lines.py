"""A line of the mask as tokens: words by class, mentions by type, brackets given to whom they follow, lists as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import SLOTS, mention_index
from kgraph.claims.english.pairs.outlines import ALONE, Outline, outline
from kgraph.claims.english.pairs.telling import ANY_TELLING
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.pairs.features import Features
    from kgraph.claims.english.pairs.values import Value

_TOKEN = re.compile(r"[\ue000-\uf8ff]|[a-z]+(?:'[a-z]+)?|'s\b|\d+|[^\w\s]")
_LONGEST_BRACKET = 60  # tokens
_LONGEST_JOINT = 5  # tokens between two names of one list
NOBODYS = -2
_PRIVATE = "\ue000"
_VALUES, _MOST_VALUES = 0xF800, 0x100  # the characters that stand for values


@dataclass(frozen=True)
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
    standing: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)  # see :mod:`.arguments`
    alone: dict[int, Features] = field(default_factory=dict, repr=False, compare=False)  # of a name without its other

    @cached_property
    def refs(self) -> dict[int, str]:
        """For each mention token its referent; for a value what is told."""
        mentions, values = self.line.mentions, self.values
        indices = ((at, self.mention[at]) for at in self.named)
        return {
            at: mentions[index].ref if index < SLOTS else f"{values[index - SLOTS].letter}:{values[index - SLOTS].told}"
            for at, index in indices
        }

    def ref(self, at: int) -> str:
        """The referent of a mention token; of a value what is told."""
        return self.refs[at]

    @cached_property
    def refs_of(self) -> dict[str, tuple[str, ...]]:
        """The referents that a line names by the letter of their type, in text order."""
        return {letter: tuple(self.refs[at] for at in tokens) for letter, tokens in self.by_letter.items()}

    def value(self, at: int) -> Value | None:
        """The value that a token is."""
        return self.values[self.mention[at] - SLOTS] if self.mention[at] >= SLOTS else None

    @cached_property
    def telling(self) -> tuple[int, ...]:
        """The tokens that are words which tell some predicate."""
        return tuple(at for at, kind in enumerate(self.kinds) if kind in ANY_TELLING)

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The tokens that are quotation marks."""
        return tuple(at for at, word in enumerate(self.words) if word == '"')

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

    @cached_property
    def _outline(self) -> Outline:
        return outline(self.kinds, self.owner, self.lists)

    def outline(self, start: int, end: int) -> list[str]:
        """Word classes outside brackets between two tokens; a list of names is shown once (``PP``)."""
        return self._outline.between(start, end)


def pair_line(line: Line, values: tuple[Value, ...] = ()) -> PairLine:
    """The tokens of a line; each of ``values`` is one of them."""
    tokens: list[str] = []
    places: list[int] = []
    mention: list[int] = []
    for found in _TOKEN.finditer(_small(_painted(line.mask, values))):
        token = found[0]
        index = _index(token) if token >= _PRIVATE and len(token) == 1 else None
        tokens.append(token if index is None else values[index - SLOTS].letter if index >= SLOTS else line.types[index][0])
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


def _small(text: str) -> str:
    """The text in small letters, each at its place: İ in small letters would be two."""
    return text.replace("İ", "i").lower()


def _painted(mask: str, values: tuple[Value, ...]) -> str:
    """The mask with each value as one character and spaces."""
    if not values:
        return mask
    painted = list(mask)
    for number, value in enumerate(values):
        painted[value.start : value.end] = [chr(_VALUES + number), *" " * (value.end - value.start - 1)]
    return "".join(painted)


def _index(character: str) -> int | None:
    value = ord(character) - _VALUES
    return SLOTS + value if 0 <= value < _MOST_VALUES else mention_index(character)


def _owners(tokens: list[str], mention: list[int]) -> list[int]:
    owner, at = [ALONE] * len(tokens), 0
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
