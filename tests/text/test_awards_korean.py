from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.text.awards_korean import find_awards


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "제46회 대종상영화제에서 최우수작품상을 비롯해 편집상과 음향기술상까지",
            ["대종상영화제", "최우수작품상", "편집상", "음향기술상"],
        ),
        ("제36회 청룡영화상 감독상", ["청룡영화상", "감독상"]),
        ("아카데미 영화제 각본상을 나란히", ["아카데미 영화제", "각본상"]),
        ("대종상, 청룡상, 아시아영화제 트로피를", ["대종상", "청룡상", "아시아영화제"]),
        ("2011 KBS 연기대상에서 대상을 받았다", ["KBS 연기대상", "대상"]),
        ("TV 부문 여자 신인 연기상은", ["TV 부문 여자 신인 연기상"]),
        ("칸 국제영화제 황금종려상", ["칸 국제영화제", "황금종려상"]),
        ("칸에서 감독상을 받은", ["칸", "감독상"]),
        ("▲최우수작품상='1987'", ["최우수작품상"]),
        ("베스트 커플상", ["베스트 커플상"]),
    ],
)
def test_awards(words: str, names: list[str]) -> None:
    assert [award.name for award in find_awards(words)] == names


@pytest.mark.parametrize(
    "words",
    ["심사 대상이었고", "영상을 공개", "세상의 끝", "예상을 깨고", "음악 영상은", "칸을 나눠", "협상 개봉", "시상식 무대 의상"],
)
def test_no_awards(words: str) -> None:
    assert find_awards(words) == ()


@settings(max_examples=50)
@given(st.text(alphabet="제46회대종상영화감독작품신인여자부문 칸에서을△:‘’", max_size=60))
def test_spans_never_cross(text: str) -> None:
    awards = find_awards(text)
    assert all(0 <= a.start < a.end <= len(text) for a in awards)
    assert all(left.end <= right.start for left, right in pairwise(awards))
