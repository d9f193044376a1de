"""Articles as one JSON object a line: ``id``, ``text``, ``title``, ``url``, ``published``, ``publisher``, ``lang``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from kgraph.documents.fields import FIELD_NAMES, Fields, make_article, refusal
from kgraph.documents.files import decode_text
from kgraph.errors import InputError
from kgraph.model import Article, digest
from kgraph.settings import article_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

ESCAPED = 6  # bytes of one character written as \\uXXXX


def read_lines(file: BinaryIO, place: str, overrides: Fields) -> Iterator[Article | InputError]:
    """An article for each line, or what is wrong with that line; empty lines are passed over."""
    limit = ESCAPED * article_limit() + 65_536
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        here = f"{place}:{number}"
        if len(line) > limit:
            _skip_rest(file, line)
            yield refusal(here, f"a line of at most {limit:,} bytes", "more")
        elif line.strip():
            yield _read_line(line, here, overrides)


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(1 << 20)


def _read_line(line: bytes, place: str, overrides: Fields) -> Article | InputError:
    try:
        text, fields = _parse(decode_text(line, place), place)
        fields = overrides.over(fields)
        return make_article(text, fields if fields.id else _with_id(fields, text, place), place)
    except InputError as error:
        return error


def _parse(line: str, place: str) -> tuple[str, Fields]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refusal(place, "a JSON object", getattr(error, "msg", "values nested too deep or too long").lower()) from error
    if not isinstance(row, dict):
        raise refusal(place, "a JSON object", f"a {_json_type(row)}")
    text = row.get("text")
    if not isinstance(text, str):
        raise refusal(place, "a string under text", _json_type(text) if "text" in row else "none")
    return text, Fields(**{name: _field(row[name], name, place) for name in FIELD_NAMES if name in row})


def _field(value: object, name: str, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if name in ("id", "published") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise refusal(place, f"a string under {name}", f"a {_json_type(value)}")


def _with_id(fields: Fields, text: str, place: str) -> Fields:
    """A line without an id is known by its words, so that its place in the file does not matter."""
    stem = place.rpartition(":")[0].replace("\\", "/").rpartition("/")[2].partition(".")[0] or "line"
    return Fields(id=f"{stem}-{digest(text.encode('utf-8', 'replace').decode()).partition(':')[2][:12]}").over(fields)


def _json_type(value: object) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "list", dict: "object"}
    return names.get(type(value), "null")
