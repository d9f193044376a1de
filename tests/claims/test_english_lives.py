"""Works in the life of the director or writer whom an English article is about."""

from __future__ import annotations

import pytest

from kgraph.claims.english.people import people_claims
from marked import read_marked, told

ABOUT = "# {P:Ma Rin} looks back\n\nDirector {P:Ma Rin} laughs. "
LIVES = [
    ("“{W:Salt}” (1986) brought {P:her=Ma Rin} to Locarno.", ["directed Ma Rin, Salt"]),
    ("{P:She=Ma Rin} likes tea.\nThen came “{W:Salt}” and “{W:Rye}.”", ["directed Ma Rin, Rye", "directed Ma Rin, Salt"]),
    ("{P:She=Ma Rin} rested.\n“{W:Salt}” followed a year later.", ["directed Ma Rin, Salt"]),
    ("{P:Ma=Ma Rin}'s newest, “{W:Salt},” is to open in May.", ["directed Ma Rin, Salt"]),
    ("{P:Ma=Ma Rin} smiles. “{W:Salt}” (1986) was shot by director {P:Bo Ra-im}.", []),
    ("{P:Ma=Ma Rin} smiles. {P:Bo Ra-im}'s “{W:Salt}” (1986) is her favourite.", []),
]


@pytest.mark.parametrize(("text", "expected"), LIVES)
def test_works_that_mark_the_way_of_whom_the_article_is_about(text: str, expected: list[str]) -> None:
    made = [claim for claim in people_claims(read_marked(ABOUT + text)) if claim.subject.name == "Ma Rin"]
    assert told(made) == expected


def test_an_article_about_an_actor_makes_nobody_a_director() -> None:
    text = "# {P:Ma Rin} looks back\n\nActress {P:Ma Rin} laughs. “{W:Salt}” (1986) brought {P:her=Ma Rin} to Locarno."
    assert not [claim for claim in people_claims(read_marked(text)) if claim.predicate in ("directed", "wrote")]
