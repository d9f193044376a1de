"""The gazetteer: the lists are in order, and names are found where they stand and nowhere else."""

import itertools
import re

import pytest
import yaml

from kgraph import settings
from kgraph.text.gazetteer import Entry, Gazetteer, load

FILES = ("organizations", "people", "works")
KINDS = {
    "organizations": {"broadcaster", "platform", "studio", "agency", "chart", "festival", "group", "other"},
    "works": {"series", "film", "variety", "webtoon", "novel", "song", "album", "play", "game", "other"},
    "people": {"actor", "composer", "director", "singer", "writer"},
}


def rows(name):
    return yaml.safe_load((settings.DATA / "gazetteer" / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_rows_are_well_formed(name):
    for row in rows(name):
        assert row.keys() <= {"names", "kind", "role", "year", "common"}
        assert row.get("kind", row.get("role")) in KINDS[name]
        assert all(isinstance(text, str) and text == text.strip() for text in row["names"])
        assert len(set(row["names"])) == len(row["names"])
        flag = row.get("common", [])
        assert flag is True or set(flag) <= set(row["names"])


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted(name):
    kind = "role" if name == "people" else "kind"
    listed = [(row[kind], row["names"][0].casefold(), row["names"][0]) for row in rows(name)]
    assert [key for key, _ in itertools.groupby(row[0] for row in listed)] == sorted({row[0] for row in listed})
    assert listed == sorted(listed)
    assert len(listed) == len({(row[kind], *row["names"]) for row in rows(name)})


@pytest.mark.parametrize("name", FILES)
def test_no_identifiers_of_other_catalogues(name):
    assert not re.search(
        r"\bQ\d{3,}\b|tt\d{6,}|https?:", (settings.DATA / "gazetteer" / f"{name}.yaml").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tvN과 넷플릭스는 손잡았다", ["tvN", "넷플릭스"]),
        ("스튜디오 드래곤이 만들고 디즈니+에서", ["스튜디오 드래곤", "디즈니+"]),
        ("a (G)I-DLE song on Disney+", ["(G)I-DLE", "Disney+"]),
        ("Lee Jaekyoo met HWANG DONG HYUK", ["Lee Jaekyoo", "HWANG DONG HYUK"]),
        ("Girls’ Generation", ["Girls’ Generation"]),
        ("the series on television, a team, a new signal", []),
        ("이 지은 죄를", []),
        ("비 오는 날의 시", []),
        ("Netflixes and XKBS2", []),
        ("(Song Kang-ho)", ["Song Kang-ho"]),
    ],
)
def test_find(text, found):
    hits = list(load().find(text))
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_longest_wins():
    assert [hit.name for hit in load().find("Netflix Global Top 10")] == ["Netflix Global Top 10"]


def test_lookup_gives_all_homonyms():
    assert {entry.role for entry in load().lookup("Kim Won-seok")} == {"director", "writer"}
    assert {entry.kind for entry in load().lookup("이태원클라쓰")} == {"series", "webtoon"}


def test_common_words_are_flagged():
    (hit,) = load().find("Signal")
    assert hit.common
    (hit,) = load().find("Crash Landing on You")
    assert not hit.common


def test_names_starting():
    assert load().names_starting("studio")[-1] != load().names_starting("studio")[0]
    assert all(name.casefold().startswith("studio") for name in load().names_starting("Studio"))


def test_an_empty_gazetteer_finds_nothing():
    assert list(Gazetteer(()).find("Netflix")) == []


def test_short_names_must_be_spelled_exactly():
    listed = Gazetteer((Entry("Person", None, ("IU", "아이유")),))
    assert [hit.start for hit in listed.find("Iu, iu, IU와 아이유의")] == [8, 12]
