"""Chromium for the tests of the map, started once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from kgraph.settings import required

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
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
