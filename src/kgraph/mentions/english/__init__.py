"""Mentions in English articles."""

from __future__ import annotations

from kgraph.model import Document, Mentions


def find_mentions(document: Document) -> Mentions:
    """All mentions of an English document."""
    return Mentions()
