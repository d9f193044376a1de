"""won and nominated_for in English, and what prizes imply."""

from __future__ import annotations

import pytest

from kgraph.claims.english.awards import read_awards
from marked import read_marked, told

CASES = [
    (
        "{P:Ma Rin} won Best Actress at the 57th Pine Arts Awards for “{W:Salt}.”",
        ["acted_in Ma Rin, Salt", "won Ma Rin award=Pine Arts Awards Best Actress"],
    ),
    (
        (
            "Two prizes of the 75th {O/festival:Reed Film Festival} went south on Saturday.\n"
            "Best director was {P:Go Un} for “{W:Salt},” and best actor was {P:Ma Rin} for “{W:Rye}.”"
        ),
        [
            "acted_in Ma Rin, Rye",
            "directed Go Un, Salt",
            "won Go Un date=2022-05-28 award=Reed Film Festival Best director",
            "won Ma Rin date=2022-05-28 award=Reed Film Festival best actor",
        ],
    ),
    (
        "“{W:Salt}” won the Grand Prix in 2004 and “{W:Rye}” the Jury Prize in 2009.",
        ["won Rye date=2009 award=Jury Prize", "won Salt date=2004 award=Grand Prix"],
    ),
    (
        "“{W:Salt}” made {P:him=Go Un} Best New Director at the Pine Film Awards.",
        ["directed Go Un, Salt", "won Go Un award=Pine Film Awards Best New Director"],
    ),
    ("Oscar-winning director {P:Go Un} is back with Emmy winner {P:Ma Rin}.", ["won Go Un award=Oscar", "won Ma Rin award=Emmy"]),
    (
        "# Full winners of the Pine Arts Awards\n\nBEST ACTOR\n{P:Ma Rin}, {W:Salt}\n\nCINEMATOGRAPHY\n{P:Go Un} for {W:Salt}",
        [
            "acted_in Ma Rin, Salt",
            "won Go Un award=Pine Arts Awards CINEMATOGRAPHY",
            "won Ma Rin award=Pine Arts Awards BEST ACTOR",
            "won Salt award=Pine Arts Awards CINEMATOGRAPHY",
        ],
    ),
    (
        "# Nominations for the Pine Arts Awards\n\nBEST FILM\n{W:Salt}\n{W:Rye}\n{W:Oat}",
        [
            "nominated_for Oat award=Pine Arts Awards BEST FILM",
            "nominated_for Rye award=Pine Arts Awards BEST FILM",
            "nominated_for Salt award=Pine Arts Awards BEST FILM",
        ],
    ),
    (
        "{P:Ma Rin} was chosen as Best Actor at the Pine Arts Awards, and {P:Go Un} as Best Actress.",
        ["won Go Un award=Pine Arts Awards Best Actress", "won Ma Rin award=Pine Arts Awards Best Actor"],
    ),
    ("{W:Salt} (Emmy nominee, 2019) is back.", ["nominated_for Salt date=2019 award=Emmy"]),
    (
        "The comedy that won {P:Ma Rin} a Blue Dragon nomination for Best Actress is back.",
        ["nominated_for Ma Rin award=Blue Dragon Best Actress"],
    ),
    (
        "“{W:Salt},” with {P:Go Un}, got {P:her=Ma Rin} the Pine Award for Best Actress.",
        ["won Ma Rin award=Pine Award Best Actress"],
    ),
    (
        "{O/group:TIDE} debuted in 2020 with the single “{W/song:Foam}” and won Rookie of the Year at the Pine Music Awards.",
        ["won TIDE date=2020 award=Pine Music Awards Rookie of the Year"],
    ),
    ("{P:Ma Rin} was named actor of the year.", ["won Ma Rin award=actor of the year"]),
    ("Best Actor: {P:Ma Rin} (“{W:Salt}”)", ["acted_in Ma Rin, Salt", "won Ma Rin award=Best Actor"]),
    (
        "# Nominees of the Pine Arts Awards\n\n- Best Actor: {P:Ma Rin} (“{W:Salt}”)",
        ["acted_in Ma Rin, Salt", "nominated_for Ma Rin award=Pine Arts Awards Best Actor"],
    ),
    (
        "“{W:Salt},” directed by {P:Go Un}, beat “{W:Rye}” and “{W:Oat}” to win Best Film at the Pine Film Awards.",
        ["won Salt award=Pine Film Awards Best Film"],
    ),
    (
        "After winning Best Director for “{W:Salt},” {P:Go Un} returned with “{W:Rye}.”",
        ["directed Go Un, Salt", "won Go Un award=Best Director"],
    ),
    (
        "{P:Ma Rin} was nominated for Best Actor for “{W:Salt}” but lost to {P:Go Un}.",
        ["acted_in Ma Rin, Salt", "nominated_for Ma Rin award=Best Actor"],
    ),
    (
        "The best screenplay prize went to {P:Go Un} for “{W:Salt}.”",
        ["won Go Un award=best screenplay", "won Salt award=best screenplay", "wrote Go Un, Salt"],
    ),
]

NO_PRIZE = [
    "{P:Ma Rin} hopes to win Best Actor at the Pine Arts Awards.",
    "{P:Ma Rin} will host the 57th Pine Arts Awards.",
    "“{W:Salt}” was invited to the {O/festival:Reed Film Festival}.",
    "“{W:Salt}” did not win Best Film.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_prizes(text: str, expected: list[str]) -> None:
    assert told(list(read_awards(read_marked(text, "2022-05-29")))) == expected


@pytest.mark.parametrize("text", NO_PRIZE)
def test_what_is_no_prize(text: str) -> None:
    assert told(list(read_awards(read_marked(text, "2022-05-29")))) == []
