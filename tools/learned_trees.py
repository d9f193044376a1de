"""Gradient-boosted trees (scikit-learn) as :class:`kgraph.claims.learned.Trees`, for the scripts that learn from articles."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from kgraph.claims.learned import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEAF = -1
SEED = 0


@dataclass(frozen=True)
class Growth:
    """How trees are grown."""

    trees: int = 120
    rate: float = 0.08
    leaves: int = 15
    rows: int = 20  # in a leaf, at least
    penalty: float = 5.0
    share: float = 0.5  # of the features that a split may choose from
    weights: NDArray[np.float64] | None = None  # of the rows


def grow(names: Sequence[str], rows: NDArray[np.int64], right: NDArray[np.bool_], growth: Growth) -> Trees:
    """Trees that tell rows that are right from others; the same rows give the same trees."""
    model = HistGradientBoostingClassifier(
        learning_rate=growth.rate,
        max_iter=growth.trees,
        max_leaf_nodes=growth.leaves,
        min_samples_leaf=growth.rows,
        l2_regularization=growth.penalty,
        max_features=growth.share,
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(rows.astype(np.float64), right, sample_weight=growth.weights)
    nodes, roots = [[LEAF, 0, 0, 0, round(1000 * float(model._baseline_prediction.ravel()[0]))]], [0]  # noqa: SLF001 -- no public way to them
    for (predictor,) in model._predictors:  # noqa: SLF001
        start = len(nodes)
        roots.append(start)
        nodes += [_node(node, start) for node in predictor.nodes]
    return Trees(tuple(names), np.array(nodes, dtype=np.int64), np.array(roots, dtype=np.int64))


def _node(node: np.void, start: int) -> list[int]:
    if node["is_leaf"]:
        return [LEAF, 0, 0, 0, round(1000 * float(node["value"]))]
    return [int(node["feature_idx"]), floor(node["num_threshold"]), start + int(node["left"]), start + int(node["right"]), 0]
