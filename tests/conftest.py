"""What all tests share: a clean environment, and the command line run inside this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from kgraph.cli import main
from kgraph.settings import DATA
from real_servers import group

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["fuseki_server", "neo4j_server"]

# The same inputs in every run, and no failure for a machine that is busy: what chance finds is sought by
# ``--hypothesis-profile=default`` and ``benchmarks/fuzzing.py``.
settings.register_profile("steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)  # before the processes are told their tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share a server run one after the other."""
    group(items)


ARTICLES = DATA / "articles"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests may change what they see."""
    sparql = (f"KGRAPH_SPARQL_{name}" for name in ("USER", "PASSWORD", "TIMEOUT"))
    for name in ("KGRAPH_STORE", "KGRAPH_BASE", "KGRAPH_MAX_ARTICLE", *sparql):
        monkeypatch.delenv(name, raising=False)


@dataclass(frozen=True)
class Ran:
    """A command that ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("show", "유민", store=folder)`` as a person would type it."""

    def run_here(*words: str | Path, store: Path | None = None, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))))
        if store is not None:
            monkeypatch.setenv("KGRAPH_STORE", str(store))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run_here


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample articles, made once; tests only read it."""
    place = tmp_path_factory.mktemp("sample") / "store"
    with pytest.raises(SystemExit) as left:
        main(["ingest", str(ARTICLES), "--store", str(place), "--quiet"])
    assert left.value.code == 0
    return place
