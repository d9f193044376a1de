"""Cases: what an article may state, because a rule claims it or because a pair of a line looks as if it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.ties import SYMMETRIC, TARGETS, VALUED, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.claims.english.pairs import Sighting
    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.model import Claim

LEAST = -200  # hundredths of log odds, about 0.12: a pair that looks less likely to state something is no case
PRIZES = frozenset(("nominated_for", "won"))
UNSEEN = -999  # hundredths of log odds of what stands nowhere


@dataclass(frozen=True, slots=True)
class Key:
    """What two claims have in common that state the same; ``object`` is empty for a literal, whose ``value`` counts."""

    predicate: str
    subject: str
    object: str
    status: str = ""
    value: str = ""


@dataclass
class Case:
    """One statement that the article may make: the claims of rules that make it, and where its pair stands with what log odds.

    What is told of it by :attr:`sum` and its like is asked when all that belongs to it is found.
    """

    key: Key
    claims: list[Claim] = field(default_factory=list)
    seen: list[tuple[int, Sighting]] = field(default_factory=list)

    @cached_property
    def best(self) -> tuple[int, Sighting] | None:
        """Where it looks likeliest; the first of equals."""
        return max(self.seen, key=lambda pair: pair[0], default=None)

    @cached_property
    def sum(self) -> int:
        """The log odds there."""
        return self.best[0] if self.best else UNSEEN

    @property
    def holder(self) -> str:
        """The letter of the type of its subject, ``P`` for a person; only of a value told of it."""
        return self.claims[0].subject.type[0] if self.claims else self.seen[0][1].pair.group[0] if self.seen else ""

    @cached_property
    def surest(self) -> int:
        """The confidence of its surest claim in hundredths, -1 without any."""
        return max((round(100 * claim.confidence) for claim in self.claims), default=-1)


def claim_key(claim: Claim) -> Key:
    """The key of what a claim states."""
    ends = claim.subject.ref, claim.object.ref if claim.object else ""
    told = claim.qualifiers
    value = "" if claim.object else str(told.rank or told.percent or told.award or told.date or "")
    return _key(claim.predicate, ends, told.status, value)


def target_key(target: str, pair: Pair) -> Key:
    """The key of what a target says of a pair."""
    told = meaning(target)
    if pair.group in VALUED:
        return Key(told.predicate, pair.one, "", "", pair.two[2:])
    return _key(told.predicate, (pair.two, pair.one) if told.turned else (pair.one, pair.two), told.status, "")


def _key(predicate: str, ends: tuple[str, str], status: str | None, value: str) -> Key:
    subject, object_ = sorted(ends) if predicate in SYMMETRIC else ends
    return Key(predicate, subject, object_, status or "", value)


def _is_same_prize(key: Key, other: Key) -> bool:
    """True if one of two names of a prize is a part of the other: with and without its ceremony."""
    if (key.predicate, key.subject) != (other.predicate, other.subject):
        return False
    mine, its = key.value.casefold(), other.value.casefold()
    return mine in its or its in mine


def cases(said: Iterable[Claim], seen: Iterable[Sighting]) -> dict[Key, Case]:
    """All cases of an article: those that rules make first, each in text order."""
    found: dict[Key, Case] = {}
    for claim in said:
        key = claim_key(claim)
        found.setdefault(key, Case(key)).claims.append(claim)
    ruled = {frozenset((key.subject, key.object)) for key in found}
    prizes = [key for key in found if key.predicate in PRIZES]
    for sighting in seen:
        spoken_of = frozenset((sighting.pair.one, sighting.pair.two)) in ruled
        if not spoken_of and max(sighting.sums) < LEAST:
            continue
        for target, total in zip(TARGETS[sighting.pair.group], sighting.sums, strict=True):
            if total < LEAST and not spoken_of:
                continue
            key = target_key(target, sighting.pair)
            if key.predicate in PRIZES:
                key = next((other for other in prizes if _is_same_prize(key, other)), key)
            if total >= LEAST or key in found:
                found.setdefault(key, Case(key)).seen.append((total, sighting))
    return found
