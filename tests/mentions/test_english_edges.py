"""Where names in English articles begin and end: what runs on is cut off, what is cut is drawn out."""

from __future__ import annotations

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article


def _names(text: str, type_: str) -> list[str]:
    mentions = find(read(Article("a", text, "en", published="2023-05-01")))
    return sorted(referent.name for referent in mentions.referents if referent.type == type_)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She starred in the sitcom Hello, Tin Soldier last year.", ["Hello, Tin Soldier"]),
        ("He last worked in the drama Goodbye, Mrs. Rye.", ["Goodbye, Mrs. Rye"]),
        ("It is based on the documentary Case 4,417.", ["Case 4,417"]),
        ("THE SECOND MRS. YUN\nBae Nu-ri directs The Second Mrs. Yun.", ["The Second Mrs. Yun"]),
        ("MR. RYE – “Mr. Rye” is a comedy by Bae Nu-ri.", ["Mr. Rye"]),
        ("“It’s called ‘That Rye,’” Bae Nu-ri answered.", ["That Rye"]),
        ("Bae Nu-ri (Tin Lantern, Salt Road) is back.", ["Salt Road", "Tin Lantern"]),
    ],
)
def test_titles_that_were_cut(text: str, expected: list[str]) -> None:
    assert _names(text, "Work") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE CLASSIC: Tin Lantern (2003). Two cops.\n\nTHE LOUD ONE: Salt Road (2009). A bus.", ["Salt Road", "Tin Lantern"]),
        ("Try Tin Lantern (2018): zombies and Bae Nu-ri.", ["Tin Lantern"]),
        ("Bae Nu-ri left Haru Films. Cho Sol-a will be seen in Haru Films's Salt Road with Bae Nu-ri.", ["Salt Road"]),
        ("#7 Two Sisters (KBS2). Bae Nu-ri stars.\n#6 Delivery Dog (TVING). Cho Wan-jin stars.", ["Delivery Dog", "Two Sisters"]),
        ("She made her debut in the web drama Office Rye in 2016.", ["Office Rye"]),
        ("SBS has slotted the drama Deep Village for October, with Bae Nu-ri.", ["Deep Village"]),
        ("A slow boat in 'Sea Fog's' wake. “Sea Fog” is directed by Bae Nu-ri.", ["Sea Fog"]),
        ("Bae Nu-ri, of Netflix's Salt Road, is back in Netflix's Salt Road.", ["Salt Road"]),
        ("He saw Taxi to Mars and Night Bus to Mokpo with Bae Nu-ri.", ["Night Bus to Mokpo", "Taxi to Mars"]),
    ],
)
def test_titles_that_ran_on(text: str, expected: list[str]) -> None:
    assert _names(text, "Work") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bae Nu-ri is in talks for a “Salt Road”-style thriller.",
        "The heart of it is the third episode, “The Rye Thieves,” says Bae Nu-ri.",
        "For it Bae Nu-ri was awarded the Barley Journalism Prize.",
    ],
)
def test_no_title(text: str) -> None:
    assert _names(text, "Work") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cho Eun Jin plays a cook in “Salt Road.”", ["Cho Eun Jin"]),
        ("A song is out. Bandmate Wonsu wrote the melody for Bae Nu-ri.", ["Bae Nu-ri", "Wonsu"]),
        ("With Bae Nu-ri-like newcomer Sa Gwang-rok, the film premiered.", ["Sa Gwang-rok"]),
        ("She appeared in Im Na-mu-directed “The Widow's Goat” in 1978.", ["Im Na-mu"]),
        ("Replacing director Han Cheol-soo is Moon Seo-hyun, for the drama “Rye.”", ["Han Cheol-soo", "Moon Seo-hyun"]),
        ("It was directed by Dutch-born helmer Joost de Haan.", ["Joost de Haan"]),
        ("He plays novelist Nam Do-gyu in it.", []),
        ("Bae Nu-ri is back. Her character, lawyer Nam Do-gyu, is not.", ["Bae Nu-ri"]),
        ("As Nam Do-gyu, Bae Nu-ri was a cook.", ["Bae Nu-ri"]),
        ("She plays actress Bae Nu-ri's son.", ["Bae Nu-ri"]),
        ("They've cast Bae Nu-ri in “Rye.” They've done well.", ["Bae Nu-ri"]),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert _names(text, "Person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They played it on MBC Radio.", ["MBC Radio"]),
        ("Cho Wan-jin of idol group HALO:RA is here.", ["HALO:RA"]),
        ("Ex-REEDGRASS singer Bae Nu-ri left the girl group REEDGRASS.", ["REEDGRASS"]),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert _names(text, "Organization") == expected
