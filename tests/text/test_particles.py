"""Particles come off a noun where their form agrees with its end."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.text.name_hangul import strip_name_particle
from kgraph.text.particles import strip_particle

CASES = [
    ("이재규가", "이재규", "가"),
    ("이재규는", "이재규", "는"),
    ("감독은", "감독", "은"),
    ("감독이", "감독", "이"),
    ("감독으로서", "감독", "으로서"),
    ("배우로서", "배우", "로서"),
    ("서울로", "서울", "로"),
    ("부산으로", "부산", "으로"),
    ("박찬욱과", "박찬욱", "과"),
    ("배두나와", "배두나", "와"),
    ("배두나와의", "배두나", "와의"),
    ("송강호에게서", "송강호", "에게서"),
    ("드라마에서는", "드라마", "에서는"),
    ("tvN의", "tvN", "의"),
    ("CJ가", "CJ", "가"),
    ("박찬욱", "박찬욱", ""),
    ("봉준호", "봉준호", ""),
    ("김", "김", ""),
    ("가", "가", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("word", "noun", "particle"), CASES)
def test_particle(word: str, noun: str, particle: str) -> None:
    assert strip_particle(word) == (noun, particle)
    assert strip_particle(unicodedata.normalize("NFD", word)) == (noun, particle)


@pytest.mark.parametrize("word", ["이재규은", "감독는", "감독가", "배우은", "배우을", "부산로"])
def test_a_particle_of_the_wrong_form_is_none(word: str) -> None:
    noun, particle = strip_particle(word)
    assert (noun, particle) == (word, "")


@given(st.text(max_size=12))
def test_noun_and_particle_are_the_word(word: str) -> None:
    noun, particle = strip_particle(word)
    assert noun + particle == unicodedata.normalize("NFC", word)
    assert noun or not word


@pytest.mark.parametrize(
    ("word", "name", "particle"),
    [
        ("이정은", "이정은", ""),
        ("이정은은", "이정은", "은"),
        ("김고은이", "김고은", "이"),
        ("박찬욱과", "박찬욱", "과"),
        ("이재규가", "이재규", "가"),
        ("남궁민은", "남궁민", "은"),
        ("황보라는", "황보라", "는"),
        ("전도연의", "전도연", "의"),
        ("최동훈에게", "최동훈", "에게"),
        ("", "", ""),
    ],
)
def test_names_may_end_as_particles_do(word: str, name: str, particle: str) -> None:
    assert strip_name_particle(word) == (name, particle)
