"""Where a rank or a rating counts: "worldwide" -> "world", "on US iTunes" -> "US"."""

from __future__ import annotations

import re
from functools import cache

from kgraph.text.word_lists import either, folded, load_words

_ADJECTIVES = frozenset({"korean", "south korean", "japanese"})
_OF_A_CHART = re.compile(
    r"[ ,](?:\w+ ){0,2}?(?:box office|charts?|itunes|oricon|rankings?|cinemas?|theat(?:er|re)s?|audiences?|viewers?)\b",
    re.IGNORECASE,
)


def find_region(text: str, position: int | None = None) -> str | None:
    """The region that the text names, the one nearest to ``position`` if given; ``None`` if it names none."""
    found = [
        (abs(match.start() - (position or 0)), match.start(), region)
        for match in _pattern().finditer(text)
        if (region := _value(match))
    ]
    return min(found)[2] if found else None


@cache
def _pattern() -> re.Pattern[str]:
    names = load_words("english/ranks.yaml")["regions"]
    return re.compile(rf"(?<![\w.])(?:{either(names)})(?!\w|['’]s? (?:best|most popular) )", re.IGNORECASE)


def _value(match: re.Match[str]) -> str | None:
    words = re.sub(r"\s+", " ", match.group()).replace("’", "'")
    if words in ("us", "Us"):  # the pronoun
        return None
    if words.lower() in _ADJECTIVES and not _OF_A_CHART.match(match.string, match.end()):
        return None
    region = load_words("english/ranks.yaml")["regions"][folded(words)]
    return None if region is None else str(region)
