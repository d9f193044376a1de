"""How fast each store takes a graph in and answers: memory, Oxigraph, Fuseki and Neo4j, all in one run.

    python benchmarks/stores.py [--facts 10000] [--more 50] [--rounds 5] [--only oxigraph,fuseki] [--json]
    python benchmarks/stores.py --from PLACE                 the same with the graph of a store (benchmarks/large_store.py)
    python benchmarks/stores.py --load --facts 1000000       how long so many take into an embedded store in bulk

Articles of an invented press (benchmarks/identity_scale.py) are put into memory one by one; that graph is then copied into each
other store as ``kgraph copy`` does it, and some more articles follow one by one, each in its transaction.  Then 20 questions
are asked, each with several parameters: seven look-ups of a reader and the 13 named queries (memory answers those by copying
itself, so it is asked none).  Servers are started here, on disk, and stopped; one that this machine cannot have is left out with
the reason.  Wall clock times: on a busy machine compare the rows, not the machines.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from identity_scale import articles as press_articles
from identity_scale import make_press
from kgraph.bulk import pour
from kgraph.pipeline import put_reading, without_pauses
from kgraph.store import open_store
from kgraph.store.rdf import RdfStore
from kgraph.store.rdf_rows import DEFAULT, OxigraphRows
from kgraph.store.shape import PREDICATE
from kgraph.text.keys import name_key
from kgraph.views.named import named_queries, run_named
from large_store import make_part, parts_of
from large_world import World

if TYPE_CHECKING:
    from kgraph.entities import Reading
    from kgraph.model import Article
    from kgraph.store import Reader, Store

SERVERS = Path(__file__).resolve().parent.parent / "tools" / "servers"
MISSING = 69
REFERENTS = 4  # a fact: most are told again and again
STORES = ("memory", "oxigraph", "fuseki", "neo4j")
Question = Callable[[], object]
Items: TypeAlias = "list[tuple[Article, Reading]]"
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """What was measured of one store; times in milliseconds."""

    store: str
    facts: int
    articles: int
    facts_per_second: float | None
    more_articles_per_second: float | None
    lookup_p50: float
    lookup_p95: float
    named_p50: float | None
    named_p95: float | None
    slowest: str


class LeftOutError(Exception):
    """A server that this machine cannot have."""


def make_articles(facts: int) -> Items:
    """Articles of an invented press that come to about so many facts, read."""
    referents = REFERENTS * facts
    return [(article, reading) for article, reading, _ in press_articles(make_press(referents), referents)]


@contextmanager
def serving(script: str, *words: str) -> Iterator[list[str]]:
    """What a server's script says of it: address, then the login."""
    started = subprocess.Popen(
        [sys.executable, str(SERVERS / script), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert started.stdout is not None
        ready = started.stdout.readline().split()
        if not ready:
            raise LeftOutError(started.communicate()[1].strip())
        yield ready[1:]
    finally:
        started.terminate()
        started.communicate()


@contextmanager
def opened(name: str) -> Iterator[str]:
    """The address of an empty store of that kind."""
    if name == "fuseki":
        with serving("fuseki_server.py") as (url,):
            yield url
    elif name == "neo4j":
        with serving("neo4j_server.py") as (url, _, user, password):
            os.environ |= {"KGRAPH_NEO4J_USER": user, "KGRAPH_NEO4J_PASSWORD": password}
            yield url
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"{folder}/s"


@without_pauses()  # as kgraph.pipeline.build does
def fill(articles: Items, store: Store) -> float:
    """Put articles into a store one by one; how many seconds that took."""
    start = time.perf_counter()
    for article, reading in articles:
        put_reading(article, reading, store)
    return time.perf_counter() - start


def copy_into(url: str, source: Store) -> float:
    """Copy a graph into an empty store without reading it back; how many seconds that took."""
    with closing(open_store(url)) as target:
        start = time.perf_counter()
        pour(source.reader(), target, lambda what, done, of: print(f"  {what} {done}/{of}", end="\r", file=sys.stderr))
        return time.perf_counter() - start


def measure(name: str, source: Store, more: Items, rounds: int) -> Row:
    """Copy the graph into one store, add to it and ask it."""
    facts, ids = sum(1 for _ in source.reader().facts()), list(source.reader().article_ids())
    with opened(name) as url:
        copied = facts / copy_into(url, source)
        with closing(open_store(url)) as store:
            added = len(more) / fill(more, store) if more else None
            return asked_row(name, store, (facts, len(ids)), (copied, added), rounds)


def asked_row(name: str, store: Store, sizes: tuple[int, int], speeds: tuple[float | None, float | None], rounds: int) -> Row:
    """Ask a store that holds the graph."""
    lookups = ask(lookup_questions(store.reader(), rounds))
    named = ask(named_questions(store, rounds)) if name != "memory" else {}
    slowest = max(named or lookups, key=lambda question: median((named or lookups)[question]))
    every, all_named = list(chain(*lookups.values())), list(chain(*named.values()))
    times = p50(every), p95(every), p50(all_named) if named else None, p95(all_named) if named else None
    copied, added = (round(speed, 1) if speed else None for speed in speeds)
    return Row(name, *sizes, copied, added, *times, slowest)


def p50(times: list[float]) -> float:
    """The middle one, in milliseconds."""
    return round(1000 * median(times), 1)


def p95(times: list[float]) -> float:
    """Only one in twenty is slower, in milliseconds."""
    return round(1000 * quantiles(times, n=20)[-1], 1)


def ask(questions: dict[str, list[Question]]) -> dict[str, list[float]]:
    """How long each took; the first of each kind is asked once more before, so that what is warm is compared."""
    times: dict[str, list[float]] = {}
    for name, asked in questions.items():
        asked[0]()
        for question in asked:
            start = time.perf_counter()
            question()
            times.setdefault(name, []).append(time.perf_counter() - start)
    return times


def lookup_questions(reader: Reader, rounds: int) -> dict[str, list[Question]]:
    """What views ask a reader, each of several things spread over the graph."""
    entities, facts, ids = list(reader.entities()), list(reader.facts()), list(reader.article_ids())
    some = spread(entities, rounds)
    return {
        "article": [lambda id_=id_: reader.article(id_) for id_ in spread(ids, rounds)],
        "claims of an article": [lambda id_=id_: list(reader.claims(article=id_)) for id_ in spread(ids, rounds)],
        "entity": [lambda one=one: reader.entity(one.id) for one in some],
        "entity of a referent": [lambda one=one: reader.entity(one.referents[0]) for one in some],
        "entities of a name": [lambda one=one: list(reader.entities(key=name_key(one.names[0]))) for one in some],
        "facts of an entity": [lambda one=one: list(reader.facts(entity=one.id)) for one in some],
        "claims of a fact": [lambda one=one: list(reader.claims(fact=one.id)) for one in spread(facts, rounds)],
    }


def named_questions(store: Store, rounds: int) -> dict[str, list[Question]]:
    """The named queries, each with several parameters."""
    entities = list(store.reader().entities())
    kinds = {"person": "Person", "one": "Person", "other": "Person", "work": "Work", "platform": "Organization", "entity": "Work"}
    asked: dict[str, list[Question]] = {}
    for query in named_queries():
        values = [
            cycle([one.names[0] for one in spread([each for each in entities if each.type == kinds.get(p.name)], rounds + at)])
            if p.type == "name"
            else cycle(("directed", "acted_in", "aired_on"))
            for at, p in enumerate(query.parameters)
        ]
        names = [parameter.name for parameter in query.parameters]
        given = [dict(zip(names, chosen, strict=True)) for chosen in islice(zip(*values, strict=False), rounds)] if names else []
        asked[query.name] = [lambda name=query.name, one=one: run_named(store, name, one) for one in (given or [{}] * rounds)]
    return asked


def spread(things: list[T], count: int) -> list[T]:
    """So many of them, evenly spread."""
    return things[:: max(1, len(things) // count)][:count]


def load(facts: int) -> dict[str, float]:
    """How long the quads of so many facts take into a new embedded store, in a process of its own, and how much memory."""
    with tempfile.TemporaryDirectory() as folder:
        work = partial(make_part, facts=facts, folder=folder)
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            quads = sum(count for _, count in pool.imap(work, parts_of(World(facts))))
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, __file__, "--load-files", folder, "--into", f"{folder}/s"], check=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        with closing(RdfStore(f"{folder}/s", read_only=True)) as store:
            found = sum(1 for _ in OxigraphRows(store.graph).find(predicate=PREDICATE, within=DEFAULT))
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"facts": found, "quads": quads, "seconds": round(wall, 1), "processor_seconds": round(used, 1)}


def load_files(folder: str, place: str) -> None:
    """Load quads that were written to files, and say how much memory that took at most."""
    with closing(RdfStore(place)) as store:
        for path in sorted(Path(folder).glob("*.nq")):
            with path.open("rb") as quads:
                store.load(quads, indexed=True)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most", file=sys.stderr)


def print_rows(rows: list[Row]) -> None:
    """The rows as a table."""
    heads = ("facts/s copied", "articles/s added", "look-ups p50", "p95", "named p50", "p95")
    print(f"{'store':<10}" + "".join(f"{head:>18}" for head in heads) + "  slowest")
    for row in rows:
        speeds = (row.facts_per_second, row.more_articles_per_second)
        figures = (*speeds, row.lookup_p50, row.lookup_p95, row.named_p50, row.named_p95)
        told = "".join(f"{f'{figure:,.1f}' if figure is not None else '-':>18}" for figure in figures)
        print(f"{row.store:<10}{told}  {row.slowest}")
    print("times in milliseconds")


def measure_all(source: Store, more: Items, options: argparse.Namespace) -> list[Row]:
    """One row a store that this machine can have, but for memory."""
    rows: list[Row] = []
    for name in options.only.split(","):
        if name == "memory":
            continue
        try:
            rows.append(measure(name, source, more, options.rounds))
        except LeftOutError as reason:
            print(f"left out {name}: {reason}", file=sys.stderr)
        else:
            print(f"{name}: {rows[-1].facts:,} facts of {rows[-1].articles:,} articles", file=sys.stderr)
    return rows


def compare_stores(options: argparse.Namespace) -> list[Row]:
    """Grow a graph in memory, or take that of a store, and measure it everywhere."""
    if options.source:
        with closing(open_store(options.source, read_only=True)) as source:
            return measure_all(source, [], options)
    articles, source = make_articles(options.facts), open_store("memory:")
    first, more = articles[: -options.more or None], articles[len(articles) - options.more :]
    fill(first, source)
    rows = measure_all(source, more, options)  # before the memory store has more than the others
    if "memory" not in options.only:
        return rows
    facts = sum(1 for _ in source.reader().facts())
    added = len(more) / fill(more, source) if more else None
    return [asked_row("memory", source, (facts, len(first)), (None, added), options.rounds), *rows]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--more", type=int, default=50, help="articles that are put in one by one at the end")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(STORES), help="some of: " + ", ".join(STORES))
    parser.add_argument("--from", dest="source", metavar="PLACE", help="a store whose graph is copied")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--load", action="store_true", help="only: load so many facts in bulk into an embedded store")
    parser.add_argument("--load-files", help=argparse.SUPPRESS)
    parser.add_argument("--into", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.load_files:
        load_files(options.load_files, options.into)
    elif options.load:
        print(json.dumps(load(options.facts)))
    else:
        rows = compare_stores(options)
        if options.json:
            print(json.dumps([asdict(row) for row in rows], indent=2))
        else:
            print_rows(rows)


if __name__ == "__main__":
    main()
