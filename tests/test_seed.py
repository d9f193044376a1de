"""The interview that the project began with: what it states is read, and nothing else.

The article is not part of the project; where it is not beside the checkout, the test skips, and fails if KGRAPH_REQUIRE
names ``shared``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.documents.sources import read_articles
from kgraph.model import Claim, Qualifiers
from kgraph.pipeline import build, read_article
from kgraph.settings import required
from kgraph.store import open_store
from kgraph.views.show import find_entity
from kgraph.views.verify import verify_graph

SEED = Path(__file__).resolve().parent.parent.parent / "shared" / "seed"
LEE, HWANG, CHUN = "Lee Jae Kyu", "Hwang Dong Hyuk", "Chun Sung Il"
DEAD, SQUID, DESIRE = "All of Us Are Dead", "Squid Game", "Black Desire"
DAY = "2022-02-07"


@pytest.fixture(scope="module")
def article():
    if not SEED.is_dir():
        if "shared" in required():
            pytest.fail("KGRAPH_REQUIRE names shared, and there is no ../shared/seed")
        pytest.skip("../shared/seed is not beside this checkout")
    (article,) = read_articles([str(SEED)])
    return replace(article, published=DAY)


@pytest.fixture(scope="module")
def claims(article) -> tuple[Claim, ...]:
    return read_article(article).claims


def ends(claim: Claim) -> tuple[str, str | None]:
    return claim.subject.name, claim.object.name if claim.object else None


def the_one(claims: tuple[Claim, ...], predicate: str, *names: str) -> Claim:
    """The surest claim of this predicate between these names, in either order where it is symmetric."""
    found = [claim for claim in claims if claim.predicate == predicate and set(names) <= set(ends(claim))]
    assert found, f"{predicate} {names}"
    return max(found, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    ("predicate", "subject", "object_"),
    [("directed", LEE, DEAD), ("wrote", CHUN, DEAD), ("aired_on", DEAD, "Netflix"), ("directed", HWANG, SQUID)],
)
def test_credits(claims, predicate: str, subject: str, object_: str) -> None:
    assert ends(the_one(claims, predicate, subject, object_)) == (subject, object_)


def test_what_is_only_implied_is_less_sure(claims) -> None:
    assert the_one(claims, "directed", HWANG, SQUID).confidence < the_one(claims, "directed", LEE, DEAD).confidence - 0.2


def test_a_friendship_told_in_the_first_person(claims) -> None:
    claim = the_one(claims, "friend_of", LEE, HWANG)
    assert "As a friend" in claim.evidence.text
    assert claim.trigger.text in ("close", "friend")


def test_ranks_and_the_release(claims) -> None:
    first = Qualifiers(date=DAY, rank=1, chart="Flix Patrol", region="world", days=9, points=323)
    assert the_one(claims, "ranked", DEAD).qualifiers == first
    second = Qualifiers(date=DAY, rank=2, chart="Flix Patrol", region="world")
    assert the_one(claims, "ranked", DESIRE).qualifiers == second
    assert the_one(claims, "released_on", SQUID).qualifiers == Qualifiers(date="2021-09")


def test_nothing_else_is_read(claims) -> None:
    told = {(claim.predicate, frozenset(filter(None, ends(claim)))) for claim in claims}
    pairs = [("directed", LEE, DEAD), ("wrote", CHUN, DEAD), ("aired_on", DEAD, "Netflix"), ("friend_of", LEE, HWANG)]
    pairs += [("directed", HWANG, SQUID), ("ranked", DEAD), ("ranked", DESIRE), ("released_on", SQUID)]
    assert told == {(predicate, frozenset(names)) for predicate, *names in pairs}
    assert not any("Leave a Reply" in claim.evidence.text for claim in claims)


def test_it_becomes_a_graph_that_can_be_asked(article) -> None:
    store = open_store("memory:")
    build([article], store)
    reader = store.reader()
    lee = find_entity(reader, LEE)
    assert {fact.predicate for fact in reader.facts(entity=lee.id)} == {"directed", "friend_of"}
    assert verify_graph(reader).faults == ()
