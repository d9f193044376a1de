from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.text.numbers_korean import find_episodes, find_percents, find_ranks, find_streaks, parse_count


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12만 2,491명", 122_491),
        ("10만 4,548명", 104_548),
        ("2억 회", 200_000_000),
        ("1억 2000만 뷰", 120_000_000),
        ("3만5천 명", 35_000),
        ("1천만 관객", 10_000_000),
        ("1.5억", 150_000_000),
        ("수만 명", None),
        ("", None),
    ],
)
def test_counts(words: str, value: int | None) -> None:
    assert parse_count(words) == value


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("박스오피스 1위에 올랐다", [1]),
        ("1·2위를 휩쓸었다", [1, 2]),
        ("3위에서 2위로", [3, 2]),
        ("정상을 밟았다", [1]),
        ("선두를 지켰다", [1]),
        ("10위권에 들었다", []),
        ("10위 안에 들었다", []),
        ("한일 정상회담", []),
        ("비정상", []),
        ("정상급 배우", []),
    ],
)
def test_ranks(words: str, values: list[int]) -> None:
    assert [rank.value for rank in find_ranks(words)] == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("전국 7.8%, 수도권 8%", [7.8, 8]),
        ("1.2%포인트 오른", []),
        ("0.5%p 상승", []),
        ("10퍼센트를 넘겼다", [10]),
        ("2.5 %", [2.5]),
    ],
)
def test_percents(words: str, values: list[float]) -> None:
    assert [percent.value for percent in find_percents(words)] == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("9일 연속", [9]),
        ("2주 연속", [14]),
        ("열흘째", [10]),
        ("사흘 동안", [3]),
        ("7일째 정상", [7]),
        ("3개월 연속", []),
        ("9일 공개", []),
    ],
)
def test_streaks(words: str, values: list[int]) -> None:
    assert [streak.value for streak in find_streaks(words)] == values


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("첫 방송에서 5%를 찍고 8회는 9%", [1, 8]),
        ("첫 회 10.9%", [1]),
        ("두 번째 방송", [2]),
        ("12화에서", [12]),
        ("제46회 대종상", []),
        ("46회 대종상", []),
        ("2회 연속", []),
        ("첫 방송사", []),
        ("첫 방송사는", []),
    ],
)
def test_episodes(words: str, values: list[int]) -> None:
    assert [episode.value for episode in find_episodes(words)] == values


@settings(max_examples=50)
@given(st.text(alphabet="0123456789위회화일주연속째%만억첫방송정상 ,.·", max_size=60))
def test_spans_stand_in_the_text(text: str) -> None:
    for found in (*find_ranks(text), *find_percents(text), *find_streaks(text), *find_episodes(text)):
        assert 0 <= found.start < found.end <= len(text)
