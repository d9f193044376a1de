"""What one more article costs does not grow with the graph, though everybody speaks of the same work and platform."""

from __future__ import annotations

import random

from kgraph.entities import Known, Reading, Step, resolve
from kgraph.entities.identity import identify
from kgraph.model import Article, Change, Claim, Fact, Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store.memory import MemoryStore
from worlds import make_article


def item(number: int) -> tuple[Article, Reading]:
    key = f"a{number:04d}"
    actor = Referent(f"{key}#person-1", "Person", (f"Kang Doyun {number}", f"강도윤{number}"))
    moons = Referent(f"{key}#work-1", "Work", ("Paper Moons", "종이달들"), "series")
    box = Referent(f"{key}#organization-1", "Organization", ("Moonbox",), "platform")
    stated = [("acted_in", actor, moons, Qualifiers()), ("aired_on", moons, box, Qualifiers())]
    return make_article(key, f"2021-{number % 12 + 1:02d}-{number % 28 + 1:02d}", stated)


class Counting:
    """What is known, counting what is asked for."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.asked = 0

    def note(self, key: str) -> str | None:
        text = self._known.note(key)
        self.asked += 20 + len(text or "")
        return text

    def referents(self, **which: str) -> object:
        self.asked += 1_000_000
        return self._known.referents(**which)

    def reader(self) -> object:
        self.asked += 1_000_000
        return self._known.reader()


def one_more(store: MemoryStore) -> tuple[int, Change]:
    article, reading = item(9999)
    with store.transaction() as writer:
        known = Counting(writer)
        change = resolve(Step(added=reading), known)
        writer.put_article(article, reading.referents, reading.claims)
        writer.apply(change)
    return known.asked, change


def test_the_cost_of_one_more_article_stays() -> None:
    costs = []
    for size in (20, 400):
        store = MemoryStore()
        for number in range(size):
            put_reading(*item(number), store)
        asked, change = one_more(store)
        costs.append((asked, len(repr(change))))
        assert len(store.reader().entity("organization-company-moonbox").referents) == size + 1
    (asked, written), (asked_later, written_later) = costs
    assert asked < 5_500, costs  # a work of which nobody tells a maker stands by its cast: up to twelve nodes are read
    assert asked_later <= 1.1 * asked
    assert written_later <= 1.1 * written


class Tallying(Counting):
    """What is known, counting notes by their length and referents, facts and claims one by one."""

    def referents(self, **which: str) -> list[Referent]:
        found = list(self._known.referents(**which))
        self.asked += 100 * len(found)
        return found

    def reader(self) -> Tallying:
        return self

    def article(self, article_id: str) -> Article | None:
        return self._known.reader().article(article_id)

    def claims(self, **which: str) -> list[Claim]:
        found = list(self._known.reader().claims(**which))
        self.asked += 100 * len(found)
        return found

    def facts(self, **which: str) -> list[Fact]:
        found = list(self._known.reader().facts(**which))
        self.asked += 100 * len(found)
        return found


SYLLABLES = "가건경규기나다도동라람리림모미민보서선성소수승아연영예우원윤은재정주준지진찬태하한현형혜호환희"
HOST = [("한바름", "Han Barum"), ("Han Barum",), ("한바름",)]


def broadcast(number: int) -> tuple[Article, Reading]:
    """A host whom every article names, with ever other guests and shows; the shows by Zipf's law, the guests mostly new."""
    chance, key = random.Random(number), f"b{number:05d}"
    show = chance.choices(range(500), [1 / (rank + 1) for rank in range(500)])[0]
    host = Referent(f"{key}#host", "Person", HOST[number % 3])
    programme = Referent(f"{key}#show", "Work", (invented(f"show {show}", 4),), "variety")
    guests = [Referent(f"{key}#guest-{place}", "Person", (invented(f"guest {chance.randrange(5000)}", 3),)) for place in range(3)]
    stated = [("acted_in", host, programme, Qualifiers()), ("directed", guests[0], programme, Qualifiers())]
    stated += [("friend_of", host, guest, Qualifiers()) for guest in guests]
    stated += [("acted_in", guest, programme, Qualifiers()) for guest in guests[1:]]
    return make_article(key, "2021-05-01", stated)


def invented(seed: str, syllables: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice("김이박최정강조윤장임" if place == 0 else SYLLABLES) for place in range(syllables))


def more(store: MemoryStore, first: int, count: int) -> tuple[float, float]:
    """What each of so many further articles reads and writes, on average."""
    asked = written = 0
    for number in range(first, first + count):
        article, reading = broadcast(number)
        with store.transaction() as writer:
            known = Tallying(writer)
            change = resolve(Step(added=reading), known)
            writer.put_article(article, reading.referents, reading.claims)
            writer.apply(change)
        asked, written = asked + known.asked, written + len(repr(change))
    return asked / count, written / count


def test_the_cost_stays_where_one_name_is_in_every_article() -> None:
    store, costs, stored = MemoryStore(), [], 0
    for size in (200, 800):
        for number in range(stored, size):
            put_reading(*broadcast(number), store)
        stored = size + 40
        costs.append(more(store, size, 40))
    (asked, written), (asked_later, written_later) = costs
    host = store.reader().entity("b00001#host")
    assert set(host.names) == {"Han Barum", "한바름"}
    assert len(host.referents) == stored
    # four times the articles: names and facts fill up to what is compared, and a node lists all that was ever said with it
    assert asked_later <= 1.45 * asked, costs
    assert written_later <= 1.25 * written, costs


def film(number: int) -> tuple[Article, Reading]:
    """A film of a pair who make many, some known by their Korean title."""
    key, chance = f"f{number:04d}", random.Random(f"film {number}")
    latin = "".join(chance.choice("bdgklmnprst") + chance.choice("aeiou") for _ in range(5))
    title = invented(f"film {number}", 4) if number % 3 else latin
    work = Referent(f"{key}#work", "Work", (title,), "film")
    makers = [Referent(f"{key}#maker-{name}", "Person", (name,)) for name in ("한바름", "서하린")]
    stated = [("directed", maker, work, Qualifiers()) for maker in makers]
    stated += [("released_on", work, None, Qualifiers(date=f"20{10 + number % 10}"))]
    return make_article(key, "2021-05-01", stated)


def test_few_are_read_though_many_share_their_makers() -> None:
    store, read = MemoryStore(), []
    for size in (30, 120):
        for number in range(read[-1][0] if read else 0, size):
            put_reading(*film(number), store)
        with store.transaction() as writer:
            closed = [identify(Step(added=film(number)[1]), writer).closed for number in range(9000, 9006)]
        read.append((size, max(map(len, closed))))
    assert read[1][1] <= 12, read
