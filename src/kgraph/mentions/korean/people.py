"""Persons in Korean articles: names that stand by themselves, names that a list or another place of the article confirms."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.mentions.korean.candidates import ACCEPT, Candidate, find_candidates, find_known, name_words, overlaps
from kgraph.mentions.korean.parts import STAGE, set_aside_characters
from kgraph.mentions.korean.trims import trim_particles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Document, Sentence

_LIST = re.compile(r"(?:\([^()]{1,30}\))? ?(?:[·,/] ?|[와과] |이?랑 |그리고 |및 |[와과]의 | )(?:그리고 )?(?:배우 |가수 |감독 )?")
_PAIRED = re.compile(r"[·/]|[와과] ")
_MARKED = frozenset(("·", ", "))
FULL = 3  # syllables of a full name: what is one once is one again
_PLAIN = frozenset((" ", "·", ", ", " · ", "/", ","))


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name at its place, with the role that the words beside it give ('' for none)."""

    start: int
    end: int
    name: str
    role: str


def find_people(document: Document, taken: list[tuple[int, int]], groups: frozenset[int] = frozenset()) -> list[Name]:
    """All personal names of a document in text order, outside the stretches ``taken`` by titles and organisations.

    ``groups`` holds where names of groups end: a word right behind one is likely a member (방탄소년단 뷔).
    """
    text = document.article.text
    told = [sentence for sentence in document.sentences if sentence.kind != "noise"]
    taken = sorted(taken)
    rows = [_sentence_candidates(text, sentence, taken) for sentence in told]
    trim_particles(text, (candidate for row in rows for candidate in row if candidate.weight >= ACCEPT), name_words())
    for row in rows:
        for candidate in row:
            candidate.weight += 3.0 * (candidate.start - 1 in groups)
        _support_lists(text, row)
    characters = set_aside_characters(text, told, rows)
    sure = {c.name for row in rows for c in row if c.weight >= ACCEPT and (c.name not in characters or c.role in STAGE)}
    whole = frozenset(name for name in sure if len(name) >= FULL)
    for row, sentence in zip(rows, told, strict=True):
        _add_known(text, sentence, row, (whole, taken))
    return list(_names(rows, sure, characters))


def _add_known(text: str, sentence: Sentence, row: list[Candidate], known: tuple[frozenset[str], list[tuple[int, int]]]) -> None:
    """Full names that are sure elsewhere in the article, where a word was cut in another way: 강이로는, not 강이 로는."""
    whole, taken = known
    there = {candidate.start for candidate in row if candidate.name in whole}
    found = [one for one in find_known(text, sentence, whole) if one.start not in there]
    found = [one for one in found if not overlaps(taken, one.start, one.end)]
    if found:
        instead = {one.start for one in found}
        row[:] = sorted([*(one for one in row if one.start not in instead), *found], key=lambda one: one.start)


def _sentence_candidates(text: str, sentence: Sentence, taken: list[tuple[int, int]]) -> list[Candidate]:
    near = taken[max(0, bisect_left(taken, (sentence.span.start, 0)) - 2) : bisect_left(taken, (sentence.span.end, 0))]
    return sorted(find_candidates(text, sentence, near), key=lambda candidate: candidate.start)


def _support_lists(text: str, row: list[Candidate]) -> None:
    """Names in one list vouch for each other: 유해진 조진웅 이서진 염정아가, 이정재와 정우성은."""
    supported: set[int] = set()
    for order in (range(1, len(row)), range(len(row) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            this, other = row[at], row[at - step]
            between = text[min(this.end, other.end) : max(this.start, other.start)]
            if this.start in supported or other.weight < 2.0 or not _LIST.fullmatch(between):
                continue
            supported.add(this.start)
            if _sandwiched(text, row, at):
                this.weight += 3.5
            elif (step == -1 and _opens_list(text, row, at)) or (step == 1 and _closes_list(text, row, at)):
                this.weight += 3.0
            this.weight += (1.5 if this.shaped or " " in this.name or _pairs_up(this, between) else 1.0) * (
                this.weight > (0.9 if between == " " else -0.1)
            )


def _opens_list(text: str, row: list[Candidate], at: int) -> bool:
    """True before two sure names of a list: 공유, 이동욱, 김고은."""
    if at + 2 >= len(row) or row[at].weight < -0.6 or len(row[at].name) > 3:
        return False
    this, second, third = row[at : at + 3]
    gaps = {text[this.end : second.start], text[second.end : third.start]}
    return second.weight >= ACCEPT and third.weight >= ACCEPT and len(gaps) == 1 and gaps <= _MARKED


def _closes_list(text: str, row: list[Candidate], at: int) -> bool:
    """True behind two sure names of a list: 유오성, 오정세, 진영이."""
    if at < 2 or row[at].weight < -1.6 or len(row[at].name) > 3:
        return False
    first, second, this = row[at - 2 : at + 1]
    gaps = {text[first.end : second.start], text[second.end : this.start]}
    return first.weight >= ACCEPT and second.weight >= ACCEPT and len(gaps) == 1 and gaps <= _MARKED


def _pairs_up(candidate: Candidate, between: str) -> bool:
    """True for a long foreign name joined by a mark or 와/과: 티모시 샬라메·젠데이아."""
    return len(candidate.name) > 3 and bool(_PAIRED.search(between))


def _sandwiched(text: str, row: list[Candidate], at: int) -> bool:
    """True between two sure names with nothing but spaces or marks: 채수빈 나나 신승호."""
    if not 0 < at < len(row) - 1 or row[at].weight > 1.5:
        return False
    left, this, right = row[at - 1 : at + 2]
    gaps = (text[left.end : this.start], text[this.end : right.start])
    return left.weight >= ACCEPT and right.weight >= ACCEPT and all(gap in _PLAIN for gap in gaps)


def _names(rows: list[list[Candidate]], sure: set[str], characters: set[str]) -> Iterator[Name]:
    """Every place of a sure name; a short or common one only where its place speaks for it too."""
    for row in rows:
        last = -1
        for c in row:
            if c.name not in sure or c.start < last or (c.name in characters and c.role not in STAGE):
                continue
            if c.weight >= ACCEPT or c.shaped or c.weight >= -0.6:
                last = c.end
                yield Name(c.start, c.end, c.name, c.role)
