"""Reads the nouns out of an Oxigraph store."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat

from kgraph.store import unshape
from kgraph.store.base import place
from kgraph.store.line_sort import sorted_lines
from kgraph.store.rdf_rows import DEFAULT, Row, by_subject, find_rows
from kgraph.store.shape import LABEL, OBJECT, PREDICATE, SUBJECT, A, fact_iri
from kgraph.store.terms import decode, iri, referent_iri, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kgraph.model import Article, Claim, Entity, Fact, Judgement, Referent


class RdfReader:
    """Reads what was last committed."""

    def __init__(self, graph: Store) -> None:
        self._graph = graph

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        return iter(sorted(decode(row.subject) for row in find_rows(self._graph, predicate=A, target=term("Article"))))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, with its text."""
        node = self._node(iri("article", article_id), iri("graph", article_id))
        return unshape.from_article(node) if node else None

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all, by article and place."""
        if fact is not None:
            yield from self._claims_of_fact(fact)
            return
        for article_id in [article] if article is not None else self.article_ids():
            nodes = by_subject(find_rows(self._graph, within=iri("graph", article_id)))
            claims = [node for node in nodes.values() if term("Claim")[1:-1] in node.get(A[1:-1], ())]
            yield from sorted((unshape.from_claim(node, nodes.__getitem__) for node in claims), key=place)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id, or the one that a referent's ref leads to."""
        if "#" in id_or_ref:
            leads = find_rows(self._graph, referent_iri(id_or_ref), term("entity"), within=DEFAULT)
            found = next((row.object for row in leads), None)
            return self._entity(f"<{found}>") if found else None
        return self._entity(iri("entity", id_or_ref))

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities by id, all or those of a type or with a name of that key."""
        rows = find_rows(self._graph, predicate=term("nameKey"), target=Literal(key) if key is not None else "", within=DEFAULT)
        for node in sorted({row.subject for row in rows}, key=decode):
            entity = self._entity(f"<{node}>")
            if entity is not None and type_ in (None, entity.type):
                yield entity

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts by id, all or those with this entity, of this predicate, or the one of this id."""
        for node_iri in sorted(self._fact_iris(entity, predicate, fact), key=decode):
            node = self._node(f"<{node_iri}>", DEFAULT)
            found = unshape.from_fact(node_iri, node) if node else None
            if found and predicate in (None, found.predicate) and entity in (None, found.subject, found.object):
                yield found

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements, sorted by id."""
        nodes = by_subject(find_rows(self._graph, within=iri("judgements")))
        return iter(sorted(map(unshape.from_judgement, nodes.values()), key=lambda judgement: judgement.id))

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines."""
        notes = f" {iri('notes')} .\n"
        with tempfile.TemporaryFile() as file:
            self._graph.dump(file, RdfFormat.N_QUADS)
            file.seek(0)
            lines = (line.decode("utf-8") for line in file)
            yield from sorted_lines(line for line in lines if not line.endswith(notes))

    def note(self, key: str) -> str | None:
        """The note of that key."""
        rows = find_rows(self._graph, iri("note", key), term("note"), within=iri("notes"))
        return next((row.object for row in rows), None)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        if article is not None:
            rows = find_rows(self._graph, predicate=A, target=term("Referent"), within=iri("graph", article))
        else:
            rows = find_rows(self._graph, predicate=term("entity"), target=iri("entity", entity or ""), within=DEFAULT)
        for ref in sorted(decode(row.subject) for row in rows):
            node = self._node(referent_iri(ref), iri("graph", ref.rpartition("#")[0]))
            yield unshape.from_referent(ref, node)

    def _node(self, node: str, graph: str) -> unshape.Node:
        return by_subject(find_rows(self._graph, node, within=graph)).get(node[1:-1], {})

    def _claims_of_fact(self, fact_id: str) -> Iterator[Claim]:
        links = find_rows(self._graph, fact_iri(fact_id), term("claim"), within=DEFAULT)
        yield from sorted((self._claim(list(find_rows(self._graph, f"<{link.object}>"))) for link in links), key=place)

    def _claim(self, rows: list[Row]) -> Claim:
        graph = f"<{rows[0].graph}>"
        return unshape.from_claim(by_subject(rows)[rows[0].subject], lambda node: self._node(f"<{node}>", graph))

    def _entity(self, node: str) -> Entity | None:
        rows = list(find_rows(self._graph, node, within=DEFAULT))
        if not rows:
            return None
        leads = find_rows(self._graph, predicate=term("entity"), target=node, within=DEFAULT)
        referents = tuple(sorted(decode(row.subject) for row in leads))
        labels = {row.language or "": row.object for row in rows if row.predicate == LABEL[1:-1]}
        return unshape.from_entity(decode(node[1:-1]), by_subject(rows)[node[1:-1]], referents, labels)

    def _fact_iris(self, entity: str | None, predicate: str | None, fact: str | None) -> set[str]:
        if fact is not None:
            return {fact_iri(fact)[1:-1]}
        if entity is None:
            rows = find_rows(self._graph, predicate=PREDICATE, target=term(predicate) if predicate else "", within=DEFAULT)
            return {row.subject for row in rows}
        both = (
            find_rows(self._graph, predicate=role, target=iri("entity", entity), within=DEFAULT) for role in (SUBJECT, OBJECT)
        )
        return {row.subject for rows in both for row in rows}
