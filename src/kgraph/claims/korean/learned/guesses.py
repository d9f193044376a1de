"""Stretches of an article that no mention covers and that may be names: words without their particles, two or three words side
by side, and what stands in marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.text.hangul import has_final
from kgraph.text.keys import name_key
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Sentence

MARKED = re.compile(r"‘([^‘’\n]{1,30})’|'([^'\n]{1,30})'|[<〈《「『]([^<>〈〉《》「」『』\n]{1,30})[>〉》」』]|“([^“”\n]{1,20})”")
_RUN = re.compile(r"[가-힣A-Za-z0-9&]+(?:[-.'’][A-Za-z]+)*")
_SENTENCE = re.compile(r"[.?!,]$|(?:다|요|까|죠)$")
_NUMBER = re.compile(r"\d+[가-힣]*$")
_GLOSS = re.compile(r"\s?\([^()]*\)$")
_LONGEST = 10  # signs of a word that may be a name
_SHORT = 3  # ... and of one that Kiwi may have cut though it is one: 하람, 지운
_NAMES = frozenset(("name", "alias"))
_SPACE = " "


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of an article that may be a name: ``words`` it has, ``tail`` where its last word ends with its particle.

    ``marks`` is the mark before it (none: ''), ``over`` the letters of mentions that it covers or, with ``same``, equals.
    """

    start: int
    end: int
    tail: int
    text: str
    words: int
    marks: str = ""
    over: str = ""
    same: bool = False


class Covered:
    """What mentions cover, by place; ``letters`` has ``-`` for words that only stand for somebody (그, 이 감독)."""

    def __init__(self, reading: Reading) -> None:
        types = {referent.ref: referent.type[0] for referent in reading.mentions.referents}
        mentions = reading.mentions.mentions
        self.letters = [types[one.ref] if one.form in _NAMES else "-" for one in mentions]
        self.starts = [one.span.start for one in mentions]
        self.ends = [one.span.end for one in mentions]

    def over(self, start: int, end: int) -> tuple[str, bool] | None:
        """The letters of the mentions that a stretch covers, and whether it equals one; None where one reaches beyond it."""
        at, found = max(0, bisect_right(self.starts, start) - 4), ""
        for number in range(at, bisect_left(self.starts, end)):
            if self.ends[number] <= start:
                continue
            if self.starts[number] < start or self.ends[number] > end or self.letters[number] == "-":
                return None
            if (self.starts[number], self.ends[number]) == (start, end):
                return self.letters[number], True
            found += self.letters[number]
        return found, False

    def glossed(self, text: str, start: int, end: int) -> bool:
        """True if a stretch is a mention with its name in another script in brackets: 등불의 만(Lantern Bay)."""
        gloss = _GLOSS.search(text, start, end)
        told = self.over(start, gloss.start()) if gloss else None
        return told is not None and told[1]


def counted(rows: Iterable[tuple[Sentence, list[Guess]]]) -> Counter[str]:
    """How often each name is guessed."""
    return Counter(guess.text for _, row in rows for guess in row)


def guesses(reading: Reading, covered: Covered, common: Container[str]) -> Iterator[tuple[Sentence, list[Guess]]]:
    """The guesses of each sentence that is no noise; ``common`` holds words that are no names."""
    known = {name_key(name) for referent in reading.mentions.referents for name in referent.names}
    text = reading.document.article.text
    for sentence in reading.document.sentences:
        if sentence.kind != "noise":
            yield sentence, list(_guesses(text, sentence, covered, (common, known)))


def _guesses(text: str, sentence: Sentence, covered: Covered, left_out: tuple[Container[str], set[str]]) -> Iterator[Guess]:
    common, known = left_out
    marks = list(MARKED.finditer(text, sentence.span.start, sentence.span.end))
    for match in marks:
        begin, stop = match.span(match.lastindex or 1)
        told = covered.over(begin, stop)
        titled = len(match[0].splitlines()) == 1 and not _SENTENCE.search(match[0][1:-1])
        if told is not None and titled:
            fresh = name_key(match[0]) not in known and not covered.glossed(text, begin, stop)
            if told[1] or fresh:
                yield Guess(begin, stop, stop, text[begin:stop], 1 + text.count(_SPACE, begin, stop), text[begin - 1], *told)
    for start, cut, stop, words in _stretches(text, sentence, [match.span(match.lastindex or 1) for match in marks], common):
        told = covered.over(start, cut)
        if told is not None and not told[1] and name_key(text[start:cut]) not in known:
            yield Guess(start, cut, stop, text[start:cut], words, "", *told)


def _stretches(
    text: str, sentence: Sentence, marked: list[tuple[int, int]], common: Container[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Up to three words outside marks: where they begin, where the name ends and the last word, and how many they are."""
    runs = [match.span() for match in _RUN.finditer(text, sentence.span.start, sentence.span.end)]
    inside = [_within(marked, *run) for run in runs]
    plain = [not shut and text[begin:stop] not in common for (begin, stop), shut in zip(runs, inside, strict=True)]
    grammar = _Grammar(sentence)
    for number, (begin, stop) in enumerate(runs):
        cuts = [] if inside[number] else [cut for cut in _cuts(text, begin, stop) if _may_close(text[begin:cut], common)]
        for first in range(number, max(-1, number - 3), -1) if cuts else ():
            if first < number and not (plain[first] and _joined(text, runs, first)):
                break
            start, words = runs[first][0], number - first + 1
            for cut in cuts:
                if 1 < cut - start <= _LONGEST * min(2, words) and grammar.allows(start, cut, words):
                    yield start, cut, stop, words


class _Grammar:
    """The particles, endings and verbs that Kiwi sees in a sentence: a name of several words has none, one word no particle or
    ending at its beginning, nor at its end if it is long.
    """

    def __init__(self, sentence: Sentence) -> None:
        bound = [token for token in sentence.tokens if token.tag.startswith(("J", "E"))]
        self._begins, self._ends = {token.start for token in bound}, {token.end for token in bound}
        self._places = [token.start for token in sentence.tokens if token.tag.startswith(("J", "E", "V"))]

    def allows(self, start: int, end: int, words: int) -> bool:
        """True if a stretch may be a name."""
        if words == 1:
            return start not in self._begins and (end - start <= _SHORT or end not in self._ends)
        at = bisect_left(self._places, start)
        return at == len(self._places) or self._places[at] >= end


def _may_close(word: str, common: Container[str]) -> bool:
    """True for what may be the last word of a name."""
    return word not in common and not _NUMBER.match(word)


def _within(marked: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(marked, start, key=lambda mark: mark[0]) - 1
    return at >= 0 and marked[at][1] >= end


def _joined(text: str, runs: list[tuple[int, int]], first: int) -> bool:
    """True if a word stands right before the next, with a space between."""
    (begin, stop), (after, _) = runs[first], runs[first + 1]
    return after == stop + 1 and text[stop] == _SPACE and stop - begin < _LONGEST


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a word may end: with all of it, or before what may be a particle."""
    yield end
    for cut in range(end - 1, max(start, end - 5), -1):
        if text[cut:end] in _endings() and _agrees(text[cut - 1], text[cut]):
            yield cut


@cache
def _endings() -> frozenset[str]:
    return frozenset(load_words("korean/people.yaml")["endings"])


def _agrees(last: str, ending: str) -> bool:
    """False where a particle contradicts the sound before it; Latin letters go with all."""
    if not "가" <= last <= "힣":
        return True
    return has_final(last) if ending in "은을과이" else not has_final(last) if ending in "가는를와" else True
