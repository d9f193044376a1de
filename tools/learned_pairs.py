"""The linear model over pairs (``kgraph.claims.english.pairs``), learned with scikit-learn: one logistic regression a target."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kgraph.claims.english.pairs.model import ALWAYS, ANY, Weights
from kgraph.claims.english.pairs.ties import TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from annotated_english import Annotated, Sample

    from kgraph.claims.english.pairs.features import Features

STRENGTH = 0.1  # inverse of the penalty, by cross-validation
ARTICLES = 3  # a feature of fewer articles is that article's, not the language's
LEAST_WEIGHT = 3  # hundredths: a feature whose weights are all smaller is left out
FEWEST = 3  # a target of fewer pairs is not learned
_NEVER = -900
SEED = 0

Name = tuple[str, str]


def learn(articles: Sequence[Annotated]) -> dict[str, Weights]:
    """Weights by group."""
    return {group: _learn(group, articles) for group in TARGETS}


def _learn(group: str, articles: Sequence[Annotated]) -> Weights:
    rows: list[tuple[Sample, set[Name]]] = []
    where: dict[Name, int] = defaultdict(int)
    for article in articles:
        mine = [sample for sample in article.samples if sample.pair.group == group and sample.stated and not sample.optional]
        told = [(sample, set(_names(sample.features))) for sample in mine]
        for name in set().union(*(names for _, names in told)) if told else ():
            where[name] += 1
        rows += told
    names = sorted(name for name, count in where.items() if count >= ARTICLES)
    table, always = _fit(group, rows, names)
    kept = np.flatnonzero(np.abs(table).max(axis=1, initial=0) >= LEAST_WEIGHT)
    found: dict[str, dict[str, int]] = {ANY: {}}
    for row, at in enumerate(kept.tolist(), 1):
        stand, name = names[at]
        found.setdefault(stand, {})[name] = row
    return Weights(found, np.vstack([always, table[kept]]))


def _fit(group: str, rows: Sequence[tuple[Sample, set[Name]]], names: Sequence[Name]) -> tuple[np.ndarray, np.ndarray]:
    targets = TARGETS[group]
    matrix = _matrix([told for _, told in rows], names)
    table, always = np.zeros((len(names), len(targets)), dtype=np.int64), np.full(len(targets), _NEVER)
    for at, target in enumerate(targets):
        right = np.array([target in sample.gold for sample, _ in rows])
        if right.sum() >= FEWEST:
            model = LogisticRegression(solver="liblinear", C=STRENGTH, tol=0.01, max_iter=200, random_state=SEED)
            model.fit(matrix, right)
            table[:, at], always[at] = np.rint(100 * model.coef_[0]), round(100 * float(model.intercept_[0]))
    return table, always


def _names(features: Features) -> Iterable[Name]:
    yield from ((ANY, name) for name in features.general)
    yield from ((features.stand, name) for name in features.own)


def _matrix(rows: Sequence[set[Name]], names: Iterable[Name]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    lines = [sorted(column[name] for name in row if name in column) for row in rows]
    ends = np.cumsum([0, *map(len, lines)])
    columns = np.array([at for line in lines for at in line], dtype=np.int32)
    return csr_matrix((np.ones(ends[-1]), columns, ends), (len(rows), len(column)))


def write(path: Path, model: Mapping[str, Weights], note: str) -> None:
    """The file that kgraph reads."""
    lines = [f"# {note}"]
    for group, weights in model.items():
        lines += [f"# {group}: {', '.join(TARGETS[group])}", _line((group, ALWAYS, ""), weights.table[0])]
        told = sorted((stand, name, row) for stand, rows in weights.rows.items() for name, row in rows.items())
        lines += [_line((group, stand, name), weights.table[row]) for stand, name, row in told]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(head: Iterable[str], numbers: Iterable[int]) -> str:
    return "\t".join((*head, *(str(number) if number else "" for number in numbers))).rstrip("\t")
