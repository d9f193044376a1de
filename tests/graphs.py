"""A graph held in lists, built by hand: the smallest Reader there can be, for tests of views."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.model import Article, Claim, Entity, Fact, Judgement, Qualifiers, Referent, Span
from kgraph.text.keys import make_ref, name_key

if TYPE_CHECKING:
    from collections.abc import Iterator


DAY = "2022-02-07"


@dataclass
class ListReader:
    """Reads what the lists hold."""

    articles: dict[str, Article] = field(default_factory=dict)
    known: dict[str, Entity] = field(default_factory=dict)
    said: dict[str, Claim] = field(default_factory=dict)
    held: dict[str, Fact] = field(default_factory=dict)

    def article_ids(self) -> Iterator[str]:
        return iter(sorted(self.articles))

    def article(self, article_id: str) -> Article | None:
        return self.articles.get(article_id)

    def claims(self, *, article: str | None = None, fact: str | None = None) -> Iterator[Claim]:
        ids = self.held[fact].claims if fact else sorted(self.said)
        return (self.said[id_] for id_ in ids if article in (None, self.said[id_].article))

    def entity(self, id_or_ref: str) -> Entity | None:
        return self.known.get(id_or_ref) or next((e for e in self.known.values() if id_or_ref in e.referents), None)

    def entities(self, *, key: str | None = None, type_: str | None = None) -> Iterator[Entity]:
        for _, entity in sorted(self.known.items()):
            if type_ in (None, entity.type) and (key is None or key in map(name_key, entity.names)):
                yield entity

    def facts(self, *, entity: str | None = None, predicate: str | None = None, fact: str | None = None) -> Iterator[Fact]:
        for _, held in sorted(self.held.items()):
            if entity in (None, held.subject, held.object) and predicate in (None, held.predicate) and fact in (None, held.id):
                yield held

    def judgements(self) -> Iterator[Judgement]:
        return iter(())

    def quads(self) -> Iterator[str]:
        return iter(())


class GraphBuilder:
    """Writes sentences into articles and facts out of them: ``add("Person", "Yoo Min", "directed", "Work", "Glass Harbor")``."""

    def __init__(self) -> None:
        self.reader = ListReader()

    def entity(self, type_: str, *names: str) -> Entity:
        id_ = f"e-{type_.lower()}-{name_key(names[0]) or 'x'}"
        labels = tuple(
            sorted({"ko" if any("가" <= char <= "힣" for char in name) else "en": name for name in reversed(names)}.items())
        )
        return self.reader.known.setdefault(id_, Entity(id_, type_, None, labels, tuple(sorted(names)), (f"{id_}#r",)))

    def fact(
        self, sentence: str, trigger: str, subject: Entity, predicate: str, object_: Entity | None, **qualifiers: object
    ) -> Fact:
        """A fact stated by one sentence of an article of its own."""
        number = len(self.reader.articles) + 1
        article = Article(
            f"a{number:02}", f"{sentence}\n", "en", f"Article {number}", f"https://example.org/{number}", "Daily", "2022-02-07"
        )
        start = sentence.index(trigger)
        claim = Claim(
            article.id,
            predicate,
            _referent(article, subject),
            _referent(article, object_) if object_ else None,
            Span(0, len(sentence), sentence),
            Span(start, start + len(trigger), trigger),
            "test.rule",
            0.9,
            Qualifiers(**qualifiers),  # type: ignore[arg-type]
        )
        fact = Fact(
            f"f{number:02}",
            subject.id,
            predicate,
            object_.id if object_ else None,
            claim.qualifiers,
            (claim.id,),
            1,
            0.9,
            "2022-02-07",
            "2022-02-07",
        )
        self.reader.articles[article.id], self.reader.said[claim.id], self.reader.held[fact.id] = article, claim, fact
        return fact


def _referent(article: Article, entity: Entity) -> Referent:
    return Referent(make_ref(article.id, entity.type, entity.names[0]), entity.type, entity.names)


def sample_graph() -> ListReader:
    """Invented people and works in both scripts, with a friendship, a ranking and an offer."""
    build = GraphBuilder()
    yoo, park = build.entity("Person", "Yoo Min", "유민"), build.entity("Person", "Park Sol", "박솔")
    han, desire = build.entity("Person", "Han Bi"), build.entity("Work", "Glass Harbor", "유리 항구")
    night, flix = build.entity("Work", "Night Ferry", "밤배"), build.entity("Organization", "Kanal One")
    build.fact("Director Yoo Min, who directed 'Glass Harbor', spoke on Monday.", "directed", yoo, "directed", desire)
    build.fact("'Glass Harbor' was written by Park Sol.", "written by", park, "wrote", desire)
    build.fact('"As a friend, I texted Park Sol," said Yoo Min.', "As a friend", yoo, "friend_of", park)
    build.fact("'Glass Harbor' airs on Kanal One.", "airs on", desire, "aired_on", flix)
    build.fact(
        "'Glass Harbor' ranked second on the weekly chart.", "ranked second", desire, "ranked", None, rank=2, chart="Weekly"
    )
    build.fact("Han Bi is in talks for 'Night Ferry'.", "in talks", han, "acted_in", night, status="talks")
    build.fact("Yoo Min also produced 'Glass Harbor'.", "produced", yoo, "produced", desire)
    return build.reader
