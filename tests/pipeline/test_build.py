"""Articles in, graph out, with the real rooms."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from kgraph import claims as claims_room
from kgraph.documents.sources import read_articles
from kgraph.errors import EvidenceError, InputError, NotFoundError
from kgraph.model import Article, Judgement, Referent, Span, Verdict
from kgraph.pipeline import Done, Outcome, build, judge, make_reading, put_reading, read_article, remove, retract
from kgraph.settings import DATA
from kgraph.store import Store, open_store
from kgraph.views.validate import validate_graph
from kgraph.views.verify import verify_graph

if TYPE_CHECKING:
    from pathlib import Path

    from kgraph.model import Claim, Document, Mentions


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    return list(read_articles([str(DATA / "articles")]))[::3]


def canonical(store: Store) -> str:
    return "".join(store.reader().quads())


@pytest.fixture(scope="module")
def built(samples: list[Article]) -> str:
    store = open_store("memory:")
    build(samples, store)
    return canonical(store)


def test_building_tells_what_became_of_each_article(samples: list[Article]) -> None:
    store, seen = open_store("memory:"), list[Done]()
    done = build(samples, store, progress=seen.append)
    assert seen == done
    assert [one.article for one in done] == [article.id for article in samples]
    assert {one.outcome for one in done} == {Outcome.NEW}
    assert sum(one.claims for one in done) == len(list(store.reader().claims())) > 20
    again = build([*samples[1:], replace(samples[0], title="Another title")], store)
    assert [one.outcome for one in again] == [Outcome.UNCHANGED] * (len(samples) - 1) + [Outcome.REPLACED]


def test_order_batches_and_the_store_do_not_matter(samples: list[Article], built: str, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "graph"))
    for article in reversed(samples):
        build([article], store)
    assert canonical(store) == built
    store.close()


def test_the_number_of_workers_does_not_matter(samples: list[Article], built: str) -> None:
    store = open_store("memory:")
    done = build(samples, store, workers=2)
    assert [one.article for one in done] == [article.id for article in samples]
    assert canonical(store) == built


def test_nothing_is_left_of_removed_articles(samples: list[Article], built: str) -> None:
    store = open_store("memory:")
    build(samples, store)
    other = replace(samples[0], id="other", published=None)
    build([other], store)
    assert remove("other", store).outcome is Outcome.REMOVED
    assert canonical(store) == built
    for article in samples:
        remove(article.id, store)
    assert canonical(store) == ""
    with pytest.raises(NotFoundError, match="found 'other'"):
        remove("other", store)


def test_real_articles_give_a_sound_graph(samples: list[Article]) -> None:
    store = open_store("memory:")
    build(samples, store)
    found = verify_graph(store.reader())
    assert found.faults == ()
    assert found.claims > 20
    assert validate_graph(store.reader()) == ()


def test_judgements_come_and_go(samples: list[Article], built: str) -> None:
    store = open_store("memory:")
    build(samples, store)
    people = list(store.reader().entities(type_="Person"))[:2]
    judgement = Judgement(*sorted(person.referents[0] for person in people), Verdict.SAME, "curator", "one and the same")
    judge(judgement, store)
    judge(judgement, store)
    assert store.reader().entity(people[0].referents[0]) == store.reader().entity(people[1].referents[0])
    assert retract(judgement.id, store) == judgement
    assert canonical(store) == built
    with pytest.raises(NotFoundError, match="stored judgement"):
        retract(judgement.id, store)


def test_a_reading_that_cannot_be_stored_is_refused(samples: list[Article]) -> None:
    reading = read_article(samples[0])
    stranger = Referent("elsewhere#person-x", "Person", ("X Y",))
    with pytest.raises(InputError, match="expected a referent of article"):
        make_reading(samples[0], [stranger], ())
    with pytest.raises(InputError, match="expected a predicate of the ontology, found 'hated'"):
        make_reading(samples[0], (), [replace(reading.claims[0], predicate="hated")])
    nameless = Referent(f"{samples[0].id}#person-x", "Person", ())
    with pytest.raises(InputError, match="expected a name"):
        make_reading(samples[0], [nameless], ())


def test_decomposed_hangul_is_the_same_name() -> None:
    graphs = []
    for form in ("NFC", "NFD"):
        article = Article("a1", "한보라 감독이 만들었다.", "ko")
        referent = Referent("a1#person-1", "Person", (unicodedata.normalize(form, "한보라"),))
        store = open_store("memory:")
        put_reading(article, make_reading(article, [referent], ()), store)
        graphs.append(canonical(store))
        assert store.reader().entity("person-한보라") is not None
    assert graphs[0] == graphs[1]


def test_an_article_that_gives_something_unfit_is_left_out_whole(samples: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: Document, mentions: Mentions) -> tuple[Claim, ...]:
        claims = claims_room.extract(document, mentions)
        if document.article.id != samples[1].id:
            return claims
        return (*claims, replace(claims[0], evidence=Span(0, 3, "???")))

    monkeypatch.setattr("kgraph.pipeline.claims_room", SimpleNamespace(extract=extract))
    store, skipped = open_store("memory:"), list[InputError]()
    done = build(samples[:3], store, on_skip=skipped.append)
    assert [one.article for one in done] == [samples[0].id, samples[2].id] == sorted(store.reader().article_ids())
    assert [str(error).partition(": expected '???' at 0-3")[0] for error in skipped] == [samples[1].id]
    with pytest.raises(EvidenceError):
        build(samples[:3], open_store("memory:"))
