"""What a store can do: three small Protocols.  The memory store is the reference; one contract of tests runs on every store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from kgraph.model import Article, Change, Claim, Entity, Fact, Judgement, Referent


class Reader(Protocol):
    """Reads one consistent state of the graph.  All iterators give a fixed order (by id, or by place in the text)."""

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        ...

    def article(self, article_id: str) -> Article | None:
        """The article of that id, with its text."""
        ...

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all."""
        ...

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id, or the one that a referent's ref leads to."""
        ...

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities, all or those of a type or with a name of that key (``kgraph.text.keys.name_key``)."""
        ...

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts, all or those with this entity as subject or object, of this predicate, or the one of this id."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements, sorted by id."""
        ...

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines (RDFC-1.0), each ending in a line feed, in code point order."""
        ...


class Writer(Protocol):
    """Changes the graph by one step (an article or a judgement with what follows from it) inside one transaction.

    What is read here is the state before the step.
    """

    def put_article(self, article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> None:
        """Store an article with what was read out of it; one of the same id is replaced."""
        ...

    def remove_article(self, article_id: str) -> None:
        """Take an article and its referents and claims out."""
        ...

    def put_judgement(self, judgement: Judgement) -> None:
        """Store a judgement."""
        ...

    def remove_judgement(self, judgement_id: str) -> None:
        """Take a judgement out."""
        ...

    def apply(self, change: Change) -> None:
        """Write what the step changes in entities, facts, their links and notes."""
        ...

    def note(self, key: str) -> str | None:
        """The note of that key: the bookkeeping of :mod:`kgraph.entities`."""
        ...

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        ...

    def reader(self) -> Reader:
        """A reader of the state before the step."""
        ...


class Store(Protocol):
    """A place where a graph lives."""

    def reader(self) -> Reader:
        """A reader of the last committed state."""
        ...

    def transaction(self) -> AbstractContextManager[Writer]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        ...

    def close(self) -> None:
        """Give back what the store holds; it cannot be used afterwards."""
        ...


def place(claim: Claim) -> tuple[str, int, int, str]:
    """The order of claims: by article, then by place in its text, then by id."""
    return claim.article, claim.evidence.start, claim.trigger.start, claim.id
