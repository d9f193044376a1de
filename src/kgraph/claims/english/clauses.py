"""Pieces of clauses that credits and casting share: who does what a verb says, and the small words between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import MODIFIER, ORG, PEOPLE, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Ground, Reading
    from kgraph.model import Claim, Mention, Referent

WORD = r"(?:[a-z0-9][\w'-]*)"


AUX = (
    r"(?:has|had|have|is|was|are|were|will|would|be|been|also|once|both|previously|later|then|again|recently|now|already|first|"
    r"just|to|did|"
    r"both|either|since|himself|herself|set|going|originally|personally|jointly|even|reportedly|co|who|officially|successfully|"
    r"as before)"
)


DESCRIPTION = (
    rf"(?: (?:the|an?|its|his|her|their|both|all|of|for|such|as|like|\d{{4}}|{WORD}|{ORG}(?:'s)?|[A-Z]{{2,4}}|"
    rf"K-drama|K-dramas|Korean|Chinese|Japanese|American|{PERSON}'s|popular dramas)){{0,9}}?(?:,? (?:including|such as|like|"
    rf"among them|namely):?)?,? "
)


_DOER = re.compile(rf"(?P<p>{PEOPLE})(?:,? (?:who|whom|{AUX})| {AUX}){{0,6}},? ?$")


_LIST = re.compile(PEOPLE)


def subject_of(reading: Reading, line: Line, position: int) -> tuple[list[Mention | Referent], float]:
    """Who does what the verb at a position says: the people right before it, the antecedent of *who*, else the clause's first
    person.
    """
    near = _DOER.search(line.mask, max(0, position - 400), position)
    if near:
        return list(after_agents(line, near)), 0.95
    start = max((m.end() for m in re.finditer(r"[;:]|, (?:but|while)\b|\. ", line.mask[:position])), default=0)
    people = line.between(start, position, "Person") or line.between(0, position, "Person")
    if people:
        return _whole_group(line, people[0]), 0.85
    topic = reading.topic(line, "Person")
    return ([topic], 0.6) if topic else ([], 0.0)


def _whole_group(line: Line, first: Mention) -> list[Mention | Referent]:
    """The list of people that begins with a mention: *A, B and C*."""
    for group in _LIST.finditer(line.mask):
        members = line.between(*group.span(), "Person")
        if first in members:
            return list(members[members.index(first) :])
    return [first]


def after_agents(line: Line, found: re.Match[str]) -> list[Mention]:
    """The doers of a clause; *directed by A and B, and C and D penned ...* has C and D."""
    cut = found["p"].rfind(", and ")
    if cut > 0 and _BY_BEFORE.search(line.mask, 0, found.start("p")):
        return list(line.between(found.start("p") + cut, found.end("p"), "Person"))
    return list(line.people(found))


_BY_BEFORE = re.compile(rf"\bby {MODIFIER}$")


def trimmed(line: Line, found: re.Match[str], group: str = "p") -> list[Mention]:
    """The people of a group; *by A and B, and C and D wrote ...* ends at the comma, where a new clause begins."""
    people = list(line.people(found, group))
    text, after = found[group] or "", line.mask[found.end(group) :]
    cut = text.rfind(", and ")
    if cut > 0 and re.match(
        r" (?:penned|wrote|writes?|directs?|directed|plays?|played|stars?|will|is|are|was|were|has|have|had|co-\w+|helms?|"
        r"helmed|produces?)\b",
        after,
    ):
        return [person for person in people if person in line.between(found.start(group), found.start(group) + cut, "Person")]
    return people


def pairs(
    reading: Reading, predicate: str, people: Iterable[Mention | Referent], works: Iterable[Mention | Referent], ground: Ground
) -> Iterator[Claim]:
    """The claims of every person with every work."""
    works = list(works)
    for person in people:
        for work in works:
            yield reading.claim(predicate, (person, work), ground)
