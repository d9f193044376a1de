"""Offers, talks and refusals: *P is in talks to lead W*, *the part was first offered to P*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import MODIFIER, PEOPLE, WORKS
from kgraph.claims.english.parts import (
    cast,
    casting_words,
    declined_pattern,
    status_of,
)
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Qualifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent


@cache
def _talks_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:,? (?:who|has|have|had|is|are|was|were|been|be|to|said|reported|previously|both|also|currently|"
        rf"reportedly|recently|and)){{0,8}} (?P<v>{casting_words('talks')}|{casting_words('declined')}|"
        rf"turned)\b(?P<gap>[^.;]{{0,120}}?)(?:(?P<w>{WORKS})|(?=[.;,]|$))",
        re.IGNORECASE,
    )


def _offers_something(found: re.Match[str]) -> bool:
    """*The director offered a photographer instead*: nobody was offered a part."""
    if not found["v"].casefold().startswith("offer"):
        return False
    before = found.string[found.end("p") : found.start("v")]
    return not re.search(r"\b(?:is|are|was|were|been|be)\b", before) and not _A_PART.search(found["gap"])


_A_PART = re.compile(r"\b(?:lead|leads|leading|roles?|parts?|cameo|offers?)\b|^ (?:the|a)?(?: [a-z]+){0,3} in $")
_AS_MAKER = re.compile(r" (?:(?:the|an) offer )?to (?:direct|helm|write|pen|produce|compose)\b")  # no part is offered


def read_talks(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims of offers, talks and refusals, each with its status."""
    for found in _talks_pattern().finditer(line.mask):
        joining = re.search(r"\bto (?:join|star (?:with|alongside|opposite)|reunite with|work with) ", found["gap"])
        if line.between(found.end("p"), found.end(), "Person", brackets=True) and not joining:
            continue
        if not found["w"] and re.search(r"\b(?:which|that) $", line.mask[: found.start("p")]):
            continue
        if _AS_MAKER.match(found["gap"]):
            continue
        if re.match(r" with [\uf000-\uf7ff]", line.mask[found.end("v") :]) or _offers_something(found):
            continue
        told = status_of(reading, line, found.start("v"))
        declined = declined_pattern().fullmatch(found["v"])
        status = "declined" if declined or told == "declined" else "talks"
        if told == "no" or (found["v"].casefold() == "turned" and told != "declined"):
            continue
        topic = reading.topic(line, "Work") if not found["w"] else None
        works: list[Mention | Referent] = list(line.works(found)) or ([topic] if topic else [])
        ground = Ground(line, line.trigger(found, "v"), f"casting.{status}", 0.88 if found["w"] else 0.78)
        yield from cast(reading, line.people(found), works, ground, Qualifiers(status=status))
    yield from _offered(reading, line)


def _offered(reading: Reading, line: Line) -> Iterator[Claim]:
    """*The part was first offered to P, who turned it down.*"""
    for found in re.finditer(rf"\b(?P<v>offered to|went to) {MODIFIER}(?P<p>{PEOPLE})", line.mask):
        if found["v"] == "went to" and not re.search(r"\b(?:role|part|offer) (?:\w+ ){0,3}$", line.mask[: found.start()]):
            continue
        before = line.between(0, found.start(), "Work")
        topic = before[-1] if before else reading.topic(line, "Work")
        if topic:
            status = "declined" if declined_pattern().search(line.mask, found.end()) else "talks"
            yield from cast(
                reading,
                line.people(found),
                [topic],
                Ground(line, line.trigger(found, "v"), "casting.offered", 0.82),
                Qualifiers(status=status),
            )
