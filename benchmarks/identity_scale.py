"""What identity costs when the graph is large: run by benchmarks/identity.py in a process of its own.

    python benchmarks/identity_scale.py [--referents 100000] [--together 0] [--ages 0] [--store memory:|DIR]

An invented press: people whose surnames and syllables are as frequent as in Korea, famous by Zipf's law, spelled in Hangul or in
one of the Latin spellings that the language allows; works with a director and a cast; broadcasters.  An article tells of one or
two works.  Gold is known, so the clusters are scored as well (namesakes are many, and articles say little).

From scratch all articles are put together, or so many at once as ``--together`` says (1: one after the other, the way of an
ingest); then fifty more one at a time.  ``--ages`` is the share of people of whom an article lets reckon the birth year.  Full
garbage collections are put off, as a build does.  Standard output is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import time
from dataclasses import asdict, dataclass, field
from functools import cache
from itertools import accumulate
from math import exp
from typing import TYPE_CHECKING

from identity_scores import score
from kgraph.model import Article, Claim, Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading, put_together, without_pauses
from kgraph.store import open_store
from kgraph.text import name_tables as tables
from kgraph.text.names import romanizations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities import Reading

KINDS = ["series", "series", "series", "film", "film", "variety", "webtoon"]
BROADCASTERS = [
    ("KBS2", "KBS 2TV"),
    ("SBS",),
    ("MBC",),
    ("JTBC",),
    ("tvN",),
    ("Netflix", "넷플릭스"),
    ("TVING", "티빙"),
    ("Wavve", "웨이브"),
]
TITLE_WORDS = [
    ("바다", "Sea"), ("밤", "Night"), ("집", "House"), ("편지", "Letter"), ("여름", "Summer"), ("길", "Road"),
    ("섬", "Island"), ("별", "Star"), ("비", "Rain"), ("학교", "School"), ("사람", "People"), ("나무", "Tree"),
    ("시장", "Market"), ("겨울", "Winter"), ("달", "Moon"), ("기차", "Train"), ("약속", "Promise"), ("이름", "Name"),
    ("거울", "Mirror"), ("바람", "Wind"), ("노래", "Song"), ("항구", "Harbor"), ("마을", "Village"), ("꿈", "Dream"),
]  # fmt: skip


@dataclass(frozen=True)
class Work:
    """An invented work with its people, by their numbers."""

    number: int
    names: tuple[str, str]
    kind: str
    director: int
    cast: tuple[int, ...]
    broadcaster: int


@dataclass
class Press:
    """Everything that there is to tell."""

    chance: random.Random
    people: list[str]
    works: list[Work]
    fame: list[float]
    ages: float = 0.0
    ageing: random.Random = field(default_factory=lambda: random.Random(11))  # so that ages change nothing else


def make_press(referents: int, ages: float = 0.0) -> Press:
    """A world for that many referents: a person is met about ten times, a work about four times, the famous far more often."""
    chance = random.Random(7)
    people = hangul_names(chance, max(50, referents // 10))
    fame = list(accumulate(1 / (rank + 50) for rank in range(len(people))))
    works = []
    for number in range(max(20, referents // 20)):
        words = chance.sample(TITLE_WORDS, 2)
        tail = "" if number < 300 else f" {number // 300 + 1}"  # titles repeat, and later ones are told apart by a number
        names = (f"{words[0][0]}의 {words[1][0]}{tail}", f"The {words[1][1]} of the {words[0][1]}{tail}")
        cast = tuple(dict.fromkeys(chance.choices(range(len(people)), cum_weights=fame, k=5)))
        works.append(Work(number, names, chance.choice(KINDS), cast[0], cast[1:], chance.randrange(len(BROADCASTERS))))
    return Press(chance, people, works, list(accumulate(1 / (rank + 20) for rank in range(len(works)))), ages)


def hangul_names(chance: random.Random, count: int) -> list[str]:
    """Names as frequent as surnames and syllables are."""
    surnames, shares = zip(*sorted(tables.surnames().items()), strict=True)
    first, last = tables.given_shares()
    heads = chance.choices(surnames, shares, k=count)
    middles = chance.choices(sorted(first), [exp(first[s]) for s in sorted(first)], k=count)
    ends = chance.choices(sorted(last), [exp(last[s]) for s in sorted(last)], k=count)
    return list(map("".join, zip(heads, middles, ends, strict=True)))


@cache
def spellings(name: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Latin spellings of a name, with their shares."""
    found = romanizations(name)
    return tuple(text for text, _ in found), tuple(share for _, share in found)


def write_article(press: Press, number: int) -> tuple[Article, Reading, dict[str, str]]:
    """One article about one or two works, what it says, and who is who (ref -> gold id)."""
    chance, korean = press.chance, press.chance.random() < 0.5
    told = dict.fromkeys(chance.choices(range(len(press.works)), cum_weights=press.fame, k=chance.choice([1, 2])))
    page = Page(f"press-{number:06}", "ko" if korean else "en")
    for work in (press.works[place] for place in told):
        subject = page.name(
            "Work", f"w{work.number}", work.names if chance.random() < 0.3 else work.names[not korean :][:1], work.kind
        )
        crew = [(work.director, "directed"), *((actor, "acted_in") for actor in work.cast[: chance.randint(1, 4)])]
        for person, predicate in crew:
            names = person_names(chance, press.people[person], korean=korean)
            page.state(page.name("Person", f"p{person}", names, born=birth(press, person)), predicate, subject)
        if chance.random() < 0.6:
            names = (chance.choice(BROADCASTERS[work.broadcaster]),)
            page.state(subject, "aired_on", page.name("Organization", f"o{work.broadcaster}", names, "broadcaster"))
    published = f"{2005 + number % 20}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    article = Article(page.id, page.text, page.lang, published=published)
    return article, make_reading(article, page.referents.values(), page.claims), page.gold


def birth(press: Press, person: int) -> str | None:
    """When a person was born, if the article lets one reckon it: the year, or an age with or without the birthday."""
    if press.ageing.random() >= press.ages:
        return None
    year = 1940 + person * 37 % 65
    return press.ageing.choice([f"{year}", f"{year - 1}/{year}", f"{year}/{year + 1}"])


def person_names(chance: random.Random, hangul: str, *, korean: bool) -> tuple[str, ...]:
    """How one article names a person: Hangul, a Latin spelling, or sometimes both."""
    latin = chance.choices(*spellings(hangul))[0] if not korean or chance.random() < 0.1 else None
    if latin is None:
        return (hangul,)
    return (hangul, latin) if korean else (latin, hangul) if chance.random() < 0.1 else (latin,)


class Page:
    """An article in the making."""

    def __init__(self, id_: str, lang: str) -> None:
        self.id, self.lang, self.text = id_, lang, ""
        self.referents: dict[str, Referent] = {}
        self.claims: list[Claim] = []

    @property
    def gold(self) -> dict[str, str]:
        """Ref -> gold id."""
        return {referent.ref: id_ for id_, referent in self.referents.items()}

    def name(self, type_: str, id_: str, names: tuple[str, ...], kind: str | None = None, *, born: str | None = None) -> Referent:
        """The referent of that gold id, made when it is first named."""
        if id_ not in self.referents:
            self.referents[id_] = Referent(f"{self.id}#{type_.lower()}-{len(self.referents)}", type_, names, kind, born)
        return self.referents[id_]

    def state(self, subject: Referent, predicate: str, target: Referent) -> None:
        """Write a sentence that says so."""
        start = len(self.text)
        self.text += f"{subject.name} {predicate} {target.name}. "
        span = Span(start, len(self.text) - 1, self.text[start:-1])
        self.claims.append(Claim(self.id, predicate, subject, target, span, span, f"press.{predicate}", 0.9, Qualifiers()))


def articles(press: Press, referents: int) -> Iterator[tuple[Article, Reading, dict[str, str]]]:
    """Articles until there are that many referents."""
    written, number = 0, 0
    while written < referents:
        made = write_article(press, number)
        written, number = written + len(made[2]), number + 1
        yield made


@without_pauses()
def measure(referents: int, url: str, together: int, ages: float = 0.0) -> dict[str, object]:
    """Seconds from scratch, milliseconds of one more article, peak memory, and how good the clusters are."""
    press = make_press(referents, ages)
    pages = list(articles(press, referents))
    more = [write_article(press, 1_000_000 + number) for number in range(50)]
    before = peak()
    store = open_store(url)
    start, cpu = time.perf_counter(), time.process_time()
    size = together or len(pages)
    for place in range(0, len(pages), size):
        put_together(((article, reading) for article, reading, _ in pages[place : place + size]), store)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    times, spent = [], time.process_time()
    for article, reading, _ in more:
        start = time.perf_counter()
        put_reading(article, reading, store)
        times.append(1000 * (time.perf_counter() - start))
    spent = 1000 * (time.process_time() - spent) / len(more)
    gold = {ref: id_ for _, _, known in (*pages, *more) for ref, id_ in known.items()}
    after = peak()
    reader = store.reader()
    clusters = {}
    for ref in gold:
        entity = reader.entity(ref)
        clusters[ref] = entity.id if entity else ref
    return {
        "articles": len(pages),
        "referents": sum(len(known) for _, _, known in pages),
        "people": len(press.people),
        "works": len(press.works),
        "together": size,
        "from_scratch_s": round(seconds, 2),
        "from_scratch_cpu_s": round(cpu, 2),
        "one_more_cpu_ms": round(spent, 2),
        "one_more_median_ms": round(statistics.median(times), 2),
        "one_more_worst_ms": round(max(times), 2),
        "peak_memory_mb": round(after),
        "memory_before_mb": round(before),
        "scores": {
            type_: asdict(score({ref: id_ for ref, id_ in gold.items() if id_[0] == letter}, clusters))
            for letter, type_ in (("p", "Person"), ("w", "Work"))
        },
    }


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--referents", type=int, default=100_000)
    parser.add_argument("--together", type=int, default=0, help="articles put at once (default: all)")
    parser.add_argument("--ages", type=float, default=0.0, help="share of people of whom an article lets reckon the birth year")
    parser.add_argument("--store", default="memory:")
    options = parser.parse_args()
    json.dump(measure(options.referents, options.store, options.together, options.ages), sys.stdout)
    print()


if __name__ == "__main__":
    main()
