"""Docs are tested: every command, predicate, exit code and setting is documented, and what is generated is current."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgraph import errors, ontology
from kgraph.cli import FAILED, INTERRUPTED, OK, USAGE
from kgraph.cli.commands import COMMANDS
from kgraph.cli.running import load_command

if TYPE_CHECKING:
    from conftest import Run

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def doc(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_generated_pages_are_current() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_cli_docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_every_command_of_the_readme_runs() -> None:
    command = [sys.executable, ROOT / "tools" / "make_readme.py", "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_reference_and_readme(name: str) -> None:
    assert f"\n## kgraph {name}\n" in doc("cli.md")
    assert f"kgraph {name}" in README


def test_every_command_module_stands_in_the_list() -> None:
    listed = {command.module.rpartition(".")[2] for command in COMMANDS.values()}
    with_app = {
        path.stem for path in (ROOT / "src/kgraph/cli").glob("*.py") if "\napp = typer.Typer(" in path.read_text(encoding="utf-8")
    }
    assert with_app == listed


@pytest.mark.parametrize("name", [predicate.name for predicate in ontology.predicates()])
def test_every_predicate_is_documented(name: str) -> None:
    assert f"| `{name}` |" in doc("predicates.md")


def test_every_exit_code_is_documented() -> None:
    raised = {
        error.exit_code for error in vars(errors).values() if isinstance(error, type) and issubclass(error, errors.KgraphError)
    }
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", doc("exit-codes.md"), re.M)}
    assert documented == raised | {OK, FAILED, USAGE, INTERRUPTED}


def test_every_setting_is_documented() -> None:
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"environ(?:\.get)?[(\[]\s*\"(KGRAPH_\w+)\"", path.read_text(encoding="utf-8")))
    assert used == set(re.findall(r"^\| `(KGRAPH_\w+)` \|", doc("install.md"), re.M))


OUTPUTS = [
    ("extract", "data/articles/en-goblin-songs.md"),
    ("show", "Lantern Bay"),
    ("stats",),
    ("explain", "Seo Ha-rin", "directed"),
    ("search", "Lantern Bay"),
    ("path", "Seo Ha-yoon", "Do Yu-seong"),
    ("neighbours", "Lantern Bay"),
    ("between", "Seo Ha-rin", "Min Tae-o"),
    ("timeline", "Lantern Bay"),
    ("rank",),
    ("rank", "--longest"),
    ("diff", "2021", "2022"),
    ("compare", "Seo Ha-rin", "Min Tae-o"),
    ("teams", "--works", "1"),
    ("top",),
    ("top", "--by", "betweenness"),
    ("top", "--by", "pagerank"),
    ("communities",),
    ("verify",),
    ("query", "--list"),
    ("eval", "data/articles", "--lang", "ko"),
]


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_every_field_of_json_is_documented(
    run: Run, words: tuple[str, ...], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    printed = json.loads(run(*words, "--format", "json", store=sample_store).out)
    missing = {field for field in _fields(printed) if f"`{field}`" not in doc("formats.md")}
    assert missing == set()


def _fields(value: object) -> set[str]:
    """All field names at any depth; qualifiers are those of the claims."""
    if isinstance(value, dict):
        return {str(name) for name in value} | {name for inner in value.values() for name in _fields(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in _fields(inner)}
    return set()


def test_links_between_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def examples(name: str) -> list[str]:
    command = load_command(name)
    leaves = getattr(command, "commands", {}).values() or [command]
    lines = [line.strip() for leaf in leaves for line in (leaf.epilog or "").splitlines()]
    return [line for line in lines if line.startswith("kgraph ")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_runs(run: Run, name: str, sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "kgraph-store"
    shutil.copytree(sample_store, store)
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    assert examples(name)
    for line in examples(name):
        ran = run(*shlex.split(line)[1:], store=store)
        assert (ran.code, ran.err) == (0, ""), line
