"""Whether a relation holds between two people or only between the parts that they play."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import WORK
from kgraph.claims.english.reading import Reading, clause_start
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line

_ON_STAGE = re.compile(
    rf"[^.;,]{{0,24}} (?:in|on) (?:(?:the|their|this|a|an) )?(?:(?!set\b|premiere)[\w\uf000-\uf7ff'-]+ ){{0,3}}?"
    rf"(?:{WORK}(?!'s)|episodes?\b|finale\b|drama\b|film\b|movie\b|series\b|story\b|season\b)"
)
_REAL = re.compile(
    r"\b(?:real[- ]life|in real|actual|biological|own|offscreen|off[- ]screen|off[- ]camera|offstage|born|debut\w*|family|"
    r"wedding|married in|agency)\b",
    re.IGNORECASE,
)
_SCENE = re.compile(
    rf"\b(?:plays?|played|playing|roles?|cast|starring|stars|portray\w*|characters?|heroine|villain|protagonist|plot|storyline|"
    rf"(?:returns?|appears?|transforms?|comes back|features?|steps in) (?:as|into)|opposite|"
    rf"(?:drama|film|movie|series|show|story|{WORK}) (?:follows|tells|centers|centres|revolves|is about|depicts|chronicles|sees|"
    rf"finds|opens))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:\b(?:drama|film|movie|series|show|story|it)|{WORK}),? (?:also )?(?:follows|tells|centers|centres|revolves|is about|"
    rf"depicts|chronicles|sees|finds|opens)\b",
    re.IGNORECASE,
)
_STAGED = re.compile(r"\b(?:drama|tv|television|film|movie|screen|stage|sitcom|fictional|reel|reel-life|make-believe)\b", re.I)
_IN_WORK = re.compile(rf"s?(?: again| once| also)? (?:in|on|for) (?:(?!real|set\b)[\w\uf000-\uf7ff'-]+ ){{0,5}}?{WORK}")


def is_fiction(reading: Reading, line: Line, found: re.Match[str], group: str = "t") -> bool:
    """True if the relation is one between characters: "as her husband", "plays his sister", "were siblings in the film W"."""
    start, end = found.span(group)
    if _is_part(line, start) or _IN_WORK.match(line.mask, end):
        return True
    if "adj" in found.re.groupindex and _STAGED.search(found["adj"] or ""):
        return True
    low = max(line.mask.rfind(". ", 0, found.start()), 0)
    if _TOLD.search(line.mask, low, start):
        return True
    return _is_copular(found) and not _REAL.search(line.mask) and _is_scene(reading, line)


def _is_part(line: Line, position: int) -> bool:
    return bool(_played().search(line.mask[clause_start(line, position) : position]))


@cache
def _played() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load_words('english/relations.yaml')['played'])})\b[^,]{{0,60}}$", re.IGNORECASE)


def _is_copular(found: re.Match[str]) -> bool:
    """True for "P is A's husband", the form in which a plot is told, and not for "A's husband, P"."""
    return bool(re.search(r" (?:is|was|are|were) ", found.group()))


def _is_scene(reading: Reading, line: Line) -> bool:
    """True if the line, or the one before it in its paragraph, speaks of parts."""
    before = reading.previous(line)
    return bool(_SCENE.search(line.mask)) or (
        before is not None and before.block == line.block and bool(_SCENE.search(before.mask))
    )


def is_staged(line: Line, end: int) -> bool:
    """True if what a verb tells up to ``end`` happens in a work: "marries X in the film", "break up in the third episode"."""
    return bool(_ON_STAGE.match(line.mask, end))
