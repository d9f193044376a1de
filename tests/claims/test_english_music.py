"""Who performs what, in English.  All artists and songs here are invented."""

from __future__ import annotations

import pytest

from kgraph.claims.english.music import music_claims
from marked import read_marked, told

SONGS = [
    ("{P:Ro} released the single “{W/song:Rain}.”", ["performed Ro, Rain"]),
    ("{O/group:Petal4}’s “{W:Rain}” topped the Melon daily chart.", ["performed Petal4, Rain"]),
    ("{O/group:Petal4} returns with “{W/album:Rain}.”", ["performed Petal4, Rain"]),
    ("{P:Ro} of girl group {O/group:Petal4} dropped “{W/song:Rain}” on Friday.", ["performed Ro, Rain"]),
    (
        "Top OST songs of the week:\n1. “{W:Rain}” – {P:Ro} ({O/group:Petal4}), {P:Jin}",
        ["performed Jin, Rain", "performed Ro, Rain"],
    ),
    ("{P:Ro} and {O/group:Orbit}’s {P:Jin} have a duet, “{W:Rain},” out.", ["performed Jin, Rain", "performed Ro, Rain"]),
    ("{O/group:Petal4} debuted in March 2015 with “{W:Rain}.”", ["performed Petal4, Rain"]),
    ("{P:Ro} made {P:his=Ro} debut there with “{W:Rain},” a love story.", []),
    ("The songs were sung by {P:Ro} (“{W:Rain}”) and by {P:Jin} (“{W:Snow}”).", ["performed Jin, Snow", "performed Ro, Rain"]),
    ("{P:Ro}: the comic of “{W:Salt},” the balladeer of “{W:Rain}.”", ["performed Ro, Rain"]),
    ("“{W:Rain},” released last Thursday, is {P:his=Ro} first album.", ["performed Ro, Rain"]),
    ("“{W/series:Salt}” opens in May. The score is by {P:Ro} and {P:Jin}.", ["composed_for Jin, Salt", "composed_for Ro, Salt"]),
    ("“{W/series:Salt}” opens in June, with {P:Ro} as executive producer.", ["produced Ro, Salt"]),
    ("“{W/series:Salt}” opens in May. Producing are {P:Ro} and {P:Jin}.", ["produced Jin, Salt", "produced Ro, Salt"]),
    ("{P:Ro}’s “{W/film:Rain}” has sold many albums of its songs.", []),
    ("{P:Ro}’s “{W:Rain}” topped the chart of films.", []),
    ("{O/broadcaster:HBS}’s “{W:Rain}” has a hit song.", []),
    ("{P:Ro} has not released the single “{W/song:Rain}.”", []),
]


@pytest.mark.parametrize(("text", "expected"), SONGS)
def test_who_performs_what(text: str, expected: list[str]) -> None:
    assert told(list(music_claims(read_marked(text)))) == expected
