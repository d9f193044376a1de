"""Claims in English articles: one file a predicate family, the families in ``FAMILIES`` in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kgraph.claims.english import (
    adaptations,
    agencies,
    airing,
    awards,
    groups,
    kin,
    music,
    people,
    ranks,
    ratings,
    releases,
    romance,
    sequels,
    tables,
)
from kgraph.claims.english.judge import judged
from kgraph.claims.english.reading import Reading
from kgraph.claims.learned.contradictions import without_contradictions
from kgraph.claims.learned.kinship import without_kin_at_work
from kgraph.model import Claim, Document, Mentions

Rule = Callable[[Reading], Iterable[Claim]]

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    tables.RULES,
    people.RULES,
    music.RULES,
    airing.RULES,
    adaptations.RULES,
    sequels.RULES,
    releases.RULES,
    ranks.RULES,
    ratings.RULES,
    kin.RULES,
    romance.RULES,
    groups.RULES,
    agencies.RULES,
    awards.RULES,
)


def extract_claims(document: Document, mentions: Mentions) -> tuple[Claim, ...]:
    """All claims of an English document, sorted by place in the text; what is stated twice is claimed at each place once.

    What rules claim is weighed by a judge that was learned from annotated articles; it also claims what no rule reads.
    """
    reading = Reading(document, mentions)
    claims = without_contradictions(without_kin_at_work(_best(judged(reading, claims_of_rules(reading))), mentions))
    return tuple(sorted(claims, key=_place))


def claims_of_rules(reading: Reading) -> tuple[Claim, ...]:
    """What rules claim of a document, before it is weighed."""
    return tuple(claim for rules in FAMILIES for rule in rules for claim in rule(reading))


def _best(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of claims that say the same from the same sentence, the most certain."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        ends = claim.subject.ref, claim.object.ref if claim.object else None
        key = (claim.predicate, *ends, claim.qualifiers.items(), claim.evidence.start)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return iter(best.values())


def _place(claim: Claim) -> tuple[object, ...]:
    return (
        claim.evidence.start,
        claim.trigger.start,
        claim.predicate,
        claim.subject.ref,
        claim.object.ref if claim.object else "",
        claim.id,
    )
