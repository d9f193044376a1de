"""What the entities room is told (a step) and what it may ask of what is stored (the state before the step)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article, Claim, Fact, Judgement, Referent


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one article: who it speaks of and what it states; ``text`` tells whose copy it is."""

    article: str
    published: str | None
    referents: tuple[Referent, ...]
    claims: tuple[Claim, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of building: an article taken away, put, or put in place of its older text; or judgements taken back or made.

    ``more`` are new articles that come at once with the one that is put: what they change together is then looked at once.
    """

    removed: Reading | None = None
    added: Reading | None = None
    more: tuple[Reading, ...] = ()
    retracted: tuple[Judgement, ...] = ()
    judged: tuple[Judgement, ...] = ()

    @property
    def gone(self) -> tuple[Reading, ...]:
        """What was read out of the articles that go."""
        return (self.removed,) if self.removed else ()

    @property
    def come(self) -> tuple[Reading, ...]:
        """What was read out of the articles that come."""
        return (self.added, *self.more) if self.added else self.more


class KnownFacts(Protocol):
    """The part of a reader that is needed here."""

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        ...

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """The claims that support a fact."""
        ...

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """The facts about an entity."""
        ...


class Known(Protocol):
    """The state before the step."""

    def note(self, key: str) -> str | None:
        """What this room wrote down under that key."""
        ...

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """The referents of an article or of an entity."""
        ...

    def reader(self) -> KnownFacts:
        """Claims and facts."""
        ...
