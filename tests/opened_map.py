"""A map opened in Chromium, and a graph with time in it to be drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graphs import GraphBuilder, sample_graph
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions

if TYPE_CHECKING:
    from pathlib import Path

    from graphs import ListReader


class Opened:
    """A page, and everything that it asked for or complained about."""

    def __init__(self, browser: Any, file: Path, fragment: str = "", **how: Any) -> None:
        self.page = browser.new_page(**how)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.goto(file.as_uri() + fragment)

    def place(self, label: str) -> int:
        """Where a name stands in the data."""
        return int(self.page.evaluate("(label) => DATA.nodes.findIndex((node) => node.labels.en === label)", label))

    def click_name(self, label: str, **how: Any) -> None:
        """A click of the mouse on a name's sign."""
        self._click("(place) => [eye.x(place), eye.y(place)]", self.place(label), how)

    def click_fact(self, predicate: str, **how: Any) -> None:
        """A click of the mouse on the middle of a line."""
        at = self.page.evaluate("(p) => DATA.facts.findIndex((fact) => fact.p === p && fact.o !== null)", predicate)
        middle = (
            "(place) => { const [a, b, c, d, e, f] = lineOf(place, eye); return [(a + 2 * c + e) / 4, (b + 2 * d + f) / 4]; }"
        )
        self._click(middle, at, how)

    def _click(self, where: str, place: int, how: dict[str, Any]) -> None:
        eye = "const { width, height } = screenSize(); const eye = lens(camera, width, height, 0);"
        x, y = self.page.evaluate(f"(place) => {{ {eye} return ({where})(place); }}", place)
        corner = self.page.locator("#map").bounding_box()
        click = self.page.mouse.dblclick if how.pop("twice", False) else self.page.mouse.click
        key = how.pop("key", None)
        if key:
            self.page.keyboard.down(key)
        click(x + corner["x"], y + corner["y"])
        if key:
            self.page.keyboard.up(key)

    def search(self, text: str) -> list[str]:
        """What the search offers while one types."""
        self.page.fill("#search", text)
        return [str(line) for line in self.page.locator("#results li").all_inner_texts()]

    def shown_names(self) -> set[str]:
        """Which names are on the map now."""
        return set(self.page.evaluate("DATA.nodes.filter((_, place) => shown.nodes[place]).map((node) => node.labels.en)"))

    def shown_facts(self) -> list[str]:
        """The predicates of what is on the map now, sorted."""
        return sorted(self.page.evaluate("DATA.facts.filter((_, place) => shown.facts[place]).map((fact) => fact.p)"))

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))


def write_map(folder: Path, reader: ListReader | None = None, **options: Any) -> Path:
    """The page of a graph, on disk."""
    file = folder / "map.html"
    file.write_text(draw_map(reader or sample_graph(), MapOptions(**({"title": "Sample"} | options))), encoding="utf-8")
    return file


def timed_graph() -> ListReader:
    """Invented people and works: a marriage that ended, a climb on a chart, three publishers, a chain of names."""
    build = GraphBuilder()
    yoo, han = build.entity("Person", "Yoo Min", "유민"), build.entity("Person", "Han Bi", "한비")
    harbor, ferry = build.entity("Work", "Glass Harbor", "유리 항구"), build.entity("Work", "Night Ferry", "밤배")
    studio, kang = build.entity("Organization", "Studio Reed"), build.entity("Person", "Kang Sol")
    facts = [
        (build.fact("Yoo Min and Han Bi married in 2018.", "married", yoo, "married_to", han, date="2018"), "2019-05-01"),
        (
            build.fact("They divorced in March 2020.", "divorced", yoo, "married_to", han, date="2020-03", status="ended"),
            "2020-04-02",
        ),
        (build.fact("Yoo Min directed 'Glass Harbor'.", "directed", yoo, "directed", harbor), "2021-06-01"),
        *[
            (
                build.fact(
                    f"On {date} it ranked no. {rank}.", "ranked", harbor, "ranked", None, rank=rank, chart="Weekly", date=date
                ),
                date,
            )
            for date, rank in (("2021-03-01", 9), ("2021-04-01", 4), ("2021-05-01", 1))
        ],
        (build.fact("Studio Reed produced 'Glass Harbor'.", "produced", harbor, "produced_by", studio), "2021-06-01"),
        (build.fact("Studio Reed produced 'Night Ferry'.", "produced", ferry, "produced_by", studio), "2022-01-01"),
        (build.fact("Kang Sol acts in 'Night Ferry'.", "acts in", kang, "acted_in", ferry, date="2022-05-05"), "2022-05-05"),
    ]
    for number, (fact, day) in enumerate(facts):
        article_id = f"a{number + 1:02}"
        build.reader.held[fact.id] = replace(fact, first_report=day, last_report=day, confidence=0.95 - 0.05 * number)
        publisher = ("Harbor Daily", "Ferry Times", "Reed Post")[number % 3]
        build.reader.articles[article_id] = replace(build.reader.articles[article_id], published=day, publisher=publisher)
    return build.reader
