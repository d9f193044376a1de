"""What the rules may have cut wrongly: stretches of words that hold a painted name, cut one, or join two."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kgraph.mentions.english.capitals import stands_in, title_case_lines
from kgraph.mentions.english.tokens import QUOTES, Tokens, is_capital, is_joint, pieces, words_of
from kgraph.mentions.english.unsettled import Candidate, Place, may_be_name, without_stops, words_of_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.canvas import Canvas, Spot

_PAINTS = frozenset(["<P>", "<W>", "<O>", "<C>"])
_FIRM = frozenset(["quoted", "repeated", "tables"])  # what painted a name that is not cut into pieces
_SHORTENED = re.compile(r"\b(?:Mrs?|Ms|Dr|St|No|Vol|[A-Z])$")
_MOST_JOINTS = 3
_LONGEST = 12  # words of a name
_LONGEST_RUN = 40  # words
_MOST = 60  # stretches of one run
_BEHIND = 14  # words behind that are looked at
_BEFORE = 44


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a run: its place among the article's words, and the spot that it stands in."""

    text: str
    start: int
    end: int
    token: int
    spot: Spot | None


def find_painted(canvas: Canvas, tokens: Tokens) -> dict[str, Candidate]:
    """The names that the rules paint, each as a candidate with its places."""
    found: dict[str, Candidate] = {}
    for number, word in enumerate(tokens.words):
        spot = canvas.covering(tokens.starts[number]) if word in _PAINTS else None
        if spot is not None and spot.form == "name":
            name = canvas.name(spot)
            candidate = found.get(name) or found.setdefault(name, Candidate(name, words_of(name)))
            told = (("is", spot.type, canvas.stages[spot.start]),)
            candidate.note(Place(tokens.words, number, number + 1, spot.start, spot.end, told, (spot,)))
    return found


def find_contested(canvas: Canvas, tokens: Tokens) -> list[Candidate]:
    """All stretches that dispute what is painted, in the order of their first place."""
    found: dict[str, Candidate] = {}
    parts, lines = words_of_people(canvas), title_case_lines(canvas)
    for low, high in _runs(canvas, tokens):
        if stands_in(lines, tokens.starts[low]):
            continue
        run = _spelled_out(canvas, tokens, low, high)
        for first, end in _stretches(canvas, run):
            words = tuple(word.text for word in run[first:end])
            if may_be_name(words, parts if len(words) > 1 else frozenset()):
                name = canvas.text[run[first].start : run[end - 1].end]
                candidate = found.get(name) or found.setdefault(name, Candidate(name, words))
                candidate.note(_place(canvas, tokens, run, (first, end)))
    return list(found.values())


def _runs(canvas: Canvas, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of names and capitals with small words between them, that hold a painted name."""
    words, number, last = tokens.words, 0, len(tokens.words)
    is_name = [capital or word in _PAINTS for word, capital in zip(words, tokens.capital, strict=True)]
    while number < last:
        if not is_name[number]:
            number += 1
            continue
        low, painted = number, False
        while number < last and is_name[number]:
            painted = painted or words[number] in _PAINTS
            number += 1
            ahead = number
            while ahead < min(last, number + _MOST_JOINTS) and _is_joint(canvas, tokens, ahead):
                ahead += 1
            if ahead < last and is_name[ahead] and tokens.starts[ahead] - tokens.ends[ahead - 1] <= 1:
                number = ahead
            else:
                break
        if painted and number - low <= _LONGEST_RUN:
            yield low, number


def _is_joint(canvas: Canvas, tokens: Tokens, number: int) -> bool:
    at = tokens.starts[number]
    if tokens.words[number] == "." and _SHORTENED.search(canvas.text, max(0, at - 5), at):
        return True
    known = is_joint(tokens.words, number) or tokens.words[number] == ","
    return known and tokens.starts[number] - tokens.ends[number - 1] <= 1


def _spelled_out(canvas: Canvas, tokens: Tokens, low: int, high: int) -> list[_Word]:
    """The words of a run, painted names word by word."""
    run = []
    for number in range(low, high):
        start, end = tokens.starts[number], tokens.ends[number]
        if tokens.words[number] in _PAINTS:
            spot = canvas.covering(start)
            run += [_Word(text, start + at, start + at + len(text), number, spot) for at, text in pieces(canvas.text[start:end])]
        else:
            run.append(_Word(tokens.words[number], start, end, number, None))
    return run


def _stretches(canvas: Canvas, run: list[_Word]) -> list[tuple[int, int]]:
    starts = [number for number in range(len(run)) if _may_begin(canvas, run, number)]
    ends = [number for number in range(1, len(run) + 1) if _may_end(canvas, run, number)]
    pairs = (
        (first, end)
        for first in starts
        for end in ends[bisect_right(ends, first) : bisect_right(ends, first + _LONGEST)]
        if _disputes(canvas, run, first, end)
    )
    return list(islice(pairs, _MOST))


def _may_begin(canvas: Canvas, run: list[_Word], number: int) -> bool:
    word = run[number]
    if not is_capital(word.text):
        return word.spot is not None and (number == 0 or run[number - 1].spot != word.spot)
    if number == 0:
        return True
    before = run[number - 1]
    if before.spot is not None and before.spot == word.spot:
        return _may_be_cut(canvas, word.spot)
    return before.spot is not None or word.spot is not None or not is_capital(before.text) or _is_lead(run, number)


def _is_lead(run: list[_Word], number: int) -> bool:
    """True if all capitals before it in its group are no names: *Actor X*."""
    low = number
    while low > 0 and is_capital(run[low - 1].text) and run[low - 1].spot is None:
        low -= 1
    return without_stops(tuple(word.text for word in run[low : number + 1]), 0, number + 1 - low) >= number - low


def _may_end(canvas: Canvas, run: list[_Word], number: int) -> bool:
    word = run[number - 1]
    if number == len(run):
        return True
    after = run[number]
    if word.spot is not None and word.spot == after.spot:
        return is_capital(word.text) and _may_be_cut(canvas, word.spot)
    if word.spot is None and not is_capital(word.text):
        return False
    return word.spot is not None or after.spot is not None or not is_capital(after.text)


def _may_be_cut(canvas: Canvas, spot: Spot) -> bool:
    stage = canvas.stages[spot.start]
    if stage in _FIRM or (stage == "people" and spot.type == "Person"):
        return False
    return canvas.text[spot.start - 1 : spot.start] not in QUOTES


def _disputes(canvas: Canvas, run: list[_Word], first: int, end: int) -> bool:
    """True for a stretch that touches a spot and is not that spot, nor a list of people."""
    spots = list(dict.fromkeys(word.spot for word in run[first:end] if word.spot is not None))
    if not spots or (len(spots) == 1 and (run[first].start, run[end - 1].end) == (spots[0].start, spots[0].end)):
        return False
    commas = [word.text for word in run[first:end] if word.spot is None].count(",")
    if commas and (commas > 1 or end - first > 7 or any(_is_bracketed(canvas, spot) for spot in spots)):
        return False
    whole = [spot for spot in spots if spot.start >= run[first].start and spot.end <= run[end - 1].end]
    return sum(spot.type == "Person" and canvas.stages[spot.start] in ("people", "listed") for spot in whole) < 2


def _is_bracketed(canvas: Canvas, spot: Spot) -> bool:
    """True for a title in the bracket behind a person: there a comma parts two titles."""
    return spot.type == "Work" and canvas.stages[spot.start] == "people"


def _place(canvas: Canvas, tokens: Tokens, run: list[_Word], stretch: tuple[int, int]) -> Place:
    """A stretch among the words around it: of a spot that it cuts the rest stands there word by word."""
    first, end = stretch
    start, stop, low, high = run[first].start, run[end - 1].end, run[first].token, run[end - 1].token
    left = [word.text for word in run[:first] if word.token == low]
    right = [word.text for word in run[end:] if word.token == high]
    before = [*tokens.words[max(0, low - _BEFORE) : low], *left]
    words = [*before, *(word.text for word in run[first:end]), *right, *tokens.words[high + 1 : high + 1 + _BEHIND]]
    spots = tuple(dict.fromkeys(word.spot for word in run[first:end] if word.spot is not None))
    told = tuple(
        ("holds" if start <= spot.start and spot.end <= stop else "cuts", spot.type, canvas.stages[spot.start]) for spot in spots
    )
    return Place(words, len(before), len(before) + end - first, start, stop, told, spots)
