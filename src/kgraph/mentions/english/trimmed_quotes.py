"""Names in quotation marks that are none or hold more: *'Sea Fog's' wake*, *"Salt Road"-style*, *episode "Rye"*."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Container

    from kgraph.mentions.english.canvas import Canvas, Spot

_REACH = 24
_NESTED = re.compile(r"(?<!\w)[‘'“\"](?P<title>[A-Z0-9][^‘“”\"]*?)[.,?!]?[’'”\"][.,?!]?$")
_OF_EPISODE = re.compile(
    r"\b(?:episode|chapter|scene|segment)s?(?: titled| called| entitled)?,? [“\"‘']$|\bEp\. ?\d+ [—–-] [“\"‘']$"
)


def trim_quoted(canvas: Canvas, names: Container[str], spot: Spot) -> tuple[Spot, ...]:
    """A quoted spot without its possessive; of a sentence the title quoted in it; nothing for a likeness or an episode."""
    name = canvas.name(spot)
    if name.endswith(("'s", "’s")) and name[:-2] in names:
        return (replace(spot, end=spot.end - 2),)
    if spot.type != "Work":
        return (spot,)
    if _likeness().match(canvas.text, spot.end) or _OF_EPISODE.search(canvas.text, max(0, spot.start - _REACH), spot.start):
        return ()
    nested = _NESTED.search(name, 1)
    return (replace(spot, start=spot.start + nested.start("title"), end=spot.start + nested.end("title")),) if nested else (spot,)


@cache
def _likeness() -> re.Pattern[str]:
    return re.compile(rf"[.,]?[”\"’']-(?:{either(load_words('english/edges.yaml')['likened'])})(?![\w-])")
