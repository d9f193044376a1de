"""The shape of the house: imports go down only, modules and functions stay small, no room is called utils."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES, MOST_IN_FUNCTION, MOST_PARAMETERS = 500, 40, 5
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "core", "misc"}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_go_down_only() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    ran = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_modules_and_functions_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    long = [each.name for each in functions(path) if (each.end_lineno or 0) - each.lineno >= MOST_IN_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_functions_take_few_parameters(path: Path) -> None:
    def count(each: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        given = [argument.arg for argument in (*each.args.posonlyargs, *each.args.args, *each.args.kwonlyargs)]
        return len([argument for argument in given if argument not in ("self", "cls")])

    assert [each.name for each in functions(path) if count(each) > MOST_PARAMETERS] == []


def test_no_room_is_a_heap() -> None:
    assert [name(path) for path in SOURCES if {path.stem, *path.parts} & FORBIDDEN] == []


def test_no_broad_except() -> None:
    handlers = [
        (name(path), node.lineno)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert handlers == []
