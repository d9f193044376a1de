"""What must hold for all names, and for everything that is none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kgraph.text.names import (
    blocking_keys,
    candidates,
    choseong,
    compare,
    is_hangul_name,
    mccune,
    parse_name,
    revised,
    romanizations,
    strip_particle,
)
from spent import is_quick

SURNAMES = st.sampled_from(
    ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "유", "류", "남궁", "황보", "제갈", "오", "우"]
)
SYLLABLES = "가경규기나대도동라란리명미민범병보빈서선성수숙순승시아연영예용우욱원윤은의이인재정종주준지진찬철태하현형혜호훈희"
GIVEN = st.text(st.sampled_from(SYLLABLES), min_size=1, max_size=2)
HANGUL = st.builds(str.__add__, SURNAMES, GIVEN)
LATIN = HANGUL.flatmap(lambda name: st.sampled_from([spelling for spelling, _ in romanizations(name, limit=12)]))
TWO_WORDS = ("Hwang P", "Hwang B", "Nam G", "Nam K", "Je G", "Je K")  # surnames of two syllables, written apart
NAMES = st.one_of(HANGUL, LATIN, st.text(max_size=20))


@given(NAMES, NAMES)
def test_the_order_of_the_question_does_not_matter(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.probability, one.verdict) == (other.probability, other.verdict)
    assert len(one.syllables) == len(other.syllables)


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    found = compare(name, name)
    if name.strip():
        assert found.verdict == "same"


@given(NAMES, NAMES)
def test_probability_and_verdict_agree(a: str, b: str) -> None:
    found = compare(a, b)
    assert 0 <= found.probability <= 1
    assert found.verdict == ("same" if found.probability >= 0.5 else "different" if found.probability < 0.2 else "unsure")
    assert found.reason.endswith(".")
    assert compare(a, b) == found


@given(HANGUL, NAMES)
def test_decomposed_hangul_is_the_same(a: str, b: str) -> None:
    loose = unicodedata.normalize("NFD", a)
    one, other = compare(a, b), compare(loose, b)
    assert (one.probability, one.verdict, one.syllables) == (other.probability, other.verdict, other.syllables)
    assert candidates(loose) == candidates(a)
    assert blocking_keys(loose) == blocking_keys(a)
    assert is_hangul_name(loose) == is_hangul_name(a)


@given(HANGUL, LATIN)
def test_case_and_the_kind_of_hyphen_do_not_matter(hangul: str, latin: str) -> None:
    plain = compare(hangul, latin)
    for other in (latin.upper(), latin.lower(), latin.replace("-", "‐"), latin.replace("-", "–"), f" {latin} "):
        assert compare(hangul, other).probability == plain.probability, other
    if latin.count("-") == 1 and not latin.startswith(TWO_WORDS):  # 'Hwang Po ri' leaves open what 'Hwang Po-ri' says
        assert compare(hangul, latin.replace("-", " ")).probability == plain.probability


@given(HANGUL)
def test_a_name_without_its_hyphen_is_still_the_name(hangul: str) -> None:
    """Unless, without it, a far commoner name is read: *Kim Sunga* is 김성아, though 김선가 may write so; *Ii* is a number."""
    for latin, _ in romanizations(hangul, limit=1):
        assume(not latin.endswith("I-i"))
        found = compare(hangul, latin.replace("-", ""))
        assert compare(hangul, latin).verdict == "same"
        assert found.verdict == "same" or found.alternatives[0][1] >= 0.5 > found.probability > 0
        assert compare(latin, latin.replace("-", "")).verdict == "same"


@given(HANGUL, HANGUL)
def test_hangul_names_that_differ_are_never_the_same(a: str, b: str) -> None:
    if a != b:
        assert compare(a, b).verdict != "same"


@given(HANGUL)
def test_likely_spellings_share_a_key_with_the_name(hangul: str) -> None:
    for latin, _ in romanizations(hangul, limit=5):
        if compare(hangul, latin).verdict == "same":
            assert set(blocking_keys(latin)) & set(blocking_keys(hangul)), latin


ANY_HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6)


@given(ANY_HANGUL, st.sampled_from(["", "-", " "]))
def test_any_hangul_meets_its_official_spellings(name: str, mark: str) -> None:
    for spelled in (revised(name), mccune(name)):
        assert spelled is not None
        found = compare(name, spelled.replace(" ", mark))
        assert 0 <= found.probability <= 1
        assert found.reason


@given(st.text())
def test_any_string_gets_an_answer(text: str) -> None:
    parsed = parse_name(text)
    assert parsed is None or 0 <= parsed.score <= 1
    assert all(0 <= share <= 1 for _, share in candidates(text))
    compare(text, "이재규")
    strip_particle(text)
    choseong(text)
    revised(text)


SHORT = ["김", "a", "Kim ", "jae-", "ngng", "(", "'", "J.", "ㄱ", "🙂", "eunyeonsun", ", ", "ŏ", "\u200b"]
LONG = [short * (10_000 // len(short)) for short in SHORT] + ["Lee Jae-kyu" + " " * 10_000]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:8])
def test_long_strings_are_no_names_and_take_no_time(text: str) -> None:

    def reading() -> None:
        assert parse_name(text) is None
        assert compare(text, "Lee Jae-kyu").verdict == "different"
        assert candidates(text) == ()
        assert blocking_keys(text) == ()
        strip_particle(text)
        choseong(text)

    assert is_quick(reading, 0.2)


@settings(deadline=None)
@given(st.text(st.sampled_from("aeiounghkjsyw-' ."), max_size=80))
def test_letters_that_fall_apart_in_many_ways_take_no_time(text: str) -> None:
    def reading() -> None:
        compare(text, "Kim " + text)
        parse_name("Kim " + text)
        candidates("Kim " + text)

    assert is_quick(reading, 0.5)
