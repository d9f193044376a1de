"""Decision trees over whole numbers (gradient boosting, Friedman 2001), kept as a table of nodes.

A file has one line a node: feature, bound, left, right, value.  A row goes left where its feature is at most the bound; a leaf
(feature ``-1``) adds its value, in thousandths of log odds, to the row's sum.  ``left`` and ``right`` count nodes from the
beginning of the file; a line ``tree`` begins a tree, the line ``features`` names the features in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_LEAF = -1
_TREE = "tree"
_NAMES = "features"


@dataclass(frozen=True)
class Trees:
    """``names`` are the features in order; ``nodes`` has a row a node (feature, bound, left, right, value); ``roots`` the first
    node of each tree.
    """

    names: tuple[str, ...]
    nodes: NDArray[np.int64]
    roots: NDArray[np.int64]

    @cached_property
    def depth(self) -> int:
        """The longest way from a root to a leaf."""
        below = np.zeros(len(self.nodes), dtype=np.int64)
        for at in range(len(self.nodes) - 1, -1, -1):  # children stand behind their parent
            feature, _, left, right, _ = self.nodes[at]
            below[at] = 0 if feature == _LEAF else 1 + max(below[left], below[right])
        return int(below[self.roots].max(initial=0))

    def sums(self, rows: Sequence[Sequence[int]] | NDArray[np.int64]) -> list[int]:
        """For each row the sum over all trees, in thousandths of log odds."""
        table = np.asarray(rows, dtype=np.int32).reshape(-1, len(self.names))
        feature, bound, ways, value = self._columns
        told, begins = table.ravel(), np.arange(0, table.size, len(self.names), dtype=np.int32)[:, None]
        at = np.repeat(self.roots.astype(np.int32)[None], len(table), axis=0)
        for _ in range(self.depth):
            is_more = told.take(begins + feature.take(at)) > bound.take(at)
            at = ways.take(2 * at + is_more)
        return [int(total) for total in value.take(at).sum(axis=1)]

    @cached_property
    def _columns(self) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int64]]:
        """Feature and bound of each node, where it leads (left and right, node after node), its value."""
        feature, bound, left, right, value = self.nodes.T
        # a leaf leads to itself, so that all rows may take the same number of steps
        leaf, here = feature == _LEAF, np.arange(len(self.nodes))
        ways = np.stack((np.where(leaf, here, left), np.where(leaf, here, right)), axis=1).ravel()
        return np.where(leaf, 0, feature).astype(np.int32), bound.astype(np.int32), ways.astype(np.int32), value.copy()


def probability(thousandths: int) -> float:
    """Log odds in thousandths as a probability."""
    return 1 / (1 + exp(-thousandths / 1000)) if thousandths > -30_000 else 0.0


def read_trees(path: Path) -> Trees:
    """The trees of a file that :func:`write_trees` wrote."""
    names: tuple[str, ...] = ()
    nodes: list[list[int]] = []
    roots: list[int] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        first, *rest = line.split("\t")
        if first == _NAMES:
            names = tuple(rest)
        elif first == _TREE:
            roots.append(len(nodes))
        elif not first.startswith("#"):
            nodes.append([int(first), *map(int, rest)])
    return Trees(names, np.array(nodes, dtype=np.int64).reshape(-1, 5), np.array(roots, dtype=np.int64))


def write_trees(path: Path, trees: Trees, note: str) -> None:
    """Writes the file; ``note`` is its first line."""
    lines = [f"# {note}", "\t".join((_NAMES, *trees.names))]
    roots = set(trees.roots.tolist())
    for at, node in enumerate(trees.nodes.tolist()):
        lines += [_TREE] * (at in roots)
        lines.append("\t".join(map(str, node)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
