"""Looks names up by their pieces in the index of an Oxigraph store (:mod:`kgraph.store.index`).

Of a piece that many names share, Oxigraph hands out the keys in one text and Python puts them in order: that is four times as
quick as to let Oxigraph sort, which reads a key anew whenever it compares it.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import QueryResultsFormat, QuerySolutions

from kgraph.store.index import gram_iri, names_graph
from kgraph.store.lookup import COMMON, Hit, nearness, rare
from kgraph.store.rdf_rows import answers
from kgraph.store.terms import decode, text_literal
from kgraph.text.grams import heads, inner_grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

FEW = 200  # names that share a piece: to read them all costs as much as to count on
MANY = 500  # keys asked for at once


class NameIndex:
    """The names of one class, or of all."""

    def __init__(self, graph: Store, type_: str | None = None) -> None:
        self._graph = graph
        self._place = f"GRAPH {names_graph(type_)}" if type_ else "GRAPH ?names"
        self._counts: dict[tuple[str, int], int] = {}

    def hits(self, text: str, limit: int) -> list[Hit]:
        """Entities with a name that holds the text, the nearest first."""
        found: dict[str, Hit] = {}
        for piece, keys in self._ways(text):
            while some := list(islice(keys, min(limit, MANY))):
                for key, node in self._owners(piece, some):
                    entity = decode(node)
                    found.setdefault(entity, Hit(nearness(key, text) or 0, key, entity))
                if len(found) >= limit:
                    return list(found.values())[:limit]
        return list(found.values())

    def alike(self, key: str) -> list[str]:
        """Ids of entities with a name that shares a rare piece with this key."""
        return rare({piece: self._count(piece, COMMON) for piece in inner_grams(key)}, self._entities)

    def _ways(self, text: str) -> Iterator[tuple[str, Iterator[str]]]:
        """A piece by which names are found and the keys that count: of names that begin so, then of those that hold the text."""
        if not text:
            return
        inner = inner_grams(text)
        piece = self._rarest((*reversed(heads(text)), *inner)) if inner else heads(text)[-1]
        keys = self._keys(piece)
        yield piece, _shortest_first(key for key in keys if key.startswith(text))
        if inner:
            other = self._rarest(inner)
            keys = keys if other == piece else self._keys(other)
            yield other, _shortest_first(key for key in keys if text in key and not key.startswith(text))

    def _rarest(self, pieces: tuple[str, ...]) -> str:
        for most in (FEW, COMMON):
            best = min(pieces, key=lambda piece: self._count(piece, most))
            if self._count(best, most) <= most:
                break
        return best

    def _count(self, piece: str, most: int) -> int:
        """How many names hold a piece; what is common is not counted to its end."""
        if (piece, most) not in self._counts:
            inner = f"SELECT ?node {{ {self._named(piece)} }} LIMIT {most + 1}"
            ((count,),) = answers(self._graph, f"SELECT (COUNT(*) AS ?count) {{ {{ {inner} }} }}")
            self._counts[piece, most] = int(count)
        return self._counts[piece, most]

    def _keys(self, piece: str) -> list[str]:
        found = self._graph.query(f"SELECT ?key {{ {self._named(piece)} }}")
        assert isinstance(found, QuerySolutions)
        text = (found.serialize(format=QueryResultsFormat.CSV) or b"").decode()
        if '"' in text:
            return [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
        return text.split("\r\n")[1:-1]

    def _owners(self, piece: str, keys: list[str]) -> list[tuple[str, ...]]:
        """These keys with the entities that bear them, in the order of hits."""
        wanted = " ".join(map(text_literal, keys))
        rows = answers(self._graph, f"SELECT ?key ?node {{ VALUES ?key {{ {wanted} }} {self._named(piece)} }}")
        return sorted(rows, key=lambda row: (len(row[0]), row))

    def _entities(self, piece: str) -> Iterator[str]:
        return (decode(node) for (node,) in answers(self._graph, f"SELECT ?node {{ {self._named(piece)} }}"))

    def _named(self, piece: str) -> str:
        return f"{self._place} {{ ?node {gram_iri(piece)} ?key }}"


def _shortest_first(keys: Iterable[str]) -> Iterator[str]:
    """Each key once, the shortest first and those of a length in order, sorted no further than they are asked for."""
    by_length: dict[int, set[str]] = {}
    for key in keys:
        by_length.setdefault(len(key), set()).add(key)
    for length in sorted(by_length):
        yield from sorted(by_length[length])
