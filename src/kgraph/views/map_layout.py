"""Where each name stands on the map, computed beforehand: the same graph always gives the same picture, and it opens still.

Every connected part is laid out by itself, and the parts are packed beside each other, the largest first.
"""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from kgraph.views.map_forces import LINE, place_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.views.map_forces import Edge, Points

LETTER = 8.0  # width of a Latin letter in a label, in pixels at full size
GUTTER = 30.0  # between parts
ASPECT = 1.6  # width of the whole picture over its height


def place_nodes(labels: Sequence[str], edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """A place in pixels for each label; ``edges`` join labels by their place in the list."""
    widths = np.array([LETTER * label_width(label) for label in labels], dtype=np.float64)
    pictures = [(part, place_part(part, edges, widths)) for part in connected_parts(len(labels), edges)]
    places = np.zeros((len(labels), 2))
    for (part, points), corner in zip(pictures, _pack([_box(points, widths[part]) for part, points in pictures]), strict=True):
        low, _ = _corners(points, widths[part])
        places[part] = points - low + corner
    return [(round(x), round(y)) for x, y in places.tolist()]


def label_width(label: str) -> int:
    """Letters as wide as a Latin one; Hangul counts double."""
    return max(4, sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in label[:40]))


def connected_parts(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """The connected parts, largest first, each from its best connected node outwards."""
    near: list[list[int]] = [[] for _ in range(count)]
    for left, right in sorted({(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]}):
        near[left].append(right)
        near[right].append(left)
    seen: set[int] = set()
    starts = sorted(range(count), key=lambda node: (-len(near[node]), node))
    parts = [_walk(start, near, seen) for start in starts if start not in seen]
    return sorted(parts, key=lambda part: (-len(part), part))


def _walk(start: int, near: list[list[int]], seen: set[int]) -> list[int]:
    seen.add(start)
    part = [start]
    for node in part:
        fresh = [other for other in near[node] if other not in seen]
        seen.update(fresh)
        part += fresh
    return part


def _corners(points: Points, widths: Points) -> tuple[Points, Points]:
    half = np.stack([widths / 2 + 20, np.full(len(widths), LINE / 2 + 12)], axis=1)
    return (points - half).min(axis=0), (points + half).max(axis=0)


def _box(points: Points, widths: Points) -> tuple[float, float]:
    low, high = _corners(points, widths)
    return float(high[0] - low[0]), float(high[1] - low[1])


def _pack(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The upper left corner of each box, on the page of the wanted shape that can be shown the largest."""
    area = sum((width + GUTTER) * (height + GUTTER) for width, height in boxes)
    widest = max((width + GUTTER for width, _ in boxes), default=0.0)
    pages = {max(math.sqrt(area * ASPECT) * tenths / 10, widest) for tenths in range(8, 18)}
    packed = [_packed(boxes, page) for page in sorted(pages)]
    return min(packed, key=lambda corners: _size(boxes, corners))


def _size(boxes: Sequence[tuple[float, float]], corners: Sequence[tuple[float, float]]) -> float:
    """How high a page of the wanted shape must be to hold the picture."""
    right = max((x + width for (width, _), (x, _) in zip(boxes, corners, strict=True)), default=0.0)
    bottom = max((y + height for (_, height), (_, y) in zip(boxes, corners, strict=True)), default=0.0)
    return max(right / ASPECT, bottom)


def _packed(boxes: Sequence[tuple[float, float]], page: float) -> list[tuple[float, float]]:
    """Each box stands as high as it can on a page of this width."""
    skyline = [(0.0, page, 0.0)]  # from, to, and how far down the picture is filled there
    corners = []
    for width, height in boxes:
        places = (_lowest(skyline, left, width + GUTTER, page) for left, _, _ in skyline)
        x, y = min(places, key=lambda corner: (corner[1], corner[0]))
        corners.append((x, y))
        skyline = _raised(skyline, x, x + width + GUTTER, y + height + GUTTER)
    return corners


def _lowest(skyline: list[tuple[float, float, float]], left: float, width: float, page: float) -> tuple[float, float]:
    """Where a box of this width comes to stand if it begins here; out of sight where it does not fit."""
    if left + width > page + 1e-6:
        return left, math.inf
    return left, max(depth for start, end, depth in skyline if start < left + width and end > left)


def _raised(
    skyline: list[tuple[float, float, float]], left: float, right: float, depth: float
) -> list[tuple[float, float, float]]:
    kept = [(start, min(end, left), old) for start, end, old in skyline if start < left]
    kept += [(left, right, depth)]
    return kept + [(max(start, right), end, old) for start, end, old in skyline if end > right]
