"""How long a person waits for the command line: a new process each time, the best and the median of several.

    python benchmarks/startup.py [--json] [--rounds 15]

Beside it the interpreter alone, which is the least that any Python program takes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import kgraph
from kgraph.settings import DATA

MAIN = "import sys; from kgraph.cli import main; main()"
ARTICLE = str(DATA / "articles" / "en-goblin-songs.md")
COMMANDS = {
    "python alone": ["-c", "pass"],
    "kgraph --help": ["-c", MAIN, "--help"],
    "kgraph ingest --help": ["-c", MAIN, "ingest", "--help"],
    "kgraph stats": ["-c", MAIN, "stats"],
    "kgraph show": ["-c", MAIN, "show", "Goblin", "--type", "Work"],
    "kgraph extract (one article)": ["-c", MAIN, "extract", ARTICLE],
}


def seconds(words: list[str], store: str) -> float:
    """How long one process takes."""
    start = time.perf_counter()
    environment = {**os.environ, "KGRAPH_STORE": store}
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long a person waits for the command line.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        seconds(["-c", MAIN, "ingest", ARTICLE, "--quiet"], store)
        times = {name: [seconds(words, store) for _ in range(options.rounds)] for name, words in COMMANDS.items()}
    figures = {name: {"best": round(min(each), 3), "median": round(statistics.median(each), 3)} for name, each in times.items()}
    if options.json:
        versions = {"python": sys.version.split()[0], "kgraph": kgraph.__version__}
        print(json.dumps({"seconds": figures, "rounds": options.rounds, "versions": versions}))
        return
    for name, figure in figures.items():
        print(f"{name:<30} best {figure['best']:.3f} s   median {figure['median']:.3f} s")


if __name__ == "__main__":
    main()
