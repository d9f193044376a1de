"""Reads the nouns out of Neo4j.

Long lists come in portions: first the ids, sorted here in the order of code points (Neo4j's is that of UTF-16), then what
belongs to some hundred of them at a time.
"""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from kgraph import ontology
from kgraph.store import shape
from kgraph.store.base import place
from kgraph.store.line_sort import sorted_lines
from kgraph.store.neo4j_shape import from_article, from_claim, from_entity, from_fact, from_judgement, from_referent
from kgraph.store.neo4j_statements import any_fact, chunks
from kgraph.store.neo4j_terms import REPORTED, property_name, relationships, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article, Claim, Entity, Fact, Judgement, Referent
    from kgraph.store.neo4j_link import Link

ARTICLES, ENTITIES, FACTS, NOTES = 20, 500, 1_000, 5_000  # how many are read at once

_ID = "coalesce({0}.long_id, {0}.id)"
_CLAIM = f"""
MATCH (claim)-[:STATED_IN]->(article:Article), (claim)-[:SUBJECT]->(subject:Referent)
OPTIONAL MATCH (claim)-[:OBJECT]->(object:Referent)
RETURN {_ID.format("article")} AS article, properties(claim) AS claim, properties(subject) AS subject,
  properties(object) AS object"""
_ENTITY = f"""
RETURN properties(entity) AS entity, labels(entity) AS labels,
  COLLECT {{ MATCH (referent:Referent)-[:REFERS_TO]->(entity) RETURN {_ID.format("referent")} }} AS referents"""
_FACT = f"""
WITH DISTINCT fact, startNode(fact) AS subject, endNode(fact) AS object
RETURN properties(fact) AS fact, {_ID.format("subject")} AS subject,
  CASE WHEN object:Entity THEN {_ID.format("object")} END AS object"""


class Neo4jReader:
    """Reads what was last committed."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        return iter(sorted(self._ids("MATCH (one:Article)")))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, with its text."""
        return next(self._articles([article_id]), None)

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all, by article and place."""
        if fact is not None:
            rows = self._link.read(f"MATCH (claim:Claim {{fact: $fact}}){_CLAIM}", fact=fact)
            yield from sorted(map(_claim, rows), key=place)
            return
        for some in chunks([article] if article is not None else self.article_ids(), ARTICLES):
            yield from self._claims(some)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id, or the one that a referent's ref leads to."""
        lead = "MATCH (:Referent {id: $id})-[:REFERS_TO]->(entity:Entity)"
        match = lead if "#" in id_or_ref else "MATCH (entity:Entity {id: $id})"
        return next(map(_entity, self._link.read(f"{match}{_ENTITY}", id=short(id_or_ref))), None)

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities by id, all or those of a type or with a name of that key."""
        match = "MATCH (one:Entity)" if key is None else "MATCH (:Name {key: $key})<-[:NAMED]-(one:Entity)"
        for some in chunks(sorted(self._ids(match, key=short(key or ""))), ENTITIES):
            rows = self._link.read(f"MATCH (entity:Entity) WHERE entity.id IN $ids{_ENTITY}", ids=list(map(short, some)))
            found = (entity for entity in map(_entity, rows) if type_ in (None, entity.type))
            yield from sorted(found, key=lambda entity: entity.id)

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts by id, all or those with this entity, of this predicate, or the one of this id."""
        if fact is not None:
            rows = self._link.read(f"CALL () {{\n{any_fact('$id')}\n}}{_FACT}", id=fact)
        elif entity is not None:
            any_type = "|".join(relationships())
            rows = self._link.read(f"MATCH (:Entity {{id: $id}})-[fact:{any_type}]-(){_FACT}", id=short(entity))
        else:
            yield from self._all_facts(predicate)
            return
        found = (one for one in map(_fact, rows) if predicate in (None, one.predicate))
        yield from sorted((one for one in found if entity in (None, one.subject, one.object)), key=lambda one: one.id)

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements, sorted by id."""
        rows = self._link.read("MATCH (judgement:Judgement) RETURN properties(judgement) AS judgement")
        return iter(sorted((from_judgement(row["judgement"]) for row in rows), key=lambda judgement: judgement.id))

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines."""
        quads = chain(self._article_quads(), self._entity_quads(), self._fact_quads())
        judged = chain.from_iterable(map(shape.judgement_quads, self.judgements()))
        lines = sorted_lines(shape.to_line(quad).encode() for quad in chain(quads, judged))
        return (line.decode() for line, _ in groupby(lines))

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        if article is not None:
            return iter(self._referents([article]).get(article, []))
        match = "MATCH (referent:Referent)-[:REFERS_TO]->(:Entity {id: $id})"
        rows = self._link.read(f"{match} RETURN properties(referent) AS referent", id=short(entity or ""))
        return iter(sorted((from_referent(row["referent"]) for row in rows), key=lambda referent: referent.ref))

    def notes(self) -> Iterator[tuple[str, str]]:
        """All notes by key, in no order."""
        elements = [row["id"] for row in self._link.read("MATCH (note:Note) RETURN elementId(note) AS id")]
        answer = "RETURN coalesce(note.long_key, note.key) AS key, note.text AS text"
        for some in chunks(elements, NOTES):
            rows = self._link.read(f"MATCH (note:Note) WHERE elementId(note) IN $ids {answer}", ids=some)
            yield from ((row["key"], row["text"]) for row in rows)

    def _ids(self, match: str, **parameters: object) -> list[str]:
        return [row["id"] for row in self._link.read(f"{match} RETURN DISTINCT {_ID.format('one')} AS id", **parameters)]

    def _articles(self, ids: list[str]) -> Iterator[Article]:
        match = "MATCH (article:Article) WHERE article.id IN $ids RETURN properties(article) AS article"
        rows = self._link.read(match, ids=list(map(short, ids)))
        return iter(sorted((from_article(row["article"]) for row in rows), key=lambda article: article.id))

    def _claims(self, articles: list[str]) -> list[Claim]:
        match = "MATCH (at:Article) WHERE at.id IN $ids MATCH (claim:Claim)-[:STATED_IN]->(at)"
        rows = self._link.read(f"{match}{_CLAIM}", ids=list(map(short, articles)))
        return sorted(map(_claim, rows), key=place)

    def _referents(self, articles: list[str]) -> dict[str, list[Referent]]:
        match = "MATCH (at:Article) WHERE at.id IN $ids MATCH (referent:Referent)-[:MENTIONED_IN]->(at)"
        answer = f"RETURN {_ID.format('at')} AS article, properties(referent) AS referent"
        found: dict[str, list[Referent]] = {}
        for row in self._link.read(f"{match} {answer}", ids=list(map(short, articles))):
            found.setdefault(row["article"], []).append(from_referent(row["referent"]))
        return {article: sorted(referents, key=lambda referent: referent.ref) for article, referents in found.items()}

    def _all_facts(self, predicate: str | None) -> Iterator[Fact]:
        types = relationships() if predicate is None else (ontology.predicate(predicate).relationship, REPORTED)
        only = "" if predicate is None else "WHERE fact.predicate = $predicate"
        match = f"MATCH ()-[fact:{'|'.join(types)}]->() {only} RETURN fact.id AS id, elementId(fact) AS element"
        name = property_name(predicate) if predicate else None
        ids = sorted((row["id"], row["element"]) for row in self._link.read(match, predicate=name))
        for some in chunks(ids, FACTS):
            match = "UNWIND $elements AS element MATCH ()-[fact]->() WHERE elementId(fact) = element"
            rows = self._link.read(f"{match}{_FACT}", elements=[element for _, element in some])
            yield from sorted(map(_fact, rows), key=lambda fact: fact.id)

    def _article_quads(self) -> Iterator[shape.Quad]:
        for ids in chunks(self.article_ids(), ARTICLES):
            referents = self._referents(ids)
            claims = {id_: list(of) for id_, of in groupby(self._claims(ids), key=lambda claim: claim.article)}
            for article in self._articles(ids):
                yield from shape.article_quads(article, referents.get(article.id, ()), claims.get(article.id, ()))

    def _entity_quads(self) -> Iterator[shape.Quad]:
        for entity in self.entities():
            yield from shape.entity_quads(entity)
            yield from (shape.lead_quad(ref, entity.id) for ref in entity.referents)

    def _fact_quads(self) -> Iterator[shape.Quad]:
        for fact in self.facts():
            yield from shape.fact_quads(fact)
            yield from (shape.support_quad(claim, fact.id) for claim in fact.claims)


def _claim(row: dict[str, Any]) -> Claim:
    target = from_referent(row["object"]) if row["object"] else None
    return from_claim(row["claim"], row["article"], from_referent(row["subject"]), target)


def _entity(row: dict[str, Any]) -> Entity:
    type_ = next(found.name for found in ontology.classes() if found.name in row["labels"])
    return from_entity(row["entity"], type_, row["referents"])


def _fact(row: dict[str, Any]) -> Fact:
    return from_fact(row["fact"], row["subject"], row["object"])
