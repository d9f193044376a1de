"""Ingests that are killed when they have used so much processor time: a random moment, on a busy machine and an idle one alike.

They start out of a server of forks that has loaded the word lists, so that a moment is one of the work and not of the start.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from contextlib import suppress
from functools import cache
from multiprocessing import forkserver
from pathlib import Path

from kgraph.cli import main

_FORKS = multiprocessing.get_context("forkserver")


@cache
def start_server() -> None:
    """The server of forks, which finds the modules of the tests only by its environment."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join((str(Path(__file__).parent), before or "")).strip(os.pathsep)
    _FORKS.set_forkserver_preload(["warmed"])
    forkserver.ensure_running()
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


def used(process_id: int) -> float:
    """Seconds of processor time that a process has used; none that is over."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def ingest(articles: str, store: str) -> None:
    """What the forked process does."""
    main(["ingest", articles, "--store", store, "--quiet"])


def ingest_and_kill(articles: Path, store: Path, after: float | None) -> int:
    """Ingest, with SIGKILL after so many seconds of processor time (or never); the exit code, negative for the signal."""
    start_server()
    process = _FORKS.Process(target=ingest, args=(str(articles), str(store)))
    process.start()
    while after is not None and process.is_alive() and used(process.pid or 0) < after:
        time.sleep(0.003)
    if after is not None:
        process.kill()
    process.join()
    return process.exitcode or 0
