"""Canonical N-Quads of what a Reader shows, where it shows less than the store holds: a part, or the graph at some time.

Every line is one of the store's, but for facts that are counted anew.  The texts of articles stay behind, as do the claims
that are not shown: what is no whole article must not be taken for one when it comes back.
"""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from kgraph.store import shape
from kgraph.store.line_sort import sorted_lines
from kgraph.store.terms import iri, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Claim, Entity
    from kgraph.store.base import Reader


def lines_of(reader: Reader, entities: Iterable[Entity]) -> Iterator[str]:
    """These entities and all else that the reader shows, sorted, each line once."""
    quads = chain(_fact_quads(reader), _rest(reader, entities))
    lines = sorted_lines(shape.to_line(quad).encode() for quad in quads)
    return (line.decode() for line, _ in groupby(lines))


def _fact_quads(reader: Reader) -> Iterator[shape.Quad]:
    for fact in reader.facts():
        yield from shape.fact_quads(fact)
        yield from (shape.support_quad(claim, fact.id) for claim in fact.claims)


def _rest(reader: Reader, entities: Iterable[Entity]) -> Iterator[shape.Quad]:
    supporting = {claim for fact in reader.facts() for claim in fact.claims}
    for article_id in reader.article_ids():
        article = reader.article(article_id)
        if article is not None:
            claims = [claim for claim in reader.claims(article=article_id) if claim.id in supporting]
            yield from _article_quads(reader, article, claims)
    for entity in entities:
        yield from shape.entity_quads(entity)
    for judgement in reader.judgements():
        yield from shape.judgement_quads(judgement)


def _article_quads(reader: Reader, article: Article, claims: list[Claim]) -> Iterator[shape.Quad]:
    referents = {end.ref: end for claim in claims for end in (claim.subject, claim.object) if end is not None}
    text = f"{iri('article', article.id)} {term('text')} "
    for triple, graph in shape.article_quads(article, referents.values(), claims):
        if not triple.startswith(text):
            yield triple, graph
    for ref in referents:
        entity = reader.entity(ref)
        if entity is not None:
            yield shape.lead_quad(ref, entity.id)
