"""Readers that show a graph by the clocks: as it was true on a day, as it was reported by a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.entities.contest import contest_of
from kgraph.entities.lifecycle import has_steps, step_keys
from kgraph.entities.slots import fact_key, said_key
from kgraph.entities.standing import judge
from kgraph.entities.tally import PLAIN, Tally, assemble_fact, tally_article
from kgraph.store.lookup_passing import FilteringLookup, PassingLookup
from kgraph.views.clocks import begins_by, is_by
from kgraph.views.part_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities.tally import Standing
    from kgraph.model import Article, Claim, Entity, Fact, Judgement
    from kgraph.store.base import Reader
    from kgraph.store.lookup import Lookup


@dataclass(frozen=True, slots=True)
class _Passing:
    """Reads what another reader reads."""

    reader: Reader
    date: str

    def lookup(self) -> Lookup:
        """Names as the reader behind looks them up."""
        return PassingLookup(self, self.reader)

    def article_ids(self) -> Iterator[str]:
        """Ids of all articles, sorted."""
        return self.reader.article_ids()

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        return self.reader.article(article_id)

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of an article, of a fact, or all."""
        return self.reader.claims(article=article, fact=fact)

    def entity(self, id_or_ref: str) -> Entity | None:
        """The entity of that id or ref."""
        return self.reader.entity(id_or_ref)

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        """Entities, as they are known today."""
        return self.reader.entities(key=key, type_=type_)

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts, all or those with this entity, of this predicate, or the one of this id."""
        return self.reader.facts(entity=entity, predicate=predicate, fact=fact)

    def judgements(self) -> Iterator[Judgement]:
        """All stored judgements."""
        return self.reader.judgements()

    def quads(self) -> Iterator[str]:
        """What is shown as canonical N-Quads lines; without names that no article shown speaks of."""
        shown = frozenset(self.article_ids())
        spoken_of = (each for each in self.entities() if any(ref.rpartition("#")[0] in shown for ref in each.referents))
        return lines_of(self, spoken_of)


class TrueReader(_Passing):
    """What was true on a day: nothing that came later, nothing that had ended; what has no date stays."""

    __slots__ = ()

    def lookup(self) -> Lookup:
        """Names and facts as the reader behind looks them up."""
        return FilteringLookup(self, self.reader, self._holds)

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts that held then."""
        held = self.reader.facts(entity=entity, predicate=predicate, fact=fact)
        return (each for each in held if self._holds(each))

    def _holds(self, fact: Fact) -> bool:
        date, status = fact.qualifiers.date, fact.qualifiers.status
        if status == "ended":  # an end that lies ahead says that it was so until then
            return date is not None and not begins_by(date, self.date)
        return date is None or begins_by(date, self.date)


class KnownReader(_Passing):
    """What was reported by a day: articles without a date of publication are left out; facts are counted anew."""

    __slots__ = ()

    def article_ids(self) -> Iterator[str]:
        """Ids of the articles published by then."""
        return (id_ for id_ in self.reader.article_ids() if self._is_out(id_))

    def article(self, article_id: str) -> Article | None:
        """The article, if it was out by then."""
        found = self.reader.article(article_id)
        return found if found and is_by(found.published, self.date) else None

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        """Claims of articles published by then."""
        out: dict[str, bool] = {}
        for claim in self.reader.claims(article=article, fact=fact):
            if claim.article not in out:
                out[claim.article] = self._is_out(claim.article)
            if out[claim.article]:
                yield claim

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        """Facts that an article stated by then, with the sources, dates and confidence that they had."""
        for each in self.reader.facts(entity=entity, predicate=predicate, fact=fact):
            if each.first_report is not None and begins_by(each.first_report, self.date):
                yield from self._counted(each)

    def _is_out(self, article_id: str) -> bool:
        return self.article(article_id) is not None

    def _counted(self, fact: Fact) -> Iterator[Fact]:
        tally, stated = self._tally(fact)
        if tally:
            yield replace(assemble_fact(tally, self._standing(fact, tally)), id=fact.id, claims=stated)

    def _tally(self, fact: Fact) -> tuple[Tally | None, tuple[str, ...]]:
        by_article: dict[str, list[Claim]] = {}
        for claim in self.claims(fact=fact.id):
            by_article.setdefault(claim.article, []).append(claim)
        total: Tally | None = None
        for article_id, claims in sorted(by_article.items()):
            article = self.reader.article(article_id)
            key = fact_key(claims[0], fact.subject, fact.object)
            published, text = (article.published, article.text) if article else (None, "")
            tally = tally_article(key, claims, published, text)
            total = total.plus(tally) if total else tally
        return total, tuple(sorted(claim.id for claims in by_article.values() for claim in claims))

    def _standing(self, fact: Fact, tally: Tally) -> Standing:
        """Rank and reason as they were then, among the facts that had been stated by then."""
        if has_steps(tally.key):
            others = [each for key in step_keys(tally.key) for each in self.reader.facts(fact=key.id)]
        elif fact.reason is not None and (contest := contest_of(tally.key)) is not None:
            known = self.reader.facts(entity=fact.subject, predicate=fact.predicate)
            others = [each for each in known if contest_of(said_key(each)) == contest]
        else:
            return PLAIN
        counted = {each.id: found for each in others if (found := self._tally(each)[0])}
        return judge(counted).get(fact.id, PLAIN)
