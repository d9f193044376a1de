"""CSL-JSON of the sources: what Zotero, pandoc and citeproc read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgraph.model import Article


def csl_item(article: Article) -> dict[str, Any]:
    """The item of one article; fields without a value are left out."""
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title or article.id,
        "container-title": article.publisher,
        "issued": {"date-parts": [[int(part) for part in article.published.split("-")]]} if article.published else None,
        "URL": article.url,
        "language": article.lang,
        "note": f"kgraph article, {article.hash}",
    }
    return {name: value for name, value in item.items() if value is not None}
