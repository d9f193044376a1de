"""How likely a case is: trees over its features (``tools/learn_pairs.py``), and what rules were worth where they were tried."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING

from kgraph.claims.english.judge.rows import row
from kgraph.claims.learned import Trees, read_trees
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kgraph.claims.english.judge.cases import Case
    from kgraph.claims.english.judge.court import Court

TREES = DATA / "english" / "judge.tsv"
WORTH = DATA / "english" / "judge_rules.tsv"


@dataclass(frozen=True)
class Judge:
    """``worth``: for each rule the log odds, in hundredths, that a claim of it is right."""

    trees: Trees
    worth: Mapping[str, int]

    def probabilities(self, court: Court, cases: Sequence[Case]) -> list[float]:
        """For each case how likely the article states it."""
        told = itemgetter(*self.trees.names)
        rows = [told(row(court, case)) for case in cases]
        return [1 / (1 + exp(-total / 1000)) for total in self.trees.sums(rows)]


@cache
def load() -> Judge:
    """The judge that ships with kgraph."""
    return Judge(read_trees(TREES), read_worth(WORTH))


def read_worth(path: Path) -> dict[str, int]:
    """Rule -> log odds in hundredths; a rule that was never tried is left out and counts 0."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {rule: int(odds) for rule, odds in lines}
