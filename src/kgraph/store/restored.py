"""An exported graph read back: its articles with what was read out of them, and its judgements, or one line why it is not ours.

What follows from articles and judgements (entities, facts) is not read: the pipeline derives it again.  Everything else must be
statement for statement what kgraph writes, so that nothing comes in that no article bears out.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from kgraph.errors import InputError
from kgraph.settings import base_iri
from kgraph.store import shape
from kgraph.store.rdf_reader import RdfReader
from kgraph.store.rdf_rows import OxigraphRows
from kgraph.store.terms import RDF, iri, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from kgraph.model import Article, Claim, Judgement, Referent
    from kgraph.store.base import Reader

COMPLETE = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "trig12": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
ENDINGS = {".nq": "nquads", ".nquads": "nquads", ".trig": "trig", ".jsonld": "jsonld"}

_REIFIES = NamedNode(f"{RDF}reifies")
_ENDS = ("subject", "predicate", "object")


class Restored:
    """What an exported graph holds, checked before any of it is given."""

    def __init__(self, graph: pyoxigraph.Store, name: str) -> None:
        self._graph, self._name = graph, name
        self._reader = RdfReader(OxigraphRows(graph))

    def check(self) -> None:
        """Raise :class:`~kgraph.errors.InputError` unless the graph is one that kgraph wrote, whole."""
        ids = list(self._reader.article_ids())
        if not ids:
            raise InputError(f"{self._name}: expected a graph that kgraph wrote under {base_iri()}, found no article in it")
        ours = {iri("graph", article_id) for article_id in ids} | {iri("judgements")}
        for graph in self._graph.named_graphs():
            if str(graph) not in ours:
                raise InputError(f"{self._name}: expected graphs of articles and of judgements, found {graph}")
        for _ in self.articles():
            pass
        self._expect(iri("judgements"), (quad for each in self.judgements() for quad in shape.judgement_quads(each)))

    def count_articles(self) -> int:
        """How many articles there are."""
        return sum(1 for _ in self._reader.article_ids())

    def articles(self) -> Iterator[tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]]:
        """Every article with its referents and claims, by id."""
        for article_id in self._reader.article_ids():
            self._need_text(article_id)
            try:
                article = self._reader.article(article_id)
                referents = tuple(self._reader.referents(article=article_id))
                claims = tuple(self._reader.claims(article=article_id))
            except (KeyError, IndexError, ValueError) as error:
                raise InputError(f"{self._name}: expected all of article {article_id}, found parts missing") from error
            assert article is not None
            self._expect(iri("graph", article_id), shape.article_quads(article, referents, claims))
            yield article, referents, claims

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, by id."""
        try:
            yield from self._reader.judgements()
        except (KeyError, IndexError, ValueError) as error:
            raise InputError(f"{self._name}: expected judgements as kgraph writes them, parts are missing") from error

    def count_differences(self, reader: Reader) -> int:
        """How many statements stand in only one of the file and what this reader shows."""
        merged = merge(self._reader.quads(), reader.quads())
        return sum(1 for _, same in groupby(merged) if len(list(same)) == 1)

    def _need_text(self, article_id: str) -> None:
        node, graph = (NamedNode(iri(kind, article_id)[1:-1]) for kind in ("article", "graph"))
        if not any(self._graph.quads_for_pattern(node, NamedNode(term("text")[1:-1]), None, graph)):
            raise InputError(f"{self._name}: expected whole articles, found {article_id} without its text (a part of a graph)")

    def _expect(self, graph: str, quads: Iterable[shape.Quad]) -> None:
        """The statements of this graph must be these, no more and no fewer.

        A changed word of a text, a claim or its evidence shows in a hash or an id; the names of a referent are in none.
        """
        wanted = {f"{triple} {place}" for triple, place in quads}
        found = {str(quad) for quad in self._graph.quads_for_pattern(None, None, None, NamedNode(graph[1:-1]))}
        if wanted != found:
            odd = min(found - wanted or wanted - found)
            raise InputError(f"{self._name}: expected in {graph} what kgraph writes, found otherwise: {odd[:200]}")


@contextmanager
def open_export(file: BinaryIO, format_: str, name: str) -> Iterator[Restored]:
    """The graph in a file of one of the formats that carry everything (:data:`COMPLETE`), held on disk while it is read.

    Raises :class:`~kgraph.errors.InputError`, with the name of the file, for what cannot be parsed or is not kgraph's.
    """
    with tempfile.TemporaryDirectory(prefix="kgraph-import-") as folder:
        graph = pyoxigraph.Store(folder)
        try:
            graph.bulk_load(file, COMPLETE[format_])
        except (SyntaxError, ValueError, OSError) as error:
            first = str(error).split("\n")[0][:200]
            raise InputError(f"{name}: expected {format_}, found an error: {first}") from error
        _spell_out(graph)
        restored = Restored(graph, name)
        restored.check()
        yield restored


def _spell_out(graph: pyoxigraph.Store) -> None:
    """What RDF 1.2 says in a triple term, as RDF 1.1 has it."""
    for quad in list(graph.quads_for_pattern(None, _REIFIES, None)):
        if isinstance(quad.object, Triple):
            ends = zip(_ENDS, (quad.object.subject, quad.object.predicate, quad.object.object), strict=True)
            graph.extend(Quad(quad.subject, NamedNode(f"{RDF}{end}"), found, quad.graph_name) for end, found in ends)
            graph.remove(quad)
