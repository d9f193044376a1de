"""Is every edge still proven?  Re-locates the words of every claim in its article and follows every link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article, Claim, Fact
    from kgraph.store.base import Reader


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the graph that its articles do not bear out: what it is (``claim``, ``fact``), its id, its article, what
    is wrong.
    """

    what: str
    id: str
    article: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what was found wrong."""

    articles: int
    claims: int
    facts: int
    faults: tuple[Fault, ...]


def verify_graph(reader: Reader) -> Verification:
    """Every claim of every article, every fact: the words stand where they should, no edge is without a claim, no claim
    without an edge.
    """
    homes = {ref for entity in reader.entities() for ref in entity.referents}
    articles, claims, faults = 0, dict[str, str](), list[Fault]()
    for article_id in reader.article_ids():
        article, articles = reader.article(article_id), articles + 1
        for claim in reader.claims(article=article_id):
            claims[claim.id] = article_id
            faults += _check_claim(claim, article, homes)
    facts, supporting = 0, set[str]()
    for fact in reader.facts():
        facts += 1
        supporting.update(fact.claims)
        faults += _check_fact(fact, claims)
    faults += (
        Fault("claim", id_, claims[id_], "expected a fact that it supports, found none")
        for id_ in sorted(claims.keys() - supporting)
    )
    return Verification(articles, len(claims), facts, tuple(faults))


def _check_claim(claim: Claim, article: Article | None, homes: set[str]) -> Iterator[Fault]:
    for role, span in (("evidence", claim.evidence), ("trigger", claim.trigger)):
        found = article.text[span.start : span.end] if article else None
        if found != span.text or not span.text:
            message = f"expected its {role} {span.text!r} at {span.start}-{span.end}, found {found!r}"
            yield Fault("claim", claim.id, claim.article, message)
    for referent in (claim.subject, claim.object):
        if referent is not None and referent.ref not in homes:
            yield Fault("claim", claim.id, claim.article, f"expected {referent.ref} to lead to an entity, found none")


def _check_fact(fact: Fact, claims: dict[str, str]) -> Iterator[Fault]:
    if not fact.claims:
        yield Fault("fact", fact.id, None, "expected a claim that states it, found none")
    for claim_id in fact.claims:
        if claim_id not in claims:
            yield Fault("fact", fact.id, None, f"expected the claim {claim_id} in an article, found none")
