"""A made-up graph of any size, read like a store: people, works and companies with a few hubs and many small circles."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from kgraph.model import Article, Claim, Entity, Fact, Qualifiers, Referent, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

SURNAMES = [("Kim", "김"), ("Lee", "이"), ("Park", "박"), ("Choi", "최"), ("Jung", "정"), ("Kang", "강"), ("Han", "한")]
SYLLABLES = [("min", "민"), ("seo", "서"), ("jun", "준"), ("ha", "하"), ("ji", "지"), ("yu", "유"), ("hyun", "현"), ("woo", "우")]
PERSON_WORK = ("acted_in", "acted_in", "acted_in", "acted_in", "directed", "wrote", "produced", "composed_for")
PER_ARTICLE = 12  # facts that one article states


class MadeGraph:
    """As many names and about as many relationships as asked for; the same numbers always give the same graph."""

    def __init__(self, names: int, relationships: int) -> None:
        self.draw = random.Random(names)
        self.people = [self._person(number) for number in range(names * 6 // 10)]
        self.works = [self._other("Work", f"Work {number}", f"작품 {number}") for number in range(names * 3 // 10)]
        companies = range(names - len(self.people) - len(self.works))
        self.companies = [self._other("Organization", f"Studio {number}", f"제작사 {number}") for number in companies]
        self.known = {entity.id: entity for entity in (*self.people, *self.works, *self.companies)}
        self.said: dict[str, Claim] = {}
        self.held: dict[str, Fact] = {}
        for entity in self.known.values():
            self._join(entity)
        while len(self.held) < relationships:
            self._join(self._near(self.people, self.draw.random()))

    def _person(self, number: int) -> Entity:
        family, first, last = (self.draw.choice(table) for table in (SURNAMES, SYLLABLES, SYLLABLES))
        latin, hangul = f"{family[0]} {first[0].capitalize()}-{last[0]}", family[1] + first[1] + last[1]
        names = (latin, hangul) if number % 3 else (latin,)
        return Entity(f"person-{number:05}", "Person", None, tuple(zip(("en", "ko"), names, strict=False)), names, ())

    def _other(self, type_: str, english: str, korean: str) -> Entity:
        id_ = f"{type_.lower()}-{english.split()[1]:>05}"
        return Entity(id_, type_, None, (("en", english), ("ko", korean)), (english, korean), ())

    def _near(self, table: list[Entity], where: float) -> Entity:
        """Names of one part of the list keep together; the first ones know everybody."""
        if self.draw.random() < 0.06:
            return table[int(len(table) * self.draw.random() ** 6)]
        return table[int(len(table) * ((where + self.draw.gauss(0, 0.008)) % 1.0))]

    def _join(self, entity: Entity) -> None:
        size = {"Person": len(self.people), "Work": len(self.works)}.get(entity.type, 1)
        where = int(entity.id.rpartition("-")[2]) / max(1, size)
        if entity.type == "Person" and self.draw.random() < 0.12:
            self._state(entity, "friend_of", self._near(self.people, where))
        elif entity.type == "Person":
            self._state(entity, self.draw.choice(PERSON_WORK), self._near(self.works, where))
        elif entity.type == "Work":
            self._state(entity, "produced_by", self._near(self.companies, where))
        else:
            self._state(self._near(self.works, self.draw.random()), "produced_by", entity)

    def _state(self, subject: Entity, predicate: str, object_: Entity) -> None:
        if subject.id == object_.id:
            return
        number = len(self.held)
        article = f"article-{number // PER_ARTICLE}"
        words = predicate.replace("_", " ")
        text = f"In {number}, it was said that {subject.label()} {words} {object_.label()}, as those who were there remember it."
        start = text.index(words)
        ends = [Referent(f"{article}#{each.id}", each.type, each.names) for each in (subject, object_)]
        first = number * 200
        spans = Span(first, first + len(text), text), Span(first + start, first + start + len(words), words)
        claim = Claim(article, predicate, ends[0], ends[1], *spans, "made.up", 0.9, Qualifiers())
        day = f"20{10 + number % 13}-{1 + number % 12:02}-{1 + number % 28:02}"
        fact_id = f"{number:032x}"
        sources = 1 + (number % 7 == 0) + (number % 31 == 0)
        self.said[fact_id] = claim
        self.held[fact_id] = Fact(
            fact_id, subject.id, predicate, object_.id, Qualifiers(), (fact_id,), sources, 0.5 + number % 50 / 100, day, day
        )

    def entity(self, id_: str) -> Entity | None:
        return self.known.get(id_)

    def facts(self, *, entity: str | None = None) -> Iterator[Fact]:
        return (fact for fact in self.held.values() if entity in (None, fact.subject, fact.object))

    def claims(self, *, fact: str) -> Iterator[Claim]:
        return iter((self.said[fact],))

    def article(self, id_: str) -> Article | None:
        return Article(id_, "", "en", f"News of {id_}", f"https://example.org/{id_}", f"Paper {int(id_[8:]) % 9}", "2020-01-01")
