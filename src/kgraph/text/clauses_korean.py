"""Verbs of a Korean sentence by their endings: which describe the noun behind them (연출한 감독) and which close a clause."""

from __future__ import annotations

from bisect import bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.model import Token

DESCRIBING = "ETM"
_ENDINGS = frozenset((DESCRIBING, "EC", "EF", "ETN"))


def verb_endings(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Where verbs end in the article (함께해 온 ends once), with the ending's tag: ETM (describes a noun), EC (links),
    EF (closes), ETN (makes a noun).
    """
    return [
        (token.end, token.tag)
        for token, follower in zip_longest(tokens, tokens[1:])  # a line of signs alone has no token
        if token.tag in _ENDINGS and not (token.tag == "EC" and follower is not None and follower.tag.startswith("VX"))
    ]


def describing_end(endings: Sequence[tuple[int, str]], place: int) -> int | None:
    """Where the verb that governs a noun ends, if it describes another noun: after ‘X’를 in ‘X’를 연출한 이재규,
    the end of 연출한.
    """
    at = bisect_right(endings, (place, "~"))
    if at == len(endings) or endings[at][1] != DESCRIBING:
        return None
    return endings[at][0]
