"""What the machine's judge makes of two, and the contexts that it judges by."""

import pytest

from kgraph.entities.context import contexts
from kgraph.entities.judge import judge
from kgraph.entities.node import make_node
from kgraph.entities.profile import make_profile
from kgraph.model import Qualifiers, Referent, Verdict
from kgraph.text.name_sounds import sound_key
from kgraph.text.organization_names import organization_key, split_trade
from worlds import make_article


def profile(type_, *names, context=(), kind=None):
    return make_profile([make_node(Referent("a#1", type_, names, kind), tuple(sorted(context)))])


def person(*names, context=()):
    return profile("Person", *names, context=context)


CASES = {
    "a name in either script": (person("한보라"), person("Han Bora"), {"name_fits"}),
    "well known": (person("봉준호"), person("Bong Joon-ho"), {"name_listed"}),
    "works in common": (
        person("김연수", context=["work:별자리표"]),
        person("Kim Yun-soo", context=["work:별자리표"]),
        {"name_fits", "work_shared"},
    ),
    "two groups": (
        person("소라", context=["group:루멘"]),
        person("소라", context=["group:네온"]),
        {"name_equal", "group_apart"},
    ),
    "told apart": (
        person("전지원", context=["not:천지원@"]), person("천지원"), {"name_differs", "told_apart", "hangul_apart"},
    ),
    "years apart": (
        profile("Work", "이웃집", context=["year:2009"]),
        profile("Work", "이웃집", context=["year:2023"]),
        {"name_equal", "years_apart"},
    ),
    "by sound": (
        profile("Organization", "오비탈레", context=["made:baekdo"], kind="group"),
        profile("Organization", "Orbitale", context=["made:baekdo"], kind="group"),
        {"name_sounds_alike", "made_shared"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_reasons_are_given_and_do_not_depend_on_who_comes_first(name):
    left, right, expected = CASES[name]
    there, back = judge(left, right), judge(right, left)
    assert {feature.name for feature in there.features} >= expected
    assert all(feature.sentence.endswith(".") and (feature.left or feature.right) for feature in there.features)
    assert (there.verdict, there.probability) == (back.verdict, back.probability)
    assert there.reason


VERDICTS = [
    (person("김연수", context=["work:별자리표"]), person("Kim Yun-soo", context=["work:별자리표"]), Verdict.SAME),
    (person("김연수"), person("Kim Yun-soo"), Verdict.DIFFERENT),
    (person("박찬욱"), person("박찬호"), Verdict.DIFFERENT),
    (person("소라", context=["group:루멘"]), person("소라", context=["group:네온"]), Verdict.DIFFERENT),
    (profile("Work", "이웃집", context=["year:2009"]), profile("Work", "이웃집", context=["year:2010"]), Verdict.SAME),
]


@pytest.mark.parametrize(("left", "right", "verdict"), VERDICTS)
def test_verdicts(left, right, verdict):
    assert judge(left, right).verdict is verdict


def test_context_holds_what_the_article_ties_to_a_name():
    director = Referent("a#p1", "Person", ("Han Bora", "한보라"))
    actor = Referent("a#p2", "Person", ("Kang Doyun",))
    moons = Referent("a#w1", "Work", ("Paper Moons",), "series")
    stated = [("directed", director, moons, Qualifiers()), ("acted_in", actor, moons, Qualifiers())]
    found = contexts(make_article("a", "2021", stated)[1])
    assert found["a#p1"] == ("role:maker", "title:moon paper", "work:papermoons")
    assert found["a#p2"] == ("role:actor", "title:moon paper", "with:한보라", "work:papermoons")
    assert found["a#w1"] == ("cast:강도윤", "directed:한보라")


def test_namesakes_of_one_article_share_nothing_that_tells_them_apart():
    one, other = (Referent(f"a#p{number}", "Person", ("김민수",)) for number in (1, 2))
    pier = Referent("a#w1", "Work", ("북쪽 부두",), "film")
    stated = [("directed", one, pier, Qualifiers()), ("acted_in", other, pier, Qualifiers())]
    found = contexts(make_article("a", "2021", stated)[1])
    assert found["a#p1"] == ("not:김민수@", "role:maker", "told:role")


SOUNDS = [
    ("오비탈레", "Orbitale"),
    ("페어룸", "Pairoom"),
    ("식스폴드", "Sixfold"),
    ("마커스 벨", "Marcus Bell"),
    ("봉래", "Bongnae"),
]


@pytest.mark.parametrize(("hangul", "latin"), SOUNDS)
def test_names_by_sound(hangul, latin):
    assert sound_key(hangul) == sound_key(latin) != ""


def test_companies_are_told_by_name_and_trade():
    assert organization_key("주식회사 물결이엔엠") == "물결이엔엠"
    assert split_trade("가론엔터테인먼트 주식회사") == ("가론", "entertainment")
    assert split_trade("Garon Entertainment Inc.") == ("Garon", "entertainment")
    assert split_trade("Netflix") == ("Netflix", "")
