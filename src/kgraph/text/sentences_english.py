"""Where English sentences end: inside one line of text, in linear time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = re.compile(r"[.!?…]+[\"'”’“‘)\]」』》]*(?=\s+[\"'“‘”’(\[「『《♪]*(?:[A-Z0-9À-Þ가-힣]|tvN|wavve|iQIYI|iHQ|\ue000))")
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]{1,20})\.$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)*[A-Z]$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘”’(\[]*([\w'’.-]+)")
_STARTERS = frozenset(
    [
        "A",
        "After",
        "All",
        "Also",
        "Although",
        "An",
        "And",
        "As",
        "At",
        "But",
        "By",
        "During",
        "For",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "It",
        "Its",
        "Later",
        "Meanwhile",
        "My",
        "No",
        "Not",
        "On",
        "One",
        "Others",
        "Our",
        "She",
        "Since",
        "So",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "To",
        "Two",
        "We",
        "What",
        "When",
        "While",
        "Who",
        "With",
        "You",
    ]
)


def split_line(line: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of a line, without the spaces between.

    >>> list(split_line("It aired on Sept. 3. Mr. Kim directs."))
    [(0, 20), (21, 37)]
    """
    start = 0
    for stop in _STOP.finditer(line):
        if not _is_abbreviation(line, stop):
            yield from _trimmed(line, start, stop.end())
            start = stop.end()
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = line[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_abbreviation(line: str, stop: re.Match[str]) -> bool:
    """True if the stop belongs to a short form (*Sept. 3*, *D.P. 2*, *Mr. Kim*) or to a title with a bracket behind (*"Mama!"
    (2020)*).
    """
    if len(stop[0]) > 1 and line[stop.end() : stop.end() + 2] == " (":
        return True
    if stop[0].startswith("....") and re.match(r"\s*[\d(]", line[stop.end() : stop.end() + 4]):  # dots that lead to a figure
        return True
    if stop[0] != ".":
        return False
    word = _LAST_WORD.search(line, max(0, stop.start() - 20), stop.start() + 1)
    if word is None:
        return False
    following = _NEXT_WORD.match(line, stop.end())
    after = following[1] if following else ""
    if word[1] in ("Q", "A") and not line[: stop.start() - 1].strip():
        return True
    if _ACRONYM.match(word[1]):
        return after not in _STARTERS
    kind = load_words("english/abbreviations.yaml")
    if word[1].casefold() in kind["before_number"]:
        return after[:1].isdigit()
    return word[1].casefold() in kind["before_name"]
