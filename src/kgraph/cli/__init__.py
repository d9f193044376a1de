"""The command line: one file a command group, imported only when its command is called.

A command opens, calls one library function and prints.  Errors are caught here and nowhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kgraph.cli.commands import COMMANDS, main_help

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code; without ``arguments`` the process's own, which is then all that it does."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help", "help"):
        _print(main_help())
        sys.exit(OK if words else USAGE)
    if words[0] == "--version":
        from kgraph import __version__

        _print(f"kgraph {__version__}")
        sys.exit(OK)
    if words[0] not in COMMANDS:
        sys.exit(_unknown(words[0]))
    sys.exit(_run(words[0], words[1:]) if arguments is not None else _run_alone(words[0], words[1:]))


def _unknown(word: str) -> int:
    import difflib

    from kgraph.cli.output import printable

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    print(f"kgraph: no command {printable(word)!r}{hint}; kgraph --help lists them", file=sys.stderr)
    return USAGE


def _run(name: str, words: list[str]) -> int:
    from kgraph.cli.running import run_command

    return run_command(name, words)


def _run_alone(name: str, words: list[str]) -> int:
    from kgraph.cli.starting import begin, settle

    begin()
    from kgraph.cli.running import run_command

    return run_command(name, words, loaded=settle)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
