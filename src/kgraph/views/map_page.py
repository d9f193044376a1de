"""The map's page: one file that asks the network for nothing, in which nothing of an article can become markup.

The data stands in a JSON block that is no script; the page's own scripts are the only ones that the content security policy
in its head lets run, each known by its hash; they put text on the page as text only.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import re
from html import escape
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).parent / "map_template"
SCRIPTS = ("words.js", "network.js", "panel.js", "search.js", "filters.js", "start.js")  # in reading order
VIS_NETWORK = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")  # where pyvis ships it

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def make_page(content: dict[str, Any], title: str) -> str:
    """The whole page around this content."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    scripts = [vis_network(), "\n".join(_part(name) for name in SCRIPTS)]
    style = _part("map.css")
    slots = {
        "policy": escape(_policy(scripts, style)),
        "title": escape(title),
        "style": style,
        "library": scripts[0],
        "script": scripts[1],
        "data": data,
    }
    # In one pass, so that a title or a name that looks like a slot stays what it is.
    return _SLOT.sub(lambda slot: slots[slot[1]], _part("page.html")) + "\n"


def vis_network() -> str:
    """The drawing library as pyvis ships it, without importing pyvis itself."""
    found = importlib.util.find_spec("pyvis")
    if found is None or not found.submodule_search_locations:
        message = "the map needs the package pyvis, which is not installed"
        raise ModuleNotFoundError(message)
    return (Path(found.submodule_search_locations[0]) / VIS_NETWORK).read_text(encoding="utf-8").strip()


def _part(name: str) -> str:
    return (TEMPLATE / name).read_text(encoding="utf-8").strip()


def _policy(scripts: list[str], style: str) -> str:
    sources = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {sources}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
