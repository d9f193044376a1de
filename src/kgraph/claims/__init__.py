"""What a document states.

``extract`` takes a document and its mentions and gives :class:`~kgraph.model.Claim` objects, each with the words that state it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.model import Claim, Document, Mentions


def extract(document: Document, mentions: Mentions) -> tuple[Claim, ...]:
    """All claims of a document, sorted by place in the text; the same claim is given once.

    The article's language decides the rules.  ``extract(document, find(document))[0].predicate`` -> ``"directed"``
    """
    if document.article.lang == "ko":
        from kgraph.claims.korean import extract_claims as extract_korean

        return extract_korean(document, mentions)
    from kgraph.claims.english import extract_claims as extract_english

    return extract_english(document, mentions)
