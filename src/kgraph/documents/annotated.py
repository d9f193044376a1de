"""Articles with gold beside them: ``ID.json`` says of ``ID.txt`` (or ``.md``, ``.html``) when and where it was published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.documents.fields import Fields, refusal
from kgraph.documents.files import decode_text, page_limit, read_bytes
from kgraph.documents.sources import list_files, read_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article

KNOWN = ("id", "url", "published", "lang")


def read_annotated(folder: str) -> Iterator[Article]:
    """The articles of a folder that have gold, with the fields that the gold gives; InputError for one that cannot be read."""
    for file in list_files([folder]):
        gold = Path(file).with_suffix(".json")
        if gold.is_file():
            yield from read_articles([file], _fields(gold))


def _fields(gold: Path) -> Fields:
    try:
        row = json.loads(decode_text(read_bytes(gold, page_limit()), str(gold)))
    except (ValueError, RecursionError) as error:
        raise refusal(str(gold), "gold as a JSON object", "broken JSON") from error
    if not isinstance(row, dict):
        raise refusal(str(gold), "gold as a JSON object", "something else")
    return Fields(**{name: row[name] for name in KNOWN if isinstance(row.get(name), str)})
