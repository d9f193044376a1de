"""Pairs that a line may tie: two names of it, or one name and what the line may be about without naming it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent

TYPES = frozenset(("PW", "WP", "WO", "OW", "PO", "OP", "PP", "WW"))
_KIN = frozenset(("BREAK", "DATE", "DIVORCE", "FRIEND", "KIN", "MARRY", "PARENT", "PEER", "SIBLING"))
_HOME = frozenset(("AGENCY", "EXPIRE", "LEAVE", "MEMBER"))
_MAKING = frozenset(("AIR", "DISTRIBUTE", "MAKE", "RELEASE", "SING"))
_EVER = frozenset(("PW", "WP"))  # a person and a work are tied in ever new words, and with a single reason
# Classes of which a row has one where it may tie another pair without naming both; two persons even where it names both.
_TOLD = {
    "PP": _KIN,
    "WW": frozenset(("REMAKE", "SEQUEL", "SOURCE")),
    "PO": _HOME,
    "OP": _HOME,
    "WO": _MAKING,
    "OW": _MAKING,
}
_HOMES = frozenset(("group", "agency"))  # organisations that a line may be about without naming them
_FAR = 14  # names of a line between two of it beyond which nothing ties them
_MOST = 200  # pairs of one line; a longer list of names is left to rules


@dataclass(frozen=True, slots=True)
class Pair:
    """Two referents and the row that may tie them.

    ``left`` is the first in text order with ``first``, its phrase's number in the row; None where the row does not name it, and
    ``ways`` say then why the row may be about it.  ``right`` is named by the phrase ``second``.
    """

    row: Row
    left: Referent
    right: Referent
    first: int | None
    second: int
    ways: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The letters of the two, in text order."""
        return self.left.type[0] + self.right.type[0]


def pairs(setting: Setting, row: Row) -> Iterator[Pair]:
    """All pairs of a row: those named in it, then those with what it may be about.  Of a long list only the first."""
    return islice(_all_pairs(setting, row), _MOST)


def _all_pairs(setting: Setting, row: Row) -> Iterator[Pair]:
    phrases = row.phrases
    told = {type_ for type_, classes in _TOLD.items() if classes.intersection(row.classes)} | _EVER
    both = TYPES if "PP" in told else TYPES - {"PP"}
    for second, right in enumerate(phrases):
        for first in range(max(0, second - _FAR), second):
            left = phrases[first]
            if left.referent.ref != right.referent.ref and left.type[0] + right.type[0] in both:
                yield Pair(row, left.referent, right.referent, first, second)
    named = {phrase.referent.ref for phrase in phrases}
    for type_ in ("Work", "Person", "Organization"):
        about = {ref: ways for ref, ways in setting.about(row, type_).items() if ref not in named}
        if type_ == "Organization":
            about = {ref: ways for ref, ways in about.items() if setting.referents[ref].kind in _HOMES}
        for second, phrase in enumerate(phrases):
            stand = type_[0] + phrase.type[0]
            for ref, ways in about.items() if stand in told else ():
                if len(ways) > 1 or stand in _EVER:
                    yield Pair(row, setting.referents[ref], phrase.referent, None, second, ways)
