"""What in a Korean sentence may be a personal name, weighed by its shape, Kiwi's opinion and the words around it.

Kiwi's segmentation is one voice among several: a name it does not know comes out in pieces, and a common word may come out as a
name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.korean.cues import Cues
from kgraph.mentions.korean.foreign_names import find_foreign
from kgraph.mentions.korean.shapes import is_shaped, listed_weight, segment_weight, shape_weight
from kgraph.text.hangul import has_final
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Sentence, Token

ACCEPT = 2.5  # what a name needs to stand by itself; tuned by hand on the Korean development articles, 2026-11
_WORTH = -1.0  # below this not even a list of names makes a word one
_TWO_WORDS = 2.0
_SURNAME_ALONE = 1.0  # less where nothing but one more syllable makes a foreign name: 제이든 강
_RUN = re.compile(r"[가-힣]+")
_PLACE_AHEAD = re.compile(r" (?:부문|섹션|호텔|홀|센터|극장|대학|스튜디오|코리아|시리즈|페스티벌)")
_LOOSE = frozenset(("표", "측", "발", "네", "서", "나"))  # endings that are as often the last syllable of the name
_OPENERS = frozenset("(‘'“\"·,/<〈《「『[")
_COPULA = re.compile(r"(?:인|이자|인데|이던|이기)$")  # 제자인, 멤버이자
_STRAIGHT = frozenset("'\"")  # they close as well: '낮은 담장'에서
_TIGHT = re.compile(r"씨|감독|작가|대표")  # written to the name in older papers: 최금자씨와


@dataclass(slots=True)
class Candidate:
    """A possible name at its place, with what speaks for it."""

    start: int
    end: int
    name: str
    weight: float
    role: str = ""

    @property
    def shaped(self) -> bool:
        """True for a surname and a given name of two syllables: 이재규, 남궁민."""
        return is_shaped(self.name)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    words = load_words("korean/people.yaml")
    return frozenset(words["endings"]), frozenset((*words["not_names"], *words["before"], *words["after"]))


def name_words() -> tuple[frozenset[str], frozenset[str]]:
    """The particles and endings that may follow a name inside one word, and words that are no names."""
    return _words()


def is_nobody(word: str) -> bool:
    """True for a word that is no name, and for what somebody is: 배우, 제자인."""
    not_names = _words()[1]
    return word in not_names or _COPULA.sub("", word) in not_names


def find_candidates(text: str, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """The best reading of each word of a sentence that may be a name,
    outside the titles and organisations ``taken`` (in text order).
    """
    starts = {token.start: token for token in reversed(sentence.tokens)}  # of two at one place (하 + ㄴ) the first
    cues = Cues(text, sentence.span)
    foreign = [name for name in _foreign(text, sentence, cues) if not overlaps(taken, name.start, name.end)]
    yield from foreign
    closed = sorted([*taken, *((name.start, name.end) for name in foreign)])
    for run in _RUN.finditer(text, sentence.span.start, sentence.span.end):
        start, end = run.span()
        if (closed and overlaps(closed, start, end)) or _is_ending(text, start, end):
            continue
        best = None
        for split in _splits(text, (start, end), starts, cues):
            if best is None or (split.weight, len(split.name)) > (best.weight, len(best.name)):
                best = split
        if best is not None and best.weight > _WORTH:
            yield best


def find_known(text: str, sentence: Sentence, names: frozenset[str]) -> Iterator[Candidate]:
    """The words of a sentence that are one of these names with a particle or none."""
    lengths = sorted({len(name) for name in names}, reverse=True)
    endings = _words()[0]
    for run in _RUN.finditer(text, sentence.span.start, sentence.span.end) if names else ():
        start, end = run.span()
        for length in lengths:
            name, rest = text[start : start + length], text[start + length : end]
            if name in names and (not rest or (rest in endings and agrees(name[-1], rest))):
                yield Candidate(start, start + length, name, 0.0)
                break


def _is_ending(text: str, start: int, end: int) -> bool:
    """True for the particle of a quoted title, which no name is: ‘초인종’으로 감독에 도전했다."""
    before = text[start - 1] if start else " "
    opens = before in _OPENERS and not (before in _STRAIGHT and text[start - 2 : start - 1].isalnum())
    return not before.isspace() and not opens and text[start:end] in _words()[0]


def overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """True if a stretch overlaps one of those taken, which are in text order and do not overlap one another by much."""
    at = bisect_right(taken, (end, -1))
    return any(other < end and start < stop for other, stop in taken[max(0, at - 3) : at])


def _splits(text: str, word: tuple[int, int], starts: dict[int, Token], cues: Cues) -> Iterator[Candidate]:
    """The ways to cut a word into a name and its ending."""
    start, end = word
    endings = _words()[0]
    for length in range(1, min(5, end - start) + 1):
        tight = _TIGHT.match(text, start + length, end) if length > 1 else None
        stem_end = tight.end() if tight else start + length
        rest = text[stem_end:end]
        if rest and (rest not in endings or not agrees(text[stem_end - 1], rest)):
            continue
        name = text[start : start + length]
        if is_nobody(name) or (length == 1 and not listed_weight(name)):
            continue
        shape = shape_weight(name)
        place = (start, start + length, end)
        weight = (
            shape
            + segment_weight(place, starts, shaped=shape > 0)
            + listed_weight(name)
            - 0.75 * (rest in _LOOSE)
            - (rest == "다" and name[-1] == "이")
        )
        role, cue = cues.weigh(name, start, start + length, shaped=shape > 0)
        yield Candidate(start, start + length, name, weight + cue, role)


def agrees(last: str, ending: str) -> bool:
    """False where the ending's form contradicts the sound before it: 이/은/을/과 want a final consonant, 가/는/를/와 none."""
    if ending[0] in "은을과" or (ending[0] == "이" and ending != "이랑"):
        return has_final(last)
    if ending[0] in "가는를와" or ending in ("다", "여서", "였다", "였고", "랑"):
        return not has_final(last)
    return True


def _foreign(text: str, sentence: Sentence, cues: Cues) -> Iterator[Candidate]:
    """Names in two or three words (맷 데이먼), weighed by the words around them."""
    for start, end, full in find_foreign(text, sentence, cues.called):
        name = text[start:end]
        role, cue = cues.weigh(name, start, end, shaped=True)
        cue -= 3.0 * bool(_PLACE_AHEAD.match(text, end)) + _SURNAME_ALONE * (not full and not role)
        yield Candidate(start, end, name, _TWO_WORDS + cue + listed_weight(name), role)
