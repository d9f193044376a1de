"""A graph in memory: the reference that every other store agrees with, and the shortest."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from kgraph.model import Article, Change, Claim, Entity, Fact, Judgement, Referent
from kgraph.store import shape
from kgraph.store.base import place
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, MutableMapping

T = TypeVar("T")
Read = tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]


class MemoryStore:
    """Nothing is kept when the process ends."""

    def __init__(self) -> None:
        self.articles: dict[str, Read] = {}
        self.by_id: dict[str, Claim] = {}
        self.judged: dict[str, Judgement] = {}
        self.entity: dict[str, Entity] = {}
        self.fact: dict[str, Fact] = {}
        self.notes: dict[str, str] = {}
        self.home: dict[str, str] = {}
        self.refs: defaultdict[str, set[str]] = defaultdict(set)
        self.claims: defaultdict[str, set[str]] = defaultdict(set)
        self.facts_of: defaultdict[str, set[str]] = defaultdict(set)
        self.keyed: defaultdict[str, set[str]] = defaultdict(set)

    def reader(self) -> MemoryReader:
        """A reader of the last committed state."""
        return MemoryReader(self)

    @contextmanager
    def transaction(self) -> Iterator[MemoryWriter]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        writer = MemoryWriter(self)
        yield writer
        for operation in writer.operations:
            operation()
        writer.operations.clear()  # they lead back to the writer: rings that only a garbage collection would find

    def close(self) -> None:
        """Nothing is held that must be given back."""


class MemoryReader:
    """Reads a memory store."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        return iter(sorted(self._store.articles))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, with its text."""
        read = self._store.articles.get(article_id)
        return read[0] if read else None

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all, by article and place."""
        store = self._store
        if fact is not None:
            return iter(sorted((store.by_id[id_] for id_ in store.claims.get(fact, ())), key=place))
        ids = [article] if article is not None else sorted(store.articles)
        return chain.from_iterable(sorted(store.articles[id_][2], key=place) for id_ in ids if id_ in store.articles)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id, or the one that a referent's ref leads to."""
        id_ = self._store.home.get(id_or_ref, id_or_ref)
        return self._entity(id_) if id_ in self._store.entity else None

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities, all or those of a type or with a name of that key."""
        ids = self._store.entity if key is None else self._store.keyed.get(key, set())
        return (self._entity(id_) for id_ in sorted(ids) if type_ in (None, self._store.entity[id_].type))

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts by id, all or those with this entity, of this predicate, or the one of this id."""
        ids = set(self._store.fact) if entity is None else self._store.facts_of.get(entity, set())
        ids = ids if fact is None else ids & {fact}
        return (self._fact(id_) for id_ in sorted(ids) if predicate in (None, self._store.fact[id_].predicate))

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements, sorted by id."""
        return (self._store.judged[id_] for id_ in sorted(self._store.judged))

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        refs = self._store.refs.get(entity or "", set())
        ids = {article} if article is not None else {ref.rpartition("#")[0] for ref in refs}
        found = [one for id_ in ids if id_ in self._store.articles for one in self._store.articles[id_][1]]
        return iter(sorted((one for one in found if article is not None or one.ref in refs), key=lambda one: one.ref))

    def notes(self) -> Iterator[tuple[str, str]]:
        """All notes by key, in no order."""
        return iter(self._store.notes.items())

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines."""
        store = self._store
        quads: Iterable[shape.Quad] = chain(
            chain.from_iterable(shape.article_quads(*read) for read in store.articles.values()),
            chain.from_iterable(map(shape.entity_quads, store.entity.values())),
            chain.from_iterable(map(shape.fact_quads, store.fact.values())),
            chain.from_iterable(map(shape.judgement_quads, store.judged.values())),
            (shape.lead_quad(ref, entity) for ref, entity in store.home.items()),
            (shape.support_quad(claim, fact) for fact, claims in store.claims.items() for claim in claims),
        )
        return iter(sorted(set(map(shape.to_line, quads))))

    def _entity(self, id_: str) -> Entity:
        return replace(self._store.entity[id_], referents=tuple(sorted(self._store.refs.get(id_, ()))))

    def _fact(self, id_: str) -> Fact:
        return replace(self._store.fact[id_], claims=tuple(sorted(self._store.claims.get(id_, ()))))


class MemoryWriter:
    """Collects the operations of one step; the store runs them when the transaction ends."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self.operations: list[Callable[[], object]] = []

    def reader(self) -> MemoryReader:
        """A reader of the state before the step."""
        return self._store.reader()

    def note(self, key: str) -> str | None:
        """The note of that key."""
        return self._store.notes.get(key)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        return self.reader().referents(article=article, entity=entity)

    def put_article(self, article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> None:
        """Store an article with what was read out of it; one of the same id is replaced."""
        self.remove_article(article.id)
        read = (article, tuple(referents), tuple(claims))
        self.operations.append(lambda: self._store.articles.update({article.id: read}))
        self.operations.append(lambda: self._store.by_id.update({claim.id: claim for claim in read[2]}))

    def remove_article(self, article_id: str) -> None:
        """Take an article and its referents and claims out."""
        for claim in self.reader().claims(article=article_id):
            self.operations.append(partial(_set, self._store.by_id, claim.id, None))
        self.operations.append(lambda: self._store.articles.pop(article_id, None))

    def put_judgement(self, judgement: Judgement) -> None:
        """Store a judgement."""
        self.operations.append(partial(_set, self._store.judged, judgement.id, judgement))

    def remove_judgement(self, judgement_id: str) -> None:
        """Take a judgement out."""
        self.operations.append(partial(_set, self._store.judged, judgement_id, None))

    def apply(self, change: Change) -> None:
        """Write what the step changes in entities, facts, their links and notes."""
        self.operations.append(partial(self._apply, change))  # one for all: of many articles at once a change is large

    def _apply(self, change: Change) -> None:
        for entity, entity_now in change.entities:
            self._set_entity(entity, entity_now)
        for fact, fact_now in change.facts:
            self._set_fact(fact, fact_now)
        for ref, home, home_now in change.leads:
            _set(self._store.home, ref, home_now)
            _link(self._store.refs, ref, home, home_now)
        for claim, supported, supported_now in change.supports:
            _link(self._store.claims, claim, supported, supported_now)
        for key, _, text in change.notes:
            _set(self._store.notes, key, text)

    def _set_entity(self, before: Entity | None, after: Entity | None) -> None:
        for entity, wanted in ((before, False), (after, True)):
            if entity is not None:
                _set(self._store.entity, entity.id, entity if wanted else None)
                for key in {name_key(name) for name in entity.names}:
                    _link(self._store.keyed, entity.id, None if wanted else key, key if wanted else None)

    def _set_fact(self, before: Fact | None, after: Fact | None) -> None:
        for fact, wanted in ((before, False), (after, True)):
            if fact is not None:
                _set(self._store.fact, fact.id, fact if wanted else None)
                for end in {fact.subject, fact.object} - {None}:
                    _link(self._store.facts_of, fact.id, None if wanted else end, end if wanted else None)


def _set(table: MutableMapping[str, T], key: str, value: T | None) -> None:
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _link(table: MutableMapping[str, set[str]], member: str, before: str | None, after: str | None) -> None:
    if before is not None:
        table[before].discard(member)
        if not table[before]:
            del table[before]
    if after is not None:
        table[after].add(member)
