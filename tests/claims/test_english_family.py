"""Relatives, friends, weddings and romances in English.  All people here are invented."""

from __future__ import annotations

import pytest

from kgraph.claims.english.kin import read_kin
from kgraph.claims.english.romance import read_romance
from marked import read_marked, told

KIN = [
    ("{P:Go Un}, {P:her=Ma Rin} kid brother, picked the same job.", ["sibling_of Ma Rin, Go Un"]),
    ("{P:Go Un} is the second son of veteran actor {P:Go Ho}.", ["parent_of Go Ho, Go Un"]),
    ("{P:Her=Ma Rin} husband is director {P:Go Un}.", ["married_to Ma Rin, Go Un"]),
    ("{P:Ma Rin}, whose father is the singer {P:Ma Ho}, made her debut.", ["parent_of Ma Ho, Ma Rin"]),
    ("{P:I=Ma Rin} was close to director {P:Go Un}, so I called.", ["friend_of Go Un, Ma Rin"]),
    ("“{P:Go Un} is {P:my=Ma Rin} oldest friend,” {P:Ma Rin} said.", ["friend_of Ma Rin, Go Un"]),
    ("{P:Ma Rin} and {P:Go Un}, a husband-and-wife team, wrote it.", ["married_to Ma Rin, Go Un"]),
    ("{P:Ma Rin}'s ex-husband {P:Go Un} came.", ["married_to Ma Rin, Go Un status=ended"]),
    ("# Stars whose siblings are stars\n\n- 1. {P:Ma Rin} And {P:Ma Un}", ["sibling_of Ma Rin, Ma Un"]),
    ("Siblings {P:Ma Rin} and {P:Ma Un} both act.", ["sibling_of Ma Rin, Ma Un"]),
    ("{P:Ma Rin} is best friends with {P:Go Un}.", ["friend_of Go Un, Ma Rin"]),
    ("{P:Ma Rin} and {P:Go Un}, who became friends on the set of “{W:Salt},” sing.", ["friend_of Ma Rin, Go Un"]),
    ("{P:Ma Rin} and ex-husband {P:Go Un} came.", ["married_to Ma Rin, Go Un status=ended"]),
    ("{P:Ma Rin} counts {P:Go Un} among {P:her=Ma Rin} closest friends.", ["friend_of Ma Rin, Go Un"]),
    (
        "{P:Go Ho} is survived by a son, the director {P:Go Un}, and a daughter, {P:Go Rin}.",
        ["parent_of Go Ho, Go Rin", "parent_of Go Ho, Go Un"],
    ),
    ("{P:Go Un} was born to actor {P:Go Ho} and singer {P:Ma Rin}.", ["parent_of Go Ho, Go Un", "parent_of Ma Rin, Go Un"]),
    ("{P:Go Un} is the son of actor {P:Go Ho} and singer {P:Ma Rin}.", ["parent_of Go Ho, Go Un", "parent_of Ma Rin, Go Un"]),
    ("{P:Ma Rin} gave birth to a daughter, {P:Go Rin}, in 2019.", ["parent_of Ma Rin, Go Rin"]),
]

NOT_KIN = [
    "{P:Ma Rin} plays {P:Go Un}'s sister.",
    "{P:Ma Rin} and {P:Go Un}, as {P:her=Ma Rin} husband, are hated by all.",
    "{P:Ma Rin} is not {P:Go Un}'s sister.",
    "{P:Ma Rin} returns as a lawyer in “{W:Salt},” and {P:Go Un} is {P:her=Ma Rin} older brother, a cop.",
    "The drama follows {P:Ma Rin} and {P:her=Ma Rin} brother, {P:Go Un}, as they search for home.",
    "“{W:Salt}” stars {P:Ma Rin}. {P:Go Un} is {P:her=Ma Rin} husband, a chef.",
    "{P:Ma Rin} and {P:Go Un} were husband and wife in “{W:Salt}” and are now rivals.",
    "{P:Ma Rin} met {P:her=Ma Rin} drama husband {P:Go Un} again.",
    "{P:Ma Rin} and {P:Go Un} are a married couple in the {O:HBS} drama “{W:Salt}.”",
    "{P:Ma Rin} and {P:Go Un} are siblings in the new series “{W:Salt}.”",
    "{P:Ma Rin} and {P:Go Un} are not close friends.",
]

ROMANCE = [
    ("{P:Ma Rin} and chef {P:Go Un} will tie the knot this autumn.", ["married_to Ma Rin, Go Un status=planned"]),
    ("# {P:Ma Rin} and {P:Go Un} Set Autumn Wedding", ["married_to Ma Rin, Go Un status=planned"]),
    ("{P:Ma Rin}, the singer, wed {P:Go Un}, a baker.", ["married_to Ma Rin, Go Un"]),
    ("{P:Ma Rin} and {P:Go Un} got married in 2015 but divorced in 2020.", ["married_to Ma Rin, Go Un status=ended"]),
    ("{P:Ma Rin} and {P:Go Un} have been dating for two years.", ["dating Ma Rin, Go Un"]),
    ("{P:Ma Rin}’s agency denied that {P:she=Ma Rin} is dating {P:Go Un}.", ["dating Ma Rin, Go Un status=denied"]),
    ("{P:Ma Rin} and {P:Go Un}, who starred in “{W:Salt},” are not a couple.", ["dating Ma Rin, Go Un status=denied"]),
    ("{P:Ma Rin} will marry {P:her=Ma Rin} longtime boyfriend, {P:Go Un}.", ["married_to Ma Rin, Go Un status=planned"]),
    ("Agencies deny {P:Ma Rin}, {P:Go Un} romance rumors.", ["dating Ma Rin, Go Un status=denied"]),
    ("“Just colleagues,” an agency said of {P:Ma Rin} and {P:Go Un}.", ["dating Ma Rin, Go Un status=denied"]),
    ("{P:Ma Rin} and {P:Go Un} have ended {P:their=Ma Rin} relationship.", ["dating Ma Rin, Go Un status=ended"]),
    ("{P:Ma Rin} and {P:Go Un} broke up last month.", ["dating Ma Rin, Go Un status=ended"]),
    ("Before that {P:she=Ma Rin} had dated the model {P:Go Un}.", ["dating Ma Rin, Go Un status=ended"]),
]

NO_ROMANCE = [
    "In the film, {P:Ma Rin} marries {P:Go Un}.",
    "{P:Ma Rin} and {P:Go Un} break up in the third episode.",
    "In episode 9, {P:Ma Rin} and {P:Go Un} start dating.",
    "{P:Ma Rin} and {P:Go Un} are a married couple in the {O:HBS} drama “{W:Salt}.”",
    "{P:Ma Rin} and {P:Go Un} have great chemistry as lovers.",
    "Are {P:Ma Rin} and {P:Go Un} dating?",
    "{P:Ma Rin} is reportedly dating {P:Go Un}.",
    "In the drama, {P:Ma Rin} and {P:Go Un} play a couple who are dating.",
    "{P:Ma Rin} and {P:Go Un} worked together on the romance “{W:Salt}.”",
    "{P:Ma Rin} and {P:Go Un} have set a date for the concert.",
]


@pytest.mark.parametrize(("text", "expected"), KIN)
def test_kin_and_friends(text: str, expected: list[str]) -> None:
    assert told(list(read_kin(read_marked(text)))) == expected


@pytest.mark.parametrize("text", NOT_KIN)
def test_parts_and_denials_are_no_kin(text: str) -> None:
    assert told(list(read_kin(read_marked(text)))) == []


@pytest.mark.parametrize(("text", "expected"), ROMANCE)
def test_weddings_and_romances(text: str, expected: list[str]) -> None:
    assert told(list(read_romance(read_marked(text, "2024-07-03")))) == expected


@pytest.mark.parametrize("text", NO_ROMANCE)
def test_what_is_not_stated_as_true_is_no_romance(text: str) -> None:
    assert told(list(read_romance(read_marked(text, "2024-07-03")))) == []
