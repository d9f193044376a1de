"""Articles made ready for reading.

``read`` takes an :class:`~kgraph.model.Article` and gives its :class:`~kgraph.model.Document`: sentences, their kind, tokens.
``kgraph.documents.sources`` turns files, folders and standard input into articles.
"""

from __future__ import annotations

from kgraph.model import Article, Document


def read(article: Article) -> Document:
    """The document of an article: its sentences with their kind and tokens, by the rules of its language.

    ``read(Article("a1", "Kim directed it. It aired.", "en")).sentences[1].span.text`` -> ``"It aired."``
    """
    if article.lang == "ko":
        from kgraph.documents.korean import split_sentences as split_korean

        return Document(article, split_korean(article.text))
    from kgraph.documents.english import split_sentences as split_english

    return Document(article, split_english(article.text))
