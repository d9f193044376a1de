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
    "married to two": (
        person("최유진", context=["role:actor", "spouse:남궁혁"]),
        person("최유진", context=["role:actor", "spouse:변가람"]),
        {"name_equal", "spouse_apart", "role_shared"},
    ),
    "a writer and a director": (
        person("박정민", context=["role:maker", "craft:wrote novel"]),
        person("박정민", context=["role:maker", "craft:directed"]),
        {"name_equal", "crafts_apart"},
    ),
    "born a generation apart": (
        person("임수아", context=["role:actor", "born:1958/1959"]),
        person("임수아", context=["role:actor", "born:1984"]),
        {"name_equal", "role_shared", "born_apart"},
    ),
    "of one age, counted in two ways": (
        person("임수아", context=["born:1990/1991"]),
        person("임수아", context=["born:1989/1990"]),
        {"name_equal", "born_shared"},
    ),
    "ages that some error reconciles": (
        person("임수아", context=["born:1990/1991"]), person("임수아", context=["born:1993"]), {"name_equal"},
    ),
    "a band's singer and one without": (
        person("하루", context=["role:singer", "group:미르온"]),
        person("하루", context=["role:singer"]),
        {"name_equal", "role_shared", "group_of_one"},
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
    (person("봉하늬", context=["spouse:남궁혁"]), person("봉하늬", context=["spouse:남궁혁"]), Verdict.SAME),
]

CONTRADICTED = [
    ("최유진", ["role:actor", "spouse:남궁혁"], ["role:actor", "spouse:변가람"], True),
    ("봉하늬", ["role:actor", "spouse:남궁혁"], ["role:actor", "spouse:변가람"], False),  # a rare name: married again
    ("김민수", ["role:maker", "craft:wrote novel"], ["role:maker", "craft:wrote screen"], True),
    ("봉하늬", ["role:maker", "craft:wrote novel"], ["role:maker", "craft:wrote screen"], False),
    ("하루", ["role:singer", "group:미르온"], ["role:singer"], True),
    ("봉하늬", ["role:singer", "group:미르온"], ["role:singer"], False),
]


@pytest.mark.parametrize(("name", "left", "right", "contradicted"), CONTRADICTED)
def test_the_commoner_a_name_the_less_is_needed_to_tell_two_of_it_apart(name, left, right, contradicted):
    assert judge(person(name, context=left), person(name, context=right)).contradicted is contradicted


@pytest.mark.parametrize(("left", "right", "verdict"), VERDICTS)
def test_verdicts(left, right, verdict):
    assert judge(left, right).verdict is verdict


def test_context_holds_what_the_article_ties_to_a_name():
    director = Referent("a#p1", "Person", ("Han Bora", "한보라"))
    actor = Referent("a#p2", "Person", ("Kang Doyun",))
    moons = Referent("a#w1", "Work", ("Paper Moons",), "series")
    stated = [("directed", director, moons, Qualifiers()), ("acted_in", actor, moons, Qualifiers())]
    found = contexts(make_article("a", "2021", stated)[1])
    assert found["a#p1"] == ("craft:directed", "role:maker", "title:moon paper", "work:papermoons")
    assert found["a#p2"] == ("role:actor", "title:moon paper", "with:한보라", "work:papermoons")
    assert found["a#w1"] == ("cast:강도윤", "directed:한보라")


def test_namesakes_of_one_article_share_nothing_that_tells_them_apart():
    one, other = (Referent(f"a#p{number}", "Person", ("김민수",)) for number in (1, 2))
    pier = Referent("a#w1", "Work", ("북쪽 부두",), "film")
    stated = [("directed", one, pier, Qualifiers()), ("acted_in", other, pier, Qualifiers())]
    found = contexts(make_article("a", "2021", stated)[1])
    assert found["a#p1"] == ("craft:directed", "not:김민수@", "role:maker", "told:role")


def test_who_writes_novels_is_another_writer_than_who_writes_for_the_screen():
    writer = Referent("a#p1", "Person", ("한보라",))
    works = [Referent(f"a#w{kind}", "Work", (f"종이달 {kind}",), kind) for kind in ("novel", "series", "film", None)]
    found = contexts(make_article("a", "2021", [("wrote", writer, work, Qualifiers()) for work in works])[1])
    assert {item for item in found["a#p1"] if item.startswith("craft:")} == {"craft:wrote novel", "craft:wrote screen"}


def test_spouses_and_partners_are_told_from_each_other():
    one, other = (Referent(f"a#p{number}", "Person", (name,)) for number, name in ((1, "한보라"), (2, "강도윤")))
    for predicate, spouses in (("married_to", {"spouse:강도윤"}), ("dating", set()), ("sibling_of", set())):
        found = contexts(make_article("a", "2021", [(predicate, one, other, Qualifiers())])[1])
        assert {item for item in found["a#p1"] if item.startswith("spouse:")} == spouses
        assert "with:강도윤" in found["a#p1"]


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
