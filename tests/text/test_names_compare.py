"""May two strings be written for one name?"""

from __future__ import annotations

import pytest

from kgraph.text.names import blocking_keys, candidates, compare

SAME = [
    ("이재규", "Lee Jae Kyu"),
    ("이재규", "Lee Jae-kyoo"),
    ("이재규", "Lee Jae-gyu"),
    ("이재규", "LEE JAEKYU"),
    ("이재규", "Jae-kyoo Lee"),
    ("이재규", "Leejaekyu"),
    ("이재규", "Lee, Jae Kyu"),
    ("이재규", "Lee Jae-kyu Jr."),
    ("이재규", "Yi Chaegyu"),
    ("이재규", "이 재규"),
    ("박찬욱", "Park Chan-wook"),
    ("박찬욱", "Bak Chanuk"),
    ("박찬욱", "Pak Ch'an-uk"),
    ("박찬욱", "Pak Ch’anuk"),
    ("고정희", "Ko Chŏng-hŭi"),
    ("남궁민", "Namkoong Min"),
    ("남궁민", "Nam Goong Min"),
    ("황보라", "Hwang Bo-ra"),
    ("황보라", "Hwangbo Ra"),
    ("이지은", "Lee Ji-eun (IU)"),
    ("이지은", "IU (Lee Ji-eun)"),
    ("유아인", "Yoo Ah-in"),
    ("임시완", "Im Siwan"),
    ("임시완", "Yim Si-wan"),
    ("윤여정", "Youn Yuh-jung"),
    ("하은", "Haeun"),
    ("Jung Ji-woo", "Chung Jee-woo"),
    ("Jung Ji-woo", "Jeong Ji-u"),
    ("Lee Jae Kyu", "Jae-kyoo Lee"),
    ("Yi Jae-gyu", "Rhee Jae Kyoo"),
    ("Tom Cruise", "tom  cruise"),
]

DIFFERENT = [
    ("이재규", "이재구"),
    ("이재규", "이제규"),
    ("이재규", "Lee Jae-ho"),
    ("이재규", "Park Jae-kyu"),
    ("김정은", "Kim Jun-geun"),
    ("Kim Eun-sook", "Kim Eun-hee"),
    ("Kim Min-ji", "Lee Min-ji"),
    ("박찬욱", "Brad Pitt"),
    ("Tom Cruise", "Tom Hanks"),
    ("이재규", ""),
    ("", ""),
]

UNSURE = [
    ("류승범", "유승범"),
    ("이재규", "J.K. Lee"),
    ("박진영", "J.Y. Park"),
    ("이재규", "Lee JQ"),
    ("Park Jin-young", "J.Y. Park"),
    ("재규", "이재규"),
    ("이재규", "Jae-kyu"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same(a: str, b: str) -> None:
    found = compare(a, b)
    assert (found.verdict, found.probability >= 0.5) == ("same", True)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: str, b: str) -> None:
    found = compare(a, b)
    assert (found.verdict, found.probability < 0.2) == ("different", True)


@pytest.mark.parametrize(("a", "b"), UNSURE)
def test_unsure(a: str, b: str) -> None:
    found = compare(a, b)
    assert found.verdict == "unsure"
    assert 0.2 <= found.probability < 0.5


def test_the_answer_says_why() -> None:
    assert compare("이재규", "Jae-kyoo Lee").reason == "The syllables fit: 이 = lee, 재 = jae, 규 = kyoo."
    assert "규 is not 구" in compare("이재규", "이재구").reason
    assert "rather be 박찬욱" in compare("이재규", "Park Chan-wook").reason
    assert "류 and 유" in compare("류승범", "유승범").reason
    assert "“Brad Pitt”" in compare("이재규", "Brad Pitt").reason


def test_syllables_are_paired_in_the_order_of_the_question() -> None:
    assert compare("이재규", "Jae-kyoo Lee").syllables == (("이", "lee"), ("재", "jae"), ("규", "kyoo"))
    assert compare("Jae-kyoo Lee", "이재규").syllables == (("lee", "이"), ("jae", "재"), ("kyoo", "규"))


def test_who_else_may_be_meant() -> None:
    assert "김중수" in dict(compare("김정수", "Kim Jung-soo").alternatives)
    assert "김정수" not in dict(compare("김정수", "Kim Jung-soo").alternatives)
    assert "정지우" in dict(compare("Jung Ji-woo", "Chung Jee-woo").alternatives)
    assert compare("이재규", "이재규").alternatives == ()


def test_candidates_are_hangul_names_with_their_shares() -> None:
    found = candidates("Kim Jung-soo", limit=3)
    assert [name for name, _ in found][:2] == ["김정수", "김중수"]
    assert sum(share for _, share in found) <= 1.0001
    assert candidates("이재규") == (("이재규", 1.0),)
    assert candidates("Brad Pitt") == ()
    assert candidates("Kim Jung-soo", limit=0) == ()


@pytest.mark.parametrize(("a", "b"), [pair for pair in SAME if "Tom" not in pair[0]])
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert set(blocking_keys(a)) & set(blocking_keys(b))


def test_keys_tell_names_apart() -> None:
    assert not set(blocking_keys("이재규")) & set(blocking_keys("Park Chan-wook"))
    assert blocking_keys("Brad Pitt 3") == ()
