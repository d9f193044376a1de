"""Hostile inputs read one after another in a process of their own, a good article after each: what was said, and what it cost."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinds import GOOD

if TYPE_CHECKING:
    from pathlib import Path

# The peak of memory is set back before each input, so that each shows its own.
CODE = """
import json, pathlib, sys, time
from kgraph.documents.sources import read_articles
from kgraph.pipeline import build
from kgraph.store import open_store

def memory(field):
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) // 1024

good, *paths = sys.argv[1:]
from kgraph.text.korean import load_kiwi
load_kiwi().tokenize("서하린이 연출했다.")
for path in [good, *paths]:
    said, store = [], open_store("memory:")
    pathlib.Path("/proc/self/clear_refs").write_text("5")
    before, begun = memory("VmRSS"), time.process_time()
    skip = lambda error: said.append(str(error))
    done = build(read_articles([path, good], on_skip=skip), store, on_skip=skip)
    cost = time.process_time() - begun
    print(json.dumps({"said": said, "stored": list(store.reader().article_ids()), "seconds": round(cost, 2),
                      "memory": memory("VmHWM") - before}), flush=True)
"""


@dataclass(frozen=True)
class Met:
    """What became of a hostile input: lines said, ids stored, processor seconds, megabytes above those before."""

    said: list[str]
    stored: list[str]
    seconds: float
    memory: int


def meet(paths: list[Path], folder: Path, *, limit: float = 600) -> list[Met]:
    """Read each of these files, and a good one after it, within ``limit`` seconds by the clock."""
    good = folder / "good-one.txt"
    good.write_text(GOOD, encoding="utf-8")
    command = [sys.executable, "-c", CODE, str(good), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limit)
    met = [Met(**json.loads(line)) for line in ran.stdout.splitlines()]
    if ran.returncode:
        raise AssertionError(f"{paths[len(met) - 1].name}: ended with {ran.returncode}: {ran.stderr[-500:]}")
    return met[1:]
