"""What can be seen of an open name: its own words, and the words around each of its places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.listed import listed_as
from kgraph.mentions.english.tokens import QUOTES
from kgraph.text.koreanish import is_given, is_surname, is_syllable
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.tokens import Tokens
    from kgraph.mentions.english.unsettled import Candidate, Place

_SMALL = frozenset(["of", "the", "in", "to", "a", "an", "on", "for", "and", "with", "at", "from", "by", "is", "it", "my"])
_REACH = 4  # words before and behind whose company counts
_MOST_PLACES = 8  # that are looked at for one name
_BRACKET = 10  # words that a bracket is followed back or on
_ENDS = frozenset(["<N>", ".", "!", "?", ":"])


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the rest of the article tells: its words in small letters, and the words of its painted names by type."""

    small: frozenset[str]
    named: dict[str, frozenset[str]]


def look_around(canvas: Canvas, tokens: Tokens) -> Elsewhere:
    """What an article tells of its words."""
    words: dict[str, set[str]] = {}
    for spot in canvas.spots:
        name = canvas.name(spot).split()
        if len(name) > 1:
            words.setdefault(f"begins {spot.type}", set()).add(name[0])
            words.setdefault(f"within {spot.type}", set()).update(name[1:])
    small = frozenset(word for word in tokens.words if word[0].islower())
    return Elsewhere(small, {place: frozenset(words[place]) for place in sorted(words)})


def see(candidate: Candidate, elsewhere: Elsewhere, common: Container[str]) -> set[str]:
    """Everything that is true of a candidate, as short sayings; ``common`` are the words that are no names by themselves."""
    seen = set(_own(candidate, common))
    seen.update(_elsewhere(candidate, elsewhere))
    seen.add(f"times={min(len(candidate.places), 4)}")
    for place in candidate.places[:_MOST_PLACES]:
        seen.update(_around(place.words, place.first, place.end))
        seen.update(_painted(place))
    return seen


def _painted(place: Place) -> Iterator[str]:
    """What the rules see there."""
    if not place.painted:
        yield "open"
    for how, type_, stage in place.painted:
        yield f"{how} {type_}"
        yield f"{how} {type_} {stage}"


def _own(candidate: Candidate, common: Container[str]) -> Iterator[str]:
    """What the words of the name tell by themselves."""
    words, name = candidate.words, candidate.name
    folded = [word.casefold() for word in words]
    content = [word for word in folded if word not in _SMALL]
    known = sum(word in common for word in content)
    yield f"len={min(len(words), 5)}"
    yield f"common={'all' if known == len(content) else 'some' if known else 'none'},{min(len(words), 3)}"
    yield f"first={folded[0]}"
    yield f"last={folded[-1]}"
    yield f"ending={folded[-1][-2:]},{min(len(words), 3)}"
    yield f"beginning={folded[0][:2]},{min(len(words), 3)}"
    for word in content:
        yield f"has={word}"
    if len(words) > len(content):
        yield "small inside"
    for word in words[1:]:
        if not word[0].isupper() and not word[0].isdigit():
            yield f"inside {word}"
    yield from _letters(name, words)
    for entry in listed_as(name):
        yield f"listed {entry.type}"
    yield from _person_shape(words)
    for word in folded:
        for class_ in _classes(word):
            yield f"own {class_}"
    for side, word in (("first", folded[0]), ("last", folded[-1])):
        for class_ in _classes(word):
            yield f"{side} {class_},{min(len(words), 3)}"


def _letters(name: str, words: tuple[str, ...]) -> Iterator[str]:
    """Capitals, figures and marks."""
    if name.isupper():
        yield f"upper {min(len(words), 2)}{' short' if len(name) < 4 else ''}"
    elif any(letter.isupper() for word in words for letter in word[1:]):
        yield "camel"
    if any(letter.isdigit() for letter in name):
        yield "digit"
    for mark in "&:.-'’":
        if mark in name:
            yield f"mark {mark}"


def _elsewhere(candidate: Candidate, elsewhere: Elsewhere) -> Iterator[str]:
    """What the rest of the article does with the words of the name."""
    content = [word.casefold() for word in candidate.words if word.casefold() not in _SMALL]
    small = sum(word in elsewhere.small for word in content)
    yield f"small elsewhere={'all' if small == len(content) else 'some' if small else 'none'},{min(len(content), 3)}"
    for place, words in elsewhere.named.items():
        if candidate.words[0] in words:
            yield f"{place},{min(len(candidate.words), 2)}"


def _person_shape(words: tuple[str, ...]) -> Iterator[str]:
    """How like a person's name it is."""
    count = min(len(words), 4)
    if is_surname(words[0]):
        yield f"surname first,{count}"
    if count > 1 and is_surname(words[-1]):
        yield f"surname last,{count}"
    if is_given(words[-1]):
        yield f"given last,{count}"
    if is_given(words[0]):
        yield f"given first,{count}"
    if words[0] in _given():
        yield f"foreign first,{count}"
    if count < 4 and all(is_syllable(word) for word in words):
        yield f"syllables,{count}"
    if "-" in words[-1]:
        yield f"hyphen {'small' if words[-1].rpartition('-')[2][:1].islower() else 'capital'},{count}"


def _around(words: Sequence[str], first: int, end: int) -> Iterator[str]:
    """What stands before and behind one place."""
    before = [_plain(word) for word in words[max(0, first - 3) : first][::-1]] + ["<N>"] * 3
    after = [_plain(word) for word in words[end : end + 3]] + ["<N>"] * 3
    yield f"p={before[0]}"
    yield f"pp={before[1]} {before[0]}"
    yield f"n={after[0]}"
    yield f"nn={after[0]} {after[1]}"
    yield f"pn={before[0]} _ {after[0]}"
    if before[0] in _ENDS or (before[1] in _ENDS and before[0] in QUOTES):
        yield "opens"
    for side, near in (("p", before), ("n", after)):
        for class_ in _classes(near[0]):
            yield f"{side} {class_}"
        if near[0] in ("<Cap>", "'s", "’s", ",", "and") or near[0] in QUOTES or near[0] in _SMALL:
            for class_ in _classes(near[1]):
                yield f"{side}{side} {class_}"
    yield from _company(words, first, end)
    yield from _in_line(words, first, end)


def _company(words: Sequence[str], first: int, end: int) -> Iterator[str]:
    """Small words near by, and the neighbours in a list."""
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words[number] in _ENDS:
            break
        if words[number][0].islower():
            yield f"b:{words[number]}"
    for number in range(end, min(len(words), end + _REACH)):
        if words[number] in _ENDS:
            break
        if words[number][0].islower():
            yield f"a:{words[number]}"
    left, right = _left_neighbour(words, first), _right_neighbour(words, end)
    if left:
        yield f"left {left}"
    if right:
        yield f"right {right}"
    if left and right:
        yield f"between {left} {right}"
    if end < len(words) and words[end] == "(" and end + 1 < len(words):
        yield f"opens bracket {_plain(words[end + 1])}"


def _left_neighbour(words: Sequence[str], first: int) -> str | None:
    """What stands before the comma or *and* in front, over a bracket."""
    number = first - 1
    if number < 1 or words[number] not in (",", "and", "&", "/"):
        return None
    if words[number] == "and" and words[number - 1] == ",":
        number -= 1
    number -= 1
    if words[number] == ")":
        low = max(0, number - _BRACKET)
        while number > low and words[number] != "(":
            number -= 1
        number -= 1
    if number >= 0 and words[number] in QUOTES:
        number -= 1
    return _plain(words[number]) if number >= 0 else None


def _right_neighbour(words: Sequence[str], end: int) -> str | None:
    """What stands behind the comma or *and* that follows, over a bracket."""
    number, last = end, len(words)
    if number < last and words[number] == "(":
        high = min(last, number + _BRACKET)
        while number < high and words[number] != ")":
            number += 1
        number += 1
    if number >= last or words[number] not in (",", "and", "&", "/"):
        return None
    number += 2 if words[number] == "," and number + 1 < last and words[number + 1] == "and" else 1
    if number < last and words[number] in QUOTES:
        number += 1
    return _plain(words[number]) if number < last else None


def _in_line(words: Sequence[str], first: int, end: int) -> Iterator[str]:
    """What the line tells: its label, whether the name is all of it, a bracket that it stands in."""
    low = first
    bracket = None
    while low > 0 and words[low - 1] != "<N>" and first - low < 40:
        low -= 1
        if words[low] == "(" and bracket is None:
            bracket = low
        elif words[low] == ")" and bracket is None:
            bracket = -1
    if bracket is not None and bracket > 0:
        yield f"in bracket {_plain(words[bracket - 1])}"
    if low == first:
        yield "line"
        if end == len(words) or words[end] == "<N>":
            yield "whole line"
    for number in range(low, min(low + 4, first)):
        if words[number] == ":":
            yield f"label {words[number - 1].casefold()}" if number > low else "label"
    if words[low][0].isdigit() and low + 1 < len(words) and words[low + 1] in ".)":
        yield f"numbered {first - low}"
    elif words[low][0] in "•●▪◆-*":
        yield f"bullet {first - low}"
    if any(word == "|" for word in words[low : end + 6]):
        yield f"cell {words[first - 1] == '|' if first else True}"


def _plain(word: str) -> str:
    """A word as the model knows it: small, years and numbers as such, an unknown capitalised one as ``<Cap>``."""
    if word[0] == "<":
        return word
    if word[0].isdigit():
        return "<year>" if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") else "<num>"
    if word[0].isupper():
        folded = word.casefold()
        return folded if folded in _class_index() else "<Cap>"
    if word in QUOTES:
        return '"'
    return word


def _classes(word: str) -> tuple[str, ...]:
    return _class_index().get(word, ())


@cache
def _class_index() -> dict[str, tuple[str, ...]]:
    """What kinds of word a small word is: a role, a noun for works, the last word of an organisation..."""
    people, works = load_words("english/people.yaml"), load_words("english/works.yaml")
    organizations, others = load_words("english/organizations.yaml"), load_words("english/not_names.yaml")
    found: dict[str, set[str]] = {}
    lists = (
        ("role", people["nouns"]),
        ("work", works["nouns"]),
        ("house", organizations["nouns"]),
        ("suffix", organizations["suffixes"]),
        ("place", others["places"]),
        ("time", others["times"]),
        ("stop", others["words"]),
        ("does", people["follows_person"]),
    )
    for class_, words in lists:
        for word in words:
            found.setdefault(str(word).casefold(), set()).add(f"<{class_}>")
    return {word: tuple(sorted(classes)) for word, classes in found.items()}


@cache
def _given() -> frozenset[str]:
    return frozenset(load_words("english/people.yaml")["given"])
