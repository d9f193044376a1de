"""A giving of prizes, as one sentence or one row of a list tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.claims.english.recipients import Winner
    from kgraph.model import Mention

Before = tuple[str | None, str | None]  # the ceremony told before, and its day
_NOMINEES = re.compile(r"\b(?:nominees?|nominations?|nominated|candidates|shortlist)\b", re.IGNORECASE)
_WINNERS = re.compile(r"\b(?:winners?(?! will)|wins|won|win|took home|takes home|walked away|sweeps|swept)\b", re.IGNORECASE)
_HEADLINE = 60  # characters; a shorter line is a heading or a row
_LOOK_BACK = 60  # lines of a list


@dataclass(frozen=True, slots=True)
class Given:
    """A giving of prizes: who or what has them, each with the works that it was for; where the prizes and the words stand."""

    predicate: str
    pairs: tuple[tuple[Winner, tuple[Mention, ...]], ...]
    span: tuple[int, int]
    trigger: tuple[int, int]
    rule: str
    confidence: float
    acted: bool = False


def promised(reading: Reading, line: Line) -> str | None:
    """What the nearest text over a list of categories that speaks of nominees or winners promises; None without any."""
    for back in range(1, _LOOK_BACK):
        head = reading.previous(line, back)
        if head is None:
            return None
        if head.sentence.kind == "headline" or len(head.mask) > _HEADLINE or back >= line.index:
            if _WINNERS.search(head.mask):
                return "won"
            if _NOMINEES.search(head.mask):
                return "nominated_for"
    return None


def is_of_nominees(reading: Reading, line: Line) -> bool:
    """True if what stands over a list of categories promises nominees."""
    return promised(reading, line) == "nominated_for"
