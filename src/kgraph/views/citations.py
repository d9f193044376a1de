"""Where the graph comes from, as a list of sources that can be cited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.views.formats.bibtex import bibtex_entry
from kgraph.views.formats.csl import csl_item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from kgraph.model import Article
    from kgraph.store.base import Reader

CITATION_FORMATS = {"bibtex": ".bib", "csl": ".json"}


def write_citations(reader: Reader, format_: str, sink: TextIO) -> int:
    """Write every article as a source, in the order of ids; how many there are.  Raises QueryError for an unknown format."""
    if format_ not in CITATION_FORMATS:
        raise QueryError(f"expected one of {', '.join(CITATION_FORMATS)}, found {format_!r}")
    count = 0
    for count, article in enumerate(_articles(reader), 1):
        if format_ == "bibtex":
            sink.write(bibtex_entry(article) + "\n")
        else:
            sink.write(("[\n" if count == 1 else ",\n") + json.dumps(csl_item(article), ensure_ascii=False))
    if format_ == "csl":
        sink.write("\n]\n" if count else "[]\n")
    return count


def _articles(reader: Reader) -> Iterator[Article]:
    for article_id in reader.article_ids():
        if (article := reader.article(article_id)) is not None:
            yield article
