"""A part of the graph as a Reader of its own, so that every export can be of a part: some names and all that joins them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.views.part_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article, Claim, Entity, Fact, Judgement
    from kgraph.store.base import Reader


@dataclass(frozen=True, slots=True)
class PartReader:
    """Some names with the facts among them, and what bears these out; articles that state none of it are left out."""

    reader: Reader
    kept: frozenset[str]
    _claims: dict[str, list[str]] = field(default_factory=dict)

    def article_ids(self) -> Iterator[str]:
        """Ids of the articles that state a fact of the part, sorted."""
        return iter(sorted(self._by_article()))

    def article(self, article_id: str) -> Article | None:
        """The article, if it states a fact of the part."""
        return self.reader.article(article_id) if article_id in self._by_article() else None

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims that support facts of the part."""
        if fact is not None:
            yield from self.reader.claims(fact=fact)
            return
        by_article = self._by_article()
        for article_id in [article] if article is not None else sorted(by_article):
            wanted = set(by_article.get(article_id, ()))
            yield from (claim for claim in self.reader.claims(article=article_id) if claim.id in wanted)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id or ref, if it is in the part."""
        found = self.reader.entity(id_or_ref)
        return found if found and found.id in self.kept else None

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities of the part."""
        if key is not None:
            yield from (entity for entity in self.reader.entities(key=key, type_=type_) if entity.id in self.kept)
            return
        for id_ in sorted(self.kept):
            entity = self.reader.entity(id_)
            if entity is not None and type_ in (None, entity.type):
                yield entity

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts whose ends are both in the part, by id."""
        if fact is not None or entity is not None:
            found = self.reader.facts(entity=entity, predicate=predicate, fact=fact)
            yield from (each for each in found if self._holds(each))
            return
        about = {each.id: each for id_ in self.kept for each in self.reader.facts(entity=id_, predicate=predicate)}
        yield from (each for _, each in sorted(about.items()) if self._holds(each))

    def judgements(self) -> Iterator[Judgement]:
        """Judgements on referents of the part's names."""
        for judgement in self.reader.judgements():
            if self.entity(judgement.left) and self.entity(judgement.right):
                yield judgement

    def quads(self) -> Iterator[str]:
        """The part as canonical N-Quads lines."""
        return lines_of(self, self.entities())

    def _holds(self, fact: Fact) -> bool:
        return fact.subject in self.kept and (fact.object is None or fact.object in self.kept)

    def _by_article(self) -> dict[str, list[str]]:
        """Ids of the supporting claims by article; collected once."""
        if not self._claims:
            for fact in self.facts():
                for claim in self.reader.claims(fact=fact.id):
                    self._claims.setdefault(claim.article, []).append(claim.id)
        return self._claims


def around(reader: Reader, entity_id: str, depth: int = 1) -> PartReader:
    """What lies at most ``depth`` steps around a name; doubtful facts join as well, and are marked as such."""
    kept, edge = {entity_id}, {entity_id}
    for _ in range(depth):
        edge = {other for id_ in edge for fact in reader.facts(entity=id_) for other in (fact.subject, fact.object) if other}
        edge -= kept
        kept |= edge
    return PartReader(reader, frozenset(kept))
