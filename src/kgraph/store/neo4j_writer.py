"""Collects what one step changes, as statements that the store runs in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store import neo4j_statements as cypher
from kgraph.store.neo4j_articles import Read, article_statements
from kgraph.store.neo4j_change import change_statements
from kgraph.store.neo4j_shape import to_judgement
from kgraph.store.neo4j_statements import Statement
from kgraph.store.neo4j_terms import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Change, Claim, Judgement, Referent
    from kgraph.store.neo4j_notes import Notes
    from kgraph.store.neo4j_reader import Neo4jReader


class Neo4jWriter:
    """Changes the graph by one step; nothing reaches the server before the block ends."""

    def __init__(self, reader: Neo4jReader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._gone: dict[str, None] = {}
        self._come: dict[str, Read] = {}
        self._judged: dict[str, Judgement | None] = {}
        self._statements: list[Statement] = []
        self.noted: dict[str, str | None] = {}

    def reader(self) -> Neo4jReader:
        """A reader of the state before the step."""
        return self._reader

    def note(self, key: str) -> str | None:
        """The note of that key."""
        return self._notes.get(key)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        return self._reader.referents(article=article, entity=entity)

    def put_article(self, article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> None:
        """Store an article with what was read out of it; one of the same id is replaced."""
        self._come[article.id] = article, tuple(referents), tuple(claims)

    def remove_article(self, article_id: str) -> None:
        """Take an article and its referents and claims out."""
        self._come.pop(article_id, None)
        self._gone[article_id] = None

    def put_judgement(self, judgement: Judgement) -> None:
        """Store a judgement."""
        self._judged[judgement.id] = judgement

    def remove_judgement(self, judgement_id: str) -> None:
        """Take a judgement out."""
        self._judged[judgement_id] = None

    def apply(self, change: Change) -> None:
        """Write what the step changes in entities, facts, their links and notes."""
        self._settle()
        self._statements += change_statements(change)
        self.noted |= {key: text for key, _, text in change.notes}

    def statements(self) -> list[Statement]:
        """Everything in the order in which it must be run, statements without rows left out."""
        self._settle()
        return [statement for statement in self._statements if statement.rows]

    def _settle(self) -> None:
        """Put what was collected since the last change before what comes."""
        judged = self._judged.items()
        self._statements += [
            Statement(cypher.REMOVE_ARTICLES, list(map(short, self._gone))),
            *article_statements(list(self._come.values())),
            Statement(cypher.REMOVE_JUDGEMENTS, [id_ for id_, judgement in judged if judgement is None]),
            Statement(cypher.PUT_JUDGEMENTS, [to_judgement(judgement) for _, judgement in judged if judgement]),
        ]
        self._gone, self._come, self._judged = {}, {}, {}
