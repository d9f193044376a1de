"""How the nouns look as RDF: each ``..._quads`` function gives one noun's quads, as text, and nothing but its argument
decides them.

Default graph: entities, plain triples, facts, and what leads to them.  One named graph an article: its text, referents,
claims, evidence. A quad is a pair of texts, the triple (``s p o``) and the graph (an IRI, or empty for the default graph).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.entities.assemble import language
from kgraph.model import Article, Claim, Entity, Fact, Judgement, Qualifiers, Rank, Referent, Span
from kgraph.store.terms import (
    DCT,
    OA,
    PROV,
    RDF,
    RDFS,
    SKOS,
    date_literal,
    iri,
    number_literal,
    referent_iri,
    span_iri,
    term,
    text_literal,
    typed_literal,
)
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Quad = tuple[str, str]

A = f"<{RDF}type>"
SUBJECT, PREDICATE, OBJECT = (f"<{RDF}{name}>" for name in ("subject", "predicate", "object"))
LANGUAGE = f"<{DCT}language>"
LABEL, ALT_LABEL = f"<{RDFS}label>", f"<{SKOS}altLabel>"


def to_line(quad: Quad) -> str:
    """The quad as a line of N-Quads."""
    triple, graph = quad
    return f"{triple} {graph} .\n" if graph else f"{triple} .\n"


def claim_iri(claim_id: str) -> str:
    """The IRI of a claim."""
    return iri("claim", claim_id.removeprefix("sha256:"))


def fact_iri(fact_id: str) -> str:
    """The IRI of a fact."""
    return iri("fact", fact_id)


def article_quads(article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> Iterator[Quad]:
    """An article with all that was read out of it, in its named graph."""
    graph = iri("graph", article.id)
    for triple in (*_article_triples(article, graph), *_referent_triples(referents), *_claims_triples(article.id, claims)):
        yield triple, graph


def _article_triples(article: Article, graph: str) -> Iterator[str]:
    node, reading = iri("article", article.id), iri("reading", article.id)
    yield f"{node} {A} {term('Article')}"
    yield f"{node} <{DCT}identifier> {text_literal(article.id)}"
    yield f"{node} {LANGUAGE} {text_literal(article.lang)}"
    yield f"{node} {term('text')} {text_literal(article.text)}"
    yield f"{node} {term('hash')} {text_literal(article.hash)}"
    for name, value in (("title", article.title), ("publisher", article.publisher)):
        if value is not None:
            yield f"{node} <{DCT}{name}> {text_literal(value)}"
    if article.url is not None:
        yield f"{node} {term('url')} {typed_literal(article.url, 'anyURI')}"
    if article.published is not None:
        yield f"{node} <{DCT}issued> {date_literal(article.published)}"
    yield f"{graph} {A} <{PROV}Bundle>"
    yield f"{graph} <{PROV}wasDerivedFrom> {node}"
    yield f"{graph} <{PROV}wasGeneratedBy> {reading}"
    yield f"{reading} {A} <{PROV}Activity>"
    yield f"{reading} <{PROV}used> {node}"
    yield f"{reading} <{PROV}wasAssociatedWith> {iri('agent', 'kgraph')}"


def _referent_triples(referents: Iterable[Referent]) -> Iterator[str]:
    for referent in referents:
        node = referent_iri(referent.ref)
        yield f"{node} {A} {term('Referent')}"
        yield f"{node} {A} {term(referent.type)}"
        yield f"{node} {LABEL} {text_literal(referent.name)}"
        for name in referent.names[1:]:
            yield f"{node} {ALT_LABEL} {text_literal(name)}"
        if referent.kind is not None:
            yield f"{node} {term('kind')} {text_literal(referent.kind)}"
        if referent.born is not None:
            yield f"{node} {term('born')} {text_literal(referent.born)}"


def _claims_triples(article_id: str, claims: Iterable[Claim]) -> Iterator[str]:
    spans: set[Span] = set()
    for claim in claims:
        yield from _claim_triples(claim)
        spans |= {claim.evidence, claim.trigger}
    for span in spans:
        yield from _span_triples(article_id, span)


def _claim_triples(claim: Claim) -> Iterator[str]:
    node = claim_iri(claim.id)
    yield f"{node} {A} {term('Claim')}"
    yield f"{node} {A} <{RDF}Statement>"
    yield f"{node} {SUBJECT} {referent_iri(claim.subject.ref)}"
    yield f"{node} {PREDICATE} {term(claim.predicate)}"
    if claim.object is not None:
        yield f"{node} {OBJECT} {referent_iri(claim.object.ref)}"
    for name, span in (("evidence", claim.evidence), ("trigger", claim.trigger)):
        yield f"{node} {term(name)} {span_iri(claim.article, 'char', span.start, span.end)}"
    yield f"{node} {term('rule')} {text_literal(claim.rule)}"
    yield f"{node} {term('confidence')} {number_literal(claim.confidence)}"
    yield from _qualifier_triples(node, claim.qualifiers)


def _qualifier_triples(node: str, qualifiers: Qualifiers) -> Iterator[str]:
    for name, value in qualifiers.items():
        if name == "date":
            literal = date_literal(str(value))
        else:
            literal = text_literal(value) if isinstance(value, str) else number_literal(value)
        yield f"{node} {term(name)} {literal}"


def _span_triples(article_id: str, span: Span) -> Iterator[str]:
    """A Web Annotation target: the place by its offsets and by its words."""
    node, position, quote = (span_iri(article_id, part, span.start, span.end) for part in ("char", "position", "quote"))
    yield f"{node} {A} <{OA}SpecificResource>"
    yield f"{node} <{OA}hasSource> {iri('article', article_id)}"
    yield f"{node} <{OA}hasSelector> {position}"
    yield f"{node} <{OA}hasSelector> {quote}"
    yield f"{position} {A} <{OA}TextPositionSelector>"
    yield f"{position} <{OA}start> {number_literal(span.start)}"
    yield f"{position} <{OA}end> {number_literal(span.end)}"
    yield f"{quote} {A} <{OA}TextQuoteSelector>"
    yield f"{quote} <{OA}exact> {text_literal(span.text)}"


def entity_quads(entity: Entity) -> Iterator[Quad]:
    """An entity's type, kind and names; not its referents."""
    node = iri("entity", entity.id)
    yield f"{node} {A} {term(entity.type)}", ""
    if entity.kind is not None:
        yield f"{node} {term('kind')} {text_literal(entity.kind)}", ""
        for kind in ontology.kinds(entity.type):
            if kind.name == entity.kind:
                yield f"{node} {A} <{kind.iri}>", ""
    for lang, name in entity.labels:
        yield f"{node} {LABEL} {text_literal(name, lang)}", ""
    for name in entity.names:
        if (language(name), name) not in entity.labels:
            yield f"{node} {ALT_LABEL} {text_literal(name, language(name))}", ""
    for key in sorted({name_key(name) for name in entity.names}):
        yield f"{node} {term('nameKey')} {text_literal(key)}", ""


def fact_quads(fact: Fact) -> Iterator[Quad]:
    """A fact's node, and the plain triple if the fact is plainly stated; not its claims."""
    node = fact_iri(fact.id)
    yield f"{node} {A} {term('Fact')}", ""
    node_class = ontology.predicate(fact.predicate).node
    if node_class is not None:
        yield f"{node} {A} {term(node_class)}", ""
    yield f"{node} {SUBJECT} {iri('entity', fact.subject)}", ""
    yield f"{node} {PREDICATE} {term(fact.predicate)}", ""
    if fact.object is not None:
        yield f"{node} {OBJECT} {iri('entity', fact.object)}", ""
    for triple in _qualifier_triples(node, fact.qualifiers):
        yield triple, ""
    yield f"{node} {term('sources')} {number_literal(fact.sources)}", ""
    yield f"{node} {term('independent')} {number_literal(fact.independent)}", ""
    yield f"{node} {term('confidence')} {number_literal(float(fact.confidence))}", ""
    for name, date in (("first_report", fact.first_report), ("last_report", fact.last_report)):
        if date is not None:
            yield f"{node} {term(name)} {date_literal(date)}", ""
    yield f"{node} {term('fact_rank')} {text_literal(fact.rank.value)}", ""
    if fact.reason is not None:
        yield f"{node} {term('reason')} {text_literal(fact.reason)}", ""
    for triple in _plain_triples(fact, node):
        yield triple, ""


def _plain_triples(fact: Fact, node: str) -> Iterator[str]:
    """What a fact says without its node.  Talks, plans, denials and what has ended are no plain triple: they are not so."""
    if fact.qualifiers.status is not None or fact.rank is Rank.DEPRECATED:
        return
    known = ontology.predicate(fact.predicate)
    subject, predicate = iri("entity", fact.subject), term(fact.predicate)
    if fact.object is not None:
        target = iri("entity", fact.object)
        yield f"{subject} {predicate} {target}"
        if known.symmetric and subject != target:
            yield f"{target} {predicate} {subject}"
    elif known.node is not None:
        yield f"{subject} {predicate} {node}"
    elif fact.qualifiers.date is not None:
        yield f"{subject} {predicate} {date_literal(fact.qualifiers.date)}"


def lead_quad(ref: str, entity_id: str) -> Quad:
    """That a referent leads to an entity."""
    return f"{referent_iri(ref)} {term('entity')} {iri('entity', entity_id)}", ""


def support_quad(claim_id: str, fact_id: str) -> Quad:
    """That a claim supports a fact."""
    return f"{fact_iri(fact_id)} {term('claim')} {claim_iri(claim_id)}", ""


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """A judgement, in the graph of judgements."""
    node, graph = iri("judgement", judgement.id.removeprefix("sha256:")), iri("judgements")
    yield f"{node} {A} {term('Judgement')}", graph
    yield f"{node} {term('left')} {referent_iri(judgement.left)}", graph
    yield f"{node} {term('right')} {referent_iri(judgement.right)}", graph
    yield f"{node} {term('verdict')} {text_literal(judgement.verdict.value)}", graph
    yield f"{node} {term('judge')} {text_literal(judgement.judge)}", graph
    yield f"{node} {term('reason')} {text_literal(judgement.reason)}", graph
    if judgement.score is not None:
        yield f"{node} {term('score')} {number_literal(float(judgement.score))}", graph


def note_quad(key: str, text: str) -> Quad:
    """A note of the entities room, in a graph that no export carries."""
    return f"{iri('note', key)} {term('note')} {text_literal(text)}", iri("notes")
