"""Marks around Korean titles (〈 〉 《 》 「 」 『 』 < > ‘ ’ ' ' “ ” " "),
and what the words around them say of a work's kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKED = re.compile(
    r"[〈＜](?P<a>[^〈〉＜＞\n]{1,60})[〉＞]|《(?P<b>[^《》\n]{1,60})》|「(?P<c>[^「」\n]{1,60})」|『(?P<d>[^『』\n]{1,60})』"
    r"|<(?P<e>[^<>\n]{1,60})>|‘(?P<f>[^‘’\n]{1,60})’|(?<![\w'])'(?P<g>[^'\n]{1,60})'(?![A-Za-z])"
    r"|“(?P<h>[^“”\n]{1,40})”|\"(?P<i>[^\"\n]{1,40})\""
)
_STRONG = frozenset("abcde")
_SINGLE = frozenset("fg")


class Marked(NamedTuple):
    """What stands in marks: the offsets of the words inside, and how much the marks alone say 'title' (``title``, ``single``,
    ``double``).
    """

    start: int
    end: int
    marks: str


def find_marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """Everything in marks between two offsets, left to right; of nested marks the inner ones where the outer are quotation marks.

    >>> [tuple(m) for m in find_marked("영화 ‘베테랑’", 0, 8)]
    [(4, 7, 'single')]
    """
    place = start
    while found := _MARKED.search(text, place, end):
        group = found.lastgroup or "a"
        if (
            group in "hi"
            and (inner := _MARKED.search(text, found.start() + 1, found.end() - 1))
            and inner.lastgroup not in ("h", "i")
        ):
            place = found.start() + 1
            continue
        marks = "title" if group in _STRONG else "single" if group in _SINGLE else "double"
        yield Marked(*found.span(group), marks)
        place = found.end()


@cache
def _kinds() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    kinds = {word: kind for kind, words in load_words("korean/works.yaml")["kinds"].items() for word in words}
    words = either(kinds)
    before = re.compile(rf"({words})(?:인|의)? ?$")
    return kinds, before, re.compile(rf"(?:이?라는|란) ([가-힣 ]{{0,8}}?)({words})(?![가-힣]{{3}})")


def kind_before(text: str, start: int) -> str | None:
    """What kind the words right before a title say it is: 영화 ‘X’ -> film, 수목드라마 ‘X’ -> series,
    ``other`` for 신작 and the like.
    """
    kinds, before, _ = _kinds()
    found = before.search(text, max(0, start - 16), start)
    return kinds[found[1]] if found else None


def kind_behind(text: str, end: int) -> str | None:
    """What kind the words right behind say: ‘X’라는 영화 -> film."""
    kinds, _, behind = _kinds()
    found = behind.match(text, end, end + 24)
    return kinds[found[2]] if found else None


def kind_word(word: str) -> str | None:
    """The kind that a bare word names: 드라마 -> series."""
    return _kinds()[0].get(word)
