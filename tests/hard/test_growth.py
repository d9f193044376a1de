"""Twice the text, twice the time: no shape of text makes reading slow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from shapes import SHAPES
from sizes import FULL

from kgraph.errors import KgraphError
from kgraph.model import Article
from kgraph.pipeline import read_article
from spent import spent, times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL, LARGE = (25_000, 100_000) if FULL else (3_000, 12_000)
MOST = 9.0  # times as long for four times the text: sixteen would be its square, and a busy machine is not exact
FREE = 0.6 if not FULL else 2.0  # seconds of processor time that are no cause for thought


def reading(shape: str, lang: str, size: int) -> Callable[[], object]:
    """A text of this shape and size is read."""
    article = Article("a", SHAPES[shape](size), lang, published="2021-05-05")

    def read() -> None:
        try:
            read_article(article)
        except KgraphError as error:
            pytest.fail(f"{shape}: {error}")

    return read


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    for lang in ("en", "ko"):
        read_article(Article("a", "Seo Ha-rin directed 'Paper Moons'. 서하린 감독이 ‘종이달’을 연출했다.", lang))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("shape", SHAPES)
def test_reading_grows_with_the_text(shape: str, lang: str) -> None:
    large = spent(reading(shape, lang, LARGE))
    if large > FREE:
        assert times_as_long(partial(reading, shape, lang), SMALL, LARGE, floor=0.0, most=MOST) < MOST
    assert large < 30 * FREE


def test_a_line_of_signs_without_a_token() -> None:
    read_article(Article("a", SHAPES["hangul names spaced"](6_000), "ko"))
