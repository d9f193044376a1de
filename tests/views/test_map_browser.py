"""The map in real Chromium: what a person does, and that nothing is asked of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graphs import GraphBuilder, sample_graph
from kgraph.views.map import MapPage, draw_map
from kgraph.views.map_data import MapOptions
from opened_map import Opened, write_map

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    file = write_map(tmp_path)
    opened = Opened(browser, file)
    yield opened
    assert opened.requests == [file.as_uri()]
    assert opened.complaints == []
    opened.page.close()


@pytest.mark.parametrize("text", ["유민", "ㅇㅁ", "yoo min", "YOO-MIN", "yoom", "유 민", "Ryu Min", "Min Yu", "Yu Min"])
def test_search_finds_a_name_in_every_writing(opened: Opened, text: str) -> None:
    assert opened.search(text)[0].startswith("Yoo Min")
    opened.page.press("#search", "Enter")
    assert "Yoo Min" in opened.panel
    assert "유민" in opened.panel


def test_search_says_when_there_is_nothing(opened: Opened) -> None:
    assert opened.search("zzzz") == ["Nothing of that name"]


def test_arrow_keys_choose_among_results(opened: Opened) -> None:
    assert len(opened.search("n")) > 1
    first = opened.page.locator("#results li[aria-selected=true]").inner_text()
    opened.page.press("#search", "ArrowDown")
    assert opened.page.locator("#results li[aria-selected=true]").inner_text() != first
    opened.page.press("#search", "Escape")
    assert opened.page.locator("#results").is_hidden()


def test_a_person_is_found_by_every_romanisation(browser: Any, tmp_path: Path) -> None:
    build = GraphBuilder()
    director, other = build.entity("Person", "Lee Jae-kyu", "이재규"), build.entity("Person", "Park Chan-wook")
    work = build.entity("Work", "All of Us Are Dead", "지금 우리 학교는")
    build.fact("Lee Jae-kyu directed 'All of Us Are Dead'.", "directed", director, "directed", work)
    build.fact("Park Chan-wook directed 'Decision to Leave'.", "directed", other, "directed", build.entity("Work", "Decision"))
    opened = Opened(browser, write_map(tmp_path, build.reader))
    for text in (
        "이재규",
        "ㅇㅈㄱ",
        "Lee Jae-kyoo",
        "I Jaegyu",
        "Yi Chaegyu",
        "jae kyu lee",
        "Jaekyoo Lee",
        "rhee jaegyoo",
        "jaek",
    ):
        assert opened.search(text)[0].startswith("Lee Jae-kyu"), text
    for text in ("박찬욱", "ㅂㅊㅇ", "Pak Ch'an-uk", "Bak Chanuk"):
        assert opened.search(text)[0].startswith("Park Chan-wook"), text
    for text in ("지금 우리", "ㅈㄱㅇㄹㅎㄱㄴ", "all of us"):
        assert opened.search(text)[0].startswith("All of Us Are Dead"), text
    opened.page.close()


def test_a_click_on_a_name_opens_its_card(opened: Opened) -> None:
    opened.click_name("Glass Harbor")
    assert "Glass Harbor" in opened.panel
    assert "no. 2 · Weekly" in opened.panel


def test_a_click_on_an_edge_shows_the_sentence_with_the_words_marked(opened: Opened) -> None:
    opened.click_fact("friend_of")
    assert '"As a friend, I texted Park Sol," said Yoo Min.' in opened.panel
    assert opened.page.locator("#panel mark").inner_text() == "As a friend"
    assert "2022-02-07" in opened.panel
    link = opened.page.locator("#panel blockquote a")
    assert link.inner_text() == "Article 3"
    assert link.get_attribute("href") == "https://example.org/3"
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_everything_is_reached_with_the_keyboard_alone(opened: Opened) -> None:
    opened.page.focus("#table-toggle")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#table button", has_text="Han Bi").focus()
    opened.page.keyboard.press("Enter")
    opened.page.locator("#panel .fact", has_text="Night Ferry").focus()
    opened.page.keyboard.press("Enter")
    assert "Han Bi is in talks for 'Night Ferry'." in opened.panel
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()
    assert opened.page.evaluate("document.activeElement.textContent") == "Han Bi"  # back to where the keyboard was


def test_the_menu_closes_with_escape_and_by_a_click_elsewhere(opened: Opened) -> None:
    menu = "document.getElementById('save').open"
    opened.page.click("#save summary")
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate(menu) is False
    assert opened.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    opened.page.click("#save summary")
    opened.page.click("#count")
    assert opened.page.evaluate(menu) is False


def test_keys_move_the_map_and_open_what_is_in_the_middle(opened: Opened) -> None:
    opened.page.focus("#map")
    before = opened.page.evaluate("({ ...camera })")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("+")
    after = opened.page.evaluate("({ ...camera })")
    assert after["x"] > before["x"]
    assert after["k"] > before["k"]
    opened.page.evaluate("moveCamera(DATA.nodes[0].x, DATA.nodes[0].y, 1)")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == opened.page.evaluate("DATA.nodes[0].labels.en")


def test_a_drag_moves_the_map_or_a_name(opened: Opened) -> None:
    box = opened.page.locator("#map").bounding_box()
    before = opened.page.evaluate("[camera.x, DATA.nodes.map((node) => node.x).join()]")
    opened.page.mouse.move(box["x"] + box["width"] - 20, box["y"] + 20)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] - 120, box["y"] + 20, steps=4)
    opened.page.mouse.up()
    moved = opened.page.evaluate("[camera.x, DATA.nodes.map((node) => node.x).join()]")
    assert moved[0] > before[0]
    assert moved[1] == before[1]
    opened.page.mouse.wheel(0, -200)
    assert opened.page.evaluate("camera.k") > 0


def test_the_legend_is_the_filter(opened: Opened) -> None:
    before = len(opened.shown_facts())
    opened.page.locator("#legend input[value=friend_of]").uncheck()
    assert "friend_of" not in opened.shown_facts()
    assert len(opened.shown_facts()) == before - 1
    opened.page.locator("#legend input[value=Organization]").uncheck()
    assert len(opened.shown_facts()) == before - 2
    assert "Kanal One" not in opened.shown_names()


def test_filtered_to_one_relationship_only_its_names_stay(opened: Opened) -> None:
    opened.page.locator("#legend h2", has_text="Relationships").locator("button").click()
    assert opened.shown_names() == set()
    opened.page.locator("#legend input[value=friend_of]").check()
    assert opened.shown_facts() == ["friend_of"]
    assert opened.shown_names() == {"Yoo Min", "Park Sol"}
    opened.page.click("#reset")
    assert len(opened.shown_names()) == 6


def test_language_and_theme(opened: Opened) -> None:
    opened.search("유민")
    opened.page.press("#search", "Enter")
    opened.page.click("#language")
    assert opened.page.locator("#panel h2").inner_text() == "유민"
    assert "출연" in opened.page.inner_text("#legend")
    opened.page.click("#theme")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_it_opens_still(opened: Opened) -> None:
    places = "JSON.stringify([camera, DATA.nodes.map((node) => [node.x, node.y])])"
    before = opened.page.evaluate(places)
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate(places) == before


def test_on_demand_it_moves(opened: Opened) -> None:
    places = "JSON.stringify(DATA.nodes.map((node) => [node.x, node.y]))"
    before = opened.page.evaluate(places)
    opened.page.click("#save summary")
    opened.page.click("#physics")
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate(places) != before
    opened.page.evaluate("togglePhysics()")
    assert opened.page.evaluate("heat") == 0


def test_the_drawing_is_there(opened: Opened) -> None:
    opened.page.wait_for_timeout(200)
    colours = "(() => { const data = screenPen.getImageData(0, 0, surface.width, surface.height).data; const seen = new Set();"
    count = " for (let at = 0; at < data.length; at += 4) seen.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);"
    seen = opened.page.evaluate(
        colours + count + " return [...seen].map((each) => '#' + each.toString(16).padStart(6, '0')); })()"
    )
    assert {"#3b6ea8", "#a8553b", "#4f8a52"} <= set(seen)  # people, works and organisations in the ontology's colours


def test_a_phone_can_read_it(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, write_map(tmp_path), viewport={"width": 375, "height": 700})
    opened.page.evaluate("showFact(0)")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
    box = opened.page.locator("#panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    opened.page.close()


HOSTILE = [
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    '"><svg onload=alert(1)>',
    "'; alert(1); //",
    "{{data}}",
    "\u202egnp.exe\u202c",
    "A" * 10_000,
    "__proto__",
]


@pytest.mark.parametrize("name", HOSTILE, ids=[name[:20] for name in HOSTILE])
def test_hostile_names_are_text(browser: Any, tmp_path: Path, name: str) -> None:
    build = GraphBuilder()
    person, work = build.entity("Person", name), build.entity("Work", f"Work {name}")
    build.fact(f"{name} directed it.", "directed", person, "directed", work)
    build.reader.articles["a01"] = build.reader.articles["a01"].__class__(
        "a01", f"{name} directed it.\n", "en", name, "javascript:document.title='owned'", name, "2022"
    )
    file = write_map(tmp_path, build.reader, title="Safe")
    opened = Opened(browser, file)
    place = opened.page.evaluate("DATA.nodes.findIndex((node) => node.type === 'Person')")
    opened.page.evaluate(f"showNode({place})")
    assert opened.page.locator("#panel h2").inner_text().startswith(" ".join(name.split())[:200])
    opened.page.evaluate("showTable(true); tableOf = 'facts'; drawTable(); showPaths(0, 1); setLanguage('ko')")
    opened.page.evaluate("showFact(0); copyText(citation(0, evidenceAt(0)))")
    assert opened.page.locator("#panel blockquote a").count() == 0
    assert opened.page.locator("#panel mark").inner_text() == "directed"
    drawing = "new DOMParser().parseFromString(drawingText(), 'image/svg+xml')"
    strange = f"{drawing}.querySelectorAll('script, image, img, foreignObject, parsererror, [onload]').length"
    assert opened.page.evaluate(strange) == 0
    assert opened.page.locator("body script").count() == 2
    assert opened.page.locator("img, svg[onload]").count() == 0
    assert (opened.page.title(), opened.requests, opened.complaints) == ("Safe", [file.as_uri()], [])
    opened.page.close()


def test_it_works_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path) -> None:
    page = MapPage(draw_map(sample_graph(), MapOptions()), 'A "map"')
    assert page.save(tmp_path / "saved.html").read_text(encoding="utf-8") == page.html
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><title>notebook</title>{page._repr_html_()}", encoding="utf-8")
    opened = Opened(browser, file)
    frame = opened.page.frame_locator("iframe")
    frame.locator("#search").fill("유민")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "Yoo Min"
    opened.page.wait_for_timeout(200)
    assert opened.complaints == []
    assert [address for address in opened.requests if not address.startswith(("file:", "about:"))] == []
    opened.page.close()


def test_the_policy_lets_no_other_script_run(browser: Any, tmp_path: Path) -> None:
    page = draw_map(sample_graph(), MapOptions(title="Safe"))
    file = tmp_path / "map.html"
    intruders = "<script>document.title='owned'</script><img src='https://example.org/x.png'>"
    file.write_text(page.replace("</main>", f"</main>{intruders}"), encoding="utf-8")
    opened = Opened(browser, file)
    assert opened.page.title() == "Safe"
    refused = [line for line in opened.complaints if "Content Security Policy" in line]
    assert sorted(("script" in line, "x.png" in line) for line in refused) == [(False, True), (True, False)]
    opened.page.close()
