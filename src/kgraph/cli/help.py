"""How the help of a command reads: arguments that may be many say so, and lists hold whole sentences."""

from __future__ import annotations

from typing import Any

WIDTH = 100
"""Columns of a help text at most; a narrower terminal sets fewer."""


def make_readable(command: Any) -> Any:
    """The same click command, and those in it, with help for people: ``PATH...`` where there may be several."""
    command.context_settings.setdefault("max_content_width", WIDTH)
    for parameter in command.params:
        if parameter.param_type_name == "argument" and parameter.nargs == -1 and parameter.metavar:
            parameter.metavar = parameter.metavar.removesuffix("...") + "..."
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
