"""An article as the model reads it: its rows, who and what each may be about without naming it, and what it says of whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.korean.ceremonies import Ceremonies, read_ceremonies
from kgraph.claims.korean.learned.deeds import Deeds, deeds
from kgraph.claims.korean.learned.linear import load
from kgraph.claims.korean.learned.rows import Row, row_of
from kgraph.claims.korean.learned.strangers import with_strangers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.korean.learned.linear import Linears
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

_BACK = 3  # rows back in which something named may still be under discussion


class Setting:
    """The rows of a reading, with what stands around them; ``guessed`` says how likely strangers of it are names."""

    def __init__(self, reading: Reading, guessed: Mapping[str, int] | None = None) -> None:
        self.reading = reading
        self.guessed = guessed or {}
        self.referents: dict[str, Referent] = {referent.ref: referent for referent in reading.mentions.referents}
        self.rows: tuple[Row, ...] = tuple(row_of(line) for line in reading.lines)
        self._deeds: dict[int, Deeds] = {}
        self._about: dict[tuple[int, str], dict[str, tuple[str, ...]]] = {}
        self._who: dict[str, list[str]] = {}

    @cached_property
    def ceremonies(self) -> Ceremonies:
        """The prizes of the article."""
        return read_ceremonies(self.reading)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many rows name each referent."""
        return Counter(ref for row in self.rows for ref in {phrase.referent.ref for phrase in row.phrases})

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each referent among those of its type, by where the article first names it."""
        seen: dict[str, int] = {}
        told: Counter[str] = Counter()
        for row in self.rows:
            for phrase in row.phrases:
                if phrase.referent.ref not in seen:
                    seen[phrase.referent.ref] = told[phrase.type]
                    told[phrase.type] += 1
        return seen

    @cached_property
    def titled(self) -> frozenset[str]:
        """What the headline names."""
        return frozenset(phrase.referent.ref for phrase in self.rows[0].phrases) if self.rows else frozenset()

    @cached_property
    def many(self) -> dict[str, int]:
        """How many referents of each type are named."""
        return dict(Counter(self.referents[ref].type for ref in self.counts))

    def deeds(self, row: Row) -> Deeds:
        """What the verbs of a row tell of which person and work."""
        if row.line.number not in self._deeds:
            self._deeds[row.line.number] = deeds(self.reading, row.line)
        return self._deeds[row.line.number]

    def who(self, referent: Referent) -> list[str]:
        """What the article tells of a referent, wherever it stands."""
        if referent.ref not in self._who:
            self._who[referent.ref] = list(self._of(referent))
        return self._who[referent.ref]

    def _of(self, referent: Referent) -> Iterator[str]:
        name, main = referent.name, self.reading.main_work
        yield f"many{min(3, self.counts[referent.ref])}"
        if referent.type == "Person":
            yield f"long{min(5, len(name))}{int(' ' in name)}{int(name[:1] >= '가')}"
            yield from (f"role:{role}" for role in sorted(self.reading.roles(referent)) or ["none"])
        else:
            yield f"kind:{referent.kind}"
        if referent.type == "Work":
            yield "main" if main and main.ref == referent.ref else "side"
        yield f"titled{int(referent.ref in self.titled)}"
        yield f"order{min(2, self.order.get(referent.ref, 9))}"

    def row_at(self, place: int) -> Row | None:
        """The row in which an offset of the article lies."""
        at = bisect_right(self.rows, place, key=lambda row: row.line.start) - 1
        return self.rows[at] if at >= 0 and place < self.rows[at].line.end else None

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, str]]]:
        places: dict[str, list[tuple[int, str]]] = {}
        for row in self.rows:
            for number, phrase in enumerate(row.phrases):
                places.setdefault(phrase.referent.ref, []).append((row.line.number, row.cases[number]))
        return places

    def last(self, row: Row, referent: Referent) -> tuple[str, str]:
        """How far back a referent was last named before a row, and with which particle."""
        places = self._places.get(referent.ref, [])
        at = bisect_left(places, (row.line.number, "")) - 1
        if at < 0:
            return "never", ""
        number, case = places[at]
        far = row.line.number - number
        same = self.rows[number].line.sentence.block == row.line.sentence.block
        return f"{'same' if same else 'other'}{min(4, far)}", case

    @cached_property
    def most_named(self) -> dict[str, str]:
        """The referent of each type that most rows name; the first of several."""
        most: dict[str, str] = {}
        for ref in self.order:
            best = most.setdefault(self.referents[ref].type, ref)
            if self.counts[ref] > self.counts[best]:
                most[self.referents[ref].type] = ref
        return most

    def about(self, row: Row, type_: str) -> dict[str, tuple[str, ...]]:
        """Referents of a type that a row may be about without naming them, with the reasons."""
        key = row.line.number, type_
        if key not in self._about:
            found: dict[str, list[str]] = {}
            for way, ref in self._ways(row, type_):
                if ref is not None and way not in found.setdefault(ref, []):
                    found[ref].append(way)
            self._about[key] = {ref: tuple(ways) for ref, ways in found.items()}
        return self._about[key]

    def _ways(self, row: Row, type_: str) -> list[tuple[str, str | None]]:
        reading, line = self.reading, row.line
        ways: list[tuple[str, str | None]] = []
        if type_ == "Work":
            topic, main = reading.work_before(line), reading.main_work
            ways += [("topic", topic.ref if topic else None), ("main", main.ref if main else None)]
        elif type_ == "Person":
            person = reading.person_before(line)
            ways.append(("topic", person.ref if person else None))
            if reading.hero and line.number:
                ways.append(("hero", reading.hero[1].referent.ref))
        ways.append(("most", self.most_named.get(type_)))
        return ways + self._named_before(row, type_) + self._headed(row, type_)

    def _named_before(self, row: Row, type_: str) -> list[tuple[str, str | None]]:
        ways: list[tuple[str, str | None]] = []
        told = 0
        for number in range(row.line.number - 1, max(-1, row.line.number - 1 - _BACK), -1):
            before = self.rows[number]
            refs = [phrase.referent.ref for phrase in before.phrases if phrase.type == type_]
            if not refs:
                continue
            told += 1
            same = "same" if before.line.sentence.block == row.line.sentence.block else "other"
            ways += [(f"last{told}{same}", refs[-1]), (f"first{told}{same}", refs[0])]
            if told == 2:
                break
        return ways

    def _headed(self, row: Row, type_: str) -> list[tuple[str, str | None]]:
        refs = [phrase.referent.ref for phrase in self.rows[0].phrases if phrase.type == type_] if row.line.number else []
        return [("title", refs[0])] if refs else []


def setting_of(reading: Reading, models: Linears | None = None) -> Setting:
    """The setting of a reading, with names among its own that no mention stands for (by the models that ship, or others)."""
    return Setting(*with_strangers(reading, models or load()))
