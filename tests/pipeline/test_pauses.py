"""While articles come in, Python makes no full garbage collection: one looks at all that is kept at hand."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import build
from kgraph.store import open_store
from worlds import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        han = Referent(f"a{number}#person-1", "Person", (f"Han Bora {number}",))
        moons = Referent(f"a{number}#work-1", "Work", ("Paper Moons",), "series")
        yield make_article(f"a{number}", "2021-05-01", [("directed", han, moons, Qualifiers())])[0]
        gc.collect(1)  # as a long run does many times


def test_an_ingest_makes_no_full_collection() -> None:
    generations: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        generations.append(info["generation"])

    gc.callbacks.append(note)
    try:
        done = build(articles(30), open_store("memory:"))
    finally:
        gc.callbacks.remove(note)
    assert len(done) == 30
    assert 1 in generations
    assert 2 not in generations


def test_what_was_set_is_set_again_even_after_an_error() -> None:
    before = gc.get_threshold()

    def stop(_: object) -> None:
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold() != before
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        build(articles(1), open_store("memory:"), progress=stop)
    assert gc.get_threshold() == before
