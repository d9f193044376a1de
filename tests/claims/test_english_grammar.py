"""The pieces that patterns over masks are made of."""

from __future__ import annotations

import re

import pytest

from kgraph.claims.english.grammar import BASES, PEOPLE, WORKS
from spent import is_quick

ENOUGH = 1.0  # seconds: a list that can be read in one way takes less than a thousandth of it


@pytest.mark.parametrize("joint", [" and ", ", and ", " & ", " , ", ", ", " as well as "])
@pytest.mark.parametrize(("type_", "pattern"), [("Person", PEOPLE), ("Work", WORKS)])
def test_a_list_is_read_in_one_way(joint: str, type_: str, pattern: str) -> None:
    names = joint.join(chr(BASES[type_] + index) for index in range(23))

    def reading() -> None:
        assert re.fullmatch(pattern, names)
        assert not re.match(rf"{pattern} are nowhere", names)

    assert is_quick(reading, ENOUGH)
