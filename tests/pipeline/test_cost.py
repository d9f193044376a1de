"""What one more article costs does not grow with the graph, though everybody speaks of the same work and platform."""

from __future__ import annotations

from kgraph.entities import Known, Reading, Step, resolve
from kgraph.model import Article, Change, Qualifiers, Referent
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
    assert asked < 7_000
    assert asked_later <= 1.1 * asked
    assert written_later <= 1.1 * written
