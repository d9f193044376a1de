"""The embedded store: RDF in Oxigraph, in a folder on disk.

A step is one SPARQL update of DELETE DATA and INSERT DATA, which Oxigraph runs in one transaction: after a crash an article
is there whole or not at all.  What is deleted and inserted is computed from the nouns (:mod:`kgraph.store.shape`), never
matched by a pattern.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph.errors import StoreError
from kgraph.store import shape
from kgraph.store.folder import StoreFolder
from kgraph.store.rdf_reader import RdfReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Article, Change, Claim, Judgement, Referent


FLUSH_EVERY = (
    500  # steps; what waits in memory costs some 0.4 MB a step, a flush some 0.5 s (measured on 4,000 articles, 2026-11)
)


class RdfStore:
    """A graph in a folder; ``graph`` is the Oxigraph store behind it, for queries."""

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self._folder = StoreFolder(Path(path), read_only=read_only)
        self._read_only = read_only
        self._steps = 0
        try:
            open_graph = pyoxigraph.Store.read_only if read_only else pyoxigraph.Store
            self.graph = open_graph(str(self._folder.graph))
        except (OSError, ValueError, RuntimeError) as error:  # Oxigraph says RuntimeError of a damaged file
            self._folder.close()
            raise StoreError(f"expected a graph that can be opened in {self._folder.graph}, found: {error}") from error

    def reader(self) -> RdfReader:
        """A reader of the last committed state."""
        return RdfReader(self.graph)

    @contextmanager
    def transaction(self) -> Iterator[RdfWriter]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        if self._read_only:
            raise StoreError(f"expected a store open for writing, found {self._folder.path} open for reading only")
        writer = RdfWriter(self.graph)
        yield writer
        try:
            for update in writer.updates():
                self.graph.update(update)
                self._steps += 1
            if self._steps >= FLUSH_EVERY:
                self.graph.flush()
                self._steps = 0
        except (OSError, RuntimeError) as error:
            raise StoreError(f"expected to write to {self._folder.path}, found: {error}") from error

    def close(self) -> None:
        """Write everything to disk and let other processes have the folder."""
        if not self._read_only:
            self.graph.flush()
        del self.graph
        self._folder.close()


class RdfWriter:
    """Collects the quads that one step takes out and puts in."""

    def __init__(self, graph: pyoxigraph.Store) -> None:
        self._graph = graph
        self._minus: set[shape.Quad] = set()
        self._plus: set[shape.Quad] = set()

    def reader(self) -> RdfReader:
        """A reader of the state before the step."""
        return RdfReader(self._graph)

    def note(self, key: str) -> str | None:
        """The note of that key."""
        return self.reader().note(key)

    def referents(self, *, article: str | None = None, entity: str | None = None) -> Iterator[Referent]:
        """Referents of an article, or those that lead to an entity, sorted by ref."""
        return self.reader().referents(article=article, entity=entity)

    def put_article(self, article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> None:
        """Store an article with what was read out of it; one of the same id is replaced."""
        self.remove_article(article.id)
        self._plus.update(shape.article_quads(article, referents, claims))

    def remove_article(self, article_id: str) -> None:
        """Take an article and its referents and claims out."""
        article = self.reader().article(article_id)
        if article is not None:
            claims = self.reader().claims(article=article_id)
            self._minus.update(shape.article_quads(article, self.referents(article=article_id), claims))

    def put_judgement(self, judgement: Judgement) -> None:
        """Store a judgement."""
        self._plus.update(shape.judgement_quads(judgement))

    def remove_judgement(self, judgement_id: str) -> None:
        """Take a judgement out."""
        for judgement in self.reader().judgements():
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

    def updates(self) -> Iterator[str]:
        """The one SPARQL update of the step, if it changes anything."""
        gone, come = self._minus - self._plus, self._plus - self._minus
        parts = [f"{verb} DATA {{\n{_data(quads)}}}" for verb, quads in (("DELETE", gone), ("INSERT", come)) if quads]
        if parts:
            yield " ;\n".join(parts)


def _data(quads: set[shape.Quad]) -> str:
    """Quads as SPARQL data blocks, one a graph."""
    graphs: dict[str, list[str]] = {}
    for triple, graph in quads:
        graphs.setdefault(graph, []).append(triple)
    blocks = []
    for graph, triples in graphs.items():
        data = "".join(f"{triple} .\n" for triple in triples)
        blocks.append(f"GRAPH {graph} {{\n{data}}}\n" if graph else data)
    return "".join(blocks)
