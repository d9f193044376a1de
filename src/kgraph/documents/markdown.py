"""Plain text of Markdown: what a reader sees, line for line, so that sentences stay where they are."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$")
_QUOTE = re.compile(r"^(?:>[ \t]?){1,9}")
_FENCE = re.compile(r"^(?:```|~~~)")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,1000}(?: \"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,1000}(?: \"[^\"\n]{0,300}\")?\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\1(?![\w*])")
_UNDER = re.compile(r"(?<!\w)(_{1,2})(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])\1(?!\w)")


def plain_text(text: str) -> str:
    r"""The text without headings' signs, emphasis, links' addresses and pictures; code is left out.

    >>> plain_text("# Cast\n**Yoo Min** met [Park](https://example.org).")
    'Cast\nYoo Min met Park.'
    """
    lines: list[str] = []
    in_code = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            lines.append(_plain_line(line))
    return "\n".join(lines)


def first_heading(text: str) -> str | None:
    """The words of the first heading among the first lines, the title where none is given."""
    for line in text.split("\n", 20)[:20]:
        if heading := _HEADING.match(line):
            return _plain_line(heading[1]) or None
    return None


def _plain_line(line: str) -> str:
    line = _QUOTE.sub("", line)
    if heading := _HEADING.match(line):
        line = heading[1]
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return _UNDER.sub(r"\2", _STRONG.sub(r"\2", line)).rstrip()
