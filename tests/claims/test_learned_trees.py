"""Trees of whole numbers: what a row sums to, and that a file leads back to the same trees."""

from __future__ import annotations

import numpy as np
import pytest

from kgraph.claims.learned import Trees, read_trees, write_trees

# a tree of one leaf that always adds 100, and one that asks: is "old" at most 3? then, is "far" at most -1?
NODES = [[-1, 0, 0, 0, 100], [0, 3, 2, 3, 0], [-1, 0, 0, 0, 7], [1, -1, 4, 5, 0], [-1, 0, 0, 0, -20], [-1, 0, 0, 0, 1000]]


@pytest.fixture
def trees() -> Trees:
    return Trees(("old", "far"), np.array(NODES, dtype=np.int64), np.array([0, 1], dtype=np.int64))


@pytest.mark.parametrize(
    ("row", "total"), [((3, 9), 107), ((-999, 9), 107), ((4, -1), 80), ((4, 0), 1100), ((10**6, 10**6), 1100)]
)
def test_a_row_goes_left_where_it_is_at_most_the_bound(trees: Trees, row: tuple[int, int], total: int) -> None:
    assert trees.sums([row]) == [total]


def test_rows_are_summed_one_by_one_or_together_alike(trees: Trees) -> None:
    rows = [(old, far) for old in range(6) for far in range(-3, 3)]
    assert trees.sums(rows) == [total for row in rows for total in trees.sums([row])]
    assert trees.sums([]) == []


def test_depth_is_the_longest_way_to_a_leaf(trees: Trees) -> None:
    assert trees.depth == 2


def test_a_file_leads_back_to_the_trees(trees: Trees, tmp_path) -> None:
    path = tmp_path / "trees.tsv"
    write_trees(path, trees, "two trees")
    again = read_trees(path)
    assert path.read_text(encoding="utf-8").startswith("# two trees\nfeatures\told\tfar\ntree\n")
    assert again.names == trees.names
    assert np.array_equal(again.nodes, trees.nodes)
    assert np.array_equal(again.roots, trees.roots)
    write_trees(tmp_path / "again.tsv", again, "two trees")
    assert (tmp_path / "again.tsv").read_bytes() == path.read_bytes()
