"""``kgraph import`` as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def test_a_round_trip(run: Run, sample_store: Path, tmp_path: Path) -> None:
    file, back = tmp_path / "graph.nq", tmp_path / "back"
    run("export", "--format", "nquads", "-o", file, store=sample_store)
    ran = run("import", file, store=back)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("14 articles (14 new): ")
    assert run("export", "--format", "nquads", store=back).out == file.read_text(encoding="utf-8")
    assert run("import", file, store=back).out == "14 articles (14 unchanged): 0 names, 0 claims\n"
    assert run("verify", store=back).code == 0


def test_standard_input(run: Run, sample_store: Path, tmp_path: Path) -> None:
    text = run("export", "--format", "trig", store=sample_store).out
    ran = run("import", "-", "--format", "trig", "--quiet", store=tmp_path / "back", stdin=text.encode())
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_what_was_derived_otherwise_is_said(run: Run, sample_store: Path, tmp_path: Path) -> None:
    lines = run("export", "--format", "nquads", store=sample_store).out.splitlines(keepends=True)
    (tmp_path / "graph.nq").write_text("".join(line for line in lines if "#factRank>" not in line), encoding="utf-8")
    ran = run("import", tmp_path / "graph.nq", store=tmp_path / "back")
    assert ran.code == 0
    assert "not as in the file" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("graph.nq", "<a:b> <c:d> <e:f> .\n", 3, "found no article in it"),
        ("graph.trig", "nonsense", 3, "expected trig, found an error"),
        ("graph.ttl", "", 4, "expected --format with one of nquads, trig, trig12, jsonld, found '.ttl'"),
        ("graph", "", 4, "expected --format with one of nquads"),
        ("missing.nq", None, 3, "expected a file that can be read"),
    ],
)
def test_what_is_refused(run: Run, tmp_path: Path, name: str, content: str | None, code: int, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    ran = run("import", tmp_path / name, store=tmp_path / "store")
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "store").exists()
