"""The article in a web page: text, title, site and date, found by trafilatura."""

from __future__ import annotations

from kgraph.documents.fields import Fields, refusal

# Without these htmldate asks the clock for the newest possible date: the same page must give the same article in any year.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_page(page: str, place: str) -> tuple[Fields, str]:
    """What the page says of its article, and the article's text with the headline as its first line."""
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


def _with_headline(title: str | None, text: str) -> str:
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"
