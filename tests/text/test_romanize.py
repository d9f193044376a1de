"""Hangul names in Latin letters: official and as people write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.text.names import compare
from kgraph.text.official import official_spellings
from kgraph.text.romanize import mccune, revised, romanizations


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("박찬욱", "Bak Chanuk"),
        ("이재규", "I Jaegyu"),
        ("남궁민", "Namgung Min"),
        ("전지현", "Jeon Jihyeon"),
        ("왕희의", "Wang Huiui"),
    ],
)
def test_revised(name: str, spelled: str) -> None:
    assert revised(name) == spelled
    assert revised(unicodedata.normalize("NFD", name)) == spelled


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("박찬욱", "Pak Ch'anuk"),
        ("이재규", "Yi Chaegyu"),
        ("김대중", "Kim Taejung"),
        ("정지영", "Chŏng Chiyŏng"),
        ("전도연", "Chŏn Toyŏn"),
    ],
)
def test_mccune(name: str, spelled: str) -> None:
    assert mccune(name) == spelled


@pytest.mark.parametrize("name", ["", "Lee", "이 J", "漢字", "🙂"])
def test_what_is_not_hangul_has_no_spelling(name: str) -> None:
    assert revised(name) is None
    assert mccune(name) is None
    assert romanizations(name) == ()


def test_the_press_spellings_come_first() -> None:
    spellings = [spelling for spelling, _ in romanizations("이재규", limit=30)]
    assert spellings[:2] == ["Lee Jae-kyu", "Lee Jae-gyu"]
    assert "Lee Jae-kyoo" in spellings
    assert "Yi Jae-gyu" in spellings


def test_shares_fall_and_are_shares() -> None:
    shares = [share for _, share in romanizations("김혜수", limit=50)]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1


def test_official_spellings_of_a_given_name() -> None:
    assert official_spellings("재규") == {"jaegyu", "chaegyu", "chaekyu"}


NAMES = st.tuples(
    st.sampled_from("김이박최정강조윤장임한오서신권황안송홍"),
    st.sampled_from("지현영민성재은수정준"),
    st.sampled_from("우희연호진훈아규"),
)


@given(NAMES.map("".join))
def test_every_likely_spelling_is_the_name(name: str) -> None:
    for spelling, _ in romanizations(name, limit=3):
        assert compare(name, spelling).verdict == "same", spelling
