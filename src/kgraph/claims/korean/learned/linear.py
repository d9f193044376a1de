"""Linear models over names of features: whole hundredths, so that sums are the same on every machine.

``data/korean/pairs.tsv`` holds a table a family: its classes, what they begin with, and their weights by feature
(``tools/learn_pairs_korean.py`` writes it).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from kgraph.claims.korean.learned.tally import Index
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

Feature = tuple[str, str]
"""The name of a feature: a beginning that many share, and what follows it: ``("PW m:", "감독")``."""

FILE = DATA / "korean" / "pairs.tsv"
COMMON = "common"  # the family of words that are no names
_FAMILY, _ALWAYS, _RULES = "family", "(always)", "rules"


@dataclass(frozen=True)
class Linear:
    """``classes`` in order; ``rows`` leads from a feature, by its beginning, to its row of ``weights``; a class begins with
    ``always``.
    """

    classes: tuple[str, ...]
    rows: Mapping[str, Mapping[str, int]]
    weights: NDArray[np.int64]
    always: NDArray[np.int64]

    def sums(self, features: Iterable[Feature]) -> list[int]:
        """For each class the log odds that it holds, in hundredths."""
        known = [self.rows[beginning][word] for beginning, word in {*features} if word in self.rows.get(beginning, ())]
        found: list[int] = (self.weights[known].sum(axis=0) + self.always).tolist()
        return found


@dataclass(frozen=True)
class Linears:
    """The models by family, and of each rule how many of its claims were right and how many there were."""

    families: Mapping[str, Linear]
    rules: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that are no names."""
        return frozenset(self.families[COMMON].rows.get("", ())) if COMMON in self.families else frozenset()

    @cached_property
    def index(self) -> Index:
        """The weights of all models."""
        return Index(self.families)

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
    sections: dict[str, tuple[list[str], list[list[str]]]] = {}
    lines: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if parts[0] == _FAMILY:
            lines = []
            sections[parts[1]] = parts[2:], lines
        elif not line.startswith("#"):
            lines.append(parts)
    _, counts = sections.pop(_RULES, ([], []))
    rules = {rule: (int(right), int(of)) for rule, right, of in counts}
    return Linears({name: _linear(classes, lines) for name, (classes, lines) in sections.items()}, rules)


def _linear(classes: list[str], lines: list[list[str]]) -> Linear:
    always, *weights = ([int(value or 0) for value in line[2:]] for line in lines)
    table = np.array(weights, dtype=np.int64).reshape(-1, len(classes))
    rows = by_beginning((line[0], line[1]) for line in lines[1:])
    return Linear(tuple(classes), rows, table, np.array(always, dtype=np.int64))


def by_beginning(features: Iterable[Feature]) -> dict[str, dict[str, int]]:
    """Features in order as their numbers, by what they begin with."""
    found: dict[str, dict[str, int]] = {}
    for number, (beginning, word) in enumerate(features):
        found.setdefault(beginning, {})[word] = number
    return found


def write(path: Path, models: Linears, note: str) -> None:
    """Writes the file; ``note`` is its first line."""
    lines = [f"# {note}"]
    for name, model in sorted(models.families.items()):
        lines.append("\t".join((_FAMILY, name, *model.classes)))
        lines.append("\t".join((_ALWAYS, "", *map(str, model.always.tolist()))))
        for *feature, row in sorted((beginning, *item) for beginning, words in model.rows.items() for item in words.items()):
            lines.append("\t".join((*feature, *(str(value or "") for value in model.weights[row].tolist()))))
    lines.append("\t".join((_FAMILY, _RULES, "right", "of")))
    lines += ["\t".join((rule, *map(str, counts))) for rule, counts in sorted(models.rules.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
