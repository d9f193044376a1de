"""member_of and signed_with in English."""

from __future__ import annotations

import pytest

from kgraph.claims.english.agencies import read_agencies
from kgraph.claims.english.groups import read_groups
from marked import read_marked, told

GROUPS = [
    ("{P:Ro} of {O/group:Petal4} wrote it.", ["member_of Ro, Petal4"]),
    ("{O/group:Petal4}’s {P:Ro} and {O/group:ORBIT}’s {P:Jin} star.", ["member_of Jin, ORBIT", "member_of Ro, Petal4"]),
    ("{P:Ro}, a former member of {O/group:Petal4}, is in as well.", ["member_of Ro, Petal4 status=ended"]),
    ("Former ‘{O/group:Petal4}’ member {P:Ro} leads.", ["member_of Ro, Petal4 status=ended"]),
    ("{P:Ro}, the {O/group:Petal4} singer who now acts, is back.", ["member_of Ro, Petal4"]),
    ("{P:Ro} has left {O/group:Petal4}.", ["member_of Ro, Petal4 status=ended"]),
    ("{P:Ro} debuted as a member of {O/group:Petal4}, which disbanded in 2016.", ["member_of Ro, Petal4 status=ended"]),
    ("{P:Ro}, ex-{O/group:Petal4}, has been cast.", ["member_of Ro, Petal4 status=ended"]),
    ("{P:Ro} rose to fame with girl group {O/group:Petal4}.", ["member_of Ro, Petal4"]),
    ("{O/group:Petal4} consists of {P:Ro}, {P:Jin} and {P:Yu}.", [f"member_of {name}, Petal4" for name in ("Jin", "Ro", "Yu")]),
    ("{O/group:Its=Petal4} members {P:Ro} and {P:Jin} act.", ["member_of Jin, Petal4", "member_of Ro, Petal4"]),
    ("{O/group:Petal4} has lost a singer. Main vocalist {P:Ro} left the group in May.", ["member_of Ro, Petal4 status=ended"]),
    ("{O/studio:Petal} has lost a singer. Main vocalist {P:Ro} left the group in May.", []),
    ("{P:Ro}, who used to play the bass in the punk band {O:Riot}, is late.", ["member_of Ro, Riot status=ended"]),
    ("Twins {P:Ro} and {P:Jin} of {O:TWIN} star.", ["member_of Jin, TWIN", "member_of Ro, TWIN"]),
    ("All members of boy group {O/group:Petal4} ({P:Ro}, {P:Jin}) stay.", ["member_of Jin, Petal4", "member_of Ro, Petal4"]),
    ("{P:His=Ro} band {O:Riot} released it.", ["member_of Ro, Riot"]),
    ("{P:Ro}, formerly of the vocal group {O:Five}, sings.", ["member_of Ro, Five status=ended"]),
    ("{O:PETAL}’s {P:Ro} is in, and {O:Petal Foods}’s {P:Jin} paid.", ["member_of Ro, PETAL"]),
    ("{O/group:Petal4} is back.\nMember {P:Ro} wrote it.", ["member_of Ro, Petal4"]),
    ("{O/group:Petal4} and {O/group:Orbit} are back.\nMember {P:Ro} wrote it.", []),
    ("{P:Ro} is a big fan of {O/group:Petal4}.", []),
    ("{P:Ro} of {O/studio:Petal Pictures} spoke.", []),
]

AGENCIES = [
    ("{P:Ro} signed an exclusive contract with {O/agency:Maru}.", ["signed_with Ro, Maru"]),
    (
        "{O/agency:Maru}, {P:Ro}’s agency, and {O/agency:Dal}, {P:Jin}’s, said nothing.",
        ["signed_with Jin, Dal", "signed_with Ro, Maru"],
    ),
    ("{P:His=Ro} contract with {O/agency:Maru} ran out in February.", ["signed_with Ro, Maru status=ended"]),
    ("{P:Ro} parted ways with {O/agency:Maru}.", ["signed_with Ro, Maru status=ended"]),
    ("{O/agency:Maru}, which manages {P:Ro}, told reporters.", ["signed_with Ro, Maru"]),
    ("{P:Ro}, who belongs to {O/agency:Maru}, said so.", ["signed_with Ro, Maru"]),
    ("{O/agency:Maru} is home to actors {P:Ro} and {P:Jin}.", ["signed_with Jin, Maru", "signed_with Ro, Maru"]),
    ("{P:Ro} is repped by {O/agency:Maru} and {O/agency:Dal}.", ["signed_with Ro, Dal", "signed_with Ro, Maru"]),
    ("{P:Ro} and {P:Jin} said no and renewed with {O/agency:Maru}.", ["signed_with Jin, Maru", "signed_with Ro, Maru"]),
    ("{P:Ro} moved house in May, and is signed to {O/agency:Maru}.", ["signed_with Ro, Maru"]),
    ("{P:Ro} has been released by {O/agency:Maru}.", ["signed_with Ro, Maru status=ended"]),
    ("{O/agency:Maru} manages 23 actors, including {P:Ro} and {P:Jin}.", ["signed_with Jin, Maru", "signed_with Ro, Maru"]),
    ("So said {O/agency:Maru}, which represents {P:Ro}.", ["signed_with Ro, Maru"]),
    ("{P:Ro} left and terminated {P:his=Ro} contract with {O/agency:Maru}.", ["signed_with Ro, Maru status=ended"]),
    ("{P:Ro} will not stay with {O/agency:Maru}.", []),
    ("{P:Ro} is in talks to sign with {O/agency:Maru}.", []),
    ("{P:Ro} joined {O/platform:Harbor+} for a series.", []),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text: str, expected: list[str]) -> None:
    assert told(list(read_groups(read_marked(text)))) == expected


@pytest.mark.parametrize(("text", "expected"), AGENCIES)
def test_agencies(text: str, expected: list[str]) -> None:
    assert told(list(read_agencies(read_marked(text)))) == expected
