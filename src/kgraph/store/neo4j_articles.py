"""Articles with what was read out of them, as statements that write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph.model import Article, Claim, Referent
from kgraph.store import neo4j_statements as cypher
from kgraph.store.neo4j_shape import to_article, to_claim, to_referent
from kgraph.store.neo4j_statements import Statement
from kgraph.store.neo4j_terms import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Read = tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]


def article_statements(read: Sequence[Read]) -> Iterator[Statement]:
    """The statements that write articles; of one that was there what was read before and is no more goes."""
    claims = [row for one in read for row in _claim_rows(one)]
    yield Statement(cypher.REMOVE_PARTS, [_kept_row(one) for one in read])
    yield Statement(cypher.PUT_ARTICLES, [to_article(article) for article, _, _ in read])
    yield Statement(cypher.PUT_REFERENTS, [row for one in read for row in _referent_rows(one)])
    yield Statement(cypher.PUT_CLAIMS, claims)
    yield Statement(cypher.PUT_OBJECTS, [row for row in claims if row["object"] is not None])


def _kept_row(read: Read) -> dict[str, Any]:
    article, referents, claims = read
    return {"id": short(article.id), "kept": [*(one.ref for one in referents), *(claim.id for claim in claims)]}


def _referent_rows(read: Read) -> Iterator[dict[str, Any]]:
    article, referents, _ = read
    return ({"article": short(article.id), "node": to_referent(one)} for one in referents)


def _claim_rows(read: Read) -> Iterator[dict[str, Any]]:
    article, _, claims = read
    for claim in claims:
        target = short(claim.object.ref) if claim.object else None
        ends = {"subject": short(claim.subject.ref), "object": target}
        yield {"article": short(article.id), "node": to_claim(claim), **ends}
