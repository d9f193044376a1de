"""Looking things up behind a reader that shows less than another: names are those of the other, facts its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.lookup import PlainLookup, lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.model import Entity, Fact, Qualifiers
    from kgraph.store.base import Reader
    from kgraph.store.lookup import Hit, Quote, Stated


class PassingLookup(PlainLookup):
    """Names from the reader behind; facts and sentences read plainly from the reader itself."""

    def __init__(self, reader: Reader, behind: Reader) -> None:
        super().__init__(reader)
        self._behind = lookup(behind)

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities of these ids."""
        return self._behind.entities(ids)

    def hits(self, text: str, *, type_: str | None = None, limit: int) -> list[Hit]:
        """Entities with a name that holds the text, the nearest first."""
        return self._behind.hits(text, type_=type_, limit=limit)

    def alike(self, key: str, *, type_: str | None = None) -> list[str]:
        """Ids of entities with a name that shares a rare piece with this key."""
        return self._behind.alike(key, type_=type_)


class FilteringLookup(PassingLookup):
    """Also the facts from the reader behind, as far as they hold; their sentences are the same."""

    def __init__(self, reader: Reader, behind: Reader, holds: Callable[[Fact], bool]) -> None:
        super().__init__(reader, behind)
        self._holds = holds

    def facts(self, *, entity: str | None = None, predicate: str | None = None, said: Qualifiers | None = None) -> Iterator[Fact]:
        """Facts with this entity at an end, of this predicate, or all."""
        return filter(self._holds, self._behind.facts(entity=entity, predicate=predicate, said=said))

    def facts_of(self, ids: Iterable[str], *, predicate: str | None = None) -> dict[str, list[Fact]]:
        """Facts with each of these entities at an end."""
        found = self._behind.facts_of(ids, predicate=predicate)
        held = {id_: list(filter(self._holds, facts)) for id_, facts in found.items()}
        return {id_: facts for id_, facts in held.items() if facts}

    def degrees(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts have these entities at an end."""
        ids = list(dict.fromkeys(ids))
        found = self.facts_of(ids)
        return {id_: len(found.get(id_, ())) for id_ in ids}

    def quotes(self, fact: str) -> list[Quote]:
        """Where the claims of a fact stand."""
        return self._behind.quotes(fact)

    def sentences(self, facts: Iterable[str]) -> Iterator[Stated]:
        """The sentences that state these facts."""
        return self._behind.sentences(facts)
