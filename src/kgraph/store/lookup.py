"""Looking things up without reading what surrounds them: what questions ask first in a large graph.

``lookup(reader)`` gives it for any reader: a reader that keeps an index offers it as ``lookup()``, for all others
:class:`PlainLookup` answers the same from what a Reader must have, slower.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from kgraph.model import Span
from kgraph.store.index import keys_of
from kgraph.store.terms import encode
from kgraph.text.grams import grams, inner_grams, is_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.model import Entity, Fact, Qualifiers
    from kgraph.store.base import Reader

COMMON = 2_000  # names that share a piece: it then says little of which is meant
ENOUGH = 4_000  # names that are compared with one that is spelled otherwise


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a claim stands: its article, its sentence, and the rule that read it."""

    article: str
    claim: str
    rule: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of an article, and those of the facts asked for that it states."""

    article: str
    evidence: Span
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that holds a text: how near it is (0 the same, 1 begins so, 2 holds it), under which key, whose it is."""

    nearness: int
    key: str
    entity: str

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Nearest first, then the shortest, then by key."""
        return self.nearness, len(self.key), self.key, encode(self.entity)


class Lookup(Protocol):
    """What can be looked up.  Entities come without their referents, facts without their claims."""

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities of these ids, as far as there are any."""
        ...

    def hits(self, text: str, *, type_: str | None = None, limit: int) -> list[Hit]:
        """Entities with a name whose key (or initial consonants) holds ``text``, each once, the nearest first.

        A text of one character, or of two of Latin, is looked for at the beginning of names only.
        """
        ...

    def alike(self, key: str, *, type_: str | None = None) -> list[str]:
        """Ids of entities with a name that shares a rare piece with this key, in no promised order."""
        ...

    def facts(self, *, entity: str | None = None, predicate: str | None = None, said: Qualifiers | None = None) -> Iterator[Fact]:
        """Facts with this entity at an end, of this predicate, or all, in no promised order.

        ``said`` helps to read less: those with another rank, or a date that cannot mean the same day, may be left out.
        """
        ...

    def facts_beginning(self, beginning: str, limit: int) -> list[Fact]:
        """Facts whose id begins so, by id."""
        ...

    def facts_of(self, ids: Iterable[str], *, predicate: str | None = None) -> dict[str, list[Fact]]:
        """The same for each of these entities, in no promised order; nothing for those that have none."""
        ...

    def degrees(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts have these entities at an end."""
        ...

    def quotes(self, fact: str) -> list[Quote]:
        """Where the claims of a fact stand, by article and place."""
        ...

    def sentences(self, facts: Iterable[str]) -> Iterator[Stated]:
        """The sentences that state any of these facts, by article and place."""
        ...

    def articles_with(self, words: Iterable[str]) -> Iterator[str]:
        """Ids of the articles whose text holds all these case-folded words, by id."""
        ...


@runtime_checkable
class HasLookup(Protocol):
    """A reader that looks things up in a way of its own."""

    def lookup(self) -> Lookup:
        """That way."""
        ...


def lookup(reader: Reader) -> Lookup:
    """The quickest way to look things up that this reader has."""
    return reader.lookup() if isinstance(reader, HasLookup) else PlainLookup(reader)


class PlainLookup:
    """Reads whatever a Reader has: right for every store, and quick enough for small ones."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities of these ids."""
        found = {id_: self._reader.entity(id_) for id_ in dict.fromkeys(ids) if "#" not in id_}
        return {id_: replace(entity, referents=()) for id_, entity in found.items() if entity}

    def hits(self, text: str, *, type_: str | None = None, limit: int) -> list[Hit]:
        """Entities with a name that holds the text, the nearest first."""
        found = (hit for entity in self._reader.entities(type_=type_) for hit in _best_hit(entity, text))
        return nsmallest(limit, found, key=lambda hit: hit.order) if text else []

    def alike(self, key: str, *, type_: str | None = None) -> list[str]:
        """Ids of entities with a name that shares a rare piece with this key."""
        holding: dict[str, list[str]] = {gram: [] for gram in inner_grams(key)}
        for entity in self._reader.entities(type_=type_):
            for gram in (gram for known in keys_of(entity.names) for gram in grams(known) if gram in holding):
                holding[gram].append(entity.id)
        return rare({gram: len(names) for gram, names in holding.items()}, holding.__getitem__)

    def facts(
        self,
        *,
        entity: str | None = None,
        predicate: str | None = None,
        said: Qualifiers | None = None,  # noqa: ARG002  nothing is saved by it here
    ) -> Iterator[Fact]:
        """Facts with this entity at an end, of this predicate, or all, whatever they say."""
        return (replace(fact, claims=()) for fact in self._reader.facts(entity=entity, predicate=predicate))

    def facts_beginning(self, beginning: str, limit: int) -> list[Fact]:
        """Facts whose id begins so, by id."""
        found = (fact for fact in self._reader.facts() if fact.id.startswith(beginning))
        return [replace(fact, claims=()) for fact in nsmallest(limit, found, key=lambda fact: fact.id)]

    def facts_of(self, ids: Iterable[str], *, predicate: str | None = None) -> dict[str, list[Fact]]:
        """Facts with each of these entities at an end."""
        found = {id_: list(self.facts(entity=id_, predicate=predicate)) for id_ in dict.fromkeys(ids)}
        return {id_: facts for id_, facts in found.items() if facts}

    def degrees(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts have these entities at an end."""
        return {id_: sum(1 for _ in self._reader.facts(entity=id_)) for id_ in dict.fromkeys(ids)}

    def quotes(self, fact: str) -> list[Quote]:
        """Where the claims of a fact stand."""
        return [Quote(claim.article, claim.id, claim.rule, claim.evidence) for claim in self._reader.claims(fact=fact)]

    def sentences(self, facts: Iterable[str]) -> Iterator[Stated]:
        """The sentences that state these facts, from all their quotes."""
        stated: dict[tuple[str, int, int, str], set[str]] = {}
        for fact in facts:
            for quote in self.quotes(fact):
                span = quote.evidence
                stated.setdefault((quote.article, span.start, span.end, span.text), set()).add(fact)
        for (article, start, end, text), found in sorted(stated.items()):
            yield Stated(article, Span(start, end, text), tuple(sorted(found)))

    def articles_with(self, words: Iterable[str]) -> Iterator[str]:
        """Ids of the articles whose text holds all these words."""
        wanted = list(words)
        for id_ in self._reader.article_ids():
            article = self._reader.article(id_)
            if article and all(word in article.text.casefold() for word in wanted):
                yield id_


def rare(sizes: dict[str, int], read: Callable[[str], Iterable[str]]) -> list[str]:
    """The entities of the rarest pieces, until there are enough of them; how many names hold each piece is given."""
    found: dict[str, None] = {}
    for gram in sorted(sizes, key=lambda gram: (sizes[gram], gram)):
        if sizes[gram] > COMMON or len(found) >= ENOUGH:
            break
        found |= dict.fromkeys(read(gram))
    return list(found)


def nearness(key: str, text: str) -> int | None:
    """How near a key is to a text that it should hold; ``None`` where it does not."""
    if key == text:
        return 0
    if key.startswith(text):
        return 1
    return 2 if not is_head(text) and text in key else None


def _best_hit(entity: Entity, text: str) -> list[Hit]:
    near = ((nearness(key, text), key) for key in keys_of(entity.names))
    found = [Hit(degree, key, entity.id) for degree, key in near if degree is not None]
    return [min(found, key=lambda hit: hit.order)] if found else []
