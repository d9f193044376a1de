"""The map's page: one file that asks the network for nothing, in which nothing of an article can become markup.

The data stands in a JSON block that is no script; the page's own scripts are the only ones that the content security policy
in its head lets run, known by their hash; they put text on the page as text only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).parent / "map_template"
SCRIPTS = (  # in reading order
    "data.js",
    "words.js",
    "state.js",
    "shown.js",
    "scene.js",
    "labels.js",
    "canvas.js",
    "camera.js",
    "physics.js",
    "hands.js",
    "panel.js",
    "facts.js",
    "charts.js",
    "paths.js",
    "time.js",
    "table.js",
    "save.js",
    "keys.js",
    "search.js",
    "filters.js",
    "start.js",
)

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def make_page(content: dict[str, Any], title: str) -> str:
    """The whole page around this content."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    script, style = "\n".join(_part(name) for name in SCRIPTS), _part("map.css")
    slots = {
        "policy": escape(_policy(script, style)),
        "title": escape(title),
        "style": style,
        "script": script,
        "data": data,
    }
    # In one pass, so that a title or a name that looks like a slot stays what it is.
    return _SLOT.sub(lambda slot: slots[slot[1]], _part("page.html")) + "\n"


def _part(name: str) -> str:
    return (TEMPLATE / name).read_text(encoding="utf-8").strip()


def _policy(script: str, style: str) -> str:
    return f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
