"""What every store must keep: one contract, written once, that runs on each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.pipeline import judge, put_reading, remove, retract
from kgraph.text.keys import name_key
from kgraph.views.stats import count_graph
from worlds import articles, judgements, worlds

if TYPE_CHECKING:
    from hypothesis import strategies as st

    from kgraph.store import Store
    from kgraph.store.base import Reader


def everything(reader: Reader) -> dict[str, object]:
    """What every way of reading gives."""
    entities, facts = list(reader.entities()), list(reader.facts())
    return {
        "articles": [reader.article(article_id) for article_id in reader.article_ids()],
        "claims": list(reader.claims()),
        "claims of articles": [list(reader.claims(article=article_id)) for article_id in reader.article_ids()],
        "claims of facts": [list(reader.claims(fact=fact.id)) for fact in facts],
        "entities": entities,
        "people": list(reader.entities(type_="Person")),
        "by id": [reader.entity(entity.id) for entity in entities],
        "by ref": [reader.entity(ref) for entity in entities for ref in entity.referents],
        "by key": [list(reader.entities(key=name_key(name))) for entity in entities for name in entity.names],
        "facts": facts,
        "facts of entities": [list(reader.facts(entity=entity.id)) for entity in entities],
        "facts of predicates": [list(reader.facts(predicate=predicate)) for predicate in ("directed", "ranked")],
        "fact": [list(reader.facts(fact=fact.id)) for fact in facts],
        "judgements": list(reader.judgements()),
        "counts": count_graph(reader),
        "nothing": [
            reader.entity("x#y"),
            reader.entity("x"),
            reader.article("x"),
            list(reader.facts(fact="x")),
            list(reader.claims(article="x")),
        ],
        "quads": list(reader.quads()),
    }


def check_agreement(stores: list[Store], data: st.DataObject, size: int = 4) -> None:
    """Whatever happens to both, the second store says what the first says, in every way of reading."""
    world = data.draw(worlds(size))
    judged = list(dict.fromkeys(data.draw(judgements(world))))
    changed = data.draw(articles(world[0][0].id))
    for store in stores:
        for item in world:
            put_reading(*item, store)
        for judgement in judged:
            judge(judgement, store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())
    for store in stores:
        put_reading(*changed, store)
        for judgement in judged[:2]:
            retract(judgement.id, store)
        remove(world[-1][0].id, store)
    assert everything(stores[0].reader()) == everything(stores[1].reader())
