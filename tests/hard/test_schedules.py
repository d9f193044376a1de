"""Whatever way led there, with however many workers: the same articles and judgements are the same bytes."""

from __future__ import annotations

import pytest
from schedules import articles, canonical, judgements, run_schedule
from sizes import SCHEDULES

from kgraph.pipeline import build, judge
from kgraph.store import open_store


@pytest.fixture(scope="module")
def undisturbed() -> str:
    store = open_store("memory:")
    build(articles(), store)
    for judgement in judgements():
        judge(judgement, store)
    return canonical(store)


@pytest.mark.xdist_group("schedules")
@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_a_schedule(undisturbed: str, seed: int) -> None:
    assert run_schedule(seed, workers=1, steps=25 if seed % 5 else 60) == undisturbed


@pytest.mark.xdist_group("schedules")
@pytest.mark.parametrize(("seed", "workers"), [(1, 2), (2, 4)])
def test_workers(undisturbed: str, seed: int, workers: int) -> None:
    assert run_schedule(seed, workers, steps=3) == undisturbed
