"""Which strings are Korean personal names, and which part of them is the surname."""

from __future__ import annotations

import unicodedata

import pytest

from kgraph.text.names import GIVEN_FIRST, SURNAME_FIRST, is_hangul_name, is_korean_name, parse_name

SURNAME_FIRST_NAMES = [
    ("Kim Yunjin", "Kim", "Yunjin"),
    ("Hong Jong-chan", "Hong", "Jong-chan"),
    ("Jun Ji-hyun", "Jun", "Ji-hyun"),
    ("Lee Na-young", "Lee", "Na-young"),
    ("Ra Mi-ran", "Ra", "Mi-ran"),
    ("Yim Si-wan", "Yim", "Si-wan"),
    ("Im Siwan", "Im", "Siwan"),
    ("Park Bo Gum", "Park", "Bo Gum"),
    ("Park So-dam", "Park", "So-dam"),
    ("Chun Sung Il", "Chun", "Sung Il"),
    ("Gong Yoo", "Gong", "Yoo"),
    ("Son Mi", "Son", "Mi"),
    ("Ma Dong-seok", "Ma", "Dong-seok"),
    ("Ok Taec-yeon", "Ok", "Taec-yeon"),
    ("Pyo Ye-jin", "Pyo", "Ye-jin"),
    ("LEE JAEKYU", "LEE", "JAEKYU"),
    ("Lee Jae Kyu", "Lee", "Jae Kyu"),
    ("Kim, Tae Heum", "Kim", "Tae Heum"),
    ("Nam Goong Min", "Nam Goong", "Min"),
    ("Namkoong Min", "Namkoong", "Min"),
    ("Hwangbo Ra", "Hwangbo", "Ra"),
    ("Sunwoo Eun-sook", "Sunwoo", "Eun-sook"),
    ("Lee Jun-ho Jr.", "Lee", "Jun-ho"),
    ("Pak Ch'an-uk", "Pak", "Ch'an-uk"),
    ("Pak Chŏng-hŭi", "Pak", "Chŏng-hŭi"),
    ("No Min-woo", "No", "Min-woo"),
    ("Song Sun Mi", "Song", "Sun Mi"),
    ("Lee JQ", "Lee", "JQ"),
    ("Kim Tae‐ri", "Kim", "Tae‐ri"),
]

GIVEN_FIRST_NAMES = [
    ("Yunjin Kim", "Kim", "Yunjin"),
    ("Joon-ho Bong", "Bong", "Joon-ho"),
    ("Jae-kyoo Lee", "Lee", "Jae-kyoo"),
    ("J.Y. Park", "Park", "J.Y."),
    ("J.K. Lee", "Lee", "J.K."),
    ("Steven Yeun", "Yeun", "Steven"),
    ("Daniel Dae Kim", "Kim", "Daniel Dae"),
]

NO_NAMES = [
    "New York", "Park Avenue", "Song of Songs", "Sun Moon", "Hello Kitty", "May June", "Young Man", "No One", "Korean War",
    "South Korea", "Seoul Station", "Moon Lovers", "Squid Game", "Love Song", "So Long", "Old Boy", "Hong Kong", "King Kong",
    "My Name", "In June", "Oh My", "Bruce Lee", "Kim Kardashian", "Jon Snow", "Song", "Kim", "Sky Castle", "So Young", "Do In",
    "Sung Song Long Young Kim", "Lee & Park", "Kim 3", "Park@home", "The Kim", "Yoon's Kitchen",
]  # fmt: skip


@pytest.mark.parametrize(("text", "surname", "given"), SURNAME_FIRST_NAMES)
def test_surname_first(text: str, surname: str, given: str) -> None:
    parsed = parse_name(text)
    assert parsed is not None
    assert (parsed.surname, parsed.given, parsed.order) == (surname, given, SURNAME_FIRST)
    assert parsed.score >= 0.5


@pytest.mark.parametrize(("text", "surname", "given"), GIVEN_FIRST_NAMES)
def test_given_first(text: str, surname: str, given: str) -> None:
    parsed = parse_name(text)
    assert parsed is not None
    assert (parsed.surname, parsed.given, parsed.order) == (surname, given, GIVEN_FIRST)
    assert parsed.score >= 0.5


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name(text: str) -> None:
    assert not is_korean_name(text)


@pytest.mark.parametrize(
    ("text", "syllables"),
    [("Kim Yunjin", ("yun", "jin")), ("Hong Jong-chan", ("jong", "chan")), ("Gong Yoo", ("yoo",)), ("Kim Haneul-byeol", None)],
)
def test_syllables(text: str, syllables: tuple[str, ...] | None) -> None:
    parsed = parse_name(text)
    assert parsed is not None
    assert syllables is None or parsed.syllables == syllables


@pytest.mark.parametrize(
    ("text", "apart"),
    [("Lee Ji-eun (IU)", "IU"), ("Kim “V” Tae-hyung", "V"), ("Lee Jae Kyu (이재규)", "이재규"), ("이지은(아이유)", "아이유")],
)
def test_a_stage_name_or_the_other_script_given_apart(text: str, apart: str) -> None:
    parsed = parse_name(text)
    assert parsed is not None
    assert parsed.apart == apart
    assert parsed.score > 0.9


@pytest.mark.parametrize(
    ("text", "surname", "given"),
    [
        ("이재규", "이", "재규"),
        ("이 재규", "이", "재규"),
        ("남궁민", "남궁", "민"),
        ("황보라", "황", "보라"),
        ("선우은숙", "선우", "은숙"),
    ],
)
def test_hangul(text: str, surname: str, given: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        parsed = parse_name(form)
        assert parsed is not None
        assert (parsed.surname, parsed.given) == (surname, given)
        assert is_hangul_name(form)


@pytest.mark.parametrize(
    "text",
    [
        "드라마",
        "감독",
        "넷플릭스",
        "이야기",
        "공유하다",
        "지금 우리 학교는",
        "오징어 게임",
        "",
        "ㄱㄴㄷ",
        "이",
        "제작진",
        "시청자",
    ],
)
def test_hangul_words(text: str) -> None:
    assert not is_hangul_name(text)


def test_a_latin_name_is_no_hangul_name() -> None:
    assert not is_hangul_name("Lee Jae Kyu")
