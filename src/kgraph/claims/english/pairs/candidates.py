"""Pairs that a line may tie: both named in it, or one named and the other what the line may be about."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.telling import TELLING
from kgraph.claims.english.pairs.ties import TARGETS, VALUED, meaning

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.setting import Setting

# tokens between two names of one line beyond which nothing ties them
_FAR = {"PW": 90, "WO": 50, "PO": 30, "WW": 50, "PP": 40} | dict.fromkeys(sorted(VALUED), 50)
_ONLY = {  # kinds of words of which a line must have one for its pairs of these types to be looked at
    "WW": frozenset(("ADAPT", "REMAKE", "SEQUEL", "WRITE", "PREV")),
    "PP": frozenset(("MARRY", "DATE", "SPLIT", "SIB", "PAR", "FRIEND")),
}
_IMPLIED = {"t": "Work", "p": "Person", "o": "Organization"}  # way -> the type of the one that is not named
_TOLD = {  # kinds of words of which a line must have one to tell of a thing that it does not name, of these types
    (group, way): frozenset[str]().union(*(TELLING[meaning(target).predicate] for target in TARGETS[group]))
    for group, way in (("PO", "o"), ("PO", "p"), ("PW", "p"), ("WO", "t"))
}
_ANYHOW = frozenset(("",))  # where no kind of word is asked for
_FARTHEST = max(_FAR.values())
_MOST = 200  # pairs of one line; a longer list of names is left to rules
_GROUPS = {letters: group for group in TARGETS for letters in (group[::-1], group)}  # the letters of two -> their group


class Pair(NamedTuple):
    """Two things of the types of ``group`` (``PW``: person and work); ``first`` and ``second`` are their tokens in text order.

    ``way`` is ``>`` for ``one`` before ``two``, ``<`` for the other order; ``t`` where the work, ``p`` where the person and ``o``
    where the organisation is only what the line may be about; then ``first`` is None.  Of two of one type ``one`` is the earlier,
    or the one that is not named.
    """

    group: str
    one: str
    two: str
    first: int | None
    second: int
    way: str

    @property
    def unnamed_type(self) -> str:
        """The type of the one that is not named; only where ``first`` is None."""
        return _IMPLIED[self.way]


def pairs(setting: Setting, line: PairLine) -> Iterator[Pair]:
    """All pairs of a line, in text order; those named in it first, of a long list only the first.  A line with its values has
    pairs with values only.
    """
    open_ = {group for group in TARGETS if group not in _ONLY or _ONLY[group].intersection(line.kinds)}
    open_ = open_ & VALUED if line.values else open_
    return islice(chain(_named(line, open_), _implied(setting, line, open_)), _MOST)


def _named(line: PairLine, open_: Container[str]) -> Iterator[Pair]:
    words, refs = line.words, line.refs
    for number, first in enumerate(line.named):
        for second in line.named[number + 1 :]:
            if second - first > _FARTHEST:
                break
            letters = words[first] + words[second]
            group = _GROUPS.get(letters, "")
            if group in open_ and second - first <= _FAR[group] and refs[first] != refs[second]:
                one, two = (first, second) if group == letters else (second, first)
                yield Pair(group, refs[one], refs[two], first, second, ">" if group == letters else "<")


def _implied(setting: Setting, line: PairLine, open_: Container[str]) -> Iterator[Pair]:
    refs, told = set(line.refs.values()), {*line.told, *_ANYHOW}
    for way, type_ in _IMPLIED.items():
        groups = [(at, _GROUPS.get(type_[0] + line.words[at], "")) for at in line.named]
        groups = [(at, group) for at, group in groups if group in open_ and told & _TOLD.get((group, way), _ANYHOW)]
        about = [ref for ref in setting.about(line, type_) if ref not in refs] if groups else []
        for at, group in groups:
            for ref in about:
                one, two = (ref, line.ref(at)) if group[0] == type_[0] else (line.ref(at), ref)
                yield Pair(group, one, two, None, at, way)
