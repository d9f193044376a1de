"""The embedded store says what the memory store says, byte for byte, whatever happened to both."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.pipeline import judge, put_reading, remove, retract
from kgraph.store import Store, open_store
from kgraph.text.keys import name_key
from worlds import articles, judgements, worlds

if TYPE_CHECKING:
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
        "nothing": [
            reader.entity("x#y"),
            reader.entity("x"),
            reader.article("x"),
            list(reader.facts(fact="x")),
            list(reader.claims(article="x")),
        ],
        "quads": list(reader.quads()),
    }


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_embedded_store_agrees_with_memory(data: st.DataObject) -> None:
    world = data.draw(worlds(4))
    judged = list(dict.fromkeys(data.draw(judgements(world))))
    changed = data.draw(articles(world[0][0].id))
    with tempfile.TemporaryDirectory() as folder:
        stores: list[Store] = [open_store("memory:"), open_store(str(Path(folder) / "graph"))]
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
        for store in stores:
            store.close()


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_lines_are_canonical(data: st.DataObject) -> None:
    store = open_store("memory:")
    for item in data.draw(worlds(3)):
        put_reading(*item, store)
    lines = "".join(store.reader().quads())
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS))
    assert not any(isinstance(quad.subject, pyoxigraph.BlankNode) for quad in dataset)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    again = pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).decode()
    assert "".join(f"{line}\n" for line in sorted(again.split("\n")) if line) == lines
