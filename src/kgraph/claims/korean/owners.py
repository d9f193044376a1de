"""Who is under discussion where a sentence leaves it out: 누나 김태희 (whose?), 둘도 없는 친구다 (who?)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kgraph.claims.korean.pairs import run_to

if TYPE_CHECKING:
    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading


_SURVIVED = re.compile(r"유(?:가)?족(?:으로|[은는])|(?:고인은 |고인의 )?슬하에")


def owners_before(
    reading: Reading, line: Line, position: int, cases: tuple[str, ...] = ("은", "이", "의")
) -> tuple[tuple[Phrase, ...], int | None]:
    """The persons under discussion at a place of a line, and the number of the earlier line that names them (None: this line).

    The last one before the place in the first of these cases that anybody stands in, else the topic of the lines before in
    the paragraph; coordinated ones together.
    """
    before = [phrase for phrase in line.people if phrase.end <= position]
    for case in cases:
        for phrase in reversed(before):
            if phrase.case == case:
                return run_to(line, phrase), None
    return _earlier(reading, line)


def _earlier(reading: Reading, line: Line) -> tuple[tuple[Phrase, ...], int | None]:
    person = reading.person_before(line)
    if person is None:
        return (), None
    for earlier in reversed(reading.lines[max(0, line.number - 4) : line.number]):
        for phrase in reversed(earlier.people):
            if phrase.referent.ref == person.ref:
                return run_to(earlier, phrase) if phrase.case in ("은", "이") else (phrase,), earlier.number
    return (), None


def survived_by(reading: Reading, line: Line, position: int) -> tuple[tuple[Phrase, ...], int] | None:
    """Whom the kin of a line survive (유족으로는 아내 B와 아들 C가 있다): the one whom the lines before tell of most, and the
    number of the nearest of them that does.
    """
    if not _SURVIVED.search(line.words(line.start, position)):
        return None
    told = Counter(phrase.referent.ref for earlier in reading.lines[: line.number] for phrase in earlier.people)
    if not told:
        return None
    most = max(told, key=lambda ref: told[ref])  # the first of equals
    places = [phrase for earlier in reading.lines[: line.number] for phrase in earlier.people if phrase.referent.ref == most]
    return (places[-1],), next(one.number for one in reversed(reading.lines[: line.number]) if places[-1] in one.people)


def couple_before(reading: Reading, line: Line) -> tuple[tuple[Phrase, ...], int | None]:
    """The two persons that the line before named together as its topic or subject: 맷 데이먼과 벤 에플렉이 있다."""
    if line.number == 0:
        return (), None
    earlier = reading.lines[line.number - 1]
    if earlier.sentence.block != line.sentence.block:
        return (), None
    for phrase in reversed(earlier.people):
        if phrase.case in ("은", "이"):
            run = run_to(earlier, phrase)
            return (run, earlier.number) if len(run) == 2 else ((), None)
    return (), None
