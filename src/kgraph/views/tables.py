"""The graph as five tables that point to each other by id: what spreadsheets, R, pandas and databases read.

``entities`` and ``names`` say who there is, ``facts`` what is known, ``claims`` the sentences that state it, ``articles`` where
they were published.  A date is text, as exact as the article; what is not known is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.entities.assemble import language
from kgraph.model import Qualifiers
from kgraph.store.terms import iri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kgraph.model import Referent
    from kgraph.store.base import Reader

Cell = str | int | float | None
Measures = Mapping[str, Mapping[str, int | float]]

NUMBERS: dict[str, type] = {"rank": int, "percent": float, "episode": int, "days": int, "points": int}
QUALIFIERS = {name: NUMBERS.get(name, str) for name in Qualifiers.__slots__}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its columns are called and hold (``str``, ``int`` or ``float``), its key, and which columns point where."""

    name: str
    columns: Mapping[str, type]
    rows: Callable[[Reader], Iterator[tuple[Cell, ...]]]
    key: tuple[str, ...] = ("id",)
    links: tuple[tuple[str, str], ...] = ()


def make_tables(measures: Measures | None = None) -> tuple[Table, ...]:
    """The five tables.  ``measures`` maps ids of entities to numbers by name, which become columns of ``entities``."""
    return (_entity_table(measures or {}), NAMES, FACTS, CLAIMS, ARTICLES)


def _entity_table(measures: Measures) -> Table:
    extra = {name: type(value) for values in measures.values() for name, value in values.items()}

    def rows(reader: Reader) -> Iterator[tuple[Cell, ...]]:
        for entity in reader.entities():
            labels, found = dict(entity.labels), measures.get(entity.id, {})
            first = (entity.id, iri("entity", entity.id)[1:-1], entity.type, entity.kind, entity.label())
            yield (*first, labels.get("en"), labels.get("ko"), len(entity.referents), *map(found.get, extra))

    columns = {"id": str, "iri": str, "type": str, "kind": str, "label": str, "label_en": str, "label_ko": str, "mentioned": int}
    return Table("entities", columns | extra, rows)


def _names(reader: Reader) -> Iterator[tuple[Cell, ...]]:
    for entity in reader.entities():
        labels = {label for _, label in entity.labels}
        for name in entity.names:
            yield entity.id, name, language(name), "label" if name in labels else "other"


def _facts(reader: Reader) -> Iterator[tuple[Cell, ...]]:
    labels = {entity.id: entity.label() for entity in reader.entities()}
    for fact in reader.facts():
        ends = (fact.subject, labels.get(fact.subject), fact.predicate, fact.object, labels.get(fact.object or ""))
        sure = (fact.confidence, fact.sources, fact.independent, len(fact.claims), fact.first_report, fact.last_report)
        yield fact.id, *ends, *_qualifier_cells(fact.qualifiers), *sure, fact.rank.value, fact.reason


def _claims(reader: Reader) -> Iterator[tuple[Cell, ...]]:
    stated = {claim: fact.id for fact in reader.facts() for claim in fact.claims}
    for claim in reader.claims():
        if claim.id in stated:
            ends = (*_end_cells(claim.subject), claim.predicate, *_end_cells(claim.object))
            evidence = (claim.evidence.start, claim.evidence.end, claim.evidence.text)
            trigger = (claim.trigger.start, claim.trigger.end, claim.trigger.text)
            first = (claim.id, stated[claim.id], claim.article, *ends, *_qualifier_cells(claim.qualifiers))
            yield *first, *evidence, *trigger, claim.rule, claim.confidence


def _articles(reader: Reader) -> Iterator[tuple[Cell, ...]]:
    for article_id in reader.article_ids():
        article = reader.article(article_id)
        if article is not None:
            told = (article.title, article.url, article.publisher, article.published, article.lang)
            yield article_id, *told, len(article.text), article.hash


def _end_cells(referent: Referent | None) -> tuple[Cell, Cell]:
    return (referent.ref, referent.name) if referent else (None, None)


def _qualifier_cells(qualifiers: Qualifiers) -> tuple[Cell, ...]:
    return tuple(getattr(qualifiers, name) for name in QUALIFIERS)


NAMES = Table(
    "names", {"entity": str, "name": str, "lang": str, "use": str}, _names, ("entity", "name"), (("entity", "entities"),)
)
FACTS = Table(
    "facts",
    {"id": str, "subject": str, "subject_label": str, "predicate": str, "object": str, "object_label": str}
    | QUALIFIERS
    | {"confidence": float, "sources": int, "independent": int, "claims": int, "first_report": str, "last_report": str}
    | {"standing": str, "reason": str},
    _facts,
    links=(("subject", "entities"), ("object", "entities")),
)
CLAIMS = Table(
    "claims",
    {"id": str, "fact": str, "article": str, "subject_ref": str, "subject_name": str, "predicate": str}
    | {"object_ref": str, "object_name": str}
    | QUALIFIERS
    | {"evidence_start": int, "evidence_end": int, "evidence": str, "trigger_start": int, "trigger_end": int, "trigger": str}
    | {"rule": str, "confidence": float},
    _claims,
    links=(("fact", "facts"), ("article", "articles")),
)
ARTICLES = Table(
    "articles",
    {"id": str, "title": str, "url": str, "publisher": str, "published": str, "lang": str, "characters": int, "hash": str},
    _articles,
)
