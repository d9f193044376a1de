"""Names cut short: by a full stop behind *Mrs*, a figure's comma, a hyphen, a colon, the comma of a call, a line in capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.capitals import TITLE
from kgraph.mentions.english.tokens import QUOTES
from kgraph.text.koreanish import is_syllable
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas, Spot

_REACH = 60  # characters; no name is drawn out further
_SHORTENED = re.compile(r"(?:^| )(?:Mrs?|Ms|Dr|St|MRS?|MS|DR|ST|\w+ [AP]\.M)$")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+$")
_BEHIND_DOT = re.compile(rf"\. {TITLE}")
_FIGURES = re.compile(r",\d{3}(?!\d)")
_NUMBER = re.compile(r" #?\d(?=\)?(?: \([A-Z]|[,.;]?(?:\n|$)))")
_PARTICLE = re.compile(r"(?: (?:de|del|della|der|di|du|ng|van|von)(?: (?:la|los|las|der))? [A-Z][\w’'-]*)+")
_HYPHEN = re.compile(r"-([a-z]{1,6})(?![\w-])")
_COLON = re.compile(r":(?=[A-Z0-9])\w+")
_CAPITAL_BEFORE = re.compile(r"(?<![\w-])[A-Z]{1,2}-$")
_CALLED = re.compile(rf", ({TITLE})")
_LINE_BEFORE = re.compile(r"(?:^|(?<=\n))(?:[A-Z][A-Z'’]*\.? ){1,3}$")
_LINE_BEHIND = re.compile(r"(?: [A-Z][A-Z'’]*){0,3}(?=[ \t]*(?:$|\n)| [–—-] | \()")


def draw_out(canvas: Canvas, spot: Spot) -> tuple[int, int]:
    """Where a name that was cut begins and ends."""
    start, end = spot.start, _behind(canvas, spot)
    if canvas.text[start - 1 : start] in QUOTES and start:
        return start, end
    if spot.type == "Work":
        start, end = _called(canvas, start, end)
        start, end = _whole_line(canvas, start, end)
    before = _CAPITAL_BEFORE.search(canvas.text, max(0, start - 3), start) if spot.type == "Organization" else None
    return (before.start() if before else start), end


def _behind(canvas: Canvas, spot: Spot) -> int:
    """Where a name ends that goes on behind a mark."""
    text, end = canvas.text, spot.end
    name = text[spot.start : end]
    found = None
    if spot.type == "Work" and _SHORTENED.search(name):
        found = _BEHIND_DOT.match(text, end, end + _REACH)
    elif spot.type == "Work" and name[-1].isdigit() and " " in name:
        found = _FIGURES.match(text, end)
    elif spot.type == "Work":
        found = _PARTICLE.match(text, end) or _NUMBER.match(text, end)
    elif spot.type == "Person" and " " not in name:
        found = _PARTICLE.match(text, end) or _HYPHEN.match(text, end)
        found = found if found and (found.re is _PARTICLE or is_syllable(found[1])) else None
    elif spot.type == "Organization" and _INITIALS.fullmatch(name):
        found = _suffix().match(text, end, end + _REACH)
    elif spot.type == "Organization":
        found = _COLON.match(text, end) if name.isupper() or name.isdigit() else None
        found = found or _PARTICLE.match(text, end) or (_branch().match(text, end) if spot.kind != "group" else None)
    return found.end() if found else end


def _called(canvas: Canvas, start: int, end: int) -> tuple[int, int]:
    """*Goodbye, Tin Soldier*: a call and who is called are one title."""
    text = canvas.text
    before = _call_before().search(text, max(0, start - 16), start)
    if before:
        return before.start(), end
    behind = _CALLED.match(text, end, end + _REACH) if text[start:end] in _calls() else None
    return start, behind.end() if behind else end


def _whole_line(canvas: Canvas, start: int, end: int) -> tuple[int, int]:
    """*PROJECT QUIET* alone in its line: a title in capitals of which a part was painted."""
    text = canvas.text
    before = _LINE_BEFORE.search(text, max(0, start - _REACH), start) if text[start:end].isupper() else None
    at_line = start == 0 or text[start - 1] == "\n"
    behind = _LINE_BEHIND.match(text, end, end + _REACH) if before or (at_line and text[start:end].isupper()) else None
    return (before.start() if before and behind else start), (behind.end() if behind else end)


@cache
def _calls() -> frozenset[str]:
    return frozenset(str(word) for word in load_words("english/edges.yaml")["calls"])


@cache
def _call_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’“\"‘-])(?:{either(load_words('english/edges.yaml')['calls'])}), $")


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"\. (?:{either(load_words('english/organizations.yaml')['suffixes'])})(?![\w-])")


@cache
def _branch() -> re.Pattern[str]:
    return re.compile(rf"(?: (?:{either(load_words('english/edges.yaml')['branches'])}))+(?![\w-])")
