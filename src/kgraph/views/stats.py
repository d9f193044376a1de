"""How much is in the store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def count_graph(reader: Reader) -> list[Row]:
    """Rows of ``what``, ``name`` and ``count``: articles by language, names by type, facts and claims by predicate."""
    articles = (article.lang for id_ in reader.article_ids() if (article := reader.article(id_)) is not None)
    return [
        *_rows("articles", articles),
        *_rows("entities", (entity.type for entity in reader.entities())),
        *_rows("facts", (fact.predicate for fact in reader.facts())),
        *_rows("claims", (claim.predicate for claim in reader.claims())),
    ]


def _rows(what: str, names: Iterable[str]) -> list[Row]:
    counts = Counter(names)
    total: Row = {"what": what, "name": "all", "count": sum(counts.values())}
    return [total, *({"what": what, "name": name, "count": count} for name, count in sorted(counts.items()))]
