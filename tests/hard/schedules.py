"""Random schedules: put, put changed, remove, judge, undo, in any order, that all end with the same articles and judgements."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from conftest import ARTICLES
from kgraph.documents.sources import read_articles
from kgraph.model import Judgement, Verdict
from kgraph.pipeline import build, judge, remove, retract
from kgraph.store import Store, open_store

if TYPE_CHECKING:
    from kgraph.model import Article


@cache
def articles() -> tuple[Article, ...]:
    """The sample articles."""
    return tuple(read_articles([str(ARTICLES)]))


@cache
def judgements() -> tuple[Judgement, ...]:
    """Some of every kind on pairs of their people and works, invented by chance but always the same."""
    store, chance = open_store("memory:"), random.Random("judgements")
    build(articles(), store)
    by_type: dict[str, list[str]] = {}
    for entity in store.reader().entities():
        by_type.setdefault(entity.type, []).extend(entity.referents)
    said = []
    for _ in range(12):
        left, right = chance.sample(sorted(by_type[chance.choice(("Person", "Work"))]), 2)
        verdict = chance.choice((Verdict.SAME, Verdict.DIFFERENT))
        said.append(Judgement(min(left, right), max(left, right), verdict, "person", "by chance"))
    return tuple({one.id: one for one in said}.values())


def canonical(store: Store) -> str:
    """The graph's bytes."""
    return "".join(store.reader().quads())


def changed(article: Article, chance: random.Random) -> Article:
    """The article with a part of its text gone, or another date."""
    if chance.random() < 0.5:
        return replace(article, published="2020-01-01")
    return replace(article, text=article.text[: len(article.text) // 2])


def run_schedule(seed: int, workers: int, steps: int = 25) -> str:
    """The graph after a schedule of this seed; whatever it did, the end puts back what is missing and takes back the rest."""
    chance, store = random.Random(seed), open_store("memory:")
    there: dict[str, Article] = {}
    said: dict[str, Judgement] = {}
    for _ in range(steps):
        step = chance.choice(("put", "put", "change", "remove", "judge", "judge", "undo"))
        if step in ("put", "change"):
            some = chance.sample(articles(), chance.randint(1, 4))
            some = [changed(one, chance) for one in some] if step == "change" else some
            build(some, store, workers=workers)
            there |= {one.id: one for one in some}
        elif step == "remove" and there:
            remove(there.pop(chance.choice(sorted(there))).id, store)
        elif step == "judge":
            one = chance.choice(judgements())
            judge(one, store)
            said[one.id] = one
        elif step == "undo" and said:
            retract(said.pop(chance.choice(sorted(said))).id, store)
    for one in chance.sample(judgements(), len(judgements())):
        judge(one, store)
    build(chance.sample(articles(), len(articles())), store, workers=workers)
    return canonical(store)
