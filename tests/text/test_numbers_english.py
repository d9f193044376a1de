"""Ranks, shares and counts in English."""

from __future__ import annotations

import pytest

from kgraph.text.numbers_english import find_percents, read_cardinal, read_ordinal
from kgraph.text.regions_english import find_region


@pytest.mark.parametrize(
    ("word", "rank"),
    [
        ("No. 1", 1),
        ("No.2", 2),
        ("#3", 3),
        ("number one", 1),
        ("1st", 1),
        ("third", 3),
        ("twenty-first", 21),
        ("first-rate", None),
        ("the", None),
    ],
)
def test_ranks(word: str, rank: int | None) -> None:
    assert read_ordinal(word) == rank


@pytest.mark.parametrize(
    ("word", "number"), [("323", 323), ("1,200", 1200), ("nine", 9), ("forty-six", 46), ("a", 1), ("many", None), ("", None)]
)
def test_counts(word: str, number: int | None) -> None:
    assert read_cardinal(word) == number


def test_percents_are_shares_and_not_changes() -> None:
    text = "It had 24.9 %, then 6.3 percent and 5.0%, up 2.1 percentage points; 100 percent of fans wept."
    assert [number.value for number in find_percents(text)] == [24.9, 6.3, 5.0]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("It is No. 1 worldwide.", "world"),
        ("the world's most watched", "world"),
        ("#1 on US iTunes", "US"),
        ("he told us so", None),
        ("topped the South Korean box office", "South Korea"),
        ("31.7 percent in Seoul", "Seoul"),
        ("28.4 percent nationwide", "nationwide"),
        ("a quiet film", None),
    ],
)
def test_regions(text: str, region: str | None) -> None:
    assert find_region(text) == region
