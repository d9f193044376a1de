"""Contracts whose artist stands farther before the verb or in the sentence before: "... and is signed to X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import ORG, PEOPLE, PERSON
from kgraph.claims.english.reading import clause_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention, Referent

    Signed = tuple[Mention | Referent, Mention, str | None, str, float, tuple[int, int]]

_FILL = r"(?:[a-z-]+ ){0,4}?"
_SIGNS = re.compile(
    rf"\b(?P<t>(?:re-?)?sign(?:ed|s) (?:an? |the |on )?(?:[\w-]+ ){{0,3}}(?:contract|deal)s? with|(?:is|are|was|been) (?:now )?"
    rf"signed (?:to|with)|re-?signed with|signed with|(?:has |have |had )?renewed (?:[a-z]+ ){{0,3}}with|stays? with|stayed with|"
    rf"remains? with|extended (?:[a-z]+ ){{0,3}}contracts? with) {_FILL}(?P<o>{ORG})"
)
_RELEASED = re.compile(
    rf"\b(?P<t>(?:was|been|were) (?:released|dropped|let go) (?:by|from)|contracts? with|out of contract with|"
    rf"part(?:ed|ing) (?:ways|company) with|left the agency) {_FILL}(?P<o>{ORG})"
    r"(?P<u> (?:has |have |had )?(?:expired|ended|ran out|run out|was terminated|were terminated|came to an end))?"
)
_OWN_AGENCY = re.compile(rf"\b(?:[Hh]is|[Hh]er) (?:\w+ )?(?P<t>agency|label|management company|management),? (?P<o>{ORG})")
_WHO_REPRESENTS = re.compile(
    rf"(?P<o>{ORG}),? which (?P<t>represents|manages|handles|looks after) (?:[a-z]+ ){{0,3}}(?P<p>{PEOPLE})"
)
_LIST = re.compile(PEOPLE)
_REACH = 300


def signed_elided(reading: Reading, line: Line) -> Iterator[Signed]:
    """Whose contract a verb speaks of: the people before it in its clause, else whom the text is about."""
    for pattern, rule, confidence in (
        (_SIGNS, "elided_signs", 0.85),
        (_RELEASED, "elided_left", 0.82),
        (_OWN_AGENCY, "owned", 0.8),
    ):
        for found in pattern.finditer(line.mask):
            ended = rule == "elided_left" and (bool(found["u"]) or not found["t"].startswith("contract"))
            if rule == "elided_left" and not ended:
                continue
            yield from _signed(reading, line, found, (rule, confidence, "ended" if ended else None))
    for found in _WHO_REPRESENTS.finditer(line.mask):
        organization = line.at(found.start("o"))
        for person in line.people(found) if organization else ():
            if organization:
                yield person, organization, None, "represents", 0.9, found.span("t")


def _signed(reading: Reading, line: Line, found: re.Match[str], told: tuple[str, float, str | None]) -> Iterator[Signed]:
    organization = line.at(found.start("o"))
    rule, confidence, status = told
    for person in _whose(reading, line, found.start()) if organization else ():
        if organization:
            yield person, organization, status, rule, confidence, found.span("t")


def _whose(reading: Reading, line: Line, position: int) -> tuple[Mention | Referent, ...]:
    """The list of people that the clause begins with; the topic only where the line names nobody before."""
    low = max(clause_start(line, position), position - _REACH)
    for first in (low, 0):
        group = _LIST.search(line.mask, first, position)
        if group:
            people = line.between(*group.span(), "Person")
            return people if not re.match(rf"{PERSON}'s", line.mask[group.end() - 1 :]) else people[:1]
    topic = reading.topic(line, "Person")
    return (topic,) if topic else ()
