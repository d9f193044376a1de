"""A part in a work as a claim, and how sure it is: cast, in talks, turned down."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Ground, Reading


@cache
def casting_words(kind: str) -> str:
    """A pattern for the words of one kind in ``data/english/casting.yaml``."""
    return either(load_words("english/casting.yaml")[kind])


@cache
def casting_openings(kind: str) -> frozenset[str]:
    """The first words of one kind in ``data/english/casting.yaml``."""
    return first_words(load_words("english/casting.yaml")[kind])


def status_of(reading: Reading, line: Line, position: int) -> str | None:
    """``talks`` or ``declined`` where the clause says so, ``no`` where it denies or supposes, else None."""
    start, end = clause_of(line, position)
    clause = line.mask[start:end]
    if declined_pattern().search(clause):
        return "declined"
    if _in_talks().search(clause):
        return "talks"
    return "no" if reading.doubtful(line, position) else None


@cache
def declined_pattern() -> re.Pattern[str]:
    """Words that turn a part down, *turned the offer down* among them."""
    return re.compile(rf"\b(?:{casting_words('declined')}|turn(?:ed|s) [^.;]{{0,60}}\bdown)\b", re.IGNORECASE)


@cache
def _in_talks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{casting_words('talks')})\b", re.IGNORECASE)


def clause_of(line: Line, position: int) -> tuple[int, int]:
    """Where the clause that holds a place of the mask begins and ends."""
    breaks = [m.end() for m in re.finditer(r"[;]|\. |, (?:while|but|and)\b", line.mask)]
    start = max((b for b in breaks if b <= position), default=0)
    end = min((b for b in breaks if b > position), default=len(line.mask))
    return start, end


def cast(
    reading: Reading,
    people: Iterable[Mention | Referent],
    works: Iterable[Mention | Referent],
    ground: Ground,
    part: Qualifiers | None = None,
) -> Iterator[Claim]:
    """The claims that people act in works; ``part`` tells the character and the status."""
    works = list(works)
    for person in people:
        for work in works:
            if kind_of(reading, work) not in ("song", "album", "novel", "webtoon"):
                yield reading.claim("acted_in", (person, work), ground, part or Qualifiers())


def cast_as(
    reading: Reading, players: tuple[tuple[Mention, ...], list[str]], work: Mention | Referent, ground: Ground, status: str | None
) -> Iterator[Claim]:
    """*A and B play X and Y respectively* pairs them in order; one name for several people is nobody's in particular."""
    people, names = players
    for index, person in enumerate(people):
        name = names[index] if len(names) == len(people) else None
        yield from cast(reading, [person], [work], ground, Qualifiers(character=name, status=status))


def kind_of(reading: Reading, work: Mention | Referent) -> str | None:
    """The kind of a work, as far as the article tells it."""
    return (reading.referent(work) if isinstance(work, Mention) else work).kind
