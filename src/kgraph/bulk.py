"""A whole graph poured into an empty store, many articles and facts at a time: nothing is derived anew.

In between, articles stand there whose facts have not come yet.  So the target is marked as an unfinished copy (``begin_copy``),
which nobody but a copy opens, until all is there and both graphs have been compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from kgraph.errors import StoreError
from kgraph.model import Change

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kgraph.model import Article, Claim, Entity, Fact, Referent
    from kgraph.store import Reader, Writer

ARTICLES, ROWS = 100, 5_000  # in one transaction: articles; entities, facts and notes with the links that lead to them

T = TypeVar("T")
Progress = Callable[[str, int, int], None]


@runtime_checkable
class WholeReader(Protocol):
    """What a reader of every store gives beside what a Reader must."""

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article."""
        ...

    def notes(self) -> Iterator[tuple[str, str]]:
        """All bookkeeping of the entities room, by key, in no order."""
        ...


class Writable(Protocol):
    """A store that is open."""

    def reader(self) -> Reader:
        """A reader of the last committed state."""
        ...

    def transaction(self) -> AbstractContextManager[Writer]:
        """A writer whose changes become visible together."""
        ...


@runtime_checkable
class Target(Writable, Protocol):
    """A store on a server, which can be marked as an unfinished copy."""

    unfinished: bool

    def begin_copy(self) -> None:
        """Mark it."""
        ...

    def end_copy(self) -> None:
        """Take the mark away: it is a store like any other."""
        ...


@dataclass(frozen=True, slots=True)
class Poured:
    """How many articles and judgements were written, and how many articles were there already."""

    articles: int
    judgements: int
    already: int


def read_whole(reader: Reader, article_id: str) -> tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]:
    """An article with what was read out of it."""
    article = reader.article(article_id)
    if article is None or not isinstance(reader, WholeReader):
        raise StoreError(f"expected article {article_id} in a store that lasts, found it gone or in none")
    return article, tuple(reader.referents(article=article_id)), tuple(reader.claims(article=article_id))


def pour(source: Reader, target: Writable, tell: Progress) -> Poured:
    """Write all that the source holds and the target does not.

    What was begun before is gone on with: each portion is written whole or not at all.  Raises
    :class:`~kgraph.errors.StoreError` where something is there that the source does not have.
    """
    there = target.reader()
    ids, held = list(source.article_ids()), set(there.article_ids())
    entities, facts = ({one.id for one in found} if held else set() for found in (there.entities(), there.facts()))
    judgements = _pour_judgements(source, target)
    missing = list(_missing(ids, held, "articles", str))
    _pour_articles(source, target, missing, tell)
    for what, changes in (
        ("entities", _entity_changes(_missing(source.entities(), entities, "entities", attrgetter("id")))),
        ("facts", _fact_changes(_missing(source.facts(), facts, "facts", attrgetter("id")))),
        ("bookkeeping", _note_changes(source)),
    ):
        for change in changes:
            with target.transaction() as writer:
                writer.apply(change)
            tell(what, len(ids), len(ids))
    return Poured(len(missing), judgements, len(held))


def _missing(things: Iterable[T], held: set[str], what: str, id_of: Callable[[T], str]) -> Iterator[T]:
    """The things that are not held; an error where something else is."""
    other = set(held)
    for thing in things:
        if id_of(thing) not in held:
            yield thing
        other.discard(id_of(thing))
    if other:
        raise StoreError(f"expected the beginning of this copy, found {what} of something else there ({min(other)})")


def _portions(things: Iterable[T], most: int, size: Callable[[T], int] = lambda _: 1) -> Iterator[list[T]]:
    """Things in lists, each as short as it can be to come to ``most``."""
    some, total = list[T](), 0
    for thing in things:
        some.append(thing)
        total += size(thing)
        if total >= most:
            yield some
            some, total = [], 0
    if some:
        yield some


def _pour_judgements(source: Reader, target: Writable) -> int:
    held = {one.id for one in target.reader().judgements()}
    new = list(_missing(source.judgements(), held, "judgements", attrgetter("id")))
    if new:
        with target.transaction() as writer:
            for judgement in new:
                writer.put_judgement(judgement)
    return len(new)


def _pour_articles(source: Reader, target: Writable, missing: list[str], tell: Progress) -> None:
    done = 0
    for some in _portions(missing, ARTICLES):
        with target.transaction() as writer:
            for article_id in some:
                writer.put_article(*read_whole(source, article_id))
        done += len(some)
        tell(some[-1], done, len(missing))


def _entity_changes(entities: Iterable[Entity]) -> Iterator[Change]:
    for some in _portions(entities, ROWS, lambda entity: 1 + len(entity.referents)):
        leads = tuple((ref, None, entity.id) for entity in some for ref in entity.referents)
        yield Change(entities=tuple((None, replace(entity, referents=())) for entity in some), leads=leads)


def _fact_changes(facts: Iterable[Fact]) -> Iterator[Change]:
    for some in _portions(facts, ROWS, lambda fact: 1 + len(fact.claims)):
        supports = tuple((claim, None, fact.id) for fact in some for claim in fact.claims)
        yield Change(facts=tuple((None, replace(fact, claims=())) for fact in some), supports=supports)


def _note_changes(source: Reader) -> Iterator[Change]:
    assert isinstance(source, WholeReader)
    for some in _portions(source.notes(), ROWS):
        yield Change(notes=tuple((key, None, text) for key, text in some))
