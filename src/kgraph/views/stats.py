"""How much is in the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


@runtime_checkable
class Counting(Protocol):
    """A reader that can count without reading everything."""

    def counts(self) -> dict[str, Counter[str]]:
        """How many articles of each language, entities of each type, facts and claims of each predicate."""
        ...


def count_graph(reader: Reader) -> list[Row]:
    """Rows of ``what``, ``name`` and ``count``: articles by language, names by type, facts and claims by predicate."""
    counts = reader.counts() if isinstance(reader, Counting) else _count(reader)
    return [row for what in ("articles", "entities", "facts", "claims") for row in _rows(what, counts[what])]


def _count(reader: Reader) -> dict[str, Counter[str]]:
    return {
        "articles": Counter(article.lang for id_ in reader.article_ids() if (article := reader.article(id_)) is not None),
        "entities": Counter(entity.type for entity in reader.entities()),
        "facts": Counter(fact.predicate for fact in reader.facts()),
        "claims": Counter(claim.predicate for claim in reader.claims()),
    }


def _rows(what: str, counts: Counter[str]) -> list[Row]:
    total: Row = {"what": what, "name": "all", "count": counts.total()}
    return [total, *({"what": what, "name": name, "count": count} for name, count in sorted((+counts).items()))]
