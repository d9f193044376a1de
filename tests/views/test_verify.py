"""What is sound passes, and each kind of damage is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.errors import EvidenceError
from kgraph.model import Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading
from kgraph.store.memory import MemoryStore
from kgraph.views.validate import validate_graph
from kgraph.views.verify import verify_graph
from worlds import make_article

HAN = Referent("a1#person-han", "Person", ("Han Bora", "한보라"))
MOONS = Referent("a1#work-moons", "Work", ("Paper Moons",), "series")


@pytest.fixture
def store() -> MemoryStore:
    filled = MemoryStore()
    put_reading(*make_article("a1", "2021-05-01", [("directed", HAN, MOONS, Qualifiers())]), filled)
    return filled


def test_a_sound_graph_is_verified(store: MemoryStore) -> None:
    found = verify_graph(store.reader())
    assert (found.articles, found.claims, found.facts, found.faults) == (1, 1, 1, ())


def test_changed_words_are_found(store: MemoryStore) -> None:
    article, referents, claims = store.articles["a1"]
    store.articles["a1"] = (replace(article, text="X" + article.text), referents, claims)
    messages = [fault.message for fault in verify_graph(store.reader()).faults]
    assert len(messages) == 2
    assert "expected its evidence 'Han Bora directed Paper Moons.' at 0-30, found 'XHan Bora directed Paper Moons'" in messages


def test_an_edge_without_claim_is_found(store: MemoryStore) -> None:
    store.claims.clear()
    messages = {(fault.what, fault.message) for fault in verify_graph(store.reader()).faults}
    assert messages == {
        ("fact", "expected a claim that states it, found none"),
        ("claim", "expected a fact that it supports, found none"),
    }


def test_a_claim_without_article_and_a_referent_without_entity_are_found(store: MemoryStore) -> None:
    claim = next(iter(store.by_id))
    store.claims[next(iter(store.fact))].add("sha256:other")
    store.by_id["sha256:other"] = store.by_id[claim]
    store.refs.clear()
    messages = [fault.message for fault in verify_graph(store.reader()).faults]
    assert any("sha256:other in an article, found none" in message for message in messages)
    assert sum("lead to an entity" in message for message in messages) == 2


def test_shacl_judges(store: MemoryStore) -> None:
    assert validate_graph(store.reader()) == ()
    fact_id, fact = next(iter(store.fact.items()))
    store.fact[fact_id] = replace(fact, subject=fact.object, object=fact.subject)
    found = validate_graph(store.reader())
    assert any(violation.node.endswith("entity/work-series-papermoons") for violation in found)
    assert all(violation.severity == "Violation" and violation.message for violation in found)


def test_a_claim_whose_words_are_not_there_is_not_stored() -> None:
    article, reading = make_article("a1", None, [("directed", HAN, MOONS, Qualifiers())])
    for wrong in (
        replace(reading.claims[0], evidence=Span(0, 8, "Han Boro")),
        replace(reading.claims[0], trigger=Span(3, 3, "")),
        replace(reading.claims[0], article="a2"),
    ):
        with pytest.raises(EvidenceError, match="expected"):
            make_reading(article, (), [wrong])
