"""Families of kinds: which kinds may be said of one thing."""

from __future__ import annotations

FAMILIES: dict[str, dict[str, str]] = {
    "Work": {
        "series": "series", "variety": "series", "film": "film", "webtoon": "webtoon", "novel": "novel", "play": "play",
        "game": "game", "album": "album", "song": "song",
    },
    "Organization": {
        "broadcaster": "company", "platform": "company", "studio": "company", "agency": "company", "group": "group",
        "chart": "chart", "festival": "festival",
    },
}  # fmt: skip
"""Kinds that may be one thing: a drama and the webtoon of its name are two works, a broadcaster may be called a studio.

The order is the order in which a referent of unknown kind is given to one of several of its name.
"""
