"""Of claims of one article that contradict each other the better stand."""

from __future__ import annotations

import pytest

from kgraph.claims.learned.contradictions import without_contradictions
from kgraph.model import Claim, Qualifiers, Referent, Span

SERIES, NOVEL = Referent("a#w-salt", "Work", ("Salt",), "series"), Referent("a#w-salt-2", "Work", ("Salt",), "novel")
FILM, OTHER = Referent("a#w-rye", "Work", ("Rye",), "film"), Referent("a#w-oat", "Work", ("Oat",), "film")


ACTOR = Referent("a#p-marin", "Person", ("Ma Rin",))


def claim(
    subject: Referent, object_: Referent, rule: str, confidence: float, predicate: str = "based_on", status: str | None = None
) -> Claim:
    span = Span(0, 4, "Salt")
    return Claim("a", predicate, subject, object_, span, span, rule, confidence, Qualifiers(status=status))


@pytest.mark.parametrize(
    ("kept", "left_out"),
    [
        (claim(SERIES, NOVEL, "pairs.based_on", 0.6), claim(NOVEL, SERIES, "adaptations.made_from", 0.9)),
        (claim(FILM, OTHER, "adaptations.made_from", 0.6), claim(OTHER, FILM, "pairs.based_on", 0.9)),
        (claim(FILM, OTHER, "pairs.based_on", 0.8), claim(OTHER, FILM, "pairs.based_on", 0.7)),
        (claim(OTHER, FILM, "pairs.sequel_of", 0.7, "sequel_of"), claim(FILM, OTHER, "pairs.sequel_of", 0.7, "sequel_of")),
    ],
)
def test_the_better_way_stands(kept: Claim, left_out: Claim) -> None:
    assert without_contradictions([kept, left_out]) == [kept]
    assert without_contradictions([left_out, kept]) == [kept]


def test_what_is_no_contradiction_stands() -> None:
    told = [
        claim(SERIES, NOVEL, "pairs.based_on", 0.6),
        claim(FILM, NOVEL, "pairs.based_on", 0.6),
        claim(FILM, OTHER, "sequels.of", 0.9, "sequel_of"),
        claim(OTHER, FILM, "adaptations.remake", 0.9, "remake_of"),
    ]
    assert without_contradictions(told) == told


def test_what_is_talked_of_is_not_taken() -> None:
    talks = claim(ACTOR, FILM, "casting.talks", 0.8, "acted_in", "talks")
    reported = claim(ACTOR, FILM, "casting.acts_in", 0.7, "acted_in")
    sure = claim(ACTOR, FILM, "casting.acts_in", 0.9, "acted_in")
    elsewhere = claim(ACTOR, SERIES, "casting.acts_in", 0.6, "acted_in")
    assert without_contradictions([reported, talks, elsewhere]) == [talks, elsewhere]
    assert without_contradictions([sure, talks]) == [sure, talks]


def test_no_part_is_guessed_in_what_is_sung() -> None:
    song = Referent("a#w-foam", "Work", ("Foam",))
    sung = claim(ACTOR, song, "music.sung", 0.9, "performed")
    guessed, read = claim(ACTOR, song, "pairs.acted_in", 0.8, "acted_in"), claim(ACTOR, song, "casting.plays", 0.8, "acted_in")
    assert without_contradictions([sung, guessed]) == [sung]
    assert without_contradictions([sung, read]) == [sung, read]
