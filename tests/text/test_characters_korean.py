from __future__ import annotations

import pytest

from kgraph.text.characters_korean import find_bracketed, find_characters, is_character_name

TOLD = [
    ("노아름은 강은호 역을 맡았다", {"강은호"}),
    ("노아름은 ‘강은호’ 역으로 나온다", {"강은호"}),
    ("진양섭 회장 역의 배경한", {"진양섭"}),
    ("노아름은 강은호로 분한다", {"강은호"}),
    ("노아름이 남편 강은호를 연기한다", {"강은호"}),
    ("노아름은 강은호로, 배경한은 서다온으로 분한다", {"강은호", "서다온"}),
    ("노아름이 연기하는 강은호는 의사다", {"강은호"}),
    ("상대역 강은호는 배경한이다", {"강은호"}),
    ("노아름은 주인공 역을 맡았다", set()),
    ("유민호가 교수 역으로 나온다", {"교수"}),
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_find_characters(text: str, names: set[str]) -> None:
    assert {character.name for character in find_characters(text, 0, len(text))} == names


def test_a_bracket_gives_the_actor() -> None:
    text = "형사 강은호(노아름)가 온다"
    (character,) = find_bracketed(text, 0, len(text))
    assert (character.name, text[slice(*character.actor)]) == ("강은호", "노아름")


@pytest.mark.parametrize("word", ["주인공", "배우", "연출상", "역", "역에", "역으로"])
def test_no_character(word: str) -> None:
    assert not is_character_name(word)
