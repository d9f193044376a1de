"""Whatever is installed with kgraph has a licence that lets everybody use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parent.parent / "tools" / "licences.py"


def listed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(TOOL), *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [(), ("--all",)])
def test_all_are_fit(words: tuple[str, ...]) -> None:
    ran = listed(*words)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    assert "kiwipiepy " in ran.stdout
    assert ("pytest " in ran.stdout) == bool(words)


def test_one_that_is_not_fit_is_pointed_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kgraph of ours that needs something under a licence of its own."""
    for name, more in (("kgraph", "License: MIT\nRequires-Dist: shut"), ("shut", "License: Limited, all rights reserved")):
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{more}\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    ran = listed()
    assert ran.returncode == 1
    assert [line.split()[0] for line in ran.stdout.splitlines() if line.endswith("look at this one")] == ["shut"]
