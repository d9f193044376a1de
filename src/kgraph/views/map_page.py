"""The map's page: one file that asks the network for nothing, in which nothing of an article can become markup.

The data stands in a JSON block that is no script; the page's own scripts are the only ones that the content security policy
in its head lets run, each known by its hash; they put text on the page as text only.
"""

from __future__ import annotations

import base64
import colorsys
import hashlib
import importlib.util
import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

TEMPLATE = Path(__file__).parent / "map_template"
SCRIPTS = ("words.js", "network.js", "panel.js", "search.js", "filters.js", "start.js")  # in reading order
VIS_NETWORK = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")  # where pyvis ships it
SHAPES = ("dot", "square", "diamond", "triangle", "star")
GOLDEN_TURN = 0.381966  # the share of the colour circle between one class and the next: no two come close
FIRST_HUE = 0.59

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


def class_colours(classes: Sequence[str]) -> dict[str, dict[str, str]]:
    """A colour for each class by its place in the ontology's list, and a shape, for eyes to which colours look alike."""
    looks = {}
    for place, name in enumerate(classes):
        rgb = colorsys.hls_to_rgb((FIRST_HUE + place * GOLDEN_TURN) % 1, 0.47, 0.58)
        colour = "#" + "".join(f"{round(255 * part):02x}" for part in rgb)
        looks[name] = {"colour": colour, "shape": SHAPES[place % len(SHAPES)]}
    return looks


def _part(name: str) -> str:
    return (TEMPLATE / name).read_text(encoding="utf-8").strip()


def _policy(scripts: list[str], style: str) -> str:
    sources = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {sources}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
