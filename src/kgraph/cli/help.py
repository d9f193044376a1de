"""How the help of a command reads: without the names of Python's types, and with whole sentences in lists."""

from __future__ import annotations

from typing import Any

WIDTH = 100
"""Columns of a help text at most; a narrower terminal sets fewer."""


def make_readable(command: Any) -> Any:
    """The same click command, and those in it, with help for people: ``PATH`` instead of ``PATH <list[str]>``."""
    command.context_settings.setdefault("max_content_width", WIDTH)
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = _no_type
    for inner in getattr(command, "commands", {}).values():
        inner.short_help = inner.short_help or first_sentence(inner.help or "")
        make_readable(inner)
    return command


def first_sentence(text: str) -> str:
    """The first sentence of a text, in one line.

    >>> first_sentence("List pairs that may be one.  In a terminal each is shown.")
    'List pairs that may be one.'
    """
    line = " ".join(text.partition("\n\n")[0].split())
    return line.partition(". ")[0].removesuffix(".") + "."


def _no_type(ctx: object) -> None:
    """Arguments are told apart by what they are called."""
