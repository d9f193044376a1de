"""Where each name stands on the map, computed beforehand: the same graph always gives the same picture, and it opens still.

Every connected part is laid out by forces (Fruchterman and Reingold 1991) from a fixed start, labels are pushed apart, and
the parts are packed beside each other, the largest first.
"""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Pairs = NDArray[np.int64]

SPACING = 120.0  # wanted distance of neighbours, in pixels at full size
LETTER, LINE = 8.0, 58.0  # size of a label: a Latin letter's width, and a node with its label's height
GRAVITY = 0.12  # pull to the middle, as a share of the distance: chosen by eye on graphs of 10 to 300 names, November 2026
CLEAR = 34.0  # how far a name keeps from lines of others
STEPS, APART_STEPS = 220, 120
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
GUTTER = 30.0  # between parts
ASPECT = 1.6  # width of the whole picture over its height
BLOCK = 500  # rows of the table of distances that are held at once

Edge = tuple[int, int]


def place_nodes(labels: Sequence[str], edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """A place in pixels for each label; ``edges`` join labels by their place in the list."""
    widths = np.array([LETTER * label_width(label) for label in labels], dtype=np.float64)
    pictures = [(part, _place_part(part, edges, widths)) for part in connected_parts(len(labels), edges)]
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


def _place_part(part: list[int], edges: Sequence[Edge], widths: Points) -> Points:
    index = {node: place for place, node in enumerate(part)}
    steps = np.arange(len(part))
    radius = SPACING * 0.6 * np.sqrt(steps)
    points = np.stack([radius * np.cos(steps * GOLDEN_ANGLE), radius * np.sin(steps * GOLDEN_ANGLE)], axis=1)
    joined = sorted({(index[min(edge)], index[max(edge)]) for edge in edges if edge[0] in index and edge[0] != edge[1]})
    pairs = np.array(joined, dtype=np.int64).reshape(-1, 2)
    if joined:
        heat = SPACING * math.sqrt(len(part)) / 2
        for step in range(STEPS):
            points = _cooled(points, _forces(points, pairs), heat * (1 - step / STEPS) ** 2 + 0.5)
        points = _laid_flat(points)
    return _push_apart(points, widths[part], pairs)


def _forces(points: Points, pairs: Pairs) -> Points:
    """All push each other away; those that are joined pull; a little pull to the middle keeps branches from drifting."""
    force: Points = -GRAVITY * (points - points.mean(axis=0))
    for first in range(0, len(points), BLOCK):
        away = points[first : first + BLOCK, None, :] - points[None, :, :]
        square = np.maximum((away**2).sum(axis=2), 1.0)
        force[first : first + BLOCK] += (away * (SPACING**2 / square)[:, :, None]).sum(axis=1)
    along = points[pairs[:, 0]] - points[pairs[:, 1]]
    pull = along * (np.sqrt((along**2).sum(axis=1)) / SPACING)[:, None]
    np.add.at(force, pairs[:, 0], -pull)
    np.add.at(force, pairs[:, 1], pull)
    return force


def _cooled(points: Points, force: Points, heat: float) -> Points:
    length = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
    moved: Points = points + force * (np.minimum(length, heat) / length)[:, None]
    return moved


def _laid_flat(points: Points) -> Points:
    """Turned so that it is longest from left to right, as screens and labels are."""
    middle = points - points.mean(axis=0)
    x, y = middle[:, 0], middle[:, 1]
    turn = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    flat = np.stack([x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)], axis=1)
    return flat * (1.25, 1.0)


def _push_apart(points: Points, widths: Points, pairs: Pairs) -> Points:
    """Move labels that lie on each other, and names that lie on a line between two others, a little at a time."""
    if len(points) < 2 or len(points) > 4 * BLOCK:
        return points
    wide = (widths[:, None] + widths[None, :]) / 2 + 14
    for _ in range(APART_STEPS):
        push = _off_labels(points, wide) + _off_lines(points, pairs)
        if not push.any():
            break
        points = points + push
    return points


def _off_labels(points: Points, wide: Points) -> Points:
    """Away from labels that overlap, along the shorter way; two on the very same spot part by their place in the list."""
    away = points[:, None, :] - points[None, :, :]
    over = np.stack([wide, np.full_like(wide, LINE)], axis=2) - np.abs(away)
    clash = np.all(over > 0, axis=2)
    np.fill_diagonal(clash, val=False)
    place = np.arange(len(points))
    side = np.where(away == 0, np.sign(place[:, None] - place[None, :])[:, :, None], np.sign(away))
    sideways = over[:, :, 0] < over[:, :, 1]
    chosen = np.stack([clash & sideways, clash & ~sideways], axis=2)
    push: Points = (0.35 * over * side * chosen).sum(axis=1)
    return push


def _off_lines(points: Points, pairs: Pairs) -> Points:
    """Away from lines that a name does not belong to and lies on."""
    push = np.zeros_like(points)
    for first in range(0, len(pairs), BLOCK):
        part = pairs[first : first + BLOCK]
        start, along = points[part[:, 0]], points[part[:, 1]] - points[part[:, 0]]
        length = np.maximum((along**2).sum(axis=1), 1.0)
        share = ((points[:, None, :] - start) * along).sum(axis=2) / length
        off = points[:, None, :] - (start + np.clip(share, 0, 1)[:, :, None] * along)
        distance = np.sqrt((off**2).sum(axis=2))
        near = (distance < CLEAR) & (share > 0) & (share < 1)
        near[part[:, 0], np.arange(len(part))] = near[part[:, 1], np.arange(len(part))] = False
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
        way = np.where((distance > 1)[:, :, None], off / np.maximum(distance, 1)[:, :, None], across[None, :, :])
        push += ((0.3 * (CLEAR - distance) * near)[:, :, None] * way).sum(axis=1)
    return push


def _corners(points: Points, widths: Points) -> tuple[Points, Points]:
    half = np.stack([widths / 2 + 20, np.full(len(widths), LINE / 2 + 12)], axis=1)
    return (points - half).min(axis=0), (points + half).max(axis=0)


def _box(points: Points, widths: Points) -> tuple[float, float]:
    low, high = _corners(points, widths)
    return float(high[0] - low[0]), float(high[1] - low[1])


def _pack(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The upper left corner of each box: each stands as high as it can on a picture of the wanted shape."""
    area = sum((width + GUTTER) * (height + GUTTER) for width, height in boxes)
    page = max([math.sqrt(area * ASPECT) * 1.05, *(width + GUTTER for width, _ in boxes)], default=0.0)
    skyline = [(0.0, page, 0.0)]  # from, to, and how far down the picture is filled there
    corners = []
    for width, height in boxes:
        x, y = min(
            (_lowest(skyline, left, width + GUTTER, page) for left, _, _ in skyline), key=lambda corner: (corner[1], corner[0])
        )
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
