"""The nouns as rows: plain data with stable field names, which every command and export prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kgraph.model import Article, Claim, Referent, Span

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
