"""How fast the map opens and moves, beside a plain pyvis file of the same graph, in headless Chromium without a GPU.

    python benchmarks/map.py [--sizes 1000,5000,10000] [--seconds 4] [--no-peer] [--keep FOLDER] [--json]

Each graph has three relationships a name.  ``open`` is from navigation to the first whole picture, by the clock and in processor
time of the page's main thread; ``fps`` the frames a second while the camera circles over the map (frames that the page itself
asks for), ``slowest`` the frame time that one frame in twenty exceeds, ``cpu`` the processor time of the main thread for a
frame, which other work on the machine does not lengthen.  pyvis gets the same places as ours and stands still: with its
physics, which it starts unless told otherwise, it would have to settle before it can be moved.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

from kgraph.views.map import draw_map, map_content
from kgraph.views.map_data import MapOptions, collect_map
from map_graph import MadeGraph

SCREEN = {"width": 1440, "height": 900}
LONGEST_OPEN = 180_000
OUR_STEP = "(turn) => { moveCamera(start.x + reach * Math.sin(turn), start.y + reach * (1 - Math.cos(turn)), start.k); }"
OUR_START = "const start = { ...camera }; const reach = 0.2 * screenSize().width / camera.k;"
PEER_STEP = """(turn) => {
  network.moveTo({ position: { x: start.x + reach * Math.sin(turn), y: start.y + reach * (1 - Math.cos(turn)) } }); }"""
PEER_START = "const start = network.getViewPosition(); const reach = 0.2 * 1440 / network.getScale();"
COUNT = """async () => { START
const step = STEP; const times = []; const begun = performance.now(); let last = begun;
await new Promise((done) => { function tick() {
  const now = performance.now(); times.push(now - last); last = now; step((now - begun) / 600);
  if (now - begun > SECONDS * 1000) done(); else requestAnimationFrame(tick);
} requestAnimationFrame(tick); });
times.shift(); times.sort((a, b) => a - b);
return [times.length / SECONDS, times[Math.floor(times.length * 0.95)]]; }"""
PEER_MARK = """<script>network.once('afterDrawing', () => requestAnimationFrame(() => performance.mark('drawn')));
network.redraw();</script></body>"""


def our_page(graph: MadeGraph, names: int) -> str:
    return draw_map(graph, MapOptions(limit=names, title=f"{names} names"))  # type: ignore[arg-type]


def peer_page(graph: MadeGraph, names: int) -> str:
    """The same names, places and relationships as pyvis writes them."""
    from pyvis.network import Network

    options = MapOptions(limit=names)
    content = map_content(collect_map(graph, options), options)  # type: ignore[arg-type]
    nodes, facts = content["nodes"], content["facts"]
    network = Network(height="900px", width="100%", cdn_resources="in_line", directed=True)
    for place, label in enumerate(nodes["en"]):
        network.add_node(place, label=label, x=nodes["x"][place], y=nodes["y"][place], size=8)
    for subject, object_ in zip(facts["s"], facts["o"], strict=True):
        network.add_edge(subject, object_)
    network.toggle_physics(status=False)
    return str(network.generate_html()).replace("</body>", PEER_MARK)


def measure(browser: Browser, file: Path, which: tuple[str, str], seconds: float) -> dict[str, Any]:
    page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]
    page.route("http*://**", lambda route: route.abort())
    page.set_default_timeout(LONGEST_OPEN)
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})
    found: dict[str, Any] = {"file_mb": round(file.stat().st_size / 1e6, 1)}
    try:
        page.goto(file.as_uri())
        found["open_s"] = round(wait_until_drawn(page) / 1000, 2)
        found["open_cpu_s"] = round(thread_time(clock), 2)
        start, step = which
        count = COUNT.replace("START", start).replace("STEP", step).replace("SECONDS", str(seconds))
        page.wait_for_timeout(500)
        before = thread_time(clock)
        fps, slowest = page.evaluate(count)
        cpu = 1000 * (thread_time(clock) - before) / max(1, fps * seconds)
        found |= {"fps": round(fps, 1), "slowest_ms": round(slowest), "cpu_ms": round(cpu, 1)}
    except Error as error:
        found["error"] = str(error).split("\n")[0]
    page.close()
    return found


def wait_until_drawn(page: Page) -> float:
    """Milliseconds from navigation to the first whole picture.  The page's policy lets Playwright's own waiting not in."""
    deadline = time.monotonic() + LONGEST_OPEN / 1000
    while time.monotonic() < deadline:
        if marks := page.evaluate("performance.getEntriesByName('drawn').map((mark) => mark.startTime)"):
            return float(marks[0])
        page.wait_for_timeout(50)
    raise Error(f"not drawn within {LONGEST_OPEN // 1000} s")


def thread_time(clock: CDPSession) -> float:
    """Seconds of processor time that the page's main thread has taken."""
    metrics = clock.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def run_size(browser: Browser, names: int, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    graph = MadeGraph(names, 3 * names)
    began = time.process_time()
    ours = folder / f"map-{names}.html"
    ours.write_text(our_page(graph, names), encoding="utf-8")
    row: dict[str, Any] = {"names": names, "relationships": len(graph.held), "write_s": round(time.process_time() - began, 1)}
    row["kgraph"] = measure(browser, ours, (OUR_START, OUR_STEP), options.seconds)
    if not options.no_peer:
        peer = folder / f"pyvis-{names}.html"
        peer.write_text(peer_page(graph, names), encoding="utf-8")
        row["pyvis"] = measure(browser, peer, (PEER_START, PEER_STEP), options.seconds)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,5000,10000")
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--no-peer", action="store_true", help="measure our own page only")
    parser.add_argument("--keep", type=Path, help="a folder in which the pages stay")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("expected chromium, found none")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        rows = [run_size(browser, int(names), folder, options) for names in options.sizes.split(",")]
        print_rows(rows, browser.version, as_json=options.json)
        browser.close()


def print_rows(rows: list[dict[str, Any]], version: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"chromium": version, "screen": SCREEN, "rows": rows}, indent=2))
        return
    print(f"Chromium {version}, software rendering, {SCREEN['width']}x{SCREEN['height']}")
    columns = ("file_mb", "open_s", "open_cpu_s", "fps", "slowest_ms", "cpu_ms")
    print(f"{'names':>7} {'relations':>9} {'write_s':>7}  {'page':<7}" + "".join(f"{column:>11}" for column in columns))
    for row in rows:
        for page in ("kgraph", "pyvis"):
            if found := row.get(page):
                cells = "".join(f"{found.get(column, '-'):>11}" for column in columns)
                print(
                    f"{row['names']:>7} {row['relationships']:>9} {row['write_s']:>7}  {page:<7}{cells} {found.get('error', '')}"
                )


if __name__ == "__main__":
    main()
