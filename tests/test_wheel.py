"""The wheel works where it is installed: ontology, word lists, queries and the map's template travel inside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, folder], cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run_installed(installed: Path, *words: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from kgraph.cli import main; main(sys.argv[1:])"
    environment = {**os.environ, "PYTHONPATH": str(installed), "KGRAPH_STORE": str(installed.parent / "store")}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, cwd=installed.parent, env=environment, capture_output=True, text=True, check=False)


def test_it_is_the_installed_one_that_runs(installed: Path) -> None:
    code = "import kgraph.settings as s; print(s.__file__, s.DATA, s.ONTOLOGY, s.QUERIES)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    ran = subprocess.run([sys.executable, "-c", code], cwd=installed, env=environment, capture_output=True, text=True, check=True)
    assert all(Path(place).is_relative_to(installed) for place in ran.stdout.split())


def test_everything_that_is_read_at_run_time_is_inside(installed: Path) -> None:
    resources = installed / "kgraph" / "_resources"
    for name in ("ontology", "data", "queries"):
        here = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()}
        there = {path.relative_to(resources / name) for path in (resources / name).rglob("*") if path.is_file()}
        assert here <= there
        assert here
    template = installed / "kgraph" / "views" / "map_template"
    assert {path.name for path in template.iterdir()} == {
        path.name for path in (ROOT / "src/kgraph/views/map_template").iterdir()
    }
    assert (installed / "kgraph" / "py.typed").is_file()
    assert next(installed.glob("*.dist-info/licenses/LICENSE")).read_text(encoding="utf-8").strip().startswith("Apache License")


def test_articles_in_and_a_map_out(installed: Path) -> None:
    articles = installed / "kgraph" / "_resources" / "data" / "articles"
    ran = run_installed(installed, "ingest", str(articles), "--quiet")
    assert (ran.returncode, ran.stderr) == (0, "")
    for words in (("stats",), ("show", "서하린"), ("query", "--list"), ("map",)):
        ran = run_installed(installed, *words)
        assert (ran.returncode, ran.stderr) == (0, ""), words
        assert ran.stdout
    page = (installed.parent / "map.html").read_text(encoding="utf-8")
    assert "Seo Ha-rin" in page
    assert "function showPaths" in page
