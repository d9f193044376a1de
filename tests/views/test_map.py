"""The map as data and as a page; what a browser makes of it is in test_map_browser.py."""

from __future__ import annotations

import json
import math
import re

import numpy as np
import pytest

from graphs import GraphBuilder, sample_graph
from kgraph import ontology
from kgraph.views.map import draw_map, map_content
from kgraph.views.map_data import MAX_SENTENCE, MapOptions, collect_map
from kgraph.views.map_field import push_field
from kgraph.views.map_layout import connected_parts, label_width, place_nodes
from kgraph.views.map_page import SCRIPTS, TEMPLATE
from spent import is_quick

EVERYTHING = MapOptions()


def names(options: MapOptions, *, far: bool = False) -> set[str]:
    nodes = collect_map(sample_graph(), options).nodes
    return {node["labels"]["en"] for node in nodes if node["far"] == far}


def test_every_fact_shows_its_sentence_with_the_words_marked() -> None:
    reader = sample_graph()
    data = collect_map(reader, EVERYTHING)
    assert len(data.facts) == len(list(reader.facts()))
    for fact in data.facts:
        assert fact["evidence"]
        for place in fact["evidence"]:
            evidence = data.evidence[place]
            article = reader.article(data.articles[evidence["article"]]["id"])
            assert article is not None
            assert article.text[evidence["start"] : evidence["end"]] == evidence["text"]
            claim = reader.said[reader.held[fact["id"]].claims[0]]
            assert evidence["text"][slice(*evidence["mark"])] == claim.trigger.text


def test_a_long_sentence_is_cut_around_the_words() -> None:
    build = GraphBuilder()
    sentence = "x " * 3000 + "directed" + " y" * 3000
    build.fact(sentence, "directed", build.entity("Person", "A"), "directed", build.entity("Work", "B"))
    evidence = collect_map(build.reader, EVERYTHING).evidence[0]
    assert len(evidence["text"]) == MAX_SENTENCE
    assert evidence["text"][slice(*evidence["mark"])] == "directed"
    assert evidence["cut"] == [True, True]


@pytest.mark.parametrize(
    ("focus", "depth", "expected"),
    [
        ("e-person-hanbi", 1, {"Han Bi", "Night Ferry"}),
        ("e-organization-kanalone", 1, {"Kanal One", "Glass Harbor"}),
        ("e-organization-kanalone", 2, {"Kanal One", "Glass Harbor", "Yoo Min", "Park Sol"}),
    ],
)
def test_focus(focus: str, depth: int, expected: set[str]) -> None:
    assert names(MapOptions(focus=focus, depth=depth)) == expected


def test_around_a_focus_the_next_names_come_with_it_folded_away() -> None:
    options = MapOptions(focus="e-organization-kanalone")
    assert names(options, far=True) == {"Yoo Min", "Park Sol"}
    nodes = {node["labels"]["en"]: node for node in collect_map(sample_graph(), options).nodes}
    assert nodes["Glass Harbor"]["more"] == 0
    assert nodes["Yoo Min"]["more"] == -1


def test_chosen_names_say_how_many_neighbours_are_missing() -> None:
    data = collect_map(sample_graph(), MapOptions(chosen=("e-person-yoomin", "e-work-glassharbor")))
    assert {node["labels"]["en"]: node["more"] for node in data.nodes} == {"Yoo Min": 1, "Glass Harbor": 2}
    assert {fact["p"] for fact in data.facts} == {"directed", "produced", "ranked"}


def test_the_limit_keeps_the_best_connected_and_says_how_many_are_left_out() -> None:
    data = collect_map(sample_graph(), MapOptions(limit=2))
    assert {node["labels"]["en"] for node in data.nodes} == {"Glass Harbor", "Yoo Min"}
    assert data.left_out == 4
    assert all(fact["o"] is None or fact["o"] < 2 for fact in data.facts)


def test_the_focus_stays_whatever_the_limit() -> None:
    assert "Han Bi" in names(MapOptions(focus="e-person-hanbi", limit=1))


def test_a_person_in_hangul_is_found_in_latin_letters() -> None:
    build = GraphBuilder()
    build.fact("박찬욱 감독이 연출했다.", "연출", build.entity("Person", "박찬욱"), "directed", build.entity("Work", "B"))
    content = map_content(collect_map(build.reader, EVERYTHING), EVERYTHING)
    assert sorted(content["nodes"]["sound"]) == [[], [("박찬욱", 1)]]
    assert {"park", "bak", "pak"} <= set(content["spellings"]["surnames"]["박"])
    assert {"chan", "ch", "wook", "uk"} & {*content["spellings"]["given"]["찬"], *content["spellings"]["given"]["욱"]} >= {
        "chan",
        "wook",
        "uk",
    }


def test_a_person_in_latin_letters_is_found_in_hangul() -> None:
    build = GraphBuilder()
    build.fact(
        "Park Chan-wook directed it.", "directed", build.entity("Person", "Park Chan-wook"), "directed", build.entity("Work", "B")
    )
    (sound,) = [node["sound"] for node in collect_map(build.reader, EVERYTHING).nodes if node["type"] == "Person"]
    assert ("박찬욱", 1) in sound


def test_the_same_graph_gives_the_same_page() -> None:
    assert draw_map(sample_graph(), EVERYTHING) == draw_map(sample_graph(), EVERYTHING)


def test_an_empty_graph_has_a_page_too() -> None:
    assert "<!doctype html>" in draw_map(GraphBuilder().reader, EVERYTHING)


def test_labels_do_not_lie_on_each_other() -> None:
    labels = [f"A rather long name {number}" for number in range(40)]
    places = place_nodes(labels, [(0, number) for number in range(1, 40)])
    wide = 8 * label_width(labels[0]) * 0.9
    pairs = [(places[left], places[right]) for left in range(40) for right in range(left)]
    assert [pair for pair in pairs if abs(pair[0][0] - pair[1][0]) < wide and abs(pair[0][1] - pair[1][1]) < 40] == []


def test_parts_are_found_and_kept_apart() -> None:
    edges = [(0, 1), (1, 2), (3, 4)]
    assert [sorted(part) for part in connected_parts(6, edges)] == [[0, 1, 2], [3, 4], [5]]
    places = place_nodes(["name"] * 6, edges)
    assert len(set(places)) == 6


def test_parallel_relationships_bend_to_different_sides() -> None:
    content = map_content(collect_map(sample_graph(), EVERYTHING), EVERYTHING)
    names = list(content["predicates"])
    pairs = zip(content["facts"]["p"], content["facts"]["bend"], strict=True)
    bends = [bend for place, bend in pairs if names[place] in ("directed", "produced")]
    assert len(set(bends)) == 2


def test_colours_and_labels_are_the_ontologys() -> None:
    content = map_content(collect_map(sample_graph(), EVERYTHING), EVERYTHING)
    colours = {each.name: each.colour for each in ontology.classes()}
    assert {name: look["colour"] for name, look in content["classes"].items()} == colours
    assert set(content["predicates"]) == {each.name for each in ontology.predicates()}
    assert content["predicates"]["friend_of"]["symmetric"] is True


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> & \u2028 {{data}} {{style}}"


def test_nothing_of_an_article_is_markup() -> None:
    build = GraphBuilder()
    build.fact(f"{HOSTILE} directed it.", "directed", build.entity("Person", HOSTILE), "directed", build.entity("Work", "B"))
    page = draw_map(build.reader, MapOptions(title=HOSTILE))
    assert "<script>alert" not in page
    assert "<img" not in page
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert block is not None
    assert not set("<>&\u2028") & set(block[1])
    assert json.loads(block[1])["texts"] == [f"{HOSTILE} directed it."]


def test_the_page_names_no_place_to_load_from() -> None:
    page = draw_map(sample_graph(), EVERYTHING)
    assert not re.search(r"<(?:link|iframe|object|embed|base)\b|\bsrc\s*=\s*[\"']|@import|url\(", page.split("<script>")[0])
    assert "default-src &#x27;none&#x27;" in page
    assert "unsafe" not in page.split("</head>")[0]


def test_the_page_says_everything_in_both_languages() -> None:
    words = (TEMPLATE / "words.js").read_text(encoding="utf-8")
    english, korean = (
        set(re.findall(r"(\w+): \"", words.partition(f"  {lang}: {{")[2].partition("\n  },")[0])) for lang in ("en", "ko")
    )
    assert english == korean
    scripts = "".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATE.iterdir()))
    asked = set(re.findall(r'word\("(\w+)"\)|data-(?:word|label)="(\w+)"', scripts))
    assert {one or other for one, other in asked} <= english


def test_every_script_of_the_page_is_in_it_once() -> None:
    assert sorted(SCRIPTS) == sorted(path.name for path in TEMPLATE.glob("*.js"))
    longest = max(len(path.read_text(encoding="utf-8").splitlines()) for path in TEMPLATE.iterdir())
    assert longest <= 300


def test_a_large_map_is_laid_out_quickly_and_always_the_same() -> None:
    labels = [f"Name {number}" for number in range(3000)]
    edges = [(number, number * 7 % 3000) for number in range(3000)] + [(number, number + 1) for number in range(2999)]
    assert is_quick(lambda: place_nodes(labels, edges), 10)
    places = place_nodes(labels, edges)
    assert places == place_nodes(labels, edges)
    assert len(set(places)) > 2900
    lengths = sorted(math.dist(places[left], places[right]) for left, right in edges if left != right)
    assert lengths[len(lengths) // 2] < math.dist((0, 0), (max(x for x, _ in places), max(y for _, y in places))) / 4


def test_the_field_pushes_as_the_sum_over_all_others_does() -> None:
    points = np.random.default_rng(7).uniform(0, 4000, (400, 2))
    away = points[:, None] - points[None, :]
    square = np.maximum((away**2).sum(axis=2), 1e-9)
    exact = (away / square[..., None]).sum(axis=1)
    field = push_field(points, 1.0)
    error = np.linalg.norm(field - exact, axis=1) / np.linalg.norm(exact, axis=1)
    assert np.median(error) < 0.05
