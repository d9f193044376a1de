"""Names in English articles: by their shape, their quotation marks, the lists, and where they stand."""

from __future__ import annotations

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article, Mentions


def _find(text: str) -> Mentions:
    return find(read(Article("a", text, "en", published="2023-05-01")))


def _names(text: str, type_: str) -> list[str]:
    return sorted(referent.name for referent in _find(text).referents if referent.type == type_)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Bae Nu-ri met Cho Wan-jin.", ["Bae Nu-ri", "Cho Wan-jin"]),
        ("Yesterday Bae Nu Ri met Cho Wan Jin.", ["Bae Nu Ri", "Cho Wan Jin"]),
        ("Yesterday BAE Nu-ri met Nu-ri Bae.", ["BAE Nu-ri"]),
        ("Hwangbo Rin spoke, and so did Namgung Sol.", ["Hwangbo Rin", "Namgung Sol"]),
        ("Bae Nu-ri Cho Wan-jin and Kim Sol-a are back.", ["Bae Nu-ri", "Cho Wan-jin", "Kim Sol-a"]),
        ("The film is directed by Pablo Quiroga.", ["Pablo Quiroga"]),
        ("Rowan Kim has a new role.", ["Rowan Kim"]),
        ("Singer Moonpepper released a song.", ["Moonpepper"]),
        ("It was a long day in South Korea.", []),
        ("He plays Nam Do-gyu, a cook, in it.", []),
        ("Han Ae Ri (Bae Nu Ri) meets Nam Do Gyu (Cho Wan Jin).", ["Bae Nu Ri", "Cho Wan Jin"]),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert _names(text, "Person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was in “Tin Lantern,” “Salt Road” and ‘Rye.’", ["Rye", "Salt Road", "Tin Lantern"]),
        ("She stars in the drama Tin Lantern.", ["Tin Lantern"]),
        ("She starred in Tin Lantern, Salt Road and Rye House.", ["Rye House", "Salt Road", "Tin Lantern"]),
        ("Tin Lantern (2016) was her first.", ["Tin Lantern"]),
        ("Cho Wan-jin (Tin Lantern) is back.", ["Tin Lantern"]),
        ("Tin Lantern is a 2021 South Korean television series.", ["Tin Lantern"]),
        ("tvN's Tin Lantern finally has a lead.", ["Tin Lantern"]),
        ("“I will never come back to this town,” she said.", []),
        ("She plays “Captain Oh” on stage.", []),
        ("He won “Best Actor” twice.", []),
        ("Five dramas\n\n1. Tin Lantern\nIt is long.\n\n2. Salt Road\nIt is short.", ["Salt Road", "Tin Lantern"]),
        ("Tin Lantern\nYear: 2017\nDirector: Cho Wan-jin\n\nIt is long.", ["Tin Lantern"]),
        ("Title | Network\nTin Lantern | tvN\nRye | KBS2", ["Rye", "Tin Lantern"]),
        ("In May 2019 the film had won a prize.", []),
        ("On June 3 the series premiered on tvN.", []),
    ],
)
def test_works(text: str, expected: list[str]) -> None:
    assert _names(text, "Work") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tvN and Netflix agreed.", ["Netflix", "tvN"]),
        ("Reedgrass Entertainment and Studio Oatmeal said so.", ["Reedgrass Entertainment", "Studio Oatmeal"]),
        ("Her agency Reedgrass said so.", ["Reedgrass"]),
        ("It is an MBC drama.", ["MBC"]),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert _names(text, "Organization") == expected


def test_second_names() -> None:
    names = {
        referent.name: referent.names
        for referent in _find(
            "Bae Nu-ri (배누리) in “Tin Lantern” (양철 등불), formerly known as “Lamp Town.” Cho Wan-jin (real name Cho Sol) is "
            "it."
        ).referents
    }
    assert names["Bae Nu-ri"] == ("Bae Nu-ri", "배누리")
    assert set(names["Tin Lantern"]) == {"Tin Lantern", "양철 등불", "Lamp Town"}
    assert set(names["Cho Wan-jin"]) == {"Cho Wan-jin", "Cho Sol"}


def test_kinds_are_told_by_the_words_beside() -> None:
    found = {
        r.name: r.kind for r in _find("The film “Tin Lantern” and the song ‘Rye’ and the webtoon “Salt Road” are out.").referents
    }
    assert found == {"Tin Lantern": "film", "Rye": "song", "Salt Road": "webtoon"}
