"""Who and what a document speaks of.

``find`` takes a :class:`~kgraph.model.Document` and gives its :class:`~kgraph.model.Mentions`, coreference resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.model import Document, Mentions


def find(document: Document) -> Mentions:
    """All mentions of people, works and organisations in text order, with the referents that they stand for.

    The article's language decides the tagger.  ``find(read(article)).referents[0].names`` -> ``("Lee Jae Kyu",)``
    """
    from kgraph.mentions.births import with_births

    if document.article.lang == "ko":
        from kgraph.mentions.korean import find_mentions as find_korean

        return with_births(document, find_korean(document))
    from kgraph.mentions.english import find_mentions as find_english

    return with_births(document, find_english(document))
