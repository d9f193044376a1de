"""The map's colours can be read: contrast as WCAG 2 level AA asks, in light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kgraph.views.map_page
from kgraph import ontology

CSS = (Path(kgraph.views.map_page.__file__).parent / "map_template" / "map.css").read_text(encoding="utf-8")
THEMES = {"light": ":root {", "dark": ':root[data-theme="dark"] {'}
TEXT = [("ink", "page"), ("ink", "card"), ("soft", "card"), ("soft", "page"), ("accent", "card"), ("mark-ink", "mark")]


def colours(theme: str) -> dict[str, str]:
    block = CSS.partition(THEMES[theme])[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT, ids="-on-".join)
def test_text_can_be_read(theme: str, pair: tuple[str, str]) -> None:
    known = colours(theme)
    assert contrast(known[pair[0]], known[pair[1]]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_stand_out(theme: str) -> None:
    page = colours(theme)["page"]
    low = {each.name: contrast(each.colour or "", page) for each in ontology.classes() if contrast(each.colour or "", page) < 3}
    assert low == {}
    assert contrast(colours(theme)["edge"], page) >= 2.5


def test_classes_are_told_apart() -> None:
    assert len({each.colour for each in ontology.classes()}) == len(ontology.classes())
