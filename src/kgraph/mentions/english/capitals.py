"""Capitalised runs: what a title can look like without quotation marks, and which capitals are no name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.people import stop_words
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas
    from kgraph.model import Span

_CAP = r"(?:(?:Mr|Mrs|Ms|Dr|St)\.|#\d|[A-ZÀ-Þ0-9][\w'’&*+]*(?:[-.:!][\w+]+)*[!+]?)"


_FUNCTION = r"(?:of|the|in|to|a|an|on|for|is|my|de|la|or|vs\.?|not|it)"


_MORE = rf"(?::? (?:{_FUNCTION} ){{0,3}}{_CAP}){{0,9}}"
TITLE = rf"{_CAP}{_MORE}"


# A title at a word's beginning.  What may not stand before it is asked behind its first character, so that the search can skip
# everything that is no capital, figure or number sign.
OPENING_TITLE = (
    r"[A-ZÀ-Þ0-9#](?<![\w'’.-].)"
    r"(?:(?<=M)(?:r|rs|s)\.|(?<=D)r\.|(?<=S)t\.|(?<=#)\d|(?<!#)[\w'’&*+]*(?:[-.:!][\w+]+)*[!+]?)"
    rf"{_MORE}"
)


_OWNER = re.compile(r"['’]s$")


@cache
def _owners() -> frozenset[str]:
    """Places: *Seoul's Haru Films* is Haru Films."""
    return frozenset(str(place) for place in load_words("english/not_names.yaml")["places"])


_PART = re.compile(r"(?:ep(?:isode)?s?\.?|part|season|chapter|volume|vol\.?|round|week|day) ?\d{1,4}")


def is_part(name: str) -> bool:
    """True for *Episode 16*, *Part 2*: a part of a work, whatever stands behind it."""
    return _PART.fullmatch(name.casefold()) is not None


def is_stop(name: str) -> bool:
    """True if a capitalised run is made of words that are no names."""
    folded = name.casefold()
    return is_part(name) or folded in stop_words() or all(word in stop_words() for word in folded.split())


def all_stop(word: str) -> bool:
    """True if every part of a hyphenated word is a word that is no name: *Mon-Tues*."""
    return all(part in stop_words() for part in word.casefold().strip(".,:").split("-"))


def skip_stop_words(shadow: str, start: int, limit: int) -> int:
    """Drops words like *The*, *Actor*, *Korean* from the front of a capitalised run."""
    while start < limit:
        word = re.match(r"[\w'’.-]+ ?", shadow[start:limit])
        folded = word[0].strip().casefold() if word else ""
        if word is None or (folded not in stop_words() and _OWNER.sub("", folded) not in _owners()):
            return start
        start += word.end()
    return start


def without_possessive(shadow: str, end: int) -> int:
    """Where a name ends without its *'s*."""
    return end - 2 if shadow[end - 2 : end] in ("'s", "’s") else end


def title_case_lines(canvas: Canvas) -> list[Span]:
    """Headlines in title case: there capitals tell nothing."""
    return [
        sentence.span
        for sentence in canvas.document.sentences
        if sentence.kind == "headline" and _in_title_case(sentence.span.text)
    ]


def stands_in(lines: list[Span], position: int) -> bool:
    """True if a position lies in one of some lines, which are in text order."""
    at = bisect_right(lines, position, key=lambda line: line.start) - 1
    return at >= 0 and position < lines[at].end


def without_lines(shadow: str, lines: list[Span]) -> str:
    """The shadow with some lines blanked, offsets as they were."""
    for line in lines:
        shadow = f"{shadow[: line.start]}{' ' * (line.end - line.start)}{shadow[line.end :]}"
    return shadow


def without_headlines(canvas: Canvas) -> str:
    """The shadow with headlines in title case blanked."""
    return without_lines(canvas.refresh(), title_case_lines(canvas))


def _in_title_case(line: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", line) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.75 * len(words)
