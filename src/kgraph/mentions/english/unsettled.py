"""What the rules leave open: capitalised runs that nothing has painted, each with all the places where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.mentions.english.capitals import all_stop, stands_in, title_case_lines
from kgraph.mentions.english.people import stop_words
from kgraph.mentions.english.tokens import JOINTS, QUOTES, is_joint
from kgraph.text.koreanish import is_common_surname
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.mentions.english.canvas import Canvas, Spot
    from kgraph.mentions.english.tokens import Tokens

_SHORTENED = re.compile(r"(?:['’](?:ll|re|ve|d|m)|n['’]t|-type|-style)$")  # He'll; a Lee Moo-saeng-type
_MOST_JOINTS = 3
_MOST_GROUPS = 4  # of capitals in one run; a longer run is a line in title case
_LONGEST = 12  # words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name may stand: the words of the text around, from which word to which, from which character to which.

    ``spots`` are those of the rules that it touches; ``painted`` tells how (``is``, ``holds`` or ``cuts``), what, and by which
    rules.
    """

    words: Sequence[str]
    first: int
    end: int
    start: int
    stop: int
    painted: tuple[tuple[str, str, str], ...] = ()
    spots: tuple[Spot, ...] = ()

    def cut(self) -> Iterator[Spot]:
        """The painted names of which it leaves a part over."""
        return (spot for spot, (how, *_) in zip(self.spots, self.painted, strict=True) if how == "cuts")


@dataclass(slots=True)
class Candidate:
    """A run of words that may be a name, and the places where it stands."""

    name: str
    words: tuple[str, ...]
    places: list[Place] = field(default_factory=list)

    def note(self, place: Place) -> None:
        """One more place, in the order of the text."""
        if not self.places or self.places[-1].start != place.start:
            self.places.append(place)


def find_unsettled(canvas: Canvas, tokens: Tokens) -> list[Candidate]:
    """All capitalised runs, and the parts of each that could be the name, in the order of their first place."""
    parts = words_of_people(canvas)
    found: dict[str, Candidate] = {}
    lines = title_case_lines(canvas)
    for run in _runs(tokens):
        if stands_in(lines, tokens.starts[run[0][0]]):
            continue
        for first, end in _stretches(tokens, run):
            words = tokens.words[first:end]
            if end - first <= _LONGEST and may_be_name(words, parts) and not _is_quoted(tokens, first, end):
                start, stop = tokens.starts[first], tokens.ends[end - 1]
                name = canvas.text[start:stop]
                found.setdefault(name, Candidate(name, words)).note(Place(tokens.words, first, end, start, stop))
    return list(found.values())


def _is_quoted(tokens: Tokens, first: int, end: int) -> bool:
    """True for all that stands in one pair of quotation marks: of that the rules have judged."""
    return first > 0 and tokens.words[first - 1] in QUOTES and tokens.words[end : end + 1] != () and tokens.words[end] in QUOTES


def _runs(tokens: Tokens) -> Iterator[list[tuple[int, int]]]:
    """Runs of capitalised words, each as the groups of capitals between its small words."""
    words, capital, number, last = tokens.words, tokens.capital, 0, len(tokens.words)
    while number < last:
        if not capital[number]:
            number += 1
            continue
        groups: list[tuple[int, int]] = []
        while True:
            first = number
            while number < last and capital[number] and (number == first or touches(tokens, number)):
                number += 1
            groups.append((first, number))
            ahead = number
            while ahead < min(last, number + _MOST_JOINTS) and is_joint(words, ahead) and touches(tokens, ahead):
                ahead += 1
            if ahead == number or ahead >= last or not capital[ahead] or not touches(tokens, ahead):
                break
            number = ahead
        yield groups
        if len(groups) == 1 and number + 1 < last and words[number] == "," and capital[number + 1]:
            yield from _over_comma(tokens, groups[0][0], number + 1)


def _over_comma(tokens: Tokens, first: int, number: int) -> Iterator[list[tuple[int, int]]]:
    """*Good Morning, Judge*: capitals on both sides of one comma, of three words at most each."""
    end = number
    while end < len(tokens.words) and end < number + _MOST_JOINTS and tokens.capital[end] and touches(tokens, end):
        end += 1
    if number - 1 - first <= _MOST_JOINTS and tokens.words[end : end + 1] != (",",):
        yield [(first, end)]


def touches(tokens: Tokens, number: int) -> bool:
    """True if only one space, or none, parts a word from the one before it."""
    return tokens.starts[number] - tokens.ends[number - 1] <= 1


def _stretches(tokens: Tokens, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run, its parts between small words, and each of them without words in front that are no names."""
    if len(groups) > _MOST_GROUPS:
        return
    words = tokens.words
    for low, (first, _) in enumerate(groups):
        bare = without_stops(words, first, groups[low][1])
        for _, end in groups[low:]:
            yield first, end
            if first < bare < groups[low][1] and words[bare] != ",":
                yield bare, end


def without_stops(words: tuple[str, ...], first: int, end: int) -> int:
    """Where a run begins without the words in front that are no names: *The*, *Actor*, *2021*."""
    roles = load_words("english/people.yaml")["nouns"]
    while first < end and (words[first].casefold() in stop_words() or words[first].casefold() in roles or words[first].isdigit()):
        first += 1
    return first


def may_be_name(words: tuple[str, ...], parts: frozenset[str] = frozenset()) -> bool:
    """True for words that could be a name; ``parts`` are words of the people already known."""
    if not any(letter.isupper() for word in words for letter in word[:3]):
        return ":" in words[0] and len(words) == 1
    if any(_SHORTENED.search(word) for word in (words if len(words) < 3 else words[1:])):
        return False
    if len(words) == 1:
        word = words[0]
        if is_common_surname(word):
            return False
        return len(word) > 1 and word not in parts and (not all_stop(word) or (len(word) > 3 and word.isupper()))
    return JOINTS.isdisjoint(words) or not all(word in parts or word in JOINTS for word in words)  # Ryu and Kwon


def words_of_people(canvas: Canvas) -> frozenset[str]:
    """Surnames and given names of the people painted: alone they are those people."""
    return frozenset(word for spot in canvas.spots if spot.type == "Person" for word in canvas.name(spot).split())
