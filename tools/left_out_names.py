"""Mentions of an annotated English article as they would be had its names never been learned from.

What learns from mentions of the articles from which ``tools/learn_english_names.py`` learned sees more names found, and fewer
wrong ones, than any new article will show.  Here each article is read with the model of the four parts that it is not in.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from learn_english_names import GOLDEN, PARTS, learn, read_pages

from kgraph.mentions import find
from kgraph.mentions.english import learned

if TYPE_CHECKING:
    from kgraph.mentions.english.learned import NameModel
    from kgraph.model import Document, Mentions


def find_left_out(document: Document) -> Mentions:
    """The mentions of a document by a model of names that has not seen it."""
    id_ = document.article.id
    models = _models()
    if id_ not in models:
        return find(document)
    with patch.object(learned, "load_model", lambda: models[id_]):
        return find(document)


@cache
def _models() -> dict[str, NameModel]:
    """For every article that names are learned from the model of the other parts, with the scores of the model that ships."""
    shipped = learned.load_model()
    pages = read_pages([str(GOLDEN / "dev"), str(GOLDEN / "learned")])
    parts = [
        replace(
            learn([page for page in pages if page.part != part]),
            believed=shipped.believed,
            disputed=shipped.disputed,
            margin=shipped.margin,
        )
        for part in range(PARTS)
    ]
    return {page.id: parts[page.part] for page in pages}
