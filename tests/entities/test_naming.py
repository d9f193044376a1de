import pytest

from kgraph.entities.naming import MAX_KEY, identity_keys, identity_names, short_key

NAMES = [
    (("Lee Jae Kyu", "이재규", "Lee", "재규"), ("Lee Jae Kyu", "이재규")),
    (("Jae-kyu", "Lee Jae-kyu"), ("Lee Jae-kyu",)),
    (("Squid Game Season 2", "Squid Game"), ("Squid Game Season 2",)),
    (("지금 우리 학교는", "지우학"), ("지금 우리 학교는", "지우학")),
    (("CJ ENM", "CJ", "씨제이이엔엠"), ("CJ ENM", "씨제이이엔엠")),
    (("Hwang Dong Hyuk", "Hwang Dong-hyuk"), ("Hwang Dong Hyuk", "Hwang Dong-hyuk")),
    (("IU",), ("IU",)),
]


@pytest.mark.parametrize(("names", "expected"), NAMES)
def test_parts_of_fuller_names_do_not_identify(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert identity_names(names) == expected


@pytest.mark.parametrize("name", ["김", "Kim", "CHOI", "V", "♥"])
def test_a_bare_surname_says_nobody(name: str) -> None:
    assert identity_keys("Person", (name,)) == ()


@pytest.mark.parametrize("name", ["Rain", "IU", "Kim Yuna", "김연아", "Psy"])
def test_a_name_that_stands_alone_does(name: str) -> None:
    assert len(identity_keys("Person", (name,))) == 1


def test_a_work_may_be_called_like_a_surname() -> None:
    assert identity_keys("Work", ("Kim",)) == ("kim",)


def test_long_keys_are_cut_and_stay_apart() -> None:
    left, right = short_key("가" * 5000 + "나"), short_key("가" * 5000 + "다")
    assert len(left) == MAX_KEY
    assert left != right
