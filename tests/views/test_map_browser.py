"""The map in real Chromium: what a person does, and that nothing is asked of the network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from graphs import GraphBuilder, sample_graph
from kgraph.settings import required
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions
from kgraph.views.map_page import vis_network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        if "chromium" in required():
            pytest.fail("KGRAPH_REQUIRE names chromium, and there is none")
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Opened:
    """A page, and everything that it asked for or complained about."""

    def __init__(self, browser: Any, file: Path, **how: Any) -> None:
        self.page = browser.new_page(**how)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.goto(file.as_uri())

    def click_at(self, expression: str) -> None:
        """A click of the mouse on the canvas at a point of the drawing."""
        point = self.page.evaluate(f"network.canvasToDOM({expression})")
        corner = self.page.locator("#map").bounding_box()
        self.page.mouse.click(point["x"] + corner["x"], point["y"] + corner["y"])

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    file = tmp_path / "map.html"
    file.write_text(draw_map(sample_graph(), MapOptions(title="Sample")), encoding="utf-8")
    opened = Opened(browser, file)
    yield opened
    assert opened.requests == [file.as_uri()]
    assert opened.complaints == []
    opened.page.close()


def search(opened: Opened, text: str) -> list[str]:
    opened.page.fill("#search", text)
    return [str(line) for line in opened.page.locator("#results li").all_inner_texts()]


@pytest.mark.parametrize("text", ["유민", "ㅇㅁ", "yoo min", "YOO-MIN", "yoom", "유 민"])
def test_search_finds_a_name_in_every_writing(opened: Opened, text: str) -> None:
    assert search(opened, text)[0].startswith("Yoo Min")
    opened.page.press("#search", "Enter")
    assert "Yoo Min" in opened.panel
    assert "유민" in opened.panel


def test_search_says_when_there_is_nothing(opened: Opened) -> None:
    assert search(opened, "zzzz") == ["Nothing of that name"]


def test_arrow_keys_choose_among_results(opened: Opened) -> None:
    assert len(search(opened, "n")) > 1
    first = opened.page.locator("#results li[aria-selected=true]").inner_text()
    opened.page.press("#search", "ArrowDown")
    assert opened.page.locator("#results li[aria-selected=true]").inner_text() != first
    opened.page.press("#search", "Escape")
    assert opened.page.locator("#results").is_hidden()


def test_a_click_on_a_name_opens_its_card(opened: Opened) -> None:
    opened.click_at("network.getPosition(DATA.nodes.findIndex((node) => node.labels.en === 'Glass Harbor'))")
    assert "Glass Harbor" in opened.panel
    assert "no. 2 · Weekly" in opened.panel


def test_a_click_on_an_edge_shows_the_sentence_with_the_words_marked(opened: Opened) -> None:
    at = opened.page.evaluate("DATA.facts.findIndex((fact) => fact.p === 'friend_of')")
    opened.page.evaluate("network.moveTo({scale: 1.2})")
    ends = opened.page.evaluate(f"[DATA.facts[{at}].s, DATA.facts[{at}].o].map((end) => network.getPosition(end))")
    opened.click_at(f"{{x: {(ends[0]['x'] + ends[1]['x']) / 2}, y: {(ends[0]['y'] + ends[1]['y']) / 2}}}")
    assert '"As a friend, I texted Park Sol," said Yoo Min.' in opened.panel
    assert opened.page.locator("#panel mark").inner_text() == "As a friend"
    assert "2022-02-07" in opened.panel
    link = opened.page.locator("#panel blockquote a")
    assert link.inner_text() == "Article 3"
    assert link.get_attribute("href") == "https://example.org/3"
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_everything_is_reached_with_the_keyboard_alone(opened: Opened) -> None:
    opened.page.focus("#list")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#panel .fact", has_text="Han Bi").focus()
    opened.page.keyboard.press("Enter")
    opened.page.locator("#panel .fact", has_text="Night Ferry").focus()
    opened.page.keyboard.press("Enter")
    assert "Han Bi is in talks for 'Night Ferry'." in opened.panel
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()


def test_the_legend_is_the_filter(opened: Opened) -> None:
    visible = "edges.get({filter: (edge) => !edge.hidden}).length"
    before = opened.page.evaluate(visible)
    opened.page.locator("#legend input[value=friend_of]").uncheck()
    assert opened.page.evaluate(visible) == before - 1
    opened.page.locator("#legend input[value=Organization]").uncheck()
    assert opened.page.evaluate(visible) == before - 2
    assert opened.page.evaluate("nodes.get({filter: (node) => node.hidden}).length") == 1


def test_language_and_theme(opened: Opened) -> None:
    search(opened, "유민")
    opened.page.press("#search", "Enter")
    opened.page.click("#language")
    assert opened.page.locator("#panel h2").inner_text() == "유민"
    assert "출연" in opened.page.inner_text("#legend")
    opened.page.click("#theme")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_address_leads_back_to_what_was_open(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(draw_map(sample_graph(), MapOptions()), encoding="utf-8")
    first = Opened(browser, file)
    first.page.evaluate("showFact(DATA.facts.findIndex((fact) => fact.p === 'friend_of'))")
    address = first.page.url
    assert "#" in address
    first.page.evaluate("closePanel()")
    assert first.page.url == file.as_uri()
    first.page.close()
    page = browser.new_page()
    page.goto(address)
    assert page.locator("#panel mark").inner_text() == "As a friend"
    page.goto(file.as_uri() + "#%E0%A4%A")
    assert page.locator("#map canvas").count() == 1
    page.close()


def test_it_opens_still(opened: Opened) -> None:
    before = opened.page.evaluate("JSON.stringify(network.getPositions())")
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate("JSON.stringify(network.getPositions())") == before


def test_a_phone_can_read_it(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(draw_map(sample_graph(), MapOptions()), encoding="utf-8")
    opened = Opened(browser, file, viewport={"width": 375, "height": 700})
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
    file = tmp_path / "map.html"
    file.write_text(draw_map(build.reader, MapOptions(title="Safe")), encoding="utf-8")
    opened = Opened(browser, file)
    place = opened.page.evaluate("DATA.nodes.findIndex((node) => node.type === 'Person')")
    opened.page.evaluate(f"showNode({place})")
    assert opened.page.locator("#panel h2").inner_text().startswith(" ".join(name.split())[:200])
    opened.page.evaluate("showFact(0)")
    assert opened.page.locator("#panel blockquote a").count() == 0
    assert opened.page.locator("#panel mark").inner_text() == "directed"
    assert opened.page.locator("body script, img, svg[onload]").count() == 3
    assert (opened.page.title(), opened.requests, opened.complaints) == ("Safe", [file.as_uri()], [])
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


def test_the_library_is_the_one_that_pyvis_ships() -> None:
    assert "vis-network" in vis_network()[:200]
