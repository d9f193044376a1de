"""Claims in Korean articles: one file a predicate family, the families in ``FAMILIES`` in reading order."""

from __future__ import annotations

from kgraph.model import Claim, Document, Mentions


def extract_claims(document: Document, mentions: Mentions) -> tuple[Claim, ...]:
    """All claims of a Korean document."""
    return ()
