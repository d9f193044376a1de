"""What may tie two things of an article: which types stand to each other, and in which predicates.

A target is a predicate as the model tells it: ``<`` at its end says that the subject is the second of the two (for two of one
type: the later in the line), ``/`` leads in a status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

LETTER = {"Person": "P", "Work": "W", "Organization": "O"}
TARGETS = {
    "PW": (
        *("acted_in", "acted_in/declined", "acted_in/talks", "composed_for", "created", "directed", "performed"),
        *("produced", "wrote"),
    ),
    "WO": ("aired_on", "performed<", "produced_by"),
    "PO": ("member_of", "member_of/ended", "signed_with", "signed_with/ended"),
    "WW": ("based_on", "based_on<", "remake_of", "remake_of<", "sequel_of", "sequel_of<"),
    "PP": (
        *("dating", "dating/denied", "dating/ended", "friend_of", "married_to", "married_to/ended", "married_to/planned"),
        *("parent_of", "parent_of<", "sibling_of"),
    ),
    "WD": ("released_on",),
    "WA": ("nominated_for", "won"),
    "PA": ("nominated_for", "won"),
    "OA": ("nominated_for", "won"),
    "WN": ("rated",),
    "WR": ("ranked",),
}
VALUED = frozenset(("WD", "WA", "PA", "OA", "WN", "WR"))  # groups of which the second is a value, not a referent
SYMMETRIC = frozenset(("dating", "friend_of", "married_to", "sibling_of"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """A target taken apart."""

    predicate: str
    turned: bool
    status: str | None


@cache
def meaning(target: str) -> Meaning:
    """``performed<`` is *performed* with the second of the two as its subject."""
    told, _, status = target.partition("/")
    return Meaning(told.removesuffix("<"), told.endswith("<"), status or None)
