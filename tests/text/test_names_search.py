"""A list of names searched by any spelling."""

from __future__ import annotations

from kgraph.text.name_search import NameIndex

NAMES = ["이재규", "박찬욱", "봉준호", "Lee Jae Kyu", "이재규", "Kim Eun-sook", "not a name at all 3", "김은숙", "남궁민"]


def test_every_spelling_finds_the_name() -> None:
    index = NameIndex(NAMES)
    for spelling in ("Jae-kyoo Lee", "이재규", "LEE JAEKYU", "Yi Jae-gyu"):
        assert [hit.name for hit in index.search(spelling, limit=2)] == ["이재규", "Lee Jae Kyu"], spelling


def test_a_hit_knows_its_places() -> None:
    index = NameIndex(NAMES)
    assert len(index) == len(NAMES)
    assert index.search("이재규")[0].places == (0, 4)


def test_hangul_finds_latin() -> None:
    assert {hit.name for hit in NameIndex(NAMES).search("김은숙")} == {"김은숙", "Kim Eun-sook"}


def test_likelier_names_come_first() -> None:
    hits = NameIndex(["김중수", "김정수", "김청수"]).search("Kim Jung-soo")
    assert [hit.name for hit in hits][:2] == ["김정수", "김중수"] or hits[0].probability == hits[1].probability
    assert [hit.probability for hit in hits] == sorted((hit.probability for hit in hits), reverse=True)


def test_nobody_is_found_for_what_is_no_name() -> None:
    index = NameIndex(NAMES)
    assert index.search("") == []
    assert index.search("New York 3") == []
    assert index.search("Choi Min-sik") == []
    assert NameIndex().search("이재규") == []
