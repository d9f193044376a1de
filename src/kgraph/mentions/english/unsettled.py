"""What the rules leave open: capitalised runs that nothing has painted, each with all the places where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.mentions.english.capitals import all_stop, title_case_lines
from kgraph.mentions.english.people import stop_words
from kgraph.text.koreanish import is_common_surname
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.canvas import Canvas

_TOKEN = re.compile(
    "\ue000\ue001*|\ue002\ue003*|\ue004\ue005*|\ue006\ue007*|\ue007+|\n|['’]s\\b|"
    r"#?\w+(?:[-.'’&*:](?!['’]?s\b)\w+)*\+?|[^ ]"
)
_PAINTED = {"\ue000": "<P>", "\ue002": "<W>", "\ue004": "<O>", "\ue006": "<C>", "\ue007": "<B>", "\n": "<N>", "\t": "|"}
_JOINTS = frozenset(
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
    ]
)
_MADE_OF = re.compile(r".+-(?:[a-z]+ed|born|style|led|winning|set)")  # Seoul-based, Netflix-backed: no part of a name
QUOTES = frozenset("“”\"‘’'「」『』《》〈〉")
_SHORTENED = re.compile(r"(?:['’](?:ll|re|ve|d|m)|n['’]t|-type|-style)$")  # He'll; a Lee Moo-saeng-type
_MOST_JOINTS = 3
_MOST_GROUPS = 4  # of capitals in one run; a longer run is a line in title case
_LONGEST = 12  # words
_MOST_PLACES = 8  # that are looked at for one name


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a painted text in order: a painted name is one word (``<P>``), a line's end another (``<N>``)."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(slots=True)
class Candidate:
    """A run of words that may be a name, and where it stands: pairs of its first word and the word behind it."""

    name: str
    words: tuple[str, ...]
    places: list[tuple[int, int]] = field(default_factory=list)


def tokens_of(canvas: Canvas) -> Tokens:
    """The words of an article as painted so far."""
    words, starts, ends = [], [], []
    for found in _TOKEN.finditer(canvas.refresh()):
        word = found[0]
        words.append(_PAINTED.get(word[0], word))
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(tuple(words), tuple(starts), tuple(ends))


def words_of(name: str) -> tuple[str, ...]:
    """The words of one name as :func:`tokens_of` cuts them."""
    return tuple(_TOKEN.findall(name))


def find_unsettled(canvas: Canvas, tokens: Tokens) -> list[Candidate]:
    """All capitalised runs, and the parts of each that could be the name, in the order of their first place."""
    parts = _words_of_people(canvas)
    headlines = iter([*title_case_lines(canvas)])
    headline = next(headlines, None)
    found: dict[str, Candidate] = {}
    for run in _runs(tokens):
        start = tokens.starts[run[0][0]]
        while headline and headline.end <= start:
            headline = next(headlines, None)
        if headline and headline.start <= start:
            continue
        for first, end in _stretches(tokens, run):
            words = tokens.words[first:end]
            if end - first <= _LONGEST and _may_be_name(words, parts) and not _is_quoted(tokens, first, end):
                name = canvas.text[tokens.starts[first] : tokens.ends[end - 1]]
                places = found.setdefault(name, Candidate(name, words)).places
                if len(places) < _MOST_PLACES and (first, end) not in places:
                    places.append((first, end))
    return list(found.values())


def _is_quoted(tokens: Tokens, first: int, end: int) -> bool:
    """True for all that stands in one pair of quotation marks: of that the rules have judged."""
    return first > 0 and tokens.words[first - 1] in QUOTES and tokens.words[end : end + 1] != () and tokens.words[end] in QUOTES


def _runs(tokens: Tokens) -> Iterator[list[tuple[int, int]]]:
    """Runs of capitalised words, each as the groups of capitals between its small words."""
    words, number, last = tokens.words, 0, len(tokens.words)
    while number < last:
        if not _is_capital(words[number]):
            number += 1
            continue
        groups: list[tuple[int, int]] = []
        while True:
            first = number
            while number < last and _is_capital(words[number]) and (number == first or _touches(tokens, number)):
                number += 1
            groups.append((first, number))
            ahead = number
            while ahead < min(last, number + _MOST_JOINTS) and words[ahead] in _JOINTS and _touches(tokens, ahead):
                ahead += 1
            if ahead == number or ahead >= last or not _is_capital(words[ahead]) or not _touches(tokens, ahead):
                break
            number = ahead
        yield groups
        if len(groups) == 1 and number + 1 < last and words[number] == "," and _is_capital(words[number + 1]):
            yield from _over_comma(tokens, groups[0][0], number + 1)


def _over_comma(tokens: Tokens, first: int, number: int) -> Iterator[list[tuple[int, int]]]:
    """*Good Morning, Judge*: capitals on both sides of one comma, of three words at most each."""
    end = number
    while end < len(tokens.words) and end < number + _MOST_JOINTS and _is_capital(tokens.words[end]) and _touches(tokens, end):
        end += 1
    if number - 1 - first <= _MOST_JOINTS and tokens.words[end : end + 1] != (",",):
        yield [(first, end)]


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return not _MADE_OF.fullmatch(word)
    return word[0].isdigit() or (word[0] == "#" and len(word) > 1)


def _touches(tokens: Tokens, number: int) -> bool:
    """True if only one space, or none, parts a word from the one before it."""
    return tokens.starts[number] - tokens.ends[number - 1] <= 1


def _stretches(tokens: Tokens, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run, its parts between small words, and each of them without words in front that are no names."""
    if len(groups) > _MOST_GROUPS:
        return
    words = tokens.words
    for low, (first, _) in enumerate(groups):
        bare = _without_stops(words, first, groups[low][1])
        for _, end in groups[low:]:
            yield first, end
            if first < bare < groups[low][1] and words[bare] != ",":
                yield bare, end


def _without_stops(words: tuple[str, ...], first: int, end: int) -> int:
    roles = load_words("english/people.yaml")["nouns"]
    while first < end and (words[first].casefold() in stop_words() or words[first].casefold() in roles or words[first].isdigit()):
        first += 1
    return first


def _may_be_name(words: tuple[str, ...], parts: frozenset[str]) -> bool:
    if not any(word[0].isupper() for word in words):
        return ":" in words[0] and len(words) == 1
    if any(_SHORTENED.search(word) for word in words):
        return False
    if len(words) == 1:
        word = words[0]
        if is_common_surname(word):
            return False
        return len(word) > 1 and word not in parts and (not all_stop(word) or (len(word) > 3 and word.isupper()))
    return True


def _words_of_people(canvas: Canvas) -> frozenset[str]:
    """Surnames and given names of the people painted: alone they are those people."""
    return frozenset(word for spot in canvas.spots if spot.type == "Person" for word in canvas.name(spot).split())
