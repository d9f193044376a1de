"""Logistic regression over names of features as :class:`kgraph.claims.korean.learned.linear.Linear` (scikit-learn)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kgraph.claims.korean.learned.linear import Linear, by_beginning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgraph.claims.korean.learned.linear import Feature

STRENGTH = 0.2  # inverse of the penalty, by cross-validation
ARTICLES = 2  # a feature of one article is that article's, not the language's
EXAMPLES = 6  # a class with fewer is not learned
LEAST = 2  # hundredths: a feature whose weights are all smaller is left out
SEED = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """Something with features, the classes that it is of, and those of which the gold leaves it open."""

    article: str
    features: frozenset[Feature]
    classes: frozenset[str]
    unclear: frozenset[str] = frozenset()


_ONE: dict[Feature, Feature] = {}


def features_of(found: Iterable[Feature]) -> frozenset[Feature]:
    """Features as a set; equal ones of all samples are one and the same, so that many samples find room."""
    return frozenset(_ONE.setdefault(feature, feature) for feature in found)


def learn_linear(samples: Sequence[Sample]) -> Linear:
    """A model that tells each class from the rest."""
    counts = Counter(class_ for sample in samples for class_ in sample.classes)
    classes = tuple(sorted(class_ for class_, count in counts.items() if count >= EXAMPLES))
    articles: dict[Feature, set[str]] = defaultdict(set)
    for sample in samples:
        for name in sample.features:
            articles[name].add(sample.article)
    names = sorted((name for name, where in articles.items() if len(where) >= ARTICLES), key="".join)
    matrix = _matrix(samples, {name: at for at, name in enumerate(names)})
    weights, always = np.zeros((len(names), len(classes))), np.zeros(len(classes))
    for at, class_ in enumerate(classes):
        clear = np.array([class_ not in sample.unclear for sample in samples])
        right = np.array([class_ in sample.classes for sample in samples])
        model = LogisticRegression(solver="liblinear", C=STRENGTH, tol=0.01, max_iter=200, random_state=SEED)
        model.fit(matrix[clear], right[clear])
        weights[:, at], always[at] = model.coef_[0], model.intercept_[0]
    whole = np.rint(100 * weights).astype(np.int64)
    kept = np.flatnonzero(np.abs(whole).max(axis=1, initial=0) >= LEAST)
    rows = by_beginning(names[at] for at in kept)
    return Linear(classes, rows, whole[kept], np.rint(100 * always).astype(np.int64))


def _matrix(samples: Sequence[Sample], column: dict[Feature, int]) -> csr_matrix:
    lines = [sorted(column[name] for name in sample.features if name in column) for sample in samples]
    ends = np.cumsum([0, *map(len, lines)])
    columns = np.array([at for line in lines for at in line], dtype=np.int32)
    return csr_matrix((np.ones(ends[-1]), columns, ends), (len(lines), len(column)))
