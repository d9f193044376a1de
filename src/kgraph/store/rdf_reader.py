"""Reads the nouns out of RDF, wherever its quads are kept."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kgraph import ontology
from kgraph.store import unshape
from kgraph.store.base import place
from kgraph.store.index import hidden_graphs
from kgraph.store.line_sort import sorted_lines
from kgraph.store.rdf_rows import DEFAULT, Row, by_subject
from kgraph.store.shape import LABEL, LANGUAGE, OBJECT, PREDICATE, SUBJECT, A, fact_iri
from kgraph.store.terms import decode, iri, referent_iri, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Claim, Entity, Fact, Judgement, Referent
    from kgraph.store.rdf_rows import Rows

TOGETHER = 200  # nodes read in one go: beyond that a server's answers grow without coming any faster


class RdfReader:
    """Reads what was last committed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        return iter(sorted(decode(row.subject) for row in self._rows.find(predicate=A, target=term("Article"))))

    def article(self, article_id: str) -> Article | None:
        """The article of that id, with its text."""
        nodes = by_subject(self._rows.find(iri("article", article_id), within=iri("graph", article_id)))
        return next(map(unshape.from_article, nodes.values()), None)

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all, by article and place."""
        if fact is not None:
            yield from self._claims_of_fact(fact)
            return
        for article_id in [article] if article is not None else self.article_ids():
            nodes = by_subject(self._rows.find(within=iri("graph", article_id)))
            claims = [node for node in nodes.values() if term("Claim")[1:-1] in node.get(A[1:-1], ())]
            yield from sorted((unshape.from_claim(node, nodes.__getitem__) for node in claims), key=place)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id, or the one that a referent's ref leads to."""
        if "#" in id_or_ref:
            leads = self._rows.find(referent_iri(id_or_ref), term("entity"), within=DEFAULT)
            nodes = [f"<{row.object}>" for row in leads]
        else:
            nodes = [iri("entity", id_or_ref)]
        return next(self._entities(nodes), None)

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities by id, all or those of a type or with a name of that key."""
        target = Literal(key) if key is not None else ""
        rows = self._rows.find(predicate=term("nameKey"), target=target, within=DEFAULT)
        nodes = sorted({row.subject for row in rows}, key=decode)
        return (entity for entity in self._entities(f"<{node}>" for node in nodes) if type_ in (None, entity.type))

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts by id, all or those with this entity, of this predicate, or the one of this id."""
        iris = sorted(self._fact_iris(entity, predicate, fact), key=decode)
        for some in _chunks(f"<{node}>" for node in iris):
            nodes = by_subject(self._rows.about(some, DEFAULT))
            for found in (unshape.from_fact(node[1:-1], nodes[node[1:-1]]) for node in some if node[1:-1] in nodes):
                if predicate in (None, found.predicate) and entity in (None, found.subject, found.object):
                    yield found

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements, sorted by id."""
        nodes = by_subject(self._rows.find(within=iri("judgements")))
        return iter(sorted(map(unshape.from_judgement, nodes.values()), key=lambda judgement: judgement.id))

    def quads(self) -> Iterator[str]:
        """The whole graph as canonical N-Quads lines."""
        return map(bytes.decode, sorted_lines(self._rows.lines(without=hidden_graphs())))

    def note(self, key: str) -> str | None:
        """The note of that key."""
        rows = self._rows.find(iri("note", key), term("note"), within=iri("notes"))
        return next((row.object for row in rows), None)

    def notes(self) -> Iterator[tuple[str, str]]:
        """All notes by key, in no order."""
        rows = self._rows.find(predicate=term("note"), within=iri("notes"))
        return ((decode(row.subject), row.object) for row in rows)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        if article is not None:
            rows = self._rows.find(predicate=A, target=term("Referent"), within=iri("graph", article))
        else:
            rows = self._rows.pointing(term("entity"), [iri("entity", entity or "")])
        for some in _chunks(referent_iri(ref) for ref in sorted(decode(row.subject) for row in rows)):
            nodes = by_subject(self._rows.about(some))
            yield from (unshape.from_referent(decode(node[1:-1]), nodes[node[1:-1]]) for node in some)

    def counts(self) -> dict[str, Counter[str]]:
        """How many articles of each language, entities of each type, facts and claims of each predicate, without reading them."""
        facts, claims = Counter[str](), Counter[str]()
        for row in self._rows.find(predicate=PREDICATE):
            (claims if row.graph else facts)[row.object] += 1
        types = {one.name: self._rows.find(predicate=A, target=term(one.name), within=DEFAULT) for one in ontology.classes()}
        return {
            "articles": Counter(row.object for row in self._rows.find(predicate=LANGUAGE)),
            "entities": Counter({name: sum(1 for _ in rows) for name, rows in types.items()}),
            "facts": Counter({unshape.local_name(name): count for name, count in facts.items()}),
            "claims": Counter({unshape.local_name(name): count for name, count in claims.items()}),
        }

    def _claims_of_fact(self, fact_id: str) -> Iterator[Claim]:
        links = self._rows.find(fact_iri(fact_id), term("claim"), within=DEFAULT)
        claims = [claim for some in _chunks(f"<{link.object}>" for link in links) for claim in self._claims_at(some)]
        yield from sorted(claims, key=place)

    def _claims_at(self, iris: list[str]) -> Iterator[Claim]:
        """The claims, and in two more steps what they point to: their referents and spans, and the selectors of those."""
        claims = by_subject(self._rows.about(iris))
        nodes = by_subject(self._rows.about(_targets(claims.values(), unshape.CLAIM_LINKS)))
        nodes |= by_subject(self._rows.about(_targets(nodes.values(), (unshape.SELECTOR,))))
        return (unshape.from_claim(node, nodes.__getitem__) for node in claims.values())

    def _entities(self, iris: Iterable[str]) -> Iterator[Entity]:
        for some in _chunks(iris):
            rows = list(self._rows.about(some, DEFAULT))
            nodes, referents = by_subject(rows), self._refs(some)
            labels = _labels(rows)
            for node in (node[1:-1] for node in some if node[1:-1] in nodes):
                refs = tuple(sorted(referents.get(node, ())))
                yield unshape.from_entity(decode(node), nodes[node], refs, labels.get(node, {}))

    def _refs(self, entities: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self._rows.pointing(term("entity"), entities):
            found.setdefault(row.object, []).append(decode(row.subject))
        return found

    def _fact_iris(self, entity: str | None, predicate: str | None, fact: str | None) -> set[str]:
        if fact is not None:
            return {fact_iri(fact)[1:-1]}
        if entity is None:
            target = term(predicate) if predicate else ""
            return {row.subject for row in self._rows.find(predicate=PREDICATE, target=target, within=DEFAULT)}
        ends = [iri("entity", entity)]
        return {row.subject for role in (SUBJECT, OBJECT) for row in self._rows.pointing(role, ends)}


def _chunks(iris: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(iris)
    while some := list(islice(remaining, TOGETHER)):
        yield some


def _targets(nodes: Iterable[unshape.Node], properties: Iterable[str]) -> list[str]:
    """What the nodes point to, each once, in angle brackets."""
    return [f"<{one}>" for one in dict.fromkeys(one for node in nodes for key in properties for one in node.get(key, ()))]


def _labels(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """The labels of each node, by language."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        if row.predicate == LABEL[1:-1]:
            found.setdefault(row.subject, {})[row.language or ""] = row.object
    return found
