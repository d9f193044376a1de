"""The article in a web page: text, title, site and date, found by trafilatura."""

from __future__ import annotations

import re

from kgraph.documents.fields import Fields, refusal

# Without these htmldate asks the clock for the newest possible date: the same page must give the same article in any year.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# The time of the extraction grows with the square of some of these; at the limits a page takes 2 to 4 seconds on one core
# (measured November 2026 with trafilatura 2.3 on pages made of one kind of tag).
MOST = {"tags": 20_000, "list items": 2_500, "attributes in long tags": 2_000}
_TAG = re.compile(r"<[a-zA-Z]")
_ITEM = re.compile(r"<(?:li|dt|dd)\b", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")


def read_page(page: str, place: str) -> tuple[Fields, str]:
    """What the page says of its article, and the article's text with the headline as its first line."""
    _check_size(page, place)
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES
        )
    except RecursionError as error:
        raise refusal(place, "a page that can be read", "tags nested too deep") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise refusal(place, "an article in the page", "none")
    fields = Fields(title=found.title, url=found.url, publisher=found.sitename, published=found.date)
    return fields, _with_headline(found.title, found.text or "")


def _check_size(page: str, place: str) -> None:
    """Refuse what would take the extraction minutes: no page of one article has so many tags."""
    attributes = sum(tag.count("=") for tag in _LONG_TAG.findall(page))
    counts = {"tags": len(_TAG.findall(page)), "list items": len(_ITEM.findall(page)), "attributes in long tags": attributes}
    for what, limit in MOST.items():
        if counts[what] > limit:
            raise refusal(place, f"a page of at most {limit:,} {what}", f"{counts[what]:,}")


def _with_headline(title: str | None, text: str) -> str:
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"
