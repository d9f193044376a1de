"""Numbers in English: ranks, shares of viewers, how long, how many.  A word that is no number gives ``None``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.text.word_lists import either, load_words

_MARK = re.compile(r"(?:no|number|num|rank|place)\b\.?\s?|[#№]\s?", re.IGNORECASE)
_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:st|nd|rd|th)?")
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,4})?)\s?(?:%|per\s?cent\b|pct\b)(?!age)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number at its place in the text: ``text`` stands at ``[start, end)``."""

    start: int
    end: int
    text: str
    value: float


def read_ordinal(word: str) -> int | None:
    """The rank that a word tells: "1st", "third", "No. 2", "#1", "number one", "twenty-first"; ``None`` if it tells none."""
    bare = _MARK.sub("", word.strip().lower()).strip()
    named = load_words("english/numbers.yaml")["ordinals"].get(bare)
    return named if named is not None else read_cardinal(bare)


def read_cardinal(word: str) -> int | None:
    """A whole number in figures or words: "323", "1,200", "nine", "forty-six" -> 46; ``None`` if it is none."""
    bare = word.strip().lower()
    figure = _FIGURE.fullmatch(bare)
    if figure:
        return int(figure.group(1).replace(",", ""))
    names = load_words("english/numbers.yaml")["cardinals"]
    parts = [names.get(part) for part in re.split(r"[\s-]", bare)]
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def find_percents(text: str) -> tuple[NumberPhrase, ...]:
    """All percentages in order: "24.9 %", "6.3 percent", "5.0%"; changes in percentage points are none."""
    if "%" not in text and not any(word in text.casefold() for word in ("per", "pct")):
        return ()
    return tuple(
        NumberPhrase(found.start(), found.end(), found.group(), float(found.group(1).replace(",", ".")))
        for found in _PERCENT.finditer(text)
    )


@cache
def number_pattern() -> str:
    """A pattern for one whole number in figures or words: "nine", "46", "1,200"."""
    names = load_words("english/numbers.yaml")["cardinals"]
    return rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{either(names)})(?:-(?:{either(names)}))?)"


@cache
def ordinal_pattern() -> str:
    """A pattern for one rank: "No. 1", "#1", "number one", "1st", "third"."""
    words = load_words("english/numbers.yaml")
    marked = rf"(?:(?:no\b\.?|number|num\.|rank)\s?|[#№]\s?)(?:\d{{1,3}}\b|(?:{either(words['cardinals'])})\b)"
    return rf"(?:{marked}|\d{{1,3}}(?:st|nd|rd|th)\b|(?:{either(words['ordinals'])})\b)"
