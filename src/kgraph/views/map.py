"""The map: a part of the graph as one page that opens from disk, still, without any network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph import ontology
from kgraph.views.map_data import MapData, MapOptions, collect_map
from kgraph.views.map_layout import place_nodes
from kgraph.views.map_page import make_page

if TYPE_CHECKING:
    from kgraph.store.base import Reader

SHAPES = ("dot", "square", "diamond", "triangle", "star")  # classes are told apart without their colours too
PLAIN = "#7a7a7a"
BEND = 0.16  # how far parallel relationships swing apart


def draw_map(reader: Reader, options: MapOptions) -> str:
    """The page of this part of the graph, ready to be written to a file; the same graph gives the same page."""
    data = collect_map(reader, options)
    return make_page(map_content(data, options), options.title)


def map_content(data: MapData, options: MapOptions) -> dict[str, Any]:
    """Everything that the page's scripts read: the data with places, bends, labels and colours."""
    joined = [fact for fact in data.facts if fact["o"] is not None]
    labels = [node["labels"]["en"] for node in data.nodes]
    for node, (x, y) in zip(data.nodes, place_nodes(labels, [(fact["s"], fact["o"]) for fact in joined]), strict=True):
        node["x"], node["y"] = x, y
    _bend_parallels(joined)
    focus = next((place for place, node in enumerate(data.nodes) if node["id"] == options.focus), None)
    return {
        "title": options.title,
        "focus": focus,
        "left_out": data.left_out,
        **_vocabulary(),
        "nodes": data.nodes,
        "facts": data.facts,
        "evidence": data.evidence,
        "articles": data.articles,
    }


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
