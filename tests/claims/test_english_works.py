"""based_on, remake_of, sequel_of in English, and who wrote the source."""

from __future__ import annotations

import pytest

from kgraph.claims.english.adaptations import read_adaptations
from kgraph.claims.english.sequels import read_sequels
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article
from marked import read_marked, told

ADAPTATIONS = [
    (
        "“{W/series:Salt}” is based on the webtoon “{W/webtoon:Brine}” by {P:Go Un}.",
        ["based_on Salt, Brine", "wrote Go Un, Brine"],
    ),
    ("“{W/series:Salt},” from {P:Go Un}’s novel “{W/novel:Brine},” is out.", ["based_on Salt, Brine", "wrote Go Un, Brine"]),
    ("“{W/film:Salt}” is a remake of the French film “{W/film:Sel}.”", ["remake_of Salt, Sel"]),
    ("“{W/film:Sel}” was remade by {O:HBS} in 2018 as “{W/series:Salt}.”", ["remake_of Salt, Sel"]),
    ("“{W/film:Sel}” was remade as “{W/film:Salt}.” “{W:Rye}” was not.", ["remake_of Salt, Sel"]),
    ("“{W/webtoon:Brine}” is being adapted into the drama “{W/series:Salt}.”", ["based_on Salt, Brine"]),
    ("“{W/novel:Brine}” served as the basis for “{W/film:Salt}.”", ["based_on Salt, Brine"]),
    ("{O:HBS} is remaking the British “{W/series:Brine}” as “{W/series:Salt}.”", ["remake_of Salt, Brine"]),
    ("The Japanese version of “{W/series:Salt},” “{W/series:Brine},” is out.", ["remake_of Brine, Salt"]),
    ("“{W/film:Sel}” inspired the local remake “{W/film:Salt}.”", ["remake_of Salt, Sel"]),
    ("“{W/series:Salt},” {O:HBS}’s take on the British series “{W/series:Brine},” is out.", ["remake_of Salt, Brine"]),
    ("{O:HBS} took the British show “{W/series:Brine}” and turned it into “{W/series:Salt}.”", ["remake_of Salt, Brine"]),
    ("“{W/series:Rye}” is out. “{W/series:Brine}” is getting a local version.", []),
    ("It is a remake of the {W:Danish} series “{W/series:Brine}.” “{W:Salt}” is out.", []),
    ("{P:Go Un} reworked “{W/film:Sel}” for local audiences.", []),
    ("“{W/series:Salt}” is not based on “{W/novel:Brine}.”", []),
    ("“{W/series:Salt}” was compared with “{W/novel:Brine}.”", []),
]

SEQUELS = [
    ("“{W:Salt 2}” follows “{W:Salt}” after two years.", ["sequel_of Salt 2, Salt"]),
    ("“{W:Rye},” the sequel to {P:his=Go Un} own “{W:Salt},” took long.", ["sequel_of Rye, Salt"]),
    ("“{W:Salt}” will have a second season.", []),
    ("“{W:Apollo 13}” and “{W:Apollo}” are two films.", []),
]


@pytest.mark.parametrize(("text", "expected"), ADAPTATIONS)
def test_adaptations(text: str, expected: list[str]) -> None:
    assert told(list(read_adaptations(read_marked(text)))) == expected


@pytest.mark.parametrize(("text", "expected"), SEQUELS)
def test_sequels(text: str, expected: list[str]) -> None:
    assert told(list(read_sequels(read_marked(text)))) == expected


def test_a_source_of_the_same_name_is_a_work_of_its_own() -> None:
    text = "The drama “Salt Ferry” comes from a webtoon of the same name by Go Un-seo."
    mentions = find(read(Article("a", text, "en")))
    works = [(work.names[0], work.kind) for work in mentions.referents if work.type == "Work"]
    assert ("Salt Ferry", "webtoon") in works
    assert len({work.ref for work in mentions.referents if work.type == "Work"}) == 2
