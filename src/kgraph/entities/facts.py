"""What a step does to facts: the claims that come and go, and those whose subject or object moved to another entity.

A claim whose article stays and whose ends stay is never read again; a fact is a tally of counts that articles are added to.
Only facts of an entity that lost referents are counted anew, from their claims.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.slots import Key, fact_key
from kgraph.entities.tally import Tally, from_text, tally_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.entities.identity import Identity
    from kgraph.entities.known import Known, Reading, Step
    from kgraph.model import Claim, Referent

Support = tuple[str, str | None, str | None]


@dataclass
class Ledger:
    """Tallies before and after a step, and which fact each claim supports before and after."""

    known: Known
    before: dict[str, Tally | None] = field(default_factory=dict)
    after: dict[str, Tally | None] = field(default_factory=dict)
    supports: dict[str, list[str | None]] = field(default_factory=dict)

    def get(self, fact_id: str) -> Tally | None:
        """The tally of a fact as it stands now."""
        if fact_id not in self.after:
            text = self.known.note(f"f/{fact_id}")
            self.before[fact_id] = self.after[fact_id] = from_text(text) if text else None
        return self.after[fact_id]

    def add(self, tally: Tally) -> None:
        """Count what an article says towards a fact."""
        now = self.get(tally.key.id)
        self.after[tally.key.id] = now.plus(tally) if now else tally

    def support(self, claim: Claim, fact_id: str, *, after: bool) -> None:
        """Note which fact a claim supports before or after the step."""
        self.supports.setdefault(claim.id, [None, None])[after] = fact_id


def settle_facts(step: Step, identity: Identity, known: Known) -> Ledger:
    """The tallies and supports that a step changes."""
    ledger = Ledger(known)
    changed = {reading.article for reading in (*step.gone, *step.come)}
    recount = _facts_to_recount(identity, known)
    for reading in step.gone:
        _take_away(reading, identity, ledger, recount)
    _recount(recount, identity, ledger, changed)
    for reading in step.come:
        for key, claims in _by_fact(reading.claims, identity, after=True).items():
            ledger.add(tally_article(key, claims, reading.published, reading.text))
            for claim in claims:
                ledger.support(claim, key.id, after=True)
    return ledger


def _by_fact(claims: Iterable[Claim], identity: Identity, *, after: bool) -> dict[Key, list[Claim]]:
    """Claims of one article by the fact that they speak of."""
    found: dict[Key, list[Claim]] = {}
    for claim in claims:
        subject = identity.home(claim.subject, after=after)
        target = identity.home(claim.object, after=after) if claim.object else None
        if subject is not None:
            found.setdefault(fact_key(claim, subject, target), []).append(claim)
    return found


def _take_away(reading: Reading, identity: Identity, ledger: Ledger, recount: set[str]) -> None:
    """Uncount an article; facts that are counted anew anyway need none of it."""
    for key, claims in _by_fact(reading.claims, identity, after=False).items():
        for claim in claims:
            ledger.support(claim, key.id, after=False)
        now = ledger.get(key.id)
        if key.id in recount or now is None:
            continue
        less = now.minus(tally_article(key, claims, reading.published, reading.text))
        if less is None:
            recount.add(key.id)
        else:
            ledger.after[key.id] = less if less.sources else None


def _facts_to_recount(identity: Identity, known: Known) -> set[str]:
    """Facts about entities that lose referents to others."""
    return {fact.id for entity in sorted(identity.moved()) for fact in known.reader().facts(entity=entity)}


def _recount(fact_ids: set[str], identity: Identity, ledger: Ledger, changed: set[str]) -> None:
    """Count facts anew from their claims, leaving out the articles that the step itself changes."""
    found: dict[tuple[str, str], tuple[Key, list[Claim]]] = {}
    waiting, seen = sorted(fact_ids), set(fact_ids)
    while waiting:
        fact_id = waiting.pop()
        old = ledger.get(fact_id)
        ledger.after[fact_id] = None
        for claim in ledger.known.reader().claims(fact=fact_id) if old else ():
            if claim.article in changed:
                continue
            key = _key_after(claim, old.key, identity) if old else None
            if key is None:
                continue
            ledger.support(claim, fact_id, after=False)
            ledger.support(claim, key.id, after=True)
            found.setdefault((key.id, claim.article), (key, []))[1].append(claim)
            if key.id not in seen:
                seen.add(key.id)
                waiting.append(key.id)
    _count(found, ledger)


def _count(found: Mapping[tuple[str, str], tuple[Key, list[Claim]]], ledger: Ledger) -> None:
    articles: dict[str, tuple[str | None, str]] = {}
    for (_, article_id), (key, claims) in sorted(found.items()):
        if article_id not in articles:
            article = ledger.known.reader().article(article_id)
            articles[article_id] = (article.published, article.text) if article else (None, "")
        ledger.add(tally_article(key, claims, *articles[article_id]))


def _key_after(claim: Claim, old: Key, identity: Identity) -> Key:
    """The fact of a stored claim after the step; an end that the step did not read is the one of the old fact to which the
    claim's other end did not lead: of spouses either may stand first there.
    """
    subject = identity.home(claim.subject, after=True) or _unread(claim.object, old, old.subject, identity)
    if claim.object is None or old.object is None:
        return fact_key(claim, subject, None)
    return fact_key(claim, subject, identity.home(claim.object, after=True) or _unread(claim.subject, old, old.object, identity))


def _unread(other: Referent | None, old: Key, usual: str, identity: Identity) -> str:
    led = identity.home(other, after=False) if other else None
    if led == old.subject and old.object is not None:
        return old.object
    return old.subject if led is not None and led == old.object else usual
