"""Quotation marks of every kind, paired: curly, straight, corner and angle, also where the wrong one of a pair was typed.

Whether a mark opens or closes is told from what stands beside it, not from its glyph, since “Squid Game“ and ‘Squid Game‘ are
common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBLE = '“”"„‟＂″'
_SINGLE = "‘’'`´＇‚‛"
_PAIRS = {"「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "‹": "›"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}{''.join(_PAIRS)}{''.join(_CLOSERS)}]")
_OPENS_AFTER = frozenset(" \t\u00a0([{-–—/:…|~<>\"'“‘„«「『,.;=")
_DECADE = re.compile(r"\d0s\b")
_MAX_TITLE_LEVEL = 4


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A quoted stretch of a line: ``[start, end)`` with its marks, ``[inner_start, inner_end)`` without.

    ``depth`` is 0 for an outermost quotation; ``mark`` is ``double``, ``single`` or ``angle``; ``closed`` is False where the
    line ends first.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    mark: str
    closed: bool = True


def find_quotes(text: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """The quotations of one line of a text, by where they begin.

    >>> [(q.inner_start, q.inner_end) for q in find_quotes("“Squid Game“ and ‘D.P.’")]
    [(1, 11), (18, 22)]
    """
    end = len(text) if end is None else end
    stack: list[tuple[int, str]] = []
    found: list[Quote] = []
    for mark in _MARK.finditer(text, start, end):
        _take(text, (start, end), mark.start(), stack, found)
    found.extend(_unclosed(stack, end))
    return sorted(found)


def _take(text: str, bounds: tuple[int, int], at: int, stack: list[tuple[int, str]], found: list[Quote]) -> None:
    kind = _kind(text[at])
    action = _action(text, bounds, at, is_open=any(opened == kind for _, opened in stack))
    if action == "open" and len(stack) < _MAX_TITLE_LEVEL:
        stack.append((at, kind))
    elif action == "close":
        position = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][1] == kind), None)
        if position is not None:
            opened, _ = stack[position]
            del stack[position:]
            if at > opened + 1:
                found.append(Quote(opened, at + 1, opened + 1, at, len(stack), kind))


def _kind(character: str) -> str:
    if character in _DOUBLE:
        return "double"
    return "single" if character in _SINGLE else "angle" + _CLOSERS.get(character, character)


def _action(text: str, bounds: tuple[int, int], at: int, *, is_open: bool) -> str:
    """What the mark at ``at`` does: ``open``, ``close`` or ``none`` (an apostrophe)."""
    character = text[at]
    if character in _PAIRS:
        return "open"
    if character in _CLOSERS:
        return "close"
    before = text[at - 1] if at > bounds[0] else " "
    after = text[at + 1] if at + 1 < bounds[1] else " "
    single = character in _SINGLE
    if single and ((before.isalnum() and after.isalnum()) or _DECADE.match(text, at + 1)):
        return "none"
    opens = (before in _OPENS_AFTER or not before.isprintable()) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if opens and closes:
        return "close" if is_open and character not in "“‘„" else "open"
    if opens:
        return "close" if is_open and before in ",." and character in "”’" else "open"
    if closes:
        return "close"
    return "none" if single else ("close" if is_open else "open")


def _unclosed(stack: list[tuple[int, str]], end: int) -> Iterator[Quote]:
    """A double quotation that runs to the line's end goes on in the next paragraph; a lone single mark is an apostrophe."""
    for depth, (opened, kind) in enumerate(stack):
        if kind == "double" and end > opened + 1:
            yield Quote(opened, end, opened + 1, end, depth, kind, closed=False)
