"""Which work a bare part belongs to, and the claim that people act in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import PERSON, WORK
from kgraph.model import Claim, Mention, Qualifiers, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Ground, Reading

_NOT_ACTED = ("song", "album", "novel", "webtoon")


def in_topic(
    reading: Reading, people: list[Mention], ground: Ground, position: int, character: str | None = None
) -> Iterator[Claim]:
    """Claims that people act in the work that a place of the ground's line belongs to."""
    work = work_here(reading, ground.line, position)
    if work is not None and work.kind not in _NOT_ACTED:
        for person in people:
            yield reading.claim("acted_in", (person, work), ground, Qualifiers(character=character))


def work_here(reading: Reading, line: Line, position: int) -> Referent | None:
    """The work that a bare part at a position belongs to: the last one before it, the one behind *in*, else the topic (not in
    a heading).
    """
    ahead = IN_WORK.search(line.mask, position)
    bare = line.sentence.kind == "headline" or is_heading(line)
    aside = {place for place, named in reading.named(line, "Work") if named.aside}
    if ahead and ahead.start("w") not in aside and ahead.start() - position < 160 and not line.between(0, position, "Work"):
        return reading.referent(line.works(ahead)[0])
    if bare and not line.between(0, position, "Work"):
        return None
    return reading.topic_work(line, position)


def is_heading(line: Line) -> bool:
    """True for a section's heading, which speaks of what follows and not of what was said before."""
    return (
        line.sentence.kind == "item"
        and not line.mask[:1].isdigit()
        and line.mask[:1] not in "•-*"
        and line.mask[-1:] not in ".!?"
    )


IN_WORK = re.compile(
    rf"\b(?:in|for|on)(?: (?:the|an?|[a-z0-9][\w'-]*|[A-Z]\w+|[\uf000-\uf7ff](?:'s)?|{PERSON}'s)){{0,7}}?,? (?P<w>{WORK})"
)
