"""How long a question takes on a made-up graph in the embedded store: a new process each time, the best of several.

    python benchmarks/ask.py [--articles 500] [--rounds 3] [--json]

Each article states up to twelve facts: a work with its crew of ten, drawn from a pool that grows with the graph, where it
aired, what it ranked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from kgraph.model import Article, Claim, Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading
from kgraph.store import open_store

MAIN = "import sys; from kgraph.cli import main; main(sys.argv[1:])"
QUESTIONS = ["show", "neighbours", "timeline", "rank --longest", "path", "search", "teams", "top", "communities"]
ROLES = ["directed", "wrote", "composed_for", *["acted_in"] * 7]
ONE, OTHER, WORK = "Person Number 1", "Person Number 2", "Work Number 1"
ARGUMENTS = {"show": [ONE], "neighbours": [ONE], "timeline": [ONE], "path": [ONE, OTHER], "search": [WORK]}


def make_article(number: int, people: int, draw: random.Random) -> tuple[Article, list[Referent], list[Claim]]:
    """An article on one work; the sentence is the same for all its facts."""
    id_ = f"a{number}"
    text = f"This tells of Work Number {number}."
    crew = sorted({1 + int(people * draw.random() ** 2) for _ in ROLES})
    persons = [Referent(f"{id_}#p{each}", "Person", (f"Person Number {each}",)) for each in crew]
    work = Referent(f"{id_}#w", "Work", (f"Work Number {number}",), "series")
    channel = Referent(f"{id_}#o", "Organization", (f"Channel {number % 20}",), "broadcaster")
    span = Span(0, len(text), text)
    date = f"{2000 + number % 24}-{1 + number % 12:02}-{1 + number % 28:02}"
    stated: list[tuple[str, Referent, Referent | None, Qualifiers]] = [
        (role, person, work, Qualifiers()) for role, person in zip(ROLES, persons, strict=False)
    ]
    stated.append(("aired_on", work, channel, Qualifiers()))
    stated.append(("ranked", work, None, Qualifiers(rank=1 + number % 5, chart="Flick Board", region="world", date=date)))
    claims = [Claim(id_, predicate, one, two, span, span, "made", 0.9, said) for predicate, one, two, said in stated]
    return Article(id_, text, "en", published=date), [*persons, work, channel], claims


def fill(place: str, articles: int) -> int:
    """Make the store; how many facts it holds."""
    draw = random.Random(1)
    with closing(open_store(place)) as store:
        for number in range(articles):
            article, referents, claims = make_article(number, max(50, articles * 2), draw)
            put_reading(article, make_reading(article, referents, claims), store)
        return sum(1 for _ in store.reader().facts())


def seconds(words: list[str], store: str) -> float:
    """How long one process takes."""
    start = time.perf_counter()
    environment = {**os.environ, "KGRAPH_STORE": store}
    subprocess.run([sys.executable, "-c", MAIN, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "store")
        facts = fill(place, options.articles)
        best = {
            question: min(seconds([*question.split(), *ARGUMENTS.get(question, [])], place) for _ in range(options.rounds))
            for question in QUESTIONS
        }
    if options.json:
        print(json.dumps({"facts": facts, "seconds": {name: round(value, 3) for name, value in best.items()}}))
        return
    print(f"{facts} facts")
    for question, value in best.items():
        print(f"{question:<16}{value:8.2f} s")


if __name__ == "__main__":
    main()
