"""Looks things up in the index of an Oxigraph store (:mod:`kgraph.store.index`).

Counting, filtering and sorting are left to Oxigraph, because turning a term into a Python text costs ten times what
finding it does.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kgraph.model import Span
from kgraph.store.index import BEGINNING, ENTITIES, FACTS, IDS, RECORD, id_iri, stated_iri
from kgraph.store.lookup import Quote, Stated
from kgraph.store.rdf_names import NameIndex
from kgraph.store.rdf_rows import ANY, DEFAULT, OxigraphRows, answers
from kgraph.store.records import from_entity_record, from_fact_record
from kgraph.store.shape import fact_iri
from kgraph.store.terms import OA, XSD, decode, iri, span_iri, term, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from kgraph.model import Entity, Fact, Qualifiers
    from kgraph.store.lookup import Hit

MANY = 500  # ids asked for at once
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


class RdfLookup:
    """Looks things up in the index."""

    def __init__(self, graph: Store) -> None:
        self._graph = graph
        self._find = OxigraphRows(graph).find

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """The entities of these ids."""
        found: dict[str, Entity] = {}
        for some in _batches(id_ for id_ in ids if "#" not in id_):
            rows = self._texts(f"SELECT ?record {{ {_values(some)} GRAPH {ENTITIES} {{ ?node {RECORD} ?record }} }}")
            found |= {entity.id: entity for entity in map(from_entity_record, rows)}
        return found

    def hits(self, text: str, *, type_: str | None = None, limit: int) -> list[Hit]:
        """Entities with a name that holds the text, the nearest first."""
        return NameIndex(self._graph, type_).hits(text, limit)

    def alike(self, key: str, *, type_: str | None = None) -> list[str]:
        """Ids of entities with a name that shares a rare piece with this key."""
        return NameIndex(self._graph, type_).alike(key)

    def facts(self, *, entity: str | None = None, predicate: str | None = None, said: Qualifiers | None = None) -> Iterator[Fact]:
        """Facts with this entity at an end, of this predicate, or all; of other dates and ranks as few as can be."""
        if entity is None and said is not None and (said.date or said.rank is not None):
            return (fact for fact in self._saying(said) if predicate in (None, fact.predicate))
        node = iri("entity", entity) if entity is not None else "?node"
        stated = stated_iri(predicate) if predicate is not None else "?stated"
        once = "DISTINCT " if entity is None else ""
        where = f"GRAPH {FACTS} {{ {node} {stated} ?record }}"
        return map(from_fact_record, self._texts(f"SELECT {once}?record {{ {where} }}"))

    def facts_beginning(self, beginning: str, limit: int) -> list[Fact]:
        """Facts whose id begins so, by id."""
        if len(beginning) >= BEGINNING:
            where = f"?fact {id_iri(beginning)} ?record"
        else:
            where = f"?fact ?id ?record FILTER(STRSTARTS(STR(?id), {text_literal(id_iri(beginning)[1:-1])}))"
        start = text_literal(fact_iri(beginning)[1:-1])
        where = f"GRAPH {IDS} {{ {where} FILTER(STRSTARTS(STR(?fact), {start})) }}"
        return [from_fact_record(text) for text in self._texts(f"SELECT ?record {{ {where} }} ORDER BY ?fact LIMIT {limit}")]

    def _saying(self, said: Qualifiers) -> Iterator[Fact]:
        """Facts of this rank, and of a date that may mean the same day: found by the values, which Oxigraph keeps sorted."""
        found: list[set[str]] = []
        if said.date:
            rows = (row for date in _same_days(said.date) for row in self._find(ANY, term("date"), date, DEFAULT))
            found.append({row.subject for row in rows})
        if said.rank is not None:
            rank = Literal(said.rank)
            found.append({row.subject for row in self._find(ANY, term("rank"), rank, DEFAULT)})
        nodes = iter(sorted(set.intersection(*found)))
        while some := list(islice(nodes, MANY)):
            wanted = " ".join(f"<{node}>" for node in some)
            where = f"VALUES ?node {{ {wanted} }} GRAPH {IDS} {{ ?node ?id ?record }}"
            yield from map(from_fact_record, self._texts(f"SELECT ?record {{ {where} }}"))

    def facts_of(self, ids: Iterable[str], *, predicate: str | None = None) -> dict[str, list[Fact]]:
        """Facts with each of these entities at an end."""
        stated = stated_iri(predicate) if predicate is not None else "?stated"
        found: dict[str, dict[str, Fact]] = {}
        for some in _batches(ids):
            wanted, where = set(some), f"GRAPH {FACTS} {{ ?node {stated} ?record }}"
            for fact in map(from_fact_record, self._texts(f"SELECT ?record {{ {_values(some)} {where} }}")):
                for end in (fact.subject, fact.object):
                    if end in wanted:
                        found.setdefault(end, {})[fact.id] = fact
        return {id_: list(facts.values()) for id_, facts in found.items()}

    def degrees(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts have these entities at an end."""
        counts: dict[str, int] = {}
        for some in _batches(ids):
            counts |= dict.fromkeys(some, 0)
            where = f"{{ {_values(some)} GRAPH {FACTS} {{ ?node ?stated ?record }} }} GROUP BY ?node"
            counts |= {decode(node): int(count) for node, count in self._rows(f"SELECT ?node (COUNT(*) AS ?count) {where}")}
        return counts

    def quotes(self, fact: str) -> list[Quote]:
        """Where the claims of a fact stand, read without the rest of the claims."""
        claims = [row.object for row in self._find(fact_iri(fact), term("claim"), within=DEFAULT)]
        placed = sorted(map(self._placed, claims), key=lambda each: each[0])
        return [quote for _, quote in placed]

    def sentences(self, facts: Iterable[str]) -> Iterator[Stated]:
        """The sentences that state these facts; their words are read one after the other, as they are asked for."""
        places: dict[str, list[str]] = {}
        for some in _batches(facts):
            wanted = " ".join(map(fact_iri, some))
            where = (
                f"VALUES ?fact {{ {wanted} }} ?fact {term('claim')} ?claim GRAPH ?graph {{ ?claim {term('evidence')} ?place }}"
            )
            for fact, place in self._rows(f"SELECT ?fact ?place {{ {where} }}"):
                places.setdefault(place, []).append(decode(fact))
        for (article, start, end), found in sorted((_place(place), found) for place, found in places.items()):
            yield Stated(article, Span(start, end, self._words(article, start, end)), tuple(sorted(set(found))))

    def articles_with(self, words: Iterable[str]) -> Iterator[str]:
        """Ids of the articles whose text holds all these words, by id."""
        held = " && ".join(f"CONTAINS(LCASE(?text), {text_literal(word)})" for word in words)
        where = f"GRAPH ?graph {{ ?article {term('text')} ?text }} FILTER({held})"
        return iter(sorted(map(decode, self._texts(f"SELECT ?article {{ {where} }}"))))

    def _placed(self, claim: str) -> tuple[tuple[str, int, int, str], Quote]:
        node = f"<{claim}>"
        evidence, trigger, rule = (next(self._find(node, term(name))) for name in ("evidence", "trigger", "rule"))
        article, start, end = _place(evidence.object)
        id_ = f"sha256:{decode(claim)}"
        order = (article, start, _place(trigger.object)[1], id_)
        return order, Quote(article, id_, rule.object, Span(start, end, self._words(article, start, end)))

    def _words(self, article: str, start: int, end: int) -> str:
        quote = span_iri(article, "quote", start, end)
        return next(self._find(quote, f"<{OA}exact>", within=iri("graph", article))).object

    def _texts(self, question: str) -> Iterator[str]:
        return (row[0] for row in self._rows(question))

    def _rows(self, question: str) -> Iterator[tuple[str, ...]]:
        return answers(self._graph, question)


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(dict.fromkeys(ids))
    while some := list(islice(remaining, MANY)):
        yield some


def _values(ids: Iterable[str]) -> str:
    return f"VALUES ?node {{ {' '.join(iri('entity', id_) for id_ in ids)} }}"


def _same_days(date: str) -> Iterator[Literal]:
    """All dates that may mean the same day: those that it is a part of, and the parts of it."""
    parts = [f"{month:02}" for month in range(1, 13)], [f"{day:02}" for day in range(1, 32)]
    dates = dict.fromkeys((date[:4], date[:7], date))
    for place, width in enumerate((4, 7)):
        dates |= dict.fromkeys(
            f"{start}-{part}" for start in list(dates) if len(start) == width >= len(date) for part in parts[place]
        )
    return (Literal(each, datatype=NamedNode(f"{XSD}{_DATES[len(each)]}")) for each in dates)


def _place(evidence: str) -> tuple[str, int, int]:
    """The article and the offsets that the IRI of a span holds."""
    article, _, offsets = evidence.partition("#char=")
    start, _, end = offsets.partition(",")
    return decode(article), int(start), int(end)
