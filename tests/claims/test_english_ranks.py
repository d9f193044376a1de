"""ranked and rated in English."""

from __future__ import annotations

import pytest

from kgraph.claims.english.ranks import read_ranks
from kgraph.claims.english.ratings import read_ratings
from marked import read_marked, told

DAY = "2022-02-07"  # a Monday

RANKS = [
    (
        (
            "“{W:Tin Moon}” has topped the world and kept its top position for nine consecutive days already.\n"
            "{W:It=Tin Moon} is 323 points ahead of “{W:Salt},” which is ranked second on {O/chart:Rankboard}."
        ),
        [
            "ranked Salt date=2022-02-07 rank=2 chart=Rankboard region=world",
            "ranked Tin Moon date=2022-02-07 rank=1 chart=Rankboard region=world days=9 points=323",
        ],
    ),
    (
        (
            "“{W:Tin Moon}” rose to the 3rd place in the world on {O/chart:Rankboard} on the 4th.\n"
            "The 1st place of the same day was “{W:Salt},” the 2nd place was “{W:Rye}.”"
        ),
        [
            "ranked Rye date=2022-02-04 rank=2 chart=Rankboard region=world",
            "ranked Salt date=2022-02-04 rank=1 chart=Rankboard region=world",
            "ranked Tin Moon date=2022-02-04 rank=3 chart=Rankboard region=world",
        ],
    ),
    ("“{W:Tin Moon}” debuted at No. 3 on the Billboard 200.", ["ranked Tin Moon rank=3 chart=Billboard 200"]),
    (
        (
            "“{W:Tin Moon}” kept the top spot at the South Korean box office.\n"
            "“{W:Salt},” by {P:Ma Rin}, bowed third.\n“{W:Rye}” rounded out the top five."
        ),
        [
            "ranked Rye rank=5 chart=South Korean box office region=South Korea",
            "ranked Salt rank=3 chart=South Korean box office region=South Korea",
            "ranked Tin Moon rank=1 chart=South Korean box office region=South Korea",
        ],
    ),
    (
        "# Weekend box office\n\n- 1. “{W:Tin Moon}”\n- 2. “{W:Salt}”",
        ["ranked Salt rank=2 chart=box office", "ranked Tin Moon rank=1 chart=box office"],
    ),
]

NOT_RANKED = [
    "{P:Ma Rin} ranked first in the brand reputation chart of actors.",
    "{P:Ma Rin} was first cast in “{W:Tin Moon}.”",
    "“{W:Tin Moon}” is the third film by {P:Ma Rin}.",
    "The second season of “{W:Tin Moon}” will air first on {O:HBS}.",
    "If “{W:Tin Moon}” tops the box office, nobody would be surprised.",
    "Trap number two: “{W:Tin Moon}” by {P:Ma Rin}.",
]

RATINGS = [
    (
        "According to {O:Count} on the 4th, the 37th episode of “{W:Tin Moon}” broadcast on the 3rd recorded 21.3% nationwide.",
        ["rated Tin Moon date=2022-02-03 region=nationwide percent=21.3 episode=37"],
    ),
    ("- 3. {W:Tin Moon} ({O:HBS}) - 24.9 %\nNielsen ratings", ["rated Tin Moon percent=24.9"]),
    (
        (
            "“{W:Tin Moon}” is over.\nThe 16th and final episode on Saturday was seen by 28.4 percent of households nationwide "
            "and by 31.7 percent in Seoul.\n"
            "A night earlier, episode 15 had reached 24.4 percent nationwide."
        ),
        [
            "rated Tin Moon date=2022-02-04 region=nationwide percent=24.4 episode=15",
            "rated Tin Moon date=2022-02-05 region=Seoul percent=31.7 episode=16",
            "rated Tin Moon date=2022-02-05 region=nationwide percent=28.4 episode=16",
        ],
    ),
    (
        (
            "Nationwide ratings of “{W:Tin Moon}” went from 5.0% (ep 1) to 16.5% (ep 16, the finale), "
            "and in Seoul the last one even hit 18.3%."
        ),
        [
            "rated Tin Moon region=Seoul percent=18.3 episode=16",
            "rated Tin Moon region=nationwide percent=16.5 episode=16",
            "rated Tin Moon region=nationwide percent=5.0 episode=1",
        ],
    ),
    (
        "“{W:Tin Moon}” – 5.8 and 6.3 percent of viewers for episode 9.",
        ["rated Tin Moon percent=5.8 episode=9", "rated Tin Moon percent=6.3 episode=9"],
    ),
    ("The old rating record of 23.8 percent belonged to “{W:Salt}.”", ["rated Salt percent=23.8"]),
]

NOT_RATED = [
    "Some 20.9% of the tickets sold went to “{W:Tin Moon}.”",
    "If “{W:Tin Moon}” goes over 10 percent in the ratings, the cast will dance.",
    "The ratings of “{W:Tin Moon}” stayed in the 3 percent range.",
]


@pytest.mark.parametrize(("text", "expected"), RANKS)
def test_ranks(text: str, expected: list[str]) -> None:
    assert told(list(read_ranks(read_marked(text, DAY)))) == expected


@pytest.mark.parametrize("text", NOT_RANKED)
def test_no_rank_of_a_work(text: str) -> None:
    assert told(list(read_ranks(read_marked(text, DAY)))) == []


@pytest.mark.parametrize(("text", "expected"), RATINGS)
def test_ratings(text: str, expected: list[str]) -> None:
    assert told(list(read_ratings(read_marked(text, DAY)))) == expected


@pytest.mark.parametrize("text", NOT_RATED)
def test_other_percentages_are_no_ratings(text: str) -> None:
    assert told(list(read_ratings(read_marked(text, DAY)))) == []


def test_a_rank_of_the_past_takes_no_date_from_the_article() -> None:
    (line,) = told(list(read_ranks(read_marked("“{W:Tin Moon}” topped the box office.", DAY))))
    assert "date" not in line
