"""Pairs of a person and a work that a line may tie: both named in it, or one named and the other what the line may be about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.setting import Setting

_FAR = 90  # tokens between two names of one line beyond which nothing ties them


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and a work; ``first`` and ``second`` are their tokens in text order.

    ``way`` is ``>`` for person before work, ``<`` for work before person, ``t`` where the work and ``p`` where the person is only
    what the line may be about; then ``first`` is None.
    """

    person: str
    work: str
    first: int | None
    second: int
    way: str


def pairs(setting: Setting, line: PairLine) -> Iterator[Pair]:
    """All pairs of a line, in text order; those named in it first."""
    named = [at for at in line.named if line.words[at] != "O"]
    for number, first in enumerate(named):
        for second in named[number + 1 :]:
            if second - first > _FAR:
                break
            if line.words[first] == "P" and line.words[second] == "W":
                yield Pair(line.ref(first), line.ref(second), first, second, ">")
            elif line.words[first] == "W" and line.words[second] == "P":
                yield Pair(line.ref(second), line.ref(first), first, second, "<")
    refs = {line.ref(at) for at in named}
    for work in setting.about(line, "Work").keys() - refs if any(line.words[at] == "P" for at in named) else ():
        yield from (Pair(line.ref(at), work, None, at, "t") for at in named if line.words[at] == "P")
    for person in setting.about(line, "Person").keys() - refs if any(line.words[at] == "W" for at in named) else ():
        yield from (Pair(person, line.ref(at), None, at, "p") for at in named if line.words[at] == "W")
