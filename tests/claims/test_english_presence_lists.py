"""English casts told by lists, and what brackets and prizes' headings say of the people in them."""

from __future__ import annotations

import pytest

from kgraph.claims.english.people import people_claims
from marked import read_marked, told

LISTS = [
    (
        "“{W:Salt}” opens in May.\nAlso aboard are {P:Ma Rin} and {P:Bo Ra-im}.",
        ["acted_in Bo Ra-im, Salt", "acted_in Ma Rin, Salt"],
    ),
    (
        "“{W:Salt}” opens in May.\n{P:Ma Rin} and {P:Bo Ra-im} are also in the cast.",
        ["acted_in Bo Ra-im, Salt", "acted_in Ma Rin, Salt"],
    ),
    ("New is “{W:Salt}” ({P:Ma Rin}, {P:Bo Ra-im}).", ["acted_in Bo Ra-im, Salt", "acted_in Ma Rin, Salt"]),
    (
        "“{W:Salt}” opens in May.\n{P:Ma Rin} and {P:Bo Ra-im} are laborers on an island.",
        ["acted_in Bo Ra-im, Salt", "acted_in Ma Rin, Salt"],
    ),
    (
        "“{W:Salt}” opens in May.\nThe series of 2016, with {P:Ma Rin} and {P:Bo Ra-im}, was loved.",
        ["acted_in Bo Ra-im, Salt", "acted_in Ma Rin, Salt"],
    ),
    ("“{W:Salt}” opens in May.\n{P:Ma Rin} and {P:Bo Ra-im} are friends.", []),
    ("“{W:Salt}” opens in May.\nAnother film with {P:Ma Rin} and {P:Bo Ra-im} is planned.", []),
    # prizes
    ("Best director\n- {P:Ma Rin}, {W:Salt}\n- {P:Bo Ra-im}, {W:Rye}", ["directed Bo Ra-im, Rye", "directed Ma Rin, Salt"]),
    ("Best screenplay\n- {P:Ma Rin} & {P:Bo Ra-im}, {W:Salt}", ["wrote Bo Ra-im, Salt", "wrote Ma Rin, Salt"]),
    ("Best screenwriter: {P:Ma Rin} (“{W:Salt}”)", ["wrote Ma Rin, Salt"]),
    # offers
    ("“{W:Salt}” opens in May.\n{P:Ma Rin} offered, instead, a photographer.", []),
    ("{P:Ma Rin}, who appeared in “{W:Salt},” is in talks with an agency.", ["acted_in Ma Rin, Salt"]),
    # brackets hold earlier works: what the sentence is about is another matter
    ("“{W:Salt}” lost, and {P:Ma Rin} (“{W:Rye}”) won the prize.", ["acted_in Ma Rin, Rye"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[str]) -> None:
    assert told(list(people_claims(read_marked(text)))) == expected
