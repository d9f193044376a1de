"""The tutorial notebook runs from its first cell to its last, and is the one that tools/make_tutorial.py writes."""

from __future__ import annotations

import runpy
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

TOP = Path(__file__).resolve().parent.parent
NOTEBOOK = TOP / "docs" / "tutorial.ipynb"


def test_it_is_current() -> None:
    made = runpy.run_path(str(TOP / "tools" / "make_tutorial.py"))["make_notebook"]()
    assert nbformat.reads(nbformat.writes(made), as_version=4) == nbformat.read(NOTEBOOK, as_version=4)


@pytest.mark.slow
def test_it_runs_and_shows_a_card_a_sentence_and_a_map() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert not any(output.output_type in ("error", "stream") for output in shown)
    pages = [output.data["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert "서하린" in pages[0]
    assert any("<iframe" in page for page in pages)
    assert any("Lantern Bay" in page for page in pages[1:])
