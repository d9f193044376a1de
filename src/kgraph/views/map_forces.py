"""Places of connected names by forces (Fruchterman and Reingold 1991), from a fixed start, with labels and lines kept clear."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from kgraph.views.map_field import push_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Pairs = NDArray[np.int64]

SPACING = 120.0  # wanted distance of neighbours, in pixels at full size
LINE = 58.0  # height of a node with its label
GRAVITY = 0.12  # pull to the middle, as a share of the distance: chosen by eye on graphs of 10 to 300 names, November 2026
CLEAR = 34.0  # how far a name keeps from lines of others
BETWEEN = 14.0  # wanted space between two labels
STEPS, FEWEST_STEPS, APART_STEPS = 220, 60, 120
WORK = 60_000  # rounds times names: keeps a map of a thousand names within seconds
MANY = 700  # names from which on the push between them is read from a field
MANY_STEPS, MANY_APART_STEPS = 110, 24
MANY_WIDTH = 76.0  # room of a label where not all are written anyway
MOST_CELLS = 250_000  # names times lines up to which lines are kept clear
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Edge = tuple[int, int]


def place_part(part: list[int], edges: Sequence[Edge], widths: Points) -> Points:
    """A place for each of the connected names ``part``; ``widths`` are those of all labels."""
    index = {node: place for place, node in enumerate(part)}
    steps = np.arange(len(part))
    radius = SPACING * 0.6 * np.sqrt(steps)
    points = np.stack([radius * np.cos(steps * GOLDEN_ANGLE), radius * np.sin(steps * GOLDEN_ANGLE)], axis=1)
    joined = sorted({(index[min(edge)], index[max(edge)]) for edge in edges if edge[0] in index and edge[0] != edge[1]})
    pairs = np.array(joined, dtype=np.int64).reshape(-1, 2)
    if joined:
        heat = SPACING * math.sqrt(len(part)) / 2
        rounds = MANY_STEPS if len(part) > MANY else min(STEPS, max(FEWEST_STEPS, WORK // len(part)))
        for step in range(rounds):
            points = _cooled(points, _forces(points, pairs), heat * (1 - step / rounds) ** 2 + 0.5)
        points = _laid_flat(points)
    return _push_apart(points, widths[part], pairs)


def _forces(points: Points, pairs: Pairs) -> Points:
    """All push each other away; those that are joined pull; a little pull to the middle keeps branches from drifting."""
    force: Points = -GRAVITY * (points - points.mean(axis=0))
    force += push_field(points, SPACING**2) if len(points) > MANY else _pushes(points)
    along = points[pairs[:, 0]] - points[pairs[:, 1]]
    pull = along * (np.sqrt((along**2).sum(axis=1)) / SPACING)[:, None]
    for axis in (0, 1):
        force[:, axis] -= np.bincount(pairs[:, 0], weights=pull[:, axis], minlength=len(points))
        force[:, axis] += np.bincount(pairs[:, 1], weights=pull[:, axis], minlength=len(points))
    return force


def _pushes(points: Points) -> Points:
    away_x, away_y = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
    push = SPACING**2 / np.maximum(away_x * away_x + away_y * away_y, 1.0)
    return np.stack([(away_x * push).sum(axis=1), (away_y * push).sum(axis=1)], axis=1)


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
    with_lines = len(points) * len(pairs) <= MOST_CELLS
    widths = np.minimum(widths, MANY_WIDTH) if len(points) > MANY else widths
    for _ in range(MANY_APART_STEPS if len(points) > MANY else APART_STEPS):
        push = _off_labels(points, widths)
        if with_lines:
            push += _off_lines(points, pairs)
        if not push.any():
            break
        points = points + push
    return points


def _off_labels(points: Points, widths: Points) -> Points:
    """Away from labels that overlap, along the shorter way; from top to bottom, each against those within a line's height."""
    order = np.argsort(points[:, 1], kind="stable")
    x, y, wide = points[order, 0], points[order, 1], widths[order] / 2
    push = np.zeros_like(points)
    for step in range(1, len(points)):
        over_y = LINE - (y[step:] - y[:-step])
        if not (over_y > 0).any():
            break
        right = x[step:] - x[:-step]
        over_x = wide[step:] + wide[:-step] + BETWEEN - np.abs(right)
        clash = (over_y > 0) & (over_x > 0)
        sideways = 0.35 * over_x * np.where(right < 0, -1, 1) * (clash & (over_x < over_y))
        down = 0.35 * over_y * (clash & (over_x >= over_y))
        push[order[step:]] += np.stack([sideways, down], axis=1)
        push[order[:-step]] -= np.stack([sideways, down], axis=1)
    return push


def _off_lines(points: Points, pairs: Pairs) -> Points:
    """Away from lines that a name does not belong to and lies on."""
    start, along = points[pairs[:, 0]], points[pairs[:, 1]] - points[pairs[:, 0]]
    length = np.sqrt(np.maximum((along**2).sum(axis=1), 1.0))
    along = along / length[:, None]
    right, down = points[:, None, 0] - start[:, 0], points[:, None, 1] - start[:, 1]
    ahead = right * along[:, 0] + down * along[:, 1]
    aside = down * along[:, 0] - right * along[:, 1]
    near = (np.abs(aside) < CLEAR) & (ahead > 0) & (ahead < length)
    near[pairs[:, 0], np.arange(len(pairs))] = near[pairs[:, 1], np.arange(len(pairs))] = False
    strength = 0.3 * (CLEAR - np.abs(aside)) * np.where(aside < 0, -1, 1) * near
    push: Points = np.stack([-(strength * along[:, 1]).sum(axis=1), (strength * along[:, 0]).sum(axis=1)], axis=1)
    return push
