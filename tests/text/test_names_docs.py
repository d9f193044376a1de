"""The examples of the page about names, and of the modules themselves, are true."""

from __future__ import annotations

import doctest
import importlib
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "names.md"
NAMES = ["candidates", "given", "parse", "search", "tables", "tokens", "verdict"]
MODULES = ["hangul", "names", "particles", "romanize", *(f"name_{part}" for part in NAMES)]
COMMAND = re.compile(r"^    \$ (kgraph names [^|\n]+)\n((?:    .*\n)+)", re.M)


@pytest.mark.parametrize("module", MODULES)
def test_examples_of_modules(module: str) -> None:
    found = doctest.testmod(importlib.import_module(f"kgraph.text.{module}"))
    assert found.attempted > 0
    assert found.failed == 0


def test_examples_of_the_page() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (found.attempted > 0, found.failed) == (True, 0)


@pytest.mark.parametrize(("command", "printed"), COMMAND.findall(PAGE.read_text(encoding="utf-8")))
def test_commands_of_the_page(run: Run, command: str, printed: str) -> None:
    ran = run(*shlex.split(command)[1:])
    assert ran.out.splitlines() == [line.strip() for line in printed.splitlines()]
