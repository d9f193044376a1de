"""Which referents are one, as a table of small cases."""

import pytest

from kgraph.entities.node import make_node, sum_nodes
from kgraph.entities.partition import partition, settle
from kgraph.model import Judgement, Referent, Verdict


def r(ref, type_, *names, kind=None):
    return Referent(f"{ref}#1", type_, names, kind)


def groups(referents, judgements=()):
    """Entity id -> the articles whose referents it holds."""
    pinned = {ref for judgement in judgements for ref in (judgement.left, judgement.right)}
    nodes = {one.ref: make_node(one, pinned=one.ref in pinned) for one in referents}
    found = partition(list(sum_nodes(nodes.values()).values()), judgements)
    homes = {node.id: entity for entity, members in found.items() for node in members}
    grouped = {}
    for ref, node in nodes.items():
        grouped.setdefault(homes[node.id], set()).add(ref.removesuffix("#1"))
    return grouped


def j(left, right, verdict, judge="curator"):
    return Judgement(f"{left}#1", f"{right}#1", verdict, judge, "said so")


CASES = {
    "one name": ([r("a", "Person", "Han Bora"), r("b", "Person", "Han Bo-ra")], {"person-hanbora": {"a", "b"}}),
    "a bridge of scripts": (
        [r("a", "Person", "Han Bora"), r("b", "Person", "한보라"), r("c", "Person", "한보라", "Han Bora")],
        {"person-hanbora": {"a", "b", "c"}},
    ),
    "no bridge": ([r("a", "Person", "Han Bora"), r("b", "Person", "보라킴")], {"person-hanbora": {"a"}, "person-보라킴": {"b"}}),
    "three spellings": (
        [r("a", "Person", "Lee Jae Kyu"), r("b", "Person", "Lee Jae-kyoo"), r("c", "Person", "이재규")],
        {"person-leejaekyoo": {"a", "b", "c"}},
    ),
    "a spelling of two names": (
        [r("a", "Person", "이지연"), r("b", "Person", "이지윤"), r("c", "Person", "Lee Ji-yun")],
        {"person-이지연": {"a"}, "person-이지윤": {"b"}, "person-leejiyun": {"c"}},
    ),
    "names one syllable apart": (
        [
            r("a", "Person", "Seo Dohyun"),
            r("b", "Person", "Seo Dong-hyun"),
            r("c", "Person", "서동현"),
            r("d", "Person", "서도현"),
        ],
        {"person-seodohyun": {"a", "d"}, "person-seodonghyun": {"b", "c"}},
    ),
    "legal forms": (
        [
            r("a", "Organization", "(주)가론픽쳐스", kind="studio"),
            r("b", "Organization", "㈜ 가론픽쳐스", kind="studio"),
            r("c", "Organization", "Garon Pictures Co., Ltd.", kind="studio"),
            r("d", "Organization", "Garon Entertainment Inc.", kind="agency"),
        ],
        {"organization-company-garonpictures": {"a", "b", "c"}, "organization-company-garonentertainment": {"d"}},
    ),
    "channels of one family": (
        [
            r("a", "Organization", "KBS", kind="broadcaster"),
            r("b", "Organization", "KBS 2TV", kind="broadcaster"),
            r("c", "Organization", "KBS2", kind="broadcaster"),
        ],
        {"organization-company-kbs": {"a"}, "organization-company-kbs2": {"b", "c"}},
    ),
    "seasons": (
        [r("a", "Work", "Night Patrol: Season 2"), r("b", "Work", "Night Patrol 2"), r("c", "Work", "Night Patrol")],
        {"work-nightpatrol2": {"a", "b"}, "work-nightpatrol": {"c"}},
    ),
    "a well-known title in either script": (
        [r("a", "Work", "Squid Game", kind="series"), r("b", "Work", "오징어 게임", kind="series")],
        {"work-series-squidgame": {"a", "b"}},
    ),
    "types": ([r("a", "Person", "Moon"), r("b", "Work", "Moon", kind="film")], {"work-film-moon": {"b"}, None: {"a"}}),
    "a drama and the webtoon of its name": (
        [r("a", "Work", "종이달들", kind="series"), r("b", "Work", "종이달들", kind="webtoon")],
        {"work-series-종이달들": {"a"}, "work-webtoon-종이달들": {"b"}},
    ),
    "an unknown kind goes with the first": (
        [
            r("a", "Work", "Moons", kind="webtoon"),
            r("b", "Work", "Moons", kind="series"),
            r("c", "Work", "Moons"),
            r("d", "Work", "Moons", kind="other"),
        ],
        {"work-webtoon-moons": {"a"}, "work-series-moons": {"b", "c", "d"}},
    ),
    "an unknown kind ties no two works": (
        [r("a", "Work", "Moons", kind="film"), r("b", "Work", "달들", kind="novel"), r("c", "Work", "Moons", "달들")],
        {"work-film-moons": {"a", "c"}, "work-novel-달들": {"b"}},
    ),
    "companies may change kind, groups not": (
        [
            r("a", "Organization", "Box", kind="studio"),
            r("b", "Organization", "Box", kind="platform"),
            r("c", "Organization", "Box", kind="group"),
        ],
        {"organization-company-box": {"a", "b"}, "organization-group-box": {"c"}},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_names_decide(name):
    referents, expected = CASES[name]
    for order in (referents, referents[::-1]):
        found = groups(order)
        assert sorted(map(sorted, found.values())) == sorted(map(sorted, expected.values()))
        assert {key for key in expected if key} <= set(found)


def test_a_person_may_say_same_and_different():
    three = [r("a", "Person", "이지현"), r("b", "Person", "이지현"), r("c", "Person", "Lee Ji-hyun")]
    assert groups(three, [j("a", "c", Verdict.SAME)]) == {"person-leejihyun": {"a", "b", "c"}}
    apart = groups(three, [j("a", "b", Verdict.DIFFERENT)])
    assert sorted(map(sorted, apart.values())) == [["a"], ["b"], ["c"]]
    assert "person-이지현" in apart
    both = groups(three, [j("a", "b", Verdict.DIFFERENT), j("b", "c", Verdict.SAME)])
    assert {"b", "c"} in both.values()
    assert {"a"} in both.values()


def test_what_contradicts_is_settled_the_same_way():
    three = [r("a", "Person", "갑을병"), r("b", "Person", "을병정"), r("c", "Person", "병정무")]
    said = [j("a", "b", Verdict.SAME), j("b", "c", Verdict.SAME), j("a", "c", Verdict.DIFFERENT)]
    for order in (said, said[::-1]):
        assert {"a", "b"} in groups(three, order).values()


def test_same_does_not_cross_types():
    two = [r("a", "Person", "갑을병"), r("b", "Work", "갑을병", kind="film")]
    assert len(groups(two, [j("a", "b", Verdict.SAME)])) == 2


def test_a_person_outranks_a_machine():
    pair = ("a#1", "b#1")
    machine = j("a", "b", Verdict.DIFFERENT, "machine")
    assert settle([machine, j("a", "b", Verdict.SAME)]) == {pair: Verdict.SAME}
    assert settle([machine, j("a", "b", Verdict.UNSURE)]) == {pair: Verdict.UNSURE}
    assert settle([j("a", "b", Verdict.SAME), j("b", "a", Verdict.DIFFERENT, "other")]) == {pair: Verdict.DIFFERENT}
