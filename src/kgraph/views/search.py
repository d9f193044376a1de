"""Words, looked for in names and in what the articles say."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.text.hangul import choseong
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article, Entity
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def search_graph(reader: Reader, text: str, *, limit: int = 20) -> list[Row]:
    """Names like ``text`` (in part, or by initial consonants), the nearest first; then sentences that hold all its words.

    ``what`` is ``name``, ``sentence`` (one that states facts, whose predicates are given) or ``line``.
    """
    words = unicodedata.normalize("NFC", text).casefold().split()
    if not words:
        raise QueryError("expected words to look for, found none")
    names = sorted(_names(reader, text), key=lambda hit: (hit[0], hit[1].id))
    rows = [_name_row(entity) for _, entity in names]
    if len(rows) < limit:
        rows += islice(_passages(reader, words), limit - len(rows))
    return rows[:limit]


def _names(reader: Reader, text: str) -> Iterator[tuple[int, Entity]]:
    key, initials = name_key(text), "".join(text.split())
    by_initials = bool(initials) and all("ㄱ" <= char <= "ㅎ" for char in initials)
    for entity in reader.entities():
        if by_initials and any(initials in (choseong(name) or "") for name in entity.names):
            yield 1, entity
        elif key and (known := [found for name in entity.names if key in (found := name_key(name))]):
            yield min(0 if each == key else 1 if each.startswith(key) else 2 for each in known), entity


def _name_row(entity: Entity) -> Row:
    return _row("name", entity.label(), entity.type, id=entity.id, names=list(entity.names))


def _passages(reader: Reader, words: list[str]) -> Iterator[Row]:
    for article_id in reader.article_ids():
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
