"""Runs one command: imports it, hands it its arguments, turns what goes wrong into a line and an exit code."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from kgraph.cli import FAILED, INTERRUPTED, OK
from kgraph.cli.commands import COMMANDS
from kgraph.cli.help import make_readable
from kgraph.cli.output import printable
from kgraph.errors import KgraphError


def load_command(name: str) -> Any:
    """The click command behind a name; a module's app holds one command, several, or a group of the name itself."""
    command: Any = typer.main.get_command(importlib.import_module(COMMANDS[name].module).app)
    return make_readable(getattr(command, "commands", {}).get(name, command))


def run_command(name: str, words: list[str], loaded: Callable[[], None] = lambda: None) -> int:
    """The exit code of a command that ran to its end or was stopped; ``loaded`` is called just before it begins."""
    _never_choke_on_output()
    try:
        command = load_command(name)
        loaded()
        command.main(words, prog_name=f"kgraph {name}")
    except SystemExit as leaving:
        return _left(name, leaving.code)
    except KgraphError as error:
        print(f"kgraph {name}: {printable(str(error))}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever reads our output has seen enough; without this Python complains once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return _left(name, INTERRUPTED)
    return OK


def _left(name: str, code: object) -> int:
    """The code that typer left with; it says nothing when it was interrupted."""
    if code == INTERRUPTED:
        print(f"kgraph {name}: interrupted; what is stored is complete, the same command goes on from here", file=sys.stderr)
    if code is None:
        return OK
    return code if isinstance(code, int) else FAILED


def _never_choke_on_output() -> None:
    """On a terminal that knows no Hangul, letters it cannot show are written as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
