"""Claims in Korean articles: one file a predicate family, the families in ``FAMILIES`` in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.claims.korean import (
    adaptations,
    agencies,
    airing,
    awards,
    billing,
    casting,
    casts,
    credits,  # noqa: A004 - the field's word for who made a work
    family,
    friends,
    groups,
    households,
    makers,
    music,
    oeuvres,
    ranks,
    ratings,
    releases,
    romance,
    sequels,
)
from kgraph.claims.korean.learned import judged
from kgraph.claims.korean.reading import Reading
from kgraph.claims.learned.contradictions import without_contradictions
from kgraph.claims.learned.kinship import without_kin_at_work
from kgraph.model import Claim, Document, Mentions

Rule = Callable[[Reading], Iterator[Claim]]

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    credits.RULES,
    makers.RULES,
    oeuvres.RULES,
    casting.RULES,
    casts.RULES,
    billing.RULES,
    airing.RULES,
    music.RULES,
    adaptations.RULES,
    sequels.RULES,
    releases.RULES,
    ranks.RULES,
    ratings.RULES,
    awards.RULES,
    family.RULES,
    households.RULES,
    romance.RULES,
    friends.RULES,
    groups.RULES,
    agencies.RULES,
)


def extract_claims(document: Document, mentions: Mentions) -> tuple[Claim, ...]:
    """All claims of a Korean document, in text order: those of rules that are likely right, and what no rule reads."""
    reading = Reading(document, mentions)
    claims = without_contradictions(without_kin_at_work(judged(reading, claims_of_rules(reading)), mentions))
    return tuple(sorted(claims, key=_place))


def claims_of_rules(reading: Reading) -> tuple[Claim, ...]:
    """What the rules read, in text order; of two claims that say the same in one sentence the surer is kept."""
    best: dict[tuple[object, ...], Claim] = {}
    for rules in FAMILIES:
        for rule in rules:
            for claim in rule(reading):
                key = (claim.predicate, claim.subject.ref, claim.object and claim.object.ref, claim.qualifiers, claim.evidence)
                if key not in best or best[key].confidence < claim.confidence:
                    best[key] = claim
    return tuple(sorted(best.values(), key=_place))


def _place(claim: Claim) -> tuple[int, int, str, str, str, str, str]:
    ends = (claim.subject.ref, claim.object.ref if claim.object else "")
    return (claim.trigger.start, claim.trigger.end, claim.predicate, *ends, str(claim.qualifiers.items()), claim.rule)
