"""What people do in works: credits and casting first, then what follows from a person's role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.brackets import bracket_claims, cast_of_topic
from kgraph.claims.english.casting import casting_claims
from kgraph.claims.english.credits import credit_claims
from kgraph.claims.english.grammar import PERSON, WORKS
from kgraph.claims.english.makers import maker_claims
from kgraph.claims.english.oeuvres import earlier_claims, oeuvre_claims
from kgraph.claims.english.people_lives import life_claims
from kgraph.claims.english.presence import presence_claims
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Claim


def people_claims(reading: Reading) -> Iterator[Claim]:
    """All claims between a person and a work.

    What a clause states comes first; brackets and possessives lean on the roles that it gives; bare presence in a paragraph
    comes last
    and never for a person of whom the article already says something in that work.
    """
    stated = [*credit_claims(reading), *casting_claims(reading)]
    yield from stated
    yield from _as_they_did(reading, stated)
    roles = Roles(reading, stated)
    leaning = list(bracket_claims(reading, roles))
    yield from _unless_said(leaning, stated)
    yield from _unless_said(leaning_back := list(cast_of_topic(reading, roles)), [*stated, *leaning])
    acting = {(claim.subject.ref, claim.evidence.start) for claim in stated if claim.predicate == "acted_in"}
    present = [
        claim
        for claim in presence_claims(reading, roles)
        if claim.rule in _BESIDE_ANOTHER or (claim.subject.ref, claim.evidence.start) not in acting
    ]
    yield from _unless_said(present, [*stated, *leaning, *leaning_back])
    said = [*stated, *leaning, *leaning_back, *present]
    yield from _unless_said(earlier_claims(reading, said, roles), said)
    yield from _unless_said(owned := list(oeuvre_claims(reading, roles, said)), said)
    yield from _unless_said(lived := list(life_claims(reading, roles, [*said, *owned])), [*said, *owned])
    yield from maker_claims(reading, [*said, *owned, *lived])


_BESIDE_ANOTHER = ("presence.joins", "company.pitted", "company.occasion")  # *P, the star of X, joins the cast*: X is not it
_DID = re.compile(rf"\bas (?:{PERSON}+|he|she|they) did (?:with|on|in|for) (?P<w>{WORKS})")


def _as_they_did(reading: Reading, stated: list[Claim]) -> Iterator[Claim]:
    """*P writes it and Q directs, as they did with W*: what the sentence says of them holds of the other work too."""
    for line in reading.lines:
        for found in _DID.finditer(line.mask):
            for claim in stated:
                if claim.evidence == line.span and claim.object and claim.trigger.start < line.original(*found.span()).start:
                    for work in line.works(found):
                        ground = Ground(line, line.original(*found.span()), "people.as_they_did", 0.85)
                        yield reading.claim(claim.predicate, (claim.subject, work), ground)


def _unless_said(claims: Iterator[Claim] | list[Claim], said: list[Claim]) -> Iterator[Claim]:
    pairs = {(claim.subject.ref, claim.object.ref) for claim in said if claim.object}
    for claim in claims:
        if claim.object and (claim.subject.ref, claim.object.ref) not in pairs:
            yield claim


RULES = (people_claims,)
