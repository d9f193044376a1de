"""Works that a line only speaks of: *praised W*, *talked about the popularity of W*, *a fan of W*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.telling import TELLING
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.claims.english.pairs import Sighting

_DONE = frozenset(("acted_in", "composed_for", "created", "directed", "performed", "produced", "wrote"))
_NEAR = 7  # tokens before a title
_ENDS = frozenset((".", ";", "!", "?", ":"))


@cache
def _words() -> frozenset[str]:
    return frozenset(load_words("english/spoken_of.yaml")["words"].split())


def only_spoken_of(sighting: Sighting, predicate: str) -> bool:
    """Whether the words right before the work say that it is spoken of or seen, with none in between that tells of work on it."""
    line, at = sighting.line, sighting.pair.second
    if predicate not in _DONE or not line.by_letter.get("W") or at not in line.by_letter["W"]:
        return False
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if line.words[place] in _words():
            return True
        if line.mention[place] >= 0 or line.words[place] in _ENDS or line.kinds[place] in TELLING[predicate]:
            return False
    return False
