"""Twice the text, twice the time: no shape of text makes reading slow."""

from __future__ import annotations

import time

import pytest
from shapes import SHAPES
from sizes import FULL

from kgraph.errors import KgraphError
from kgraph.model import Article
from kgraph.pipeline import read_article

SMALL, LARGE = (25_000, 100_000) if FULL else (3_000, 12_000)
MOST = 9.0  # times as long for four times the text: sixteen would be its square, and a busy machine is not exact
FREE = 0.6 if not FULL else 2.0  # seconds of processor time that are no cause for thought


def cost(shape: str, size: int, lang: str) -> float:
    """Processor seconds to read a text of this shape."""
    article = Article("a", SHAPES[shape](size), lang, published="2021-05-05")
    begun = time.process_time()
    try:
        read_article(article)
    except KgraphError as error:
        pytest.fail(f"{shape}: {error}")
    return time.process_time() - begun


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    for lang in ("en", "ko"):
        read_article(Article("a", "Seo Ha-rin directed 'Paper Moons'. 서하린 감독이 ‘종이달’을 연출했다.", lang))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("shape", SHAPES)
def test_reading_grows_with_the_text(shape: str, lang: str) -> None:
    large = cost(shape, LARGE, lang)
    if large > FREE:
        assert large < MOST * min(cost(shape, SMALL, lang) for _ in range(2)), f"{large:.1f} s for {LARGE:,} characters"
    assert large < 30 * FREE


def test_a_line_of_signs_without_a_token() -> None:
    read_article(Article("a", SHAPES["hangul names spaced"](6_000), "ko"))
