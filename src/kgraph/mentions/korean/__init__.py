"""Mentions in Korean articles."""

from __future__ import annotations

from kgraph.model import Document, Mentions


def find_mentions(document: Document) -> Mentions:
    """All mentions of a Korean document."""
    return Mentions()
