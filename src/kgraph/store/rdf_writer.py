"""One step as the quads that it takes out and puts in, computed from the nouns and never matched by a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Change, Claim, Judgement, Referent
    from kgraph.store.rdf_reader import RdfReader


class RdfWriter:
    """Collects the quads that one step takes out and puts in."""

    def __init__(self, reader: RdfReader) -> None:
        self._reader = reader
        self._minus: set[shape.Quad] = set()
        self._plus: set[shape.Quad] = set()
        self.notes: dict[str, str | None] = {}

    def reader(self) -> RdfReader:
        """A reader of the state before the step."""
        return self._reader

    def note(self, key: str) -> str | None:
        """The note of that key."""
        return self._reader.note(key)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        return self._reader.referents(article=article, entity=entity)

    def put_article(self, article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> None:
        """Store an article with what was read out of it; one of the same id is replaced."""
        self.remove_article(article.id)
        self._plus.update(shape.article_quads(article, referents, claims))

    def remove_article(self, article_id: str) -> None:
        """Take an article and its referents and claims out."""
        article = self._reader.article(article_id)
        if article is not None:
            claims = self._reader.claims(article=article_id)
            self._minus.update(shape.article_quads(article, self.referents(article=article_id), claims))

    def put_judgement(self, judgement: Judgement) -> None:
        """Store a judgement."""
        self._plus.update(shape.judgement_quads(judgement))

    def remove_judgement(self, judgement_id: str) -> None:
        """Take a judgement out."""
        for judgement in self._reader.judgements():
            if judgement.id == judgement_id:
                self._minus.update(shape.judgement_quads(judgement))

    def apply(self, change: Change) -> None:
        """Write what the step changes in entities, facts, their links and notes."""
        for entities in change.entities:
            for entity, quads in zip(entities, (self._minus, self._plus), strict=True):
                quads.update(shape.entity_quads(entity) if entity else ())
        for facts in change.facts:
            for fact, quads in zip(facts, (self._minus, self._plus), strict=True):
                quads.update(shape.fact_quads(fact) if fact else ())
        for links, to_quad in (
            (change.leads, shape.lead_quad),
            (change.supports, shape.support_quad),
            (change.notes, shape.note_quad),
        ):
            self._minus.update(to_quad(one, before) for one, before, _ in links if before is not None)
            self._plus.update(to_quad(one, after) for one, _, after in links if after is not None)
        self.notes.update((key, after) for key, _, after in change.notes)

    def gone(self) -> set[shape.Quad]:
        """The quads that are to be taken out."""
        return self._minus - self._plus

    def come(self) -> set[shape.Quad]:
        """The quads that are to be put in."""
        return self._plus - self._minus


def to_blocks(quads: Iterable[shape.Quad], default: str = "") -> str:
    """Quads as SPARQL data blocks, one a graph; ``default`` is the graph that stands for the default graph, if one does."""
    graphs: dict[str, list[str]] = {}
    for triple, graph in quads:
        graphs.setdefault(graph or default, []).append(triple)
    blocks = []
    for graph, triples in graphs.items():
        data = "".join(f"{triple} .\n" for triple in triples)
        blocks.append(f"GRAPH {graph} {{\n{data}}}\n" if graph else data)
    return "".join(blocks)
