"""The words of a painted text: a painted name is one word, a line's end another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.mentions.english.canvas import Canvas

_TOKEN = re.compile(
    "\ue000\ue001*|\ue002\ue003*|\ue004\ue005*|\ue006\ue007*|\ue007+|\n|['’]s\\b|"
    r"#?\w+(?:[-.'’&*:](?!['’]?s\b)\w+)*\+?|[^ ]"
)
_MADE_OF = re.compile(r".+-(?:[a-z]+ed|born|style|led|winning|set)")  # Seoul-based, Netflix-backed: no part of a name
_CAMEL = re.compile(r"[a-z]{1,2}-?[A-Z]")  # tvN, iHQ, i-CONIC
_PAINTED = {"\ue000": "<P>", "\ue002": "<W>", "\ue004": "<O>", "\ue006": "<C>", "\ue007": "<B>", "\n": "<N>", "\t": "|"}
JOINTS = frozenset(
    [
        "of",
        "the",
        "in",
        "to",
        "a",
        "an",
        "on",
        "for",
        "is",
        "my",
        "de",
        "la",
        "or",
        "vs",
        "not",
        "it",
        "and",
        "with",
        "&",
        ":",
        "at",
        "from",
        "by",
        "'s",
        "’s",
        "del",
        "du",
        "des",
        "el",
        "und",
        "et",
        "y",
        "no",
        "der",
        "ni",
    ]
)
_SHORT = frozenset(["Mr", "Mrs", "Ms", "Dr", "St", "No", "Vol", "Ep", "Pt", "vs", "Jr"])
QUOTES = frozenset("“”\"‘’'「」『』《》〈〉")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a painted text in order: a painted name is one word (``<P>``), a line's end another (``<N>``).

    ``capital`` says of which of them a name may be made.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]


def tokens_of(canvas: Canvas) -> Tokens:
    """The words of an article as painted so far."""
    words, starts, ends = [], [], []
    for found in _TOKEN.finditer(canvas.refresh()):
        word = found[0]
        words.append(_PAINTED.get(word[0], word))
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(tuple(words), tuple(starts), tuple(ends), tuple(map(is_capital, words)))


def is_capital(word: str) -> bool:
    """True for a word that a name may be made of: a capital, a figure, *iHQ*."""
    if word[0].isupper():
        return "-" not in word or not _MADE_OF.fullmatch(word)
    if word[0].islower():
        return not word.islower() and _CAMEL.match(word) is not None
    return word[0].isdigit() or (word[0] == "#" and len(word) > 1)


def is_joint(words: Sequence[str], number: int) -> bool:
    """True for a small word or mark that may stand inside a name; a full stop only behind what is shortened: *Ms. Gu*."""
    word = words[number]
    return word in JOINTS or (word == "." and number > 0 and (words[number - 1] in _SHORT or len(words[number - 1]) == 1))


def words_of(name: str) -> tuple[str, ...]:
    """The words of one name as :func:`tokens_of` cuts them."""
    return tuple(_TOKEN.findall(name))


def pieces(name: str) -> list[tuple[int, str]]:
    """The words of one name, each with where it begins."""
    return [(found.start(), found[0]) for found in _TOKEN.finditer(name)]
