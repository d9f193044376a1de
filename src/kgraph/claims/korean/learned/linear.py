"""Linear models over names of features: whole hundredths, so that sums are the same on every machine.

``data/korean/pairs.tsv`` holds a table a family: its classes, what they begin with, and their weights by feature
(``tools/learn_pairs_korean.py`` writes it).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FILE = DATA / "korean" / "pairs.tsv"
_FAMILY, _ALWAYS, _RULES = "family", "(always)", "rules"


@dataclass(frozen=True)
class Linear:
    """``classes`` in order; ``rows`` leads from a feature to its row of ``weights``; ``always`` is what a class begins with."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.int64]
    always: NDArray[np.int64]

    def known(self, features: Iterable[str]) -> list[int]:
        """The rows of the features that the model knows, each once."""
        row_of = self.rows.get
        return [row for feature in {*features} if (row := row_of(feature)) is not None]

    def sums(self, features: Iterable[str]) -> list[int]:
        """For each class the log odds that it holds, in hundredths."""
        found: list[int] = (self.weights[self.known(features)].sum(axis=0) + self.always).tolist()
        return found

    def sums_of_rows(self, lists: Sequence[Sequence[int]]) -> list[list[int]]:
        """The sums for each list of rows, all at once."""
        ends = np.cumsum([len(rows) for rows in lists])
        flat = np.fromiter((row for rows in lists for row in rows), dtype=np.int64, count=int(ends[-1]) if len(ends) else 0)
        table = np.zeros((len(flat) + 1, len(self.classes)), dtype=np.int64)
        np.cumsum(self.weights[flat], axis=0, out=table[1:])
        totals: list[list[int]] = (table[ends] - table[ends - [len(rows) for rows in lists]] + self.always).tolist()
        return totals


@dataclass(frozen=True)
class Linears:
    """The models by family, and of each rule how many of its claims were right and how many there were."""

    families: Mapping[str, Linear]
    rules: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def trust(self, rule: str) -> int:
        """How many of a thousand claims of a rule are right; few claims say little."""
        right, of = self.rules.get(rule, (0, 0))
        return (1000 * right + 2400) // (of + 3)


@cache
def load() -> Linears:
    """The models that ship with kgraph."""
    return read(FILE)


def read(path: Path) -> Linears:
    """The models of a file that :func:`write` wrote."""
    tables: dict[str, tuple[list[str], dict[str, list[int]]]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        first, *rest = line.split("\t")
        if first == _FAMILY:
            name = rest[0]
            tables[name] = rest[1:], {}
        elif not first.startswith("#"):
            tables[name][1][first] = [int(value or 0) for value in rest]
    rules = {rule: (counts[0], counts[1]) for rule, counts in tables.pop(_RULES, ([], {}))[1].items()}
    return Linears({name: _linear(classes, weights) for name, (classes, weights) in tables.items()}, rules)


def _linear(classes: list[str], weights: dict[str, list[int]]) -> Linear:
    always = np.array(weights.pop(_ALWAYS), dtype=np.int64)
    table = np.array(list(weights.values()), dtype=np.int64).reshape(-1, len(classes))
    return Linear(tuple(classes), {name: at for at, name in enumerate(weights)}, table, always)


def write(path: Path, models: Linears, note: str) -> None:
    """Writes the file; ``note`` is its first line."""
    lines = [f"# {note}"]
    for name, model in sorted(models.families.items()):
        lines.append("\t".join((_FAMILY, name, *model.classes)))
        lines.append("\t".join((_ALWAYS, *map(str, model.always.tolist()))))
        for feature, row in sorted(model.rows.items()):
            lines.append("\t".join((feature, *(str(value or "") for value in model.weights[row].tolist()))))
    lines.append("\t".join((_FAMILY, _RULES, "right", "of")))
    lines += ["\t".join((rule, *map(str, counts))) for rule, counts in sorted(models.rules.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
