"""Lines that tell of family and not of work: *Actress X is her younger sister* says nothing of a part in the work talked of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.model import Claim, Mentions

_KIN = frozenset(("married_to", "parent_of", "sibling_of"))
_BESIDE = 2  # signs between the word of a profession and the name that it stands with


def without_kin_at_work(claims: Iterable[Claim], mentions: Mentions) -> list[Claim]:
    """The claims, without parts that no rule reads, in works that the line does not mention, where the line tells whose
    relative the person is and nothing but the person's profession speaks for the part.
    """
    found = list(claims)
    kin = (claim for claim in found if claim.predicate in _KIN)
    related = {(claim.evidence.start, end.ref) for claim in kin for end in (claim.subject, claim.object) if end}
    if not related:
        return found
    places: dict[str, list[int]] = defaultdict(list)
    for mention in mentions.mentions:
        places[mention.ref].append(mention.span.start)
    return [
        claim
        for claim in found
        if (claim.evidence.start, claim.subject.ref) not in related or not _is_guessed(claim) or not _says_no_more(claim, places)
    ]


def _is_guessed(claim: Claim) -> bool:
    return claim.predicate == "acted_in" and claim.rule.startswith(("learned.", "pairs."))


def _says_no_more(claim: Claim, places: dict[str, list[int]]) -> bool:
    """True if the work is not in the line and what tells of the part is the name, or stands right before it."""
    work = places[claim.object.ref] if claim.object else []
    start, end = claim.trigger.start, claim.trigger.end
    beside = any(place == start or abs(place - end) <= _BESIDE for place in places[claim.subject.ref])
    return beside and not any(claim.evidence.start <= place < claim.evidence.end for place in work)
