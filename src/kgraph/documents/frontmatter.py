"""Front matter: the lines between two ``---`` at the head of a text that say where and when it appeared."""

from __future__ import annotations

import re

from kgraph.documents.fields import FIELD_NAMES, Fields

MAX_LINES = 60

_FENCE = re.compile(r"---[ \t]*$")
_PAIR = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$")
_NESTED = re.compile(r"[ \t#-]|$")
_ALIASES = {"date": "published", "language": "lang", "source": "url", "site": "publisher"}
_EMPTY = ("", "null", "~", "|", ">")


def split_front_matter(text: str) -> tuple[Fields, str]:
    r"""The fields at the head of a text, and the text without them.

    A text that only begins with a rule (``---``) has no front matter: every line up to the closing one must look like
    ``key: value``, a comment or something nested under a key, and one of the keys must be ours.

    >>> split_front_matter("---\ntitle: Glass Harbor\npublished: 2022-02-07\n---\nText.")[1]
    'Text.'
    """
    lines = text.split("\n", MAX_LINES)
    if not _FENCE.match(lines[0]):
        return Fields(), text
    close = next((number for number, line in enumerate(lines[1:MAX_LINES], 1) if _FENCE.match(line)), None)
    if close is None:
        return Fields(), text
    found = _read_pairs(lines[1:close])
    if not found:
        return Fields(), text
    return Fields(**found), "\n".join(lines[close + 1 :]).lstrip("\n")


def _read_pairs(lines: list[str]) -> dict[str, str]:
    """Our fields among these lines; nothing at all if one of the lines is not front matter."""
    found: dict[str, str] = {}
    for line in lines:
        pair = _PAIR.match(line)
        if pair is None:
            if _NESTED.match(line):
                continue
            return {}
        name = pair[1].lower()
        value = _unquote((pair[2] or "").strip())
        if (name := _ALIASES.get(name, name)) in FIELD_NAMES and value not in _EMPTY:
            found.setdefault(name, value)
    return found


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        quote = value[0]
        inner = value[1:-1]
        return inner.replace('\\"', '"') if quote == '"' else inner.replace("''", "'")
    return value.split(" #", 1)[0].rstrip()
