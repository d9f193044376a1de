"""The nouns as rows: plain data with stable field names, which every command and export prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph.store.lookup import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kgraph.model import Article, Claim, Entity, Fact, Referent, Span
    from kgraph.store.base import Reader
    from kgraph.store.lookup import Quote

Row = dict[str, Any]


def claim_row(claim: Claim) -> Row:
    """A claim as the claims format has it; fields without a value are left out of ``qualifiers``."""
    return {
        "article": claim.article,
        "id": claim.id,
        "predicate": claim.predicate,
        "subject": referent_row(claim.subject),
        "object": referent_row(claim.object) if claim.object else None,
        "qualifiers": dict(claim.qualifiers.items()),
        "confidence": claim.confidence,
        "rule": claim.rule,
        "evidence": span_row(claim.evidence),
        "trigger": span_row(claim.trigger),
    }


def referent_row(referent: Referent) -> Row:
    """Who or what a claim speaks of, with the names that its article uses."""
    row: Row = {"ref": referent.ref, "type": referent.type, "names": list(referent.names)}
    return row | {"kind": referent.kind} if referent.kind else row


def span_row(span: Span) -> Row:
    """Where words stand: offsets in code points, and the words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def article_row(article: Article) -> Row:
    """An article without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "lang": article.lang,
        "characters": len(article.text),
        "hash": article.hash,
    }


def flat_claim(row: Mapping[str, Any]) -> Row:
    """A claim's row as the cells of a table: names only, qualifiers in one cell."""
    return {
        "subject": row["subject"]["names"][0],
        "predicate": row["predicate"],
        "object": row["object"]["names"][0] if row["object"] else "",
        "qualifiers": qualifiers_text(row["qualifiers"]),
        "confidence": row["confidence"],
        "evidence": row["evidence"]["text"],
        "article": row["article"],
    }


def qualifiers_text(qualifiers: Mapping[str, Any]) -> str:
    """Qualifiers as words: ``rank 1, chart FlixPatrol``."""
    return ", ".join(f"{name} {value}" for name, value in qualifiers.items())


def entity_row(entity: Entity) -> Row:
    """Somebody or something, with all its names."""
    return {
        "id": entity.id,
        "type": entity.type,
        "kind": entity.kind,
        "label": entity.label("en"),
        "label_ko": entity.label("ko"),
        "names": list(entity.names),
        "referents": list(entity.referents),
    }


def choice_row(entity: Entity) -> Row:
    """One of several of a name, with what tells them apart."""
    row = entity_row(entity)
    return {name: row[name] for name in ("id", "label", "type", "kind", "names")}


def fact_row(reader: Reader, fact: Fact, *, seen_from: str | None = None) -> Row:
    """A fact with the labels of its ends and the sentences that state it; ``seen_from`` names the end that it is shown for."""
    return fact_rows(reader, [fact], seen_from=seen_from)[0]


def fact_rows(reader: Reader, facts: Sequence[Fact], *, seen_from: str | None = None) -> list[Row]:
    """The same for many facts, read together."""
    found = lookup(reader)
    ends = found.entities(end for fact in facts for end in (fact.subject, fact.object) if end is not None)
    return [_fact_row(fact, ends, found.quotes(fact.id), seen_from) for fact in facts]


def _fact_row(fact: Fact, ends: Mapping[str, Entity], quotes: Iterable[Quote], seen_from: str | None) -> Row:
    return {
        "id": fact.id,
        "direction": "in" if seen_from is not None and fact.subject != seen_from else "out",
        "subject": _label(ends.get(fact.subject), fact.subject),
        "subject_id": fact.subject,
        "predicate": fact.predicate,
        "object": _label(ends.get(fact.object or ""), fact.object),
        "object_id": fact.object,
        "qualifiers": dict(fact.qualifiers.items()),
        "confidence": round(fact.confidence, 4),
        "sources": fact.sources,
        "independent": fact.independent,
        "first_report": fact.first_report,
        "last_report": fact.last_report,
        "rank": fact.rank.value,
        "reason": fact.reason,
        "sentences": [quote_row(quote) for quote in quotes],
    }


def quote_row(quote: Quote) -> Row:
    """Where a claim stands: its article and its sentence."""
    return {"article": quote.article, "claim": quote.claim, "rule": quote.rule, **span_row(quote.evidence)}


def flat_fact(row: Mapping[str, Any]) -> Row:
    """A fact's row as the cells of a table; a fact that should not be trusted is marked in ``rank``."""
    return {
        "subject": row["subject"],
        "predicate": row["predicate"],
        "object": row["object"] or "",
        "qualifiers": qualifiers_text(row["qualifiers"]),
        "confidence": row["confidence"],
        "sources": row["sources"],
        "independent": row["independent"],
        "first_report": row["first_report"],
        "last_report": row["last_report"],
        "rank": row["rank"],
        "reason": row["reason"] or "",
    }


def sources_text(fact: Fact) -> str:
    """How many articles say so, and how many texts of their own they are: ``3 sources, 2 independent``."""
    if fact.sources == 1:
        return "1 source"
    from kgraph.entities.voices import MOST  # how sources are counted, of which only this number is shown

    more = " or more" if fact.independent >= MOST and fact.sources > fact.independent else ""
    return f"{fact.sources} sources, {fact.independent}{more} independent"


def _label(entity: Entity | None, id_: str | None) -> str | None:
    return entity.label("en") if entity else id_
