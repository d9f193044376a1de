"""Writes docs/cli.md from the help texts, and docs/predicates.md from the ontology.

python tools/make_cli_docs.py           write both
python tools/make_cli_docs.py --check   say which is out of date, and fail
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph import ontology
from kgraph.cli.commands import COMMANDS, main_help
from kgraph.cli.running import load_command

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH = 100
NOTE = "<!-- Written by tools/make_cli_docs.py (make docs); change the source and write it anew. -->\n"


def help_texts(name: str, command: Any, parent: Any = None) -> Iterator[tuple[str, str]]:
    """The help of a command, and of the commands in it, under the words that call them."""
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    yield context.command_path, command.get_help(context).rstrip()
    for inner_name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from help_texts(inner_name, inner, context)


def cli_page() -> str:
    """The command line reference."""
    parts = [
        "# The command line",
        NOTE,
        "Exit codes are in [exit-codes.md](exit-codes.md), fields of json in [formats.md](formats.md).\n",
    ]
    parts.append(f"```text\n{main_help()}\n```\n")
    for name in COMMANDS:
        for words, text in help_texts(f"kgraph {name}", load_command(name)):
            parts.append(f"## {words}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def predicates_page() -> str:
    """What a claim can state."""
    head = ["# Predicates", NOTE, "What a claim can state, as `ontology/kgraph.ttl` has it.\n"]
    head += ["| predicate | subject | object | meaning | in Korean |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *map(_predicate_row, ontology.predicates())]) + "\n"


def _predicate_row(predicate: ontology.Predicate) -> str:
    objects = ", ".join(predicate.range) or f"literal: {predicate.value or predicate.node}"
    definition = predicate.definitions["en"].replace("|", "\\|")
    return f"| `{predicate.name}` | {', '.join(predicate.domain)} | {objects} | {definition} | {predicate.labels['ko']} |"


PAGES = {"cli.md": cli_page, "predicates.md": predicates_page}


def main() -> None:
    """Write or check the pages."""
    stale = []
    for name, make in PAGES.items():
        path = DOCS / name
        text = make()
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(f"docs/{name}")
    if stale:
        sys.exit(f"out of date: {', '.join(stale)}; run make docs")


if __name__ == "__main__":
    main()
