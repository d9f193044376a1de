"""Prizes under headings of their own, and prizes told in few words: "P was best actor", "and P as best actress"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english import prize_words as words
from kgraph.claims.english.givings import Before, Given, is_of_nominees
from kgraph.claims.english.grammar import PEOPLE, WORK
from kgraph.claims.english.prizes import CATEGORY, PrizeLine, paint_prizes
from kgraph.claims.english.when import date_near
from kgraph.text.awards_english import implied_predicate
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention

_MARKS = r"[^\w\ue000-\uf7ff]*"  # no mention is a mark
_HEADING = re.compile(rf"{_MARKS}{CATEGORY}(?: \([^()]{{0,30}}\))?{_MARKS}")
_ROW = re.compile(
    rf"[^\w\ue000-\uf7ff]{{0,4}}(?:(?:[Ss]hared by|[Ww]inners?:|[Tt]ie:) )?(?P<x>{PEOPLE}|{WORK})(?!'s)"
    rf"(?P<rest>(?:$|,| -| for| \().*)?$"
)
_LONGEST_ROW = 140
_WON = re.compile(rf"\b{words.WIN}\b")
_WRITTEN_BY = re.compile(rf"\b(?:written|directed|score|music|shot|edited) by (?P<x>{PEOPLE})")
_CO_WINNERS = 2  # more rows than these under one category are its nominees


def read_sections(reading: Reading) -> Iterator[tuple[PrizeLine, Given, Before]]:
    """Rows below a line that is nothing but a category: BEST ACTOR / P, W."""
    before: Before = (None, None)
    heading: PrizeLine | None = None
    rows: list[Line] = []
    for line in reading.lines:
        painted = paint_prizes(reading, line) or _bare_heading(line)
        is_heading = painted is not None and len(line.mask) < _LONGEST_ROW and bool(_HEADING.fullmatch(painted.mask))
        if painted is not None and not is_heading and painted.ceremonies():
            place, name = painted.ceremonies()[-1]
            before = (before[0] if before[0] and name in before[0] else name), date_near(reading, line, place, 120) or before[1]
        if heading is not None and not is_heading and len(line.mask) < _LONGEST_ROW and line.block <= heading.line.block + 1:
            rows.append(line)
            continue
        if heading is not None:
            yield from _section(reading, heading, rows, before)
        heading, rows = (painted, []) if is_heading else (None, [])
    if heading is not None:
        yield from _section(reading, heading, rows, before)


def _bare_heading(line: Line) -> PrizeLine | None:
    """CINEMATOGRAPHY: in capitals and alone a category's noun is a category."""
    text = line.span.text.strip()
    if not text.isupper() or text.casefold() not in load_words("english/awards.yaml")["categories"]:
        return None
    mark = "\uf800"
    return PrizeLine(line, mark + "\uf8ff" * (len(line.mask) - 1), {mark: text})


def _section(reading: Reading, heading: PrizeLine, rows: list[Line], before: Before) -> Iterator[tuple[PrizeLine, Given, Before]]:
    matches = [(row, _ROW.match(row.mask)) for row in rows]
    found = [(row, match) for row, match in matches if match]
    nominees = len(found) > _CO_WINNERS or is_of_nominees(reading, heading.line)
    category = heading.categories(0, len(heading.mask))[:1]
    for row, match in found if category else ():
        painted = PrizeLine(row, row.mask, heading.names)
        pairs = tuple(_pairs(row, match, category[0][1]))
        place = category[0][0], category[0][0] + 1
        given = Given("nominated_for" if nominees else "won", pairs, place, match.span("x"), "section", 0.88)
        yield PrizeLine(row, heading.mask, painted.names), given, before


def _pairs(row: Line, match: re.Match[str], category: str) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    people = row.people(match, "x")
    if people:
        for person in people:
            yield person, row.between(match.end("x"), len(row.mask), "Work", brackets=True)
        return
    for work in row.works(match, "x"):
        yield work, ()
        by = _WRITTEN_BY.search(row.mask) if implied_predicate(category) not in (None, "acted_in") else None
        for person in row.people(by, "x") if by else ():
            yield person, (work,)


def told_shortly(painted: PrizeLine, ceremony: str | None) -> Iterator[Given]:
    """P was best actor; ... and P as best actress; X picked up best screenplay for P; X (Emmy nominee)."""
    line, mask = painted.line, painted.mask
    known = ceremony is not None or bool(painted.ceremonies())
    for pattern, rule in ((words.AS_BEST, "as_best"), (words.WAS_BEST, "was_best"), (words.FOR_PERSON, "for_person")):
        for found in pattern.finditer(mask):
            if words.DOUBT.search(mask[: found.start()]) or not (known or rule != "was_best"):
                continue
            if rule == "was_best" or _WON.search(mask, 0, found.start()):
                pairs = tuple((person, ()) for person in line.people(found, "x"))
                yield Given("won", pairs, found.span("z"), found.span("t"), rule, 0.85)
    for found in words.WON_A_NOD.finditer(mask):
        pairs = tuple((person, ()) for person in line.people(found, "x"))
        yield Given("nominated_for", pairs, found.span("z"), found.span("t"), "won_a_nod", 0.88)
    for found in words.BRACKETED.finditer(mask):
        mention = line.at(found.start("x"))
        if mention is not None:
            predicate = "won" if found["t"] == "winner" else "nominated_for"
            yield Given(predicate, ((mention, ()),), found.span("z"), found.span("t"), "bracketed", 0.88)
