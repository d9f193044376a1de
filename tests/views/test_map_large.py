"""Ten thousand names and thirty thousand relationships: they open, move and are searched within bounds of processor time.

Processor time of the page's main thread, not the clock on the wall: what else runs on the machine does not lengthen it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from graphs import GraphBuilder
from opened_map import Opened, write_map

if TYPE_CHECKING:
    from pathlib import Path

    from graphs import ListReader

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = 10_000
FRAMES = 60
PAN = """async (frames) => {
  const start = { ...camera };
  for (let count = 0; count < frames; count += 1) {
    moveCamera(start.x + (count * 6) / start.k, start.y, start.k);
    await new Promise(requestAnimationFrame);
  }
}"""


def large_graph() -> ListReader:
    build = GraphBuilder()
    people = [build.entity("Person", f"Person {number}") for number in range(NAMES // 2)]
    works = [build.entity("Work", f"Work {number}") for number in range(NAMES // 2)]
    for number in range(3 * NAMES):
        person = people[number % len(people)]
        work = works[(number * 7 + number // len(people) * 3) % len(works)]
        build.fact(f"{person.names[0]} acts in it.", "acts in", person, "acted_in", work)
    return build.reader


def thread_time(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def test_a_large_map(browser: Any, tmp_path: Path) -> None:
    file = write_map(tmp_path, large_graph())
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri())
    deadline = time.monotonic() + 60
    while not page.evaluate("performance.getEntriesByName('drawn').length") and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    opened = thread_time(session)
    assert opened < 3
    page.evaluate(PAN, FRAMES)
    assert (thread_time(session) - opened) / FRAMES < 1 / 30
    assert page.locator("#hint").is_visible()  # that not all lines are drawn from afar
    again = object.__new__(Opened)
    again.page = page
    before = thread_time(session)
    assert again.search("work 4321")[0].startswith("Work 4321")
    assert thread_time(session) - before < 1
    page.press("#search", "Enter")
    assert page.locator("#panel h2").inner_text() == "Work 4321"
    page.close()
