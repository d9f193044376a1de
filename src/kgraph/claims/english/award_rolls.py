"""Rolls of prizes: rows of a category and who has it, as whole lists of winners are printed.

``Best Actor: P (W)``, ``Album of the Year - G, "W"``, ``Popular Star Award | P, P``.  In a row of a roll whatever stands before
the mark is the prize's name, so that no list has to know it, and nobody whom the row does not name has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.givings import promised
from kgraph.claims.english.grammar import MENTION, ORG, PERSON, WORK
from kgraph.claims.english.prizes import paint_prizes
from kgraph.text.awards_english import implied_predicate
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention

FEWEST = 3  # rows; fewer are no roll
_LONGEST_ROW = 300  # characters of the mask
_NAME = rf"(?:[-•*·▲▶■◆★☆] ?|\d{{1,2}}[.)] ?)?(?P<z>(?:[A-Z0-9]|{MENTION})(?:(?! - | ?: )[^\n|]){{0,80}}?)"
_ROW = re.compile(rf" ?{_NAME} ?(?::| - | ?\| ?|:-) ?(?P<x>[^\n]*)$")
_FILL = r"(?:(?:[Ss]hared by|[Ww]inners?:|[Tt]ie:|[Dd]irector|[Aa]ctor|[Aa]ctress|[Ww]riter|[Ss]creenwriter|PD|the|and) )?"
_BRACKET = r"(?: ?[(\[][^()\[\]]{0,120}[)\]])?"
_FOR = rf"(?:(?:,| -| for(?: her| his| their)?(?: role in| work on)?| in| of) ?\"?(?P<w>{WORK})\"?{_BRACKET})?"
_ITEM = re.compile(rf"\"?{_FILL}(?P<x>{PERSON}|{WORK}|{ORG})\"?(?P<b>{_BRACKET}){_FOR}")
_NEXT = re.compile(r" ?(?:,? and |, | & | ?/ ?|; ?)")
_MOST = 12  # winners of one row
_HEAD = 4  # lines that say what an article is
_WINNERS = re.compile(r"\b(?:[Ww]inners?|WINNERS?|[Ww]inning|[Ll]aureates?)\b")
_SUPPOSED = re.compile(
    r"\b(?:predict\w*|preview|who(?:'ll| will| should)|should win|will win|wish ?list|our own|not theirs|(?:my|our) picks?)\b",
    re.IGNORECASE,
)
_MANY = 2  # more than these behind one category are its nominees, unless winners are promised


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a roll: the prize's name at its place in the mask, who has it, each with the works beside the name."""

    line: Line
    place: tuple[int, int]
    winners: tuple[tuple[Mention, tuple[Mention, ...]], ...]

    @property
    def category(self) -> str:
        """The prize as the row has it."""
        return self.line.original(*self.place).text

    @property
    def is_of_music(self) -> bool:
        """True for a prize that a song or album has together with who performs it."""
        return bool(_pattern("music").search(self.category))

    @property
    def is_technical(self) -> bool:
        """True for a prize of those who are neither seen nor named as makers: cinematography, editing."""
        return bool(_pattern("technical").search(self.category))

    @property
    def implied(self) -> str | None:
        """What the prize says of a person and the work beside the name."""
        return "performed" if self.is_of_music else implied_predicate(self.category)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_words('english/awards.yaml')['rolls'][name])})\b", re.IGNORECASE)


def rolls(reading: Reading) -> Mapping[int, Row]:
    """The rows of an article's rolls by the index of their line; empty where there are too few for a roll."""
    if (rolls,) not in reading.told:
        reading.told[(rolls,)] = _rolls(reading)
    return reading.told[(rolls,)]  # type: ignore[return-value]


def _rolls(reading: Reading) -> Mapping[int, Row]:
    if not _is_given(reading):
        return {}
    found = {line.index: row for line in reading.lines if (row := _row(reading, line)) is not None}
    return found if len(found) >= FEWEST else {}


def _row(reading: Reading, line: Line) -> Row | None:
    if len(line.mask) > _LONGEST_ROW:
        return None
    match = _ROW.match(line.mask)
    if match is None or not _names_prize(line, *match.span("z")):
        return None
    winners = tuple(_winners(reading, line, match.start("x")))
    return Row(line, match.span("z"), winners) if winners else None


def _is_given(reading: Reading) -> bool:
    """True if an article tells of a ceremony or of winners; who only bets, wishes or jokes gives no prize."""
    text = [line.mask for line in reading.lines[:_HEAD]]
    if any(_SUPPOSED.search(mask) for mask in text):
        return False
    return any(_WINNERS.search(mask) for mask in text) or any(
        (painted := paint_prizes(reading, line)) and painted.ceremonies() for line in reading.lines
    )


def _names_prize(line: Line, start: int, end: int) -> bool:
    """True for *Best Actor*, *Director's Cut Award*; a name there is somebody's row, unless it is a part of the prize's name."""
    inside = (*line.between(start, end, "Person", brackets=True), *line.between(start, end, "Work", brackets=True))
    if any(mention.form != "role" and not _pattern("telling").search(mention.span.text) for mention in inside):
        return False
    return bool(_pattern("telling").search(line.original(start, end).text))


def _winners(reading: Reading, line: Line, start: int) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """The list that the row begins with; what stands behind it is prose."""
    for _ in range(_MOST):
        item = _ITEM.match(line.mask, start)
        winner = line.at(item.start("x")) if item else None
        if item is None or winner is None or not _can_win(reading, winner):
            return
        works = line.between(*item.span("b"), "Work", brackets=True) + line.works(item)
        yield winner, () if reading.referent(winner).type == "Work" else works
        following = _NEXT.match(line.mask, item.end())
        if following is None:
            return
        start = following.end()


def _can_win(reading: Reading, winner: Mention) -> bool:
    referent = reading.referent(winner)
    return winner.form in ("name", "part") and (referent.type != "Organization" or referent.kind in ("group", None))


def predicate_of(reading: Reading, row: Row) -> str:
    """``won``, or ``nominated_for`` in a list of nominees."""
    told = promised(reading, row.line)
    return told or ("nominated_for" if len(row.winners) > _MANY else "won")
