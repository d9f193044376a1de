"""released_on in English."""

from __future__ import annotations

import pytest

from kgraph.claims.english.releases import read_releases
from marked import read_marked, told

DAY = "2023-05-10"

CASES = [
    ("“{W:Tin Moon}” came out on August 27, 2021 and did well.", ["Tin Moon 2021-08-27"]),
    ("“{W:Tin Moon}” drops today.", ["Tin Moon 2023-05-10"]),
    ("“{W:Tin Moon},” starring {P:Ma Rin} and {P:Go Un}, will premiere on June 3 at 9 p.m.", ["Tin Moon 2023-06-03"]),
    ("On June 3, {O:HBS} premieres “{W:Tin Moon}.”", ["Tin Moon 2023-06-03"]),
    ("Viewers will get “{W:Tin Moon}” on June 8 and “{W:Salt}” on June 29.", ["Salt 2023-06-29", "Tin Moon 2023-06-08"]),
    ("{P:Ma Rin} was in “{W:Tin Moon}” (2014) and “{W:Salt}” ({O:HBS}, 2016-2017).", ["Salt 2016", "Tin Moon 2014"]),
    ("“{W:Tin Moon},” a 2020 gangster film by {P:Ma Rin}, is here.", ["Tin Moon 2020"]),
    ("{P:Ma Rin} made the 2013 thriller “{W:Tin Moon}.”", ["Tin Moon 2013"]),
    ("{P:Ma Rin} debuted in 2003 with the drama “{W:Tin Moon}.”", ["Tin Moon 2003"]),
    ("{O/group:TIDE} will return with their fourth mini album, “{W/album:Foam},” on June 17.", ["Foam 2023-06-17"]),
    ("Last year {P:she=Ma Rin} led the comedy “{W:Tin Moon}.”", ["Tin Moon 2022"]),
    ("They worked on “{W:Tin Moon}” in 2005.", ["Tin Moon 2005"]),
    ("“{W:Tin Moon}” is by {P:Yang}.\nFirst episode: January 14, 2024.", ["Tin Moon 2024-01-14"]),
    ("“{W:Tin Moon}” is slated to air in the second half of this year.", ["Tin Moon 2023"]),
    ("“{W:Tin Moon}” was remade in 2018 as “{W:Silver Moon}.”", ["Silver Moon 2018"]),
    ("- Sept. 4 – “{W:Tin Moon}” ({O:HBS}, Mon-Tue)", ["Tin Moon 2023-09-04"]),
    ("Following the finale of “{W:Salt}” on June 2, “{W:Tin Moon}” will premiere on June 3.", ["Tin Moon 2023-06-03"]),
    ("“{W:Tin Moon}” takes over the Wed-Thurs slot on June 7.", ["Tin Moon 2023-06-07"]),
    ("2016 {W:Tin Moon} – the aunt", ["Tin Moon 2016"]),
    ("In 2010 {P:Ma Rin} made “{W:Salt}.” “{W:Tin Moon}” followed two years later.", ["Salt 2010", "Tin Moon 2012"]),
    ("“{W:Tin Moon},” last year's dark fairy tale, is back.", ["Tin Moon 2022"]),
    ("It is a spin-off of last year's “{W:Tin Moon}.”", ["Tin Moon 2022"]),
    ("{P:Ma Rin} debuted on 3 May 2012 with {O:Tide}'s single “{W:Tin Moon}.”", ["Tin Moon 2012-05-03"]),
    ("“{W:Tin Moon},” a flop of 2002, is on again.", ["Tin Moon 2002"]),
    ("Coming: “{W:Tin Moon},” with {P:Ma Rin}, on July 23, {O:HBS}.", ["Tin Moon 2023-07-23"]),
    ("“{W:Tin Moon},” which the late {P:Ma Rin} made in 1988, is lost.", ["Tin Moon 1988"]),
    ("Last November's “{W:Tin Moon}” did better.", ["Tin Moon 2022-11"]),
    ("In 1997 there was “{W:Tin Moon}.”", ["Tin Moon 1997"]),
    ("“{W:Salt},” released last Thursday, is the first since “{W:Tin Moon}” in 2004.", ["Salt 2023-05-04", "Tin Moon 2004"]),
]

NOT_A_RELEASE = [
    "“{W:Tin Moon}” will wrap up on May 30.",
    "Filming of “{W:Tin Moon}” begins in June.",
    "The teaser for “{W:Tin Moon}” was released on May 3.",
    "The next episode of “{W:Tin Moon}” airs on May 12.",
    "“{W:Tin Moon}” airs every Friday and Saturday.",
    "“{W:Tin Moon}” is set in 1988, when the town was poor.",
    "“{W:Tin Moon}” aired on {O:HBS} until April.",
    "“{W:Tin Moon}” won the prize in 2019.",
    "“{W:Tin Moon}” bowed out on Sunday.",
    "{P:Ma Rin} had come from “{W:Tin Moon}” and one day in 2021 wrote a letter.",
    "{O:HBS} bought “{W:Tin Moon}” in 2003.",
    "The winner of last year's {O:Dragon Awards} was here with “{W:Tin Moon}.”",
    "Season 2 of “{W:Tin Moon}” premieres on June 3.",
    "“{W:Tin Moon}” was due on June 3 but has been postponed.",
    "If “{W:Tin Moon}” opens this summer, all will be well.",
    "{P:Ma Rin} was born in 1988.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_releases(text: str, expected: list[str]) -> None:
    claims = list(read_releases(read_marked(text, DAY)))
    assert told(claims) == sorted("released_on " + " date=".join(line.rsplit(" ", 1)) for line in expected)
    for claim in claims:
        assert claim.trigger.text
        assert claim.evidence.covers(claim.trigger)


@pytest.mark.parametrize("text", NOT_A_RELEASE)
def test_other_dates_are_no_releases(text: str) -> None:
    assert told(list(read_releases(read_marked(text, DAY)))) == []


def test_the_articles_own_date_is_never_copied() -> None:
    assert told(list(read_releases(read_marked("“{W:Tin Moon}” opened and the hall was full.", DAY)))) == []


def test_without_a_year_nothing_is_claimed() -> None:
    assert told(list(read_releases(read_marked("“{W:Tin Moon}” opens on June 3.")))) == []
