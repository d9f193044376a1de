"""How long questions take on a large made-up graph in the embedded store: a new process each time.

    python benchmarks/ask.py [--facts 1000000 | --store PLACE] [--rounds 3] [--limit 120] [--source that/src] [--json]

The graph is that of benchmarks/large_store.py (``--store``: one made before by it).  Printed are the best wall clock time and
the least processor time of several runs beside what is aimed at; on a busy machine only the second says something.  To
measure another version on the same store: ``--source that/src``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph

from large_store import entity_id, make_store
from large_world import ORGANIZATION, PERSON, WORK, Thing, World, names_of

MAIN = "from kgraph.cli import main; main()"  # as the installed command does
FULL = 1_000_000


def questions(world: World) -> list[tuple[str, float | None, list[str]]]:
    """What is asked: in words, within how many seconds (None: no aim), as a command."""
    usual, other = (entity_id(Thing(PERSON, world.people // part)) for part in (10, 7))
    busiest, company = entity_id(Thing(PERSON, 0)), entity_id(Thing(ORGANIZATION, 0))
    work = next(n for n in range(world.works // 9, world.works) if any(s.predicate == "ranked" for s in world.about_work(n)))
    english, korean = names_of(Thing(PERSON, 0))
    return [
        ("kgraph --help", 0.15, ["--help"]),
        ("show a person", 0.5, ["show", usual]),
        ("show the busiest person", 0.5, ["show", busiest]),
        ("show the largest company", 0.5, ["show", company]),
        ("show a name of nobody", None, ["show", "Kim Nobodyhyun"]),
        ("timeline of a person", 0.5, ["timeline", usual]),
        ("timeline of the busiest", 0.5, ["timeline", busiest]),
        ("rank of a work", 0.5, ["rank", "--work", entity_id(Thing(WORK, work))]),
        ("rank in a month", 0.5, ["rank", "--date", "2019-05"]),
        ("rank --longest", 0.5, ["rank", "--longest"]),
        ("path of up to 4 steps", 1.0, ["path", usual, other]),
        ("path from the busiest", 1.0, ["path", busiest, other]),
        ("neighbours of the busiest", None, ["neighbours", busiest]),
        ("search a surname, Hangul", 0.2, ["search", "김"]),
        ("search a surname, Latin", 0.2, ["search", "Kim"]),
        ("search a name, Hangul", 0.2, ["search", korean]),
        ("search a name, Latin", 0.2, ["search", english]),
        ("search a part", 0.2, ["search", "winter"]),
        ("search initial consonants", 0.2, ["search", "ㄱㅁㅅ"]),
        ("search no name", None, ["search", "nowhere at all"]),
        ("explain the beginning of an id", None, ["explain", "0f3a"]),
    ]


def measure(words: list[str], environment: dict[str, str], rounds: int, limit: float) -> dict[str, float | int | None]:
    """The best wall clock and processor times of one command, and how many lines it printed; None beyond the limit."""
    wall, processor, lines = [], [], 0
    for _ in range(rounds):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            command = [sys.executable, "-c", MAIN, *words]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=limit, check=False)
        except subprocess.TimeoutExpired:
            return {"wall": None, "processor": None, "lines": 0}
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall.append(time.perf_counter() - start)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        lines = len(done.stdout.splitlines())
    return {"wall": round(min(wall), 3), "processor": round(min(processor), 3), "lines": lines}


def count_facts(store: str) -> int:
    """How many facts the store holds."""
    graph = pyoxigraph.Store.read_only(str(Path(store) / "graph"))
    found = graph.query("SELECT (COUNT(*) AS ?n) { ?f <https://w3id.org/kgraph/ontology#factRank> ?r }")
    return int(next(iter(found))[0].value)  # type: ignore[arg-type,index,union-attr]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=FULL, help="how large the made-up world is")
    parser.add_argument("--store", help="a store that large_store.py made of a world of --facts")
    parser.add_argument("--source", help="the src folder of another version that is to be asked")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=120, help="seconds after which a question is given up")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.store or str(Path(folder) / "store")
        if not options.store:
            make_store(place, options.facts, 2)
        report(place, options)


def report(place: str, options: argparse.Namespace) -> None:
    """Ask everything and print a table, or JSON."""
    asked = questions(World(options.facts))
    environment = {**os.environ, "KGRAPH_STORE": place} | ({"PYTHONPATH": options.source} if options.source else {})
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a second run finds modules compiled, as on any usual machine
    found = {what: measure(words, environment, options.rounds, options.limit) | {"aim": aim} for what, aim, words in asked}
    facts = count_facts(place)
    if options.json:
        print(json.dumps({"facts": facts, "questions": found}, ensure_ascii=False))
        return
    print(f"{facts:,} facts\n{'question':<32}{'aim':>8}{'wall':>9}{'processor':>11}{'lines':>7}")
    for what, times in found.items():
        cells = [f"{value:.2f}" if value is not None else "-" for value in (times["aim"], times["wall"], times["processor"])]
        print(f"{what:<32}{cells[0]:>8}{cells[1]:>9}{cells[2]:>11}{times['lines']:>7}")


if __name__ == "__main__":
    main()
