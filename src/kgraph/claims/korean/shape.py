"""A Korean sentence with each phrase drawn as one letter, so that a rule reads grammar and not names.

``배우 원빈의 아내 이나영이다`` has the shape ``Ⓟ의 아내 Ⓟ이다``: role words, marks and brackets are folded into the letter, the
particle stays.  A bracket that names somebody else stays too: ``옹성우(판타지오 소속)는`` -> ``Ⓟ(Ⓞ 소속)는``.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kgraph.claims.korean.phrases import Phrase

PERSON, WORK, ORGANIZATION = "\ue000", "\ue001", "\ue002"
_LETTERS = {"Person": PERSON, "Work": WORK, "Organization": ORGANIZATION}
_FOREIGN = str.maketrans(dict.fromkeys(_LETTERS.values(), " "))  # an article may hold these letters itself


@dataclass(frozen=True, slots=True)
class Shape:
    """``text`` is the shape; ``offsets`` give the article's offset of each of its letters (and of the end)."""

    text: str
    offsets: tuple[int, ...]
    letters: tuple[tuple[int, Phrase], ...]

    def phrases(self, start: int, end: int) -> tuple[Phrase, ...]:
        """The phrases drawn between two places of the shape, without those in a bracket that opens there."""
        first = bisect_left(self.letters, start, key=lambda item: item[0])
        last = bisect_left(self.letters, end, key=lambda item: item[0])
        found, at, depth = [], start, 0
        for place, phrase in self.letters[first:last]:
            depth += self.text.count("(", at, place) - self.text.count(")", at, place)
            at = place
            if depth <= 0:
                found.append(phrase)
        return tuple(found)

    def drawn(self, start: int, end: int) -> tuple[Phrase, ...]:
        """All phrases drawn between two places of the shape."""
        first = bisect_left(self.letters, start, key=lambda item: item[0])
        last = bisect_left(self.letters, end, key=lambda item: item[0])
        return tuple(phrase for _, phrase in self.letters[first:last])

    def group(self, match: re.Match[str], name: str) -> tuple[Phrase, ...]:
        """The phrases in a group of a match, none if the group took no part; of people, without the groups they belong to."""
        found = self.phrases(*match.span(name)) if match[name] is not None else ()
        people = tuple(phrase for phrase in found if phrase.type == "Person")
        return people or found

    def where(self, match: re.Match[str], name: str | int = 0) -> tuple[int, int]:
        """The article's offsets of a group of a match."""
        start, end = match.span(name)
        return self.offsets[start], self.offsets[end]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches of a pattern in the shape."""
        return pattern.finditer(self.text)


def draw(text: str, start: int, phrases: tuple[Phrase, ...]) -> Shape:
    """The shape of a sentence that begins at ``start`` in the article; phrases of one place (두 사람) stand side by side."""
    parts: list[str] = []
    offsets: list[int] = []
    letters: list[tuple[int, Phrase]] = []
    at = start
    last: int | None = None
    for number, phrase in enumerate(phrases):
        if phrase.start < at and phrase.start != last:
            continue
        end = _visible_end(phrases, number)
        parts.append(text[at - start : max(at, phrase.start) - start].translate(_FOREIGN))
        offsets.extend(range(at, max(at, phrase.start)))
        letters.append((len(offsets), phrase))
        parts.append(_LETTERS[phrase.type])
        offsets.append(phrase.start)
        at, last = max(at, end), phrase.start
    parts.append(text[at - start :].translate(_FOREIGN))
    offsets.extend(range(at, start + len(text) + 1))
    return Shape("".join(parts), tuple(offsets), tuple(letters))


def _visible_end(phrases: tuple[Phrase, ...], number: int) -> int:
    """Where a phrase's letter ends: before its bracket, if that holds another phrase."""
    phrase = phrases[number]
    if phrase.bracket is None:
        return phrase.end
    opening, closing = phrase.bracket
    for follower in phrases[number + 1 :]:
        if follower.start >= closing:
            break
        if follower.start >= opening and follower.referent.ref != phrase.referent.ref:
            return opening - 1
    return phrase.end
