"""Who or what a stretch of Korean text is about, from the particles: a topic (은/는) outranks a subject (이/가),
that a predicate noun (이다).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CHAIN = 2  # sentences through which a topic (은/는) outlives later subjects (이/가)


class Spoken(NamedTuple):
    """A mention as the talk turns on it: what it stands for, its particle's case, and whether it stands in the background.

    In the background are names in brackets and names inside a clause that describes another noun (‘X’를 연출한 감독은).
    """

    ref: str
    case: str
    background: bool = False


def topic_of(rows: Iterable[Sequence[Spoken]]) -> str | None:
    """Whom ``그는`` or a dropped subject means, from the sentences before, the nearest first.

    >>> topic_of([[Spoken("황해", "이"), Spoken("백설희", "이")], [Spoken("전영록", "이다")]])
    '전영록'
    """
    told = list(rows)
    for row in told[:_CHAIN]:
        topics = [spoken.ref for spoken in row if spoken.case == "은" and not spoken.background]
        if topics:
            return topics[-1]
    spare: str | None = None
    for row in told:
        front = [spoken for spoken in row if not spoken.background]
        for case in ("은", "이", "이다", "도"):
            refs = list(dict.fromkeys(spoken.ref for spoken in front if spoken.case == case))
            if refs and (case != "이" or len(refs) == 1):
                return refs[-1]
            spare = spare or (refs[-1] if refs else None)
        if front and spare is None:
            spare = front[-1].ref
            if len({spoken.ref for spoken in front}) == 1:
                return spare
    return spare


def prominent_of(row: Sequence[Spoken]) -> str | None:
    """What one sentence leaves under discussion; None where it lists several things of which none stands out."""
    front = [spoken for spoken in row if not spoken.background]
    for case in ("은", "이", "이다", "도"):
        for spoken in reversed(front):
            if spoken.case == case:
                return spoken.ref
    refs = {spoken.ref for spoken in front}
    return front[-1].ref if len(refs) == 1 else None
