"""The map over time, its filters, paths, folded neighbours, table, citations, pictures and links, in real Chromium."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from graphs import GraphBuilder
from kgraph.text.keys import name_key
from kgraph.views.links import Which
from kgraph.views.paths import PathOptions, find_paths
from opened_map import Opened, timed_graph, write_map

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphs import ListReader

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    file = write_map(tmp_path, timed_graph(), title="Glass 유리")
    opened = Opened(browser, file, viewport={"width": 1280, "height": 760})
    yield opened
    assert [address for address in opened.requests if not address.startswith("blob:")] == [file.as_uri()]
    assert opened.complaints == []
    opened.page.close()


def reopen(browser: Any, opened: Opened) -> Opened:
    """The address of the view as it is now, opened in a new page."""
    opened.page.evaluate("writeAddress()")
    page = browser.new_page(viewport={"width": 1280, "height": 760})
    page.goto(opened.page.url)
    again = object.__new__(Opened)
    again.page = page
    return again


def slide_to(opened: Opened, date: str) -> None:
    """The slider moved with the keyboard, as far as that date."""
    slider = opened.page.locator("#when")
    slider.focus()
    slider.press("Home")
    for _ in range(50):
        if opened.page.inner_text("#when-text") == date:
            return
        slider.press("ArrowRight")
    pytest.fail(f"expected {date} on the slider")


def test_the_slider_shows_what_was_true_when(opened: Opened) -> None:
    opened.page.click("#time-toggle")
    assert opened.page.input_value("#clock") == "true"
    opened.page.uncheck("#undated")
    slide_to(opened, "2018")
    assert opened.shown_facts() == ["married_to", "married_to"]  # that they are, and that it ended later
    slide_to(opened, "2020-03")
    assert opened.shown_facts() == []  # from then on neither is so
    slide_to(opened, "2021-04-01")
    assert opened.shown_facts() == ["ranked", "ranked"]
    assert opened.shown_names() == {"Glass Harbor"}
    opened.page.check("#undated")
    assert {"directed", "produced_by"} < set(opened.shown_facts())
    opened.page.select_option("#span", "1")
    opened.page.uncheck("#undated")
    assert opened.shown_facts() == ["ranked", "ranked"]
    slide_to(opened, "2022-05-05")
    assert opened.shown_names() == {"Night Ferry", "Kang Sol"}


def test_the_slider_shows_what_was_reported_when(opened: Opened) -> None:
    opened.page.click("#time-toggle")
    opened.page.select_option("#clock", "reported")
    slide_to(opened, "2019-05-01")
    assert opened.shown_names() == {"Yoo Min", "Han Bi"}
    slide_to(opened, "2021-06-01")
    assert "Studio Reed" in opened.shown_names()
    assert "Kang Sol" not in opened.shown_names()
    opened.page.select_option("#clock", "")
    assert len(opened.shown_names()) == 6


def test_play_runs_through_the_dates_to_the_end(opened: Opened) -> None:
    opened.page.clock.install()
    opened.page.click("#time-toggle")
    last = opened.page.inner_text("#when-text")
    opened.page.click("#play")
    assert opened.page.inner_text("#play") == "Pause"
    seen = [opened.page.inner_text("#when-text")]
    for _ in range(8):
        opened.page.clock.run_for(450)
        seen.append(opened.page.inner_text("#when-text"))
    assert seen[0] == "2018"
    assert seen == sorted(seen)
    assert seen[-1] == last
    assert opened.page.inner_text("#play") == "Play"


def test_rankings_are_a_line_with_the_first_place_on_top(opened: Opened) -> None:
    opened.page.evaluate("showNode(DATA.nodes.findIndex((node) => node.labels.en === 'Glass Harbor'))")
    chart = opened.page.locator("#panel svg.chart")
    assert chart.get_attribute("aria-label") == "Weekly: 2021-03-01 9, 2021-04-01 4, 2021-05-01 1"
    heights = [float(dot.get_attribute("cy") or 0) for dot in chart.locator("circle").all()]
    assert heights == sorted(heights, reverse=True)
    chart.locator("circle").nth(2).click()
    assert "On 2021-05-01 it ranked no. 1." in opened.panel


def test_filters_of_confidence_status_and_source(opened: Opened) -> None:
    opened.page.locator("#least").focus()
    for _ in range(17):
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.evaluate("view.least") == pytest.approx(0.85)
    assert opened.shown_facts() == ["directed", "married_to", "married_to"]
    opened.page.locator("#legend input[value=ended]").uncheck()
    assert opened.shown_facts() == ["directed", "married_to"]
    opened.page.select_option("#publisher", label="Reed Post")
    assert opened.shown_facts() == ["directed"]
    opened.page.click("#reset")
    assert len(opened.shown_facts()) == 9


def test_two_names_and_the_path_between_them_with_its_sentences(opened: Opened) -> None:
    opened.click_name("Han Bi")
    opened.page.locator("#panel button", has_text="Path to").click()
    opened.search("Kang Sol")
    opened.page.press("#search", "Enter")
    assert "5 steps" in opened.panel
    for sentence in ("Yoo Min and Han Bi married", "Yoo Min directed", "Studio Reed produced 'Night Ferry'", "Kang Sol acts in"):
        assert sentence in opened.panel
    opened.page.locator("#panel ol button").nth(1).click()
    assert opened.page.locator("#panel mark").inner_text() == "directed"


def test_a_click_with_shift_asks_for_the_path(opened: Opened) -> None:
    opened.click_name("Yoo Min")
    opened.click_name("Studio Reed", key="Shift")
    assert "2 steps" in opened.panel
    opened.page.locator("#legend input[value=produced_by]").uncheck()
    opened.page.evaluate("showAgain()")
    assert "No path over what is shown." in opened.panel


def test_a_double_click_brings_out_folded_neighbours(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, write_map(tmp_path, timed_graph(), focus="e-person-yoomin"))
    assert opened.shown_names() == {"Yoo Min", "Han Bi", "Glass Harbor"}
    opened.click_name("Glass Harbor", twice=True)
    assert opened.shown_names() == {"Yoo Min", "Han Bi", "Glass Harbor", "Studio Reed"}
    opened.page.evaluate("showNode(DATA.nodes.findIndex((node) => node.labels.en === 'Studio Reed'))")
    assert "What else joins it is not in this file." in opened.panel
    again = reopen(browser, opened)
    assert "Studio Reed" in again.shown_names()
    again.page.close()
    opened.click_name("Glass Harbor", twice=True)
    assert "Studio Reed" not in opened.shown_names()
    assert opened.search("studio")[0].startswith("Studio Reed")
    opened.page.press("#search", "Enter")
    assert "Studio Reed" in opened.shown_names()
    opened.page.close()


def test_the_address_brings_back_the_whole_view(browser: Any, opened: Opened) -> None:
    opened.page.click("#language")
    opened.page.locator("#legend input[value=produced_by]").uncheck()
    opened.page.click("#time-toggle")
    opened.page.select_option("#clock", "reported")
    slide_to(opened, "2021-06-01")
    opened.search("유민")
    opened.page.press("#search", "Enter")
    opened.page.mouse.move(640, 400)
    opened.page.mouse.wheel(0, 120)
    opened.page.wait_for_timeout(100)
    state = "JSON.stringify([view.lang, [...view.hiddenPredicates], view.clock, view.at, byId('search').value, [...shown.facts]])"
    camera = "[camera.x, camera.y, camera.k]"
    before, stood = opened.page.evaluate(state), opened.page.evaluate(camera)
    again = reopen(browser, opened)
    assert again.page.evaluate(state) == before
    assert again.page.evaluate(camera) == pytest.approx(stood, rel=1e-3)
    assert again.page.locator("#panel h2").inner_text() == "유민"
    again.page.close()


def test_the_bare_id_of_a_name_or_fact_leads_to_it(browser: Any, tmp_path: Path) -> None:
    file = write_map(tmp_path, timed_graph())
    opened = Opened(browser, file, "#f03")
    assert opened.page.locator("#panel mark").inner_text() == "directed"
    opened.page.goto(file.as_uri() + "#%E0%A4%A")
    opened.page.locator("#panel").wait_for(state="hidden")  # the page hears of a new address a moment later
    assert opened.complaints == []
    opened.page.close()


@pytest.mark.parametrize(
    "fragment",
    ["camera=NaN,1,0", "least=x&sources=-3&span=7", "expanded=a b&open=zzz", "clock=true&at=<img>", "lang=__proto__&notpred=%"],
)
def test_a_broken_address_does_no_harm(browser: Any, tmp_path: Path, fragment: str) -> None:
    opened = Opened(browser, write_map(tmp_path, timed_graph()), "#" + fragment)
    assert {"Yoo Min", "Glass Harbor", "Kang Sol"} <= opened.shown_names()
    assert opened.complaints == []
    opened.page.close()


def test_a_citation_has_statement_words_source_and_identifier(opened: Opened) -> None:
    opened.click_fact("directed")
    opened.page.locator("#panel .cite").click()
    assert opened.page.inner_text("#copied p") == "Copied"
    copied = opened.page.input_value("#copied textarea")
    assert copied == (
        "Yoo Min directed Glass Harbor: “Yoo Min directed 'Glass Harbor'.” “Article 3”, Reed Post, 2021-06-01, "
        "https://example.org/3, characters 0–32. <https://w3id.org/kgraph/fact/f03>"
    )


def test_the_drawing_and_the_picture_are_what_is_seen(opened: Opened, tmp_path: Path) -> None:
    opened.page.locator("#legend input[value=married_to]").uncheck()
    saved = {}
    for ending in ("svg", "png"):
        opened.page.click("#save summary")
        with opened.page.expect_download() as waiting:
            opened.page.click(f"#save-{ending}")
        assert waiting.value.suggested_filename == f"Glass-유리.{ending}"
        saved[ending] = tmp_path / f"saved.{ending}"
        waiting.value.save_as(saved[ending])
    drawing = ET.parse(saved["svg"]).getroot()
    words = {text.text for text in drawing.iter(f"{SVG}text")}
    assert {"Yoo Min", "Glass Harbor", "directed"} <= words
    assert "Han Bi" not in words
    assert saved["png"].read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_table_holds_what_is_on_the_map(opened: Opened) -> None:
    opened.page.click("#table-toggle")
    assert opened.page.locator("#table tbody tr").count() == 6
    opened.page.locator("#table .tabs button").nth(1).click()
    assert opened.page.locator("#table tbody tr").count() == 9
    opened.page.locator("#legend input[value=ranked]").uncheck()
    assert opened.page.locator("#table tbody tr").count() == 6
    opened.page.locator("#table button", has_text="directed").click()
    assert "Yoo Min directed 'Glass Harbor'." in opened.panel
    opened.page.click("#language")
    assert "연출함" in opened.page.inner_text("#table")


VIEWS = {
    "map": "1",
    "name": "showNode(0)",
    "fact": "showFact(0); copyText('x')",
    "path": "showPaths(0, 1)",
    "time": "byId('time-toggle').click()",
    "table": "showTable(true)",
    "results": "byId('search').value = 'yoo'; showResults()",
    "korean": "setLanguage('ko'); byId('save').open = true",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opened: Opened, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened.page.evaluate(f"setTheme('{theme}')")
    for view, act in VIEWS.items():
        opened.page.evaluate(act)
        found = Axe().run(opened.page).response["violations"]
        rows = [(view, each["id"], each["impact"], [node["html"][:90] for node in each["nodes"]][:3]) for each in found]
        assert rows == []


def test_hangul_is_drawn_by_a_font_that_has_it(opened: Opened) -> None:
    """Two different syllables give two different pictures: what no font has is drawn as the same box."""
    draw = """(text) => { const pen = document.createElement("canvas").getContext("2d"); pen.font = "40px " + colour("--font");
    pen.fillText(text, 5, 60); return pen.getImageData(0, 0, 60, 80).data.join(); }"""
    assert opened.page.evaluate(draw, "유") != opened.page.evaluate(draw, "민")


def tangled_graph() -> ListReader:
    """Thirty invented people, tied with more or less sure facts; always the same."""
    build, draw = GraphBuilder(), random.Random(3)
    people = [build.entity("Person", f"Person {number:02}") for number in range(30)]
    for _ in range(60):
        one, other = draw.sample(people, 2)
        fact = build.fact("They are friends.", "friends", one, "friend_of", other)
        surer = {"confidence": round(draw.uniform(0.4, 1), 2), "sources": draw.randint(1, 3)}
        build.reader.held[fact.id] = replace(fact, last_report=f"20{draw.randint(10, 22)}-03-04", **surer)
    return build.reader


def test_paths_are_those_of_the_command_line(browser: Any, tmp_path: Path) -> None:
    reader = tangled_graph()
    opened = Opened(browser, write_map(tmp_path, reader))
    people = sorted(reader.known.values(), key=lambda entity: entity.id)
    for one, other in [(people[0], people[9]), (people[3], people[21]), (people[14], people[29])]:
        rows = find_paths(reader, one, other, Which(), PathOptions(count=3, max_hops=6))
        expected = [[row["fact"] for row in rows if row["path"] == number] for number in (1, 2, 3)]
        ask = "([from, to]) => findPaths(placeOf(from), placeOf(to)).map(({ facts }) => facts.map((at) => DATA.facts[at].id))"
        assert opened.page.evaluate(ask, [one.id, other.id]) == expected
    opened.page.close()


def test_keys_of_names_are_those_of_the_library(opened: Opened) -> None:
    names = [
        "Lee Jae-kyu",
        "이재규",
        "지금 우리 학교는",
        "ＢＴＳ",
        "Ünïted É",
        "ﬁlm №2",
        "S#arp",
        "2AM",
        "유\u1112\u1161\u11ab",
        "İstanbul",
        "Groß",
        "x_y",
    ]
    assert opened.page.evaluate("(names) => names.map(nameKey)", names) == [name_key(name) for name in names]
