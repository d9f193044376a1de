"""Hangul syllables, letters and initial consonants."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.text.hangul import choseong, has_final, has_hangul, is_hangul, letters, matches_choseong, nfc, syllable

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@given(SYLLABLES)
def test_a_syllable_is_its_letters(char: str) -> None:
    parts = letters(char)
    assert parts is not None
    assert syllable(*parts) == char
    assert has_final(char) == (parts[2] != "")


@pytest.mark.parametrize("char", ["", "a", "ㄱ", "이재", "漢", "🙂"])
def test_what_is_no_syllable_has_no_letters(char: str) -> None:
    assert letters(char) is None


@pytest.mark.parametrize("parts", [("", "ㅏ", ""), ("ㄱ", "", ""), ("ㅏ", "ㄱ", ""), ("ㄱ", "ㅏ", "ㄸ"), ("x", "y", "z")])
def test_what_makes_no_syllable_is_none(parts: tuple[str, str, str]) -> None:
    assert syllable(*parts) is None


@given(st.text(SYLLABLES, min_size=1, max_size=8))
def test_typed_as_letters_or_as_syllables_is_the_same(word: str) -> None:
    loose = unicodedata.normalize("NFD", word)
    assert nfc(loose) == word
    assert is_hangul(loose)
    assert choseong(loose) == choseong(word)
    assert has_final(loose) == has_final(word)


@pytest.mark.parametrize(
    ("text", "initials"),
    [("이재규", "ㅇㅈㄱ"), ("지금 우리 학교는", "ㅈㄱㅇㄹㅎㄱㄴ"), ("BTS 정국", "BTSㅈㄱ"), ("", ""), ("싸이", "ㅆㅇ")],
)
def test_initial_consonants(text: str, initials: str) -> None:
    assert choseong(text) == initials


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ㅇㅈㄱ", "이재규", True),
        ("ㅇ재", "이재규", True),
        ("이재규", "이재규", True),
        ("ㅇ ㅈ", "이재규", True),
        ("ㅈㄱ", "이재규", False),
        ("이재규가", "이재규", False),
        ("", "이재규", False),
        ("ㄱ", "까치", False),
    ],
)
def test_search_by_initial_consonants(query: str, text: str, found: bool) -> None:
    assert matches_choseong(query, text) is found


def test_hangul_in_a_text() -> None:
    assert has_hangul("Lee Jae Kyu (이재규)")
    assert has_hangul("ㅋㅋ")
    assert not has_hangul("Lee Jae Kyu")
    assert not is_hangul("이 재규")
