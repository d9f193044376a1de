"""Takes the picture of the map for README.md: two steps around an invented director, one sentence opened.  Needs Chromium.

python tools/make_map_picture.py
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kgraph.documents.sources import read_articles
from kgraph.pipeline import build
from kgraph.settings import DATA
from kgraph.store import open_store
from kgraph.views.map import draw_map
from kgraph.views.map_data import MapOptions
from kgraph.views.show import find_entity

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "map.png"
SIZE = {"width": 1280, "height": 600}
SHOW = "showFact(DATA.facts.findIndex((fact) => fact.p === 'friend_of')); view.lit = null; fitAll(); invalidate()"


def main() -> None:
    """Write docs/images/map.png."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("expected chromium, found none")
    store = open_store("memory:")
    build(read_articles([str(DATA / "articles")]), store)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "map.html"
        focus = find_entity(store.reader(), "서하린").id
        page_file.write_text(draw_map(store.reader(), MapOptions(focus, 2, title="Around 서하린")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.goto(page_file.as_uri())
        page.evaluate(SHOW)
        page.wait_for_timeout(600)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"wrote {PICTURE}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
