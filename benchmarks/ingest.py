"""How fast articles become a graph, and what one more article costs when the graph is small and when it is large.

    python benchmarks/ingest.py [--json] [--sizes 1000,20000] [--pipeline 200] [--kinds embedded,memory]

Two measurements, on varied copies of the sample articles: the names are exchanged for others of the same length, as if the same
were told of other people and works.  Which ones follows Zipf's law, as in the news: of 20,000 articles thousands speak of the
same few people, each with ever other partners and works, and most people are met a few times; broadcasters, platforms and charts
stay:

* the whole pipeline (read, find, extract, store) on a few hundred copies, by stage;
* the store part alone (resolve and write, one transaction an article) while the graph grows to each size, and then the median and
  worst time of 100 more articles, processor time beside (it depends less on what else the machine does).  If these grow with the
  size, the design is wrong.
"""

from __future__ import annotations

import argparse
import functools
import json
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph import __version__, documents, mentions, settings
from kgraph import claims as claims_room
from kgraph.documents.sources import read_articles
from kgraph.model import Article, Claim, Referent, Span
from kgraph.pipeline import make_reading, put_reading, read_article, without_pauses
from kgraph.store import Store, open_store

if TYPE_CHECKING:
    from kgraph.entities import Reading

MORE = 100  # articles whose cost is looked at one by one
WORLDS = 3_000  # stories, each with people, works and companies of its own; told about by Zipf's law
ELSEWHERE = 0.15  # share of those named in an article who come from another story: the famous are met with everybody
LATIN = {"a": "aeiou", "b": "bcdghjklmnprstwy"}  # vowels stay vowels
SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣"), 173)]
EVERYWHERE = {"broadcaster", "platform", "chart"}
FAME = list(accumulate(1 / (rank + 1) for rank in range(WORLDS)))


def exchange(name: str, variant: int) -> str:
    """The name as it is in this variant: letter for letter and syllable for syllable, so that a part of a name stays a part
    of it.
    """
    return "".join(_letter(char, variant) for char in name) if variant else name


@functools.lru_cache(maxsize=100_000)
def _letter(char: str, variant: int) -> str:
    other = random.Random(f"{variant} {char.lower()}")
    if "가" <= char <= "힣":
        return other.choice(SYLLABLES)
    if char.isascii() and char.isalpha():
        letter = other.choice(LATIN["a" if char.lower() in LATIN["a"] else "b"])
        return letter.upper() if char.isupper() else letter
    return char


def world(chance: random.Random) -> int:
    """The number of a story, the first the most told of: of 20,000 articles some 2,300 are about it."""
    return chance.choices(range(WORLDS), cum_weights=FAME)[0]


def vary(article: Article, reading: Reading, number: int) -> tuple[Article, Reading]:
    """A copy of an article with other names, and its reading; offsets stay, since names keep their length."""
    chance = random.Random(number)
    variant = world(chance)
    names: dict[str, str] = {}
    for one in reading.referents:
        stays = one.kind in EVERYWHERE
        chosen = 0 if stays else world(chance) if chance.random() < ELSEWHERE else variant
        for name in one.names:
            names.setdefault(name, exchange(name, chosen))
    text = article.text
    for name in sorted(names, key=lambda name: (-len(name), name)):
        text = text.replace(name, names[name])
    published = f"20{10 + number % 15}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    copy = replace(article, id=f"{article.id}-{number:06d}", text=text, published=published)

    def referent(one: Referent) -> Referent:
        key = one.ref.rpartition("#")[2]
        return replace(one, ref=f"{copy.id}#{key}", names=tuple(dict.fromkeys(names[name] for name in one.names)))

    def span(one: Span) -> Span:
        return Span(one.start, one.end, text[one.start : one.end])

    def claim(one: Claim) -> Claim:
        ends = [referent(end) if end else None for end in (one.subject, one.object)]
        spans = [span(one.evidence), span(one.trigger)]
        return replace(one, article=copy.id, subject=ends[0], object=ends[1], evidence=spans[0], trigger=spans[1])

    return copy, make_reading(copy, map(referent, reading.referents), map(claim, reading.claims))


def copies(samples: list[tuple[Article, Reading]], first: int, count: int) -> list[tuple[Article, Reading]]:
    """Varied copies of the samples, in turn."""
    return [vary(*samples[number % len(samples)], number) for number in range(first, first + count)]


def measure_pipeline(samples: list[tuple[Article, Reading]], count: int, store: Store) -> dict[str, float]:
    """Milliseconds an article by stage, and articles a second through all of them."""
    articles = [article for article, _ in copies(samples, 1_000_000, count)]
    stages = dict.fromkeys(("read", "find", "extract", "store"), 0.0)
    for article in articles:
        marks = [time.perf_counter()]
        document = documents.read(article)
        marks.append(time.perf_counter())
        found = mentions.find(document)
        marks.append(time.perf_counter())
        claims = claims_room.extract(document, found)
        marks.append(time.perf_counter())
        put_reading(article, make_reading(article, found.referents, claims), store)
        marks.append(time.perf_counter())
        for stage, start, end in zip(stages, marks, marks[1:], strict=False):
            stages[stage] += end - start
    per_article = {f"{stage}_ms": 1000 * spent / count for stage, spent in stages.items()}
    return {**per_article, "articles_per_second": count / sum(stages.values())}


@without_pauses()  # as kgraph.pipeline.build does
def measure_growth(samples: list[tuple[Article, Reading]], sizes: list[int], store: Store) -> list[dict[str, float]]:
    """Per size: how fast the store came there, and what 50 more articles cost one by one."""
    rows, stored = [], 0
    for size in sizes:
        spent = 0.0
        while stored < size:
            batch = copies(samples, stored, min(500, size - stored))
            stored += len(batch)
            start = time.perf_counter()
            for item in batch:
                put_reading(*item, store)
            spent += time.perf_counter() - start
            print(f"{stored:,} articles, {spent:,.0f} s", file=sys.stderr)
        times, busy = [], []
        for item in copies(samples, 2_000_000 + size, MORE):
            start, cpu = time.perf_counter(), time.process_time()
            put_reading(*item, store)
            times.append(1000 * (time.perf_counter() - start))
            busy.append(1000 * (time.process_time() - cpu))
        grown = size - (rows[-1]["articles"] if rows else 0)
        rows.append({
            "articles": size,
            "articles_per_second": grown / spent,
            "one_more_median_ms": statistics.median(times),
            "one_more_worst_ms": max(times),
            "one_more_cpu_mean_ms": statistics.mean(busy),
            "one_more_cpu_median_ms": statistics.median(busy),
            "one_more_cpu_worst_ms": max(busy),
            "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        })  # fmt: skip
        print(json.dumps(rows[-1]), file=sys.stderr)
    return rows


def print_tables(figures: dict[str, object]) -> None:
    """The figures for people."""
    print("whole pipeline, sample articles varied:")
    for name, value in figures["pipeline"].items():  # type: ignore[attr-defined]
        print(f"  {name:22} {value:10.2f}")
    for kind, rows in figures["growth"].items():  # type: ignore[attr-defined]
        print(f"{kind} store:")
        for row in rows:
            print("  " + "  ".join(f"{name} {value:,.1f}" for name, value in row.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--sizes", default="1000,20000")
    parser.add_argument("--pipeline", type=int, default=200, help="articles through the whole pipeline")
    parser.add_argument("--kinds", default="embedded,memory")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    samples = [(article, read_article(article)) for article in read_articles([str(settings.DATA / "articles")])]
    growth = {}
    with tempfile.TemporaryDirectory() as folder:
        pipeline = measure_pipeline(samples, options.pipeline, open_store(str(Path(folder) / "pipeline")))
        for kind in options.kinds.split(","):
            store = open_store("memory:" if kind == "memory" else str(Path(folder) / "growth"))
            growth[kind] = measure_growth(samples, sizes, store)
            store.close()
    figures = {
        "pipeline": pipeline,
        "growth": growth,
        "samples": len(samples),
        "claims_per_sample": sum(len(reading.claims) for _, reading in samples) / len(samples),
        "characters_per_sample": sum(len(article.text) for article, _ in samples) / len(samples),
        "versions": {"kgraph": __version__, "pyoxigraph": version("pyoxigraph"), "python": platform.python_version()},
    }
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False)
        print()
    else:
        print_tables(figures)


if __name__ == "__main__":
    main()
