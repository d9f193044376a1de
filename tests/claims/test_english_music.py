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
    ("{P:Ro}’s “{W/film:Rain}” has sold many albums of its songs.", []),
    ("{P:Ro}’s “{W:Rain}” topped the chart of films.", []),
    ("{O/broadcaster:HBS}’s “{W:Rain}” has a hit song.", []),
    ("{P:Ro} has not released the single “{W/song:Rain}.”", []),
]


@pytest.mark.parametrize(("text", "expected"), SONGS)
def test_who_performs_what(text: str, expected: list[str]) -> None:
    assert told(list(music_claims(read_marked(text)))) == expected
