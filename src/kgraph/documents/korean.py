"""Sentences, their kind and their tokens in Korean articles."""

from __future__ import annotations

from kgraph.model import Sentence


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an article's text, in order."""
    return ()
