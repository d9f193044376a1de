"""Words, looked for in names and in what the articles say."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.store.lookup import lookup
from kgraph.views.show import as_looked_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.model import Article, Entity
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


MOST_FACTS = 1_000  # about a name whose sentences are looked through; of what has more, ``show`` lists them
MOST_NAMES = 5  # whose sentences are looked through


def search_graph(reader: Reader, text: str, *, limit: int = 20) -> list[Row]:
    """Names like ``text`` (in part, or by initial consonants), the nearest first; then sentences that hold all its words:
    those that state facts about these names, or, where no name is like it, any in the articles.

    ``what`` is ``name``, ``sentence`` (one that states facts, whose predicates are given) or ``line``.
    """
    words = unicodedata.normalize("NFC", text).casefold().split()
    if not words:
        raise QueryError("expected words to look for, found none")
    names = _names(reader, text, limit)
    rows = [_name_row(entity) for entity in names]
    if len(rows) < limit:
        rows += islice(_stated(reader, names, words) if names else _passages(reader, words), limit - len(rows))
    return rows[:limit]


def _names(reader: Reader, text: str, limit: int) -> list[Entity]:
    wanted, found = as_looked_for(text), lookup(reader)
    ids = [hit.entity for hit in found.hits(wanted, limit=limit)] if wanted else []
    known = found.entities(ids)
    return [known[id_] for id_ in ids]


def _stated(reader: Reader, names: Sequence[Entity], words: list[str]) -> Iterator[Row]:
    """Sentences that hold the words and state facts about these names, in the order of articles and places."""
    found = lookup(reader)
    ids = [id_ for id_, count in found.degrees(entity.id for entity in names[:MOST_NAMES]).items() if count <= MOST_FACTS]
    about = {fact.id: fact for facts in found.facts_of(ids).values() for fact in facts}
    for stated in found.sentences(about):
        span = stated.evidence
        if _holds(span.text, words):
            predicates = sorted({about[fact].predicate for fact in stated.facts})
            yield _row("sentence", span.text, ", ".join(predicates), article=stated.article, start=span.start, end=span.end)


def _name_row(entity: Entity) -> Row:
    return _row("name", entity.label(), entity.type, id=entity.id, names=list(entity.names))


def _passages(reader: Reader, words: list[str]) -> Iterator[Row]:
    for article_id in lookup(reader).articles_with(words):
        article = reader.article(article_id)
        if article and _holds(article.text, words):
            yield from _in_article(reader, article, words)


def _in_article(reader: Reader, article: Article, words: list[str]) -> Iterator[Row]:
    """Sentences that state something; lines only where no such sentence stands in them."""
    stated: dict[tuple[int, int, str], list[str]] = {}
    for claim in reader.claims(article=article.id):
        span = claim.evidence
        if _holds(span.text, words):
            stated.setdefault((span.start, span.end, span.text), []).append(claim.predicate)
    for (start, end, text), predicates in sorted(stated.items()):
        yield _row("sentence", text, ", ".join(sorted(set(predicates))), article=article.id, start=start, end=end)
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        if _holds(line, words) and not any(start <= place[0] < end for place in stated):
            yield _row("line", line, "", article=article.id, start=start, end=end)
        start = end + 1


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _row(what: str, text: str, about: str, **more: object) -> Row:
    blank: Row = {"id": None, "names": [], "article": None, "start": None, "end": None}
    return {"what": what, "text": text, "about": about, **blank, **more}
