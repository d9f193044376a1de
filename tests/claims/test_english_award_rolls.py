"""Whole lists of winners, as they are printed below a headline."""

from __future__ import annotations

import pytest

from kgraph.claims.english import extract_claims
from kgraph.claims.english.awards import read_awards
from marked import read_marked, told

HEAD = "# Winners of the 2021 Pine Arts Awards\n\n"
ROLLS = [
    (
        HEAD + "Best Film: {W:Salt}\nBest Actor: {P:Ma Rin} ({W:Rye})\nPopular Star Award: {P:Ma Rin}, {P:Go Un}, {P:Han Sol}",
        [
            "acted_in Ma Rin, Rye",
            "won Go Un date=2021 award=Pine Arts Awards Popular Star Award",
            "won Han Sol date=2021 award=Pine Arts Awards Popular Star Award",
            "won Ma Rin date=2021 award=Pine Arts Awards Best Actor",
            "won Ma Rin date=2021 award=Pine Arts Awards Popular Star Award",
            "won Salt date=2021 award=Pine Arts Awards Best Film",
        ],
    ),
    (
        HEAD + "Song of the Year: {O/group:TIDE} – “{W/song:Foam}”\nRookie of the Year: {O/group:TIDE}, {O/group:GALE}\n"
        "Best OST: {P:Ma Rin} – “{W/song:Reeds}” from the drama {W:Salt}",
        [
            "performed Ma Rin, Reeds",
            "performed TIDE, Foam",
            "won Foam date=2021 award=Pine Arts Awards Song of the Year",
            "won GALE date=2021 award=Pine Arts Awards Rookie of the Year",
            "won Ma Rin date=2021 award=Pine Arts Awards Best OST",
            "won Reeds date=2021 award=Pine Arts Awards Best OST",
            "won TIDE date=2021 award=Pine Arts Awards Rookie of the Year",
            "won TIDE date=2021 award=Pine Arts Awards Song of the Year",
        ],
    ),
    (
        "# Nominees of the Pine Arts Awards\n\nBest Film: {W:Salt}\nBest Director: {P:Go Un} ({W:Salt})\nBest Actor: {P:Ma Rin}",
        [
            "directed Go Un, Salt",
            "nominated_for Go Un award=Pine Arts Awards Best Director",
            "nominated_for Ma Rin award=Pine Arts Awards Best Actor",
            "nominated_for Salt award=Pine Arts Awards Best Film",
        ],
    ),
    (
        "Best Film: {W:Salt}\nBest Actor: {P:Ma Rin}\nBest Actress: {P:Go Un}\n\nThat was the 22nd Reed Film Festival.",
        [
            "won Go Un award=Reed Film Festival Best Actress",
            "won Ma Rin award=Reed Film Festival Best Actor",
            "won Salt award=Reed Film Festival Best Film",
        ],
    ),
]
BETS = (
    "# Who'll take the Pine Arts Awards? Our predictions\n\nMost Missed: {W:Salt}\nMost Loved: {P:Ma Rin}\nMost Hated: {P:Go Un}"
)
JOKES = "# The year, ours\n\nMost Missed: {W:Salt}\nMost Loved: {P:Ma Rin}\nMost Hated: {P:Go Un}"


@pytest.mark.parametrize(("text", "expected"), ROLLS)
def test_rows_give_prizes(text: str, expected: list[str]) -> None:
    assert told(list(read_awards(read_marked(text, "2021-12-29")))) == expected


@pytest.mark.parametrize("text", [BETS, JOKES])
def test_bets_and_jokes_give_none(text: str) -> None:
    assert told(list(read_awards(read_marked(text, "2021-12-29")))) == []


def test_a_name_before_the_mark_is_no_prize() -> None:
    text = HEAD + "{P:Ma Rin}: {W:Salt}\n{P:Go Un}: {W:Rye}\n{P:Han Sol}: {W:Oat}"
    assert told(list(read_awards(read_marked(text, "2021-12-29")))) == []


def test_respectively() -> None:
    text = "{P:Ma Rin} and {P:Go Un} were named Best New Actress and Best New Actor, respectively, at the Pine Arts Awards."
    assert told(list(read_awards(read_marked(text, "2021-12-29")))) == [
        "won Go Un award=Pine Arts Awards Best New Actor",
        "won Ma Rin award=Pine Arts Awards Best New Actress",
    ]


def test_who_shot_or_cut_a_film_plays_no_part_in_it() -> None:
    text = HEAD + "Best Film: {W:Salt}\nBest Cinematography: {P:Ma Rin} ({W:Salt})\nBest Actor: {P:Go Un} ({W:Salt})"
    reading = read_marked(text, "2021-12-29")
    assert [told([claim]) for claim in extract_claims(reading.document, reading.mentions) if claim.predicate == "acted_in"] == [
        ["acted_in Go Un, Salt"]
    ]


def test_what_stands_below_the_last_row_has_not_its_prize() -> None:
    rows = "Best Film: {W:Salt}\nBest Director: {P:Go Un} ({W:Salt})\nBest Cinematography: {P:Han Sol} ({W:Salt})"
    found = read_awards(read_marked(f"{HEAD}{rows}\n\n{{P:Ma Rin}}, 24, thanked her mother.", "2021-12-29"))
    assert not [line for line in told(list(found)) if "Ma Rin" in line]
