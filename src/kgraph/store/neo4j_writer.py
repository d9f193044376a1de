"""Collects what one step changes, as statements that the store runs in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph.store import neo4j_statements as cypher
from kgraph.store.neo4j_change import change_statements
from kgraph.store.neo4j_link import Statement
from kgraph.store.neo4j_shape import to_article, to_claim, to_judgement, to_referent
from kgraph.store.neo4j_terms import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Change, Claim, Judgement, Referent
    from kgraph.store.neo4j_notes import Notes
    from kgraph.store.neo4j_reader import Neo4jReader

Read = tuple["Article", tuple["Referent", ...], tuple["Claim", ...]]


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
        read = list(self._come.values())
        claims = [row for one in read for row in _claim_rows(one)]
        judged = self._judged.items()
        self._statements += [
            Statement(cypher.REMOVE_ARTICLES, list(map(short, self._gone))),
            Statement(cypher.REMOVE_PARTS, [_kept_row(one) for one in read]),
            Statement(cypher.PUT_ARTICLES, [to_article(article) for article, _, _ in read]),
            Statement(cypher.PUT_REFERENTS, [row for one in read for row in _referent_rows(one)]),
            Statement(cypher.PUT_CLAIMS, claims),
            Statement(cypher.PUT_OBJECTS, [row for row in claims if row["object"] is not None]),
            Statement(cypher.REMOVE_JUDGEMENTS, [id_ for id_, judgement in judged if judgement is None]),
            Statement(cypher.PUT_JUDGEMENTS, [to_judgement(judgement) for _, judgement in judged if judgement]),
        ]
        self._gone, self._come, self._judged = {}, {}, {}


def _kept_row(read: Read) -> dict[str, Any]:
    article, referents, claims = read
    return {"id": short(article.id), "kept": [*(one.ref for one in referents), *(claim.id for claim in claims)]}


def _referent_rows(read: Read) -> Iterator[dict[str, Any]]:
    article, referents, _ = read
    return ({"article": short(article.id), "node": to_referent(one)} for one in referents)


def _claim_rows(read: Read) -> Iterator[dict[str, Any]]:
    article, _, claims = read
    for claim in claims:
        target = short(claim.object.ref) if claim.object else None
        ends = {"subject": short(claim.subject.ref), "object": target}
        yield {"article": short(article.id), "node": to_claim(claim), **ends}
