"""Prizes by the look of their words, for the model over pairs: *the new director prize*, *the Silver Shell*, *Actress: P*.

Rules read only prizes of known names (:mod:`kgraph.claims.english.prizes`); whether one of these is given to somebody the
model and the judge decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_MENTION = re.compile("[\ue000-\uf7ff]")
_NO_PLACE = r"(?!New (?:York|Zealand|Jersey|Orleans|Delhi)\b)"
_LONGEST_LINE = 1600  # characters


class Honour(NamedTuple):
    """A stretch of a line's mask that looks like a prize; ``look`` says how."""

    start: int
    end: int
    name: str
    look: str


def honours(line: Line, *, held: bool) -> Iterator[Honour]:
    """What looks like a prize, in text order; ``held``: the article has spoken of a ceremony."""
    text = line.mask[:_LONGEST_LINE]
    lowered = text.lower()
    if not held and not any(word in lowered for word in _cues()):
        return
    end = 0
    for found in sorted((*_shapes(text, held=held),), key=lambda honour: (honour.start, -honour.end)):
        if found.start >= end:
            yield found
            end = found.end


def _shapes(text: str, *, held: bool) -> Iterator[Honour]:
    for look, pattern in _patterns().items():
        if look == "item" and not held:
            continue
        for found in pattern.finditer(text):
            start, stop = found.span("t")
            name = text[start:stop].strip()
            if name and not _MENTION.search(name):
                yield Honour(start, stop, name, look)


@cache
def _cues() -> tuple[str, ...]:
    return tuple(str(load_words("english/awards.yaml")["wide"]["cues"]).split())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The looks by name; ``t`` is the prize."""
    words = load_words("english/awards.yaml")
    wide = words["wide"]
    stop = "|".join(map(re.escape, str(wide["stop"]).split()))
    head, noun = "|".join(str(wide["heads"]).split()), either([*words["categories"], *wide["nouns"]])
    word = rf"(?!(?i:{stop})\b)[\w'’&-]+"
    return {
        "item": re.compile(
            rf"^(?:[-*•·–] ?|\d{{1,2}}[.)] )?(?P<t>(?:[\w'’/,&-]+ ){{0,4}}(?i:{noun})s?(?: \([^()]{{1,24}}\))?) ?[:–—-] "
        ),
        "head": re.compile(rf"\b(?P<t>(?:{word} ){{1,4}}(?i:{head})\b(?: for (?:(?:best|its|the) )?(?i:{noun})\b)?)"),
        "metal": re.compile(rf"\b(?P<t>(?:{either(wide['metals'])}) [A-Z][\w'’]+(?: for best (?i:{noun})\b)?)"),
        "best": re.compile(
            rf"\b(?P<t>{_NO_PLACE}(?i:best|top|outstanding|rising|new) (?:{word} ){{0,3}}?(?:(?i:{noun})\b|{word}))"
        ),
        "named": re.compile(rf"\b(?P<t>{either(wide['names'])})\b"),
    }
