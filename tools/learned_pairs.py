"""The linear model over pairs (``kgraph.claims.english.pairs``), learned with scikit-learn: one logistic regression a target."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kgraph.claims.english.pairs.model import ALWAYS, ANY, weights
from kgraph.claims.english.pairs.ties import TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from annotated_english import Annotated, Sample

    from kgraph.claims.english.pairs.features import Features
    from kgraph.claims.english.pairs.model import Weights

STRENGTH = 0.1  # inverse of the penalty, by cross-validation
ARTICLES = 3  # a feature of fewer articles is that article's, not the language's
LEAST_WEIGHT = 3  # hundredths: a feature whose weights are all smaller is left out
FEWEST = 3  # a target of fewer pairs is not learned
_NEVER = -900
SEED = 0

Name = tuple[str, str]


@dataclass(frozen=True)
class Learned:
    """What a group of pairs learned: what its targets begin with, and a line of weights for each stand and name, sorted."""

    always: list[int]
    lines: list[tuple[str, str, list[int]]]


def learn(articles: Sequence[Annotated]) -> dict[str, Learned]:
    """What is learned, by group."""
    return {group: _learn(group, articles) for group in TARGETS}


def model_of(learned: Mapping[str, Learned]) -> dict[str, Weights]:
    """The model that kgraph would read from the file."""
    return {group: weights(told.always, told.lines) for group, told in learned.items()}


def _learn(group: str, articles: Sequence[Annotated]) -> Learned:
    rows: list[tuple[Sample, set[Name]]] = []
    where: dict[Name, int] = defaultdict(int)
    for article in articles:
        mine = [sample for sample in article.samples if sample.pair.group == group and sample.stated and not sample.optional]
        told = [(sample, set(_names(sample.features))) for sample in mine]
        for name in set().union(*(seen for _, seen in told)) if told else ():
            where[name] += 1
        rows += told
    common = sorted(name for name, count in where.items() if count >= ARTICLES)
    table, always = _fit(group, rows, common)
    kept = np.flatnonzero(np.abs(table).max(axis=1, initial=0) >= LEAST_WEIGHT)
    return Learned(always.tolist(), [(*common[at], table[at].tolist()) for at in kept.tolist()])


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
    general, own = features.names()
    yield from ((ANY, name) for name in general)
    yield from ((features.stand, name) for name in own)


def _matrix(rows: Sequence[set[Name]], names: Iterable[Name]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    lines = [sorted(column[name] for name in row if name in column) for row in rows]
    ends = np.cumsum([0, *map(len, lines)])
    columns = np.array([at for line in lines for at in line], dtype=np.int32)
    return csr_matrix((np.ones(ends[-1]), columns, ends), (len(rows), len(column)))


def write(path: Path, learned: Mapping[str, Learned], note: str) -> None:
    """The file that kgraph reads."""
    lines = [f"# {note}"]
    for group, told in learned.items():
        lines += [f"# {group}: {', '.join(TARGETS[group])}", _line((group, ALWAYS, ""), told.always)]
        lines += [_line((group, stand, name), row) for stand, name, row in told.lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(head: Iterable[str], numbers: Iterable[int]) -> str:
    return "\t".join((*head, *(str(number) if number else "" for number in numbers))).rstrip("\t")
