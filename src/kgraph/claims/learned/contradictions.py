"""What one article does not state together: *A is made from B* and *B from A*, parts talked of and taken, parts in songs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.model import Claim, Referent

_ONE_WAY = frozenset(("based_on", "parent_of", "remake_of", "sequel_of"))
_SURE = 0.7  # how likely talks are at least that outdo a part
_SOURCES = frozenset(("game", "novel", "play", "webtoon"))  # what is made into something else, more often than made from it


def without_contradictions(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, of those that contradict each other only the better."""
    return _no_part_in_songs(_one_step(_one_way(claims)))


def _no_part_in_songs(claims: list[Claim]) -> list[Claim]:
    """Without guessed parts in a work of no known kind that somebody is told to sing."""
    sung = {
        claim.object.ref
        for claim in claims
        if claim.predicate == "performed" and claim.object is not None and claim.confidence >= _SURE and claim.object.kind is None
    }
    return [claim for claim in claims if not (_is_taken(claim) and _is_guessed(claim) and _ends(claim)[1] in sung)]


def _is_guessed(claim: Claim) -> bool:
    return claim.rule.startswith(("learned.", "pairs."))


def _one_step(claims: list[Claim]) -> list[Claim]:
    """Without parts told as taken where the article tells as surely that they are talked of: *reported to star* is a report."""
    steps: dict[tuple[str, str], float] = {}
    for claim in claims:
        if claim.predicate == "acted_in" and claim.object is not None and claim.qualifiers.status == "talks":
            key = claim.subject.ref, claim.object.ref
            if claim.confidence >= _SURE:
                steps[key] = max(claim.confidence, steps.get(key, 0))
    return [claim for claim in claims if not _is_taken(claim) or claim.confidence > steps.get(_ends(claim), 0)]


def _is_taken(claim: Claim) -> bool:
    return claim.predicate == "acted_in" and claim.qualifiers.status is None


def _ends(claim: Claim) -> tuple[str, str]:
    return claim.subject.ref, claim.object.ref if claim.object else ""


def _one_way(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, of two that tie the same two both ways only the better.

    Better is what makes a series or film from a novel or webtoon, then what a rule reads, then what is surer.
    """
    found = list(claims)
    best: dict[tuple[str, str, str], tuple[bool, bool, float]] = {}
    for claim in found:
        if claim.object is not None and claim.predicate in _ONE_WAY:
            key, worth = (claim.predicate, claim.subject.ref, claim.object.ref), _worth(claim, claim.object)
            best[key] = max(worth, best.get(key, worth))
    return [claim for claim in found if claim.object is None or not _is_reversed(claim, claim.object, best)]


def _worth(claim: Claim, object_: Referent) -> tuple[bool, bool, float]:
    made = claim.predicate == "based_on" and object_.kind in _SOURCES and claim.subject.kind not in _SOURCES
    return made, not _is_guessed(claim), claim.confidence


def _is_reversed(claim: Claim, object_: Referent, best: dict[tuple[str, str, str], tuple[bool, bool, float]]) -> bool:
    """True if the other way is better; of two that are equal the one whose subject comes first stands."""
    mine, other = (claim.predicate, claim.subject.ref, object_.ref), (claim.predicate, object_.ref, claim.subject.ref)
    return other in best and mine != other and (best[mine], other) < (best[other], mine)
