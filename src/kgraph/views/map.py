"""The map: a part of the graph as one page that opens from disk, still, without any network."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph import ontology
from kgraph.settings import base_iri
from kgraph.views.map_data import MapData, MapOptions, collect_map
from kgraph.views.map_layout import place_nodes
from kgraph.views.map_pack import pack_map
from kgraph.views.map_page import make_page
from kgraph.views.map_sounds import spellings_of

if TYPE_CHECKING:
    from kgraph.store.base import Reader

FRAME = (
    '<iframe title="{title}" srcdoc="{page}" sandbox="allow-scripts allow-downloads allow-popups" '
    'style="width:100%;height:640px;border:1px solid #ccc;border-radius:8px"></iframe>'
)
SHAPES = ("dot", "square", "diamond", "triangle", "star")  # classes are told apart without their colours too
PLAIN = "#7a7a7a"
BEND = 0.16  # how far parallel relationships swing apart


@dataclass(frozen=True, slots=True, repr=False)
class MapPage:
    """A map to be looked at in a notebook, or saved."""

    html: str
    title: str

    def __repr__(self) -> str:
        return f"<kgraph map {self.title!r}: {len(self.html):,} characters; .save(path) writes it>"

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which can neither read the notebook nor run anything in it."""
        return FRAME.format(title=escape(self.title), page=escape(self.html))

    def save(self, path: str | Path) -> Path:
        """Write the page, which opens from disk."""
        Path(path).write_text(self.html, encoding="utf-8")
        return Path(path)


def draw_map(reader: Reader, options: MapOptions) -> str:
    """The page of this part of the graph, ready to be written to a file; the same graph gives the same page."""
    data = collect_map(reader, options)
    return make_page(map_content(data, options), options.title)


def map_content(data: MapData, options: MapOptions) -> dict[str, Any]:
    """Everything that the page's scripts read: the data with places, bends, labels, colours and spellings."""
    _place(data)
    _bend_parallels([fact for fact in data.facts if fact["o"] is not None])
    focus = next((place for place, node in enumerate(data.nodes) if node["id"] == options.focus), None)
    words = _vocabulary()
    return {
        "title": options.title,
        "focus": focus,
        "left_out": data.left_out,
        "iri": base_iri(),
        **words,
        "spellings": spellings_of(sound for node in data.nodes for sound in node["sound"]),
        **pack_map(data, words["classes"], words["predicates"]),
    }


def _place(data: MapData) -> None:
    """Places for the names that are drawn from the start; what is folded away finds its place when it comes out."""
    near = [place for place, node in enumerate(data.nodes) if not node["far"]]
    index = {place: number for number, place in enumerate(near)}
    joined = [fact for fact in data.facts if fact["s"] in index and fact["o"] in index]
    labels = [data.nodes[place]["labels"]["en"] for place in near]
    points = place_nodes(labels, [(index[fact["s"]], index[fact["o"]]) for fact in joined])
    for node in data.nodes:
        node["x"] = node["y"] = 0
    for place, (x, y) in zip(near, points, strict=True):
        data.nodes[place] |= {"x": x, "y": y}


def _bend_parallels(facts: list[dict[str, Any]]) -> None:
    """Relationships between the same two names are drawn as arcs, the first one straight."""
    pairs: dict[tuple[int, int], int] = {}
    for fact in facts:
        pair = (min(fact["s"], fact["o"]), max(fact["s"], fact["o"]))
        number = pairs[pair] = pairs.get(pair, -1) + 1
        side = 1 if number % 2 else -1
        # An arc that starts at the other end would swing to the other side.
        turned = -1 if fact["s"] > fact["o"] else 1
        fact["bend"] = round(side * turned * BEND * ((number + 1) // 2), 3)


def _vocabulary() -> dict[str, Any]:
    """Labels, colours and directions, as the ontology has them."""
    classes = {
        class_.name: class_.labels | {"colour": class_.colour or PLAIN, "shape": SHAPES[place % len(SHAPES)]}
        for place, class_ in enumerate(ontology.classes())
    }
    return {
        "classes": classes,
        "kinds": {kind.name: kind.labels for class_ in ontology.classes() for kind in ontology.kinds(class_.name)},
        "predicates": {each.name: each.labels | {"symmetric": each.symmetric} for each in ontology.predicates()},
        "statuses": {status.name: status.labels for status in ontology.statuses()},
    }
