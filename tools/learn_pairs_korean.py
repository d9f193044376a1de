"""Learn what judges and completes the claims of Korean articles (``kgraph.claims.korean.learned``) from annotated articles.

    python tools/learn_pairs_korean.py [FOLDER ...]           FOLDER holds ID.txt with ID.json (tests/golden/{dev,learned})
    python tools/learn_pairs_korean.py --check [FOLDER ...]   five-fold cross-validation: what stands beside what the rules say

Needs scikit-learn (``pip install kgraph[learn]``); kgraph itself does not.  Linear models (logistic regression) over the words
around two names, then trees over all that speaks for a fact in its article; the trees learn from what linear models say of
articles that they have not seen.  The same articles give the same files, data/korean/pairs.tsv and pair_trees.tsv.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from learned_korean import Annotated, Read, annotated, pair_samples, read_gold, referent_samples, value_samples, worth_samples
from learned_korean_names import learn_names
from learned_lines import learn_linear
from learned_trees import Growth, grow

from kgraph.claims.korean.learned.labels import FAMILIES
from kgraph.claims.korean.learned.linear import FILE as LINEAR_FILE
from kgraph.claims.korean.learned.linear import Linears, write
from kgraph.claims.korean.learned.units import NAMES, Unit, units
from kgraph.claims.korean.learned.verdicts import FILE as TREES_FILE
from kgraph.claims.korean.learned.worths import STATED
from kgraph.claims.learned.trees import Trees, probability, write_trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDS = 5
GROWTH = Growth(trees=200, rate=0.06, leaves=16, rows=15)  # by cross-validation
GOLDEN = Path(__file__).parents[1] / "tests" / "golden"

Judged = tuple[Annotated, Unit, bool | None]


def with_names(articles: Sequence[Read]) -> list[Annotated]:
    """The articles with the names that models find in them that have learned from others."""
    found = []
    for fold in range(FOLDS):
        names = learn_names([article for article in articles if article.fold != fold])
        found += [annotated(article, names) for article in articles if article.fold == fold]
    return sorted(found, key=lambda article: article.id)


def linears(articles: Sequence[Annotated], names: Linears | None = None) -> Linears:
    """The linear models of all families, those of names among them, and what the rules' claims are worth."""
    families = dict(names.families) if names else {}
    for family in sorted(set(FAMILIES.values())):
        families[family] = learn_linear([sample for article in articles for sample in pair_samples(article, family)])
    for kind in STATED:
        families[kind] = learn_linear([sample for article in articles for sample in worth_samples(article, kind)])
    families["real"] = learn_linear([sample for article in articles for sample in referent_samples(article)])
    families["value"] = learn_linear([sample for article in articles for sample in value_samples(article)])
    rules: dict[str, Counter[bool]] = defaultdict(Counter)
    for article in articles:
        for claim, right in article.ruled:
            if right is not None:
                rules[claim.rule][right] += 1
    return Linears(families, {rule: (count[True], count.total()) for rule, count in sorted(rules.items())})


def judged_units(articles: Iterable[Annotated], models: Linears) -> list[Judged]:
    """Units of articles, each with whether the gold states it (None: optional there)."""
    found = []
    for article in articles:
        claims = [claim for claim, _ in article.ruled]
        found += [(article, unit, article.states(unit)) for unit in units(article.setting, claims, models)]
    return found


def unseen(articles: Sequence[Annotated]) -> list[Judged]:
    """Units of all articles, those of each by linear models that have not learned from it."""
    found = []
    for fold in range(FOLDS):
        models = linears([article for article in articles if article.fold != fold])
        found += judged_units([article for article in articles if article.fold == fold], models)
    return found


def trees(rows: Sequence[Judged]) -> Trees:
    """Trees that tell what the gold states from what it does not."""
    rows = [row for row in rows if row[2] is not None]
    table = np.array([unit.row for _, unit, _ in rows], dtype=np.int64)
    return grow(NAMES, table, np.array([right is True for _, _, right in rows]), GROWTH)


def check(articles: Sequence[Annotated]) -> None:
    """Print by predicate what rules find, and what stands from several probabilities on, in articles not learned from."""
    rows = unseen(articles)
    likely = []
    for fold in range(FOLDS):
        model = trees([row for row in rows if row[0].fold != fold])
        kept = [row for row in rows if row[0].fold == fold]
        sums = model.sums([unit.row for _, unit, _ in kept])
        likely += [(*row, probability(total)) for row, total in zip(kept, sums, strict=True)]
    _report(articles, likely)


def _report(articles: Sequence[Annotated], likely: Sequence[tuple[Annotated, Unit, bool | None, float]]) -> None:
    gold = Counter(fact["p"] for article in articles for fact in article.gold.facts if not fact.get("optional"))
    print(f"{'predicate':15}{'gold':>6}   {'rules':24}from .4, .5, .6, .7")
    for predicate in ("ALL", *(name for name, _ in gold.most_common())):
        of = gold.total() if predicate == "ALL" else gold[predicate]
        own = [row for row in likely if predicate in ("ALL", row[1].key.label.partition("/")[0])]
        shown = [_figures(((a, unit) for a, unit, _, _ in own if unit.claims), of)]
        shown += [_figures(((a, unit) for a, unit, _, p in own if p >= least), of) for least in (0.4, 0.5, 0.6, 0.7)]
        print(f"{predicate:15}{of:6}   {'  '.join(shown)}")


def _figures(found: Iterable[tuple[Annotated, Unit]], of: int) -> str:
    """Precision and recall."""
    hit: set[tuple[str, int]] = set()
    wrong = 0
    for article, unit in found:
        facts = article.facts(unit)
        hit.update((article.id, fact) for fact in facts if not article.gold.facts[fact].get("optional"))
        wrong += not facts
    return f"{len(hit) / max(1, len(hit) + wrong):.3f} {len(hit) / max(1, of):.3f} ({len(hit)}/{wrong})"


def main(arguments: Sequence[str]) -> None:
    """Learn, or check."""
    folders = [Path(name) for name in arguments if name != "--check"] or [GOLDEN / "dev", GOLDEN / "learned"]
    paths = sorted({path.stem: path for folder in folders for path in sorted(folder.glob("ko-*.txt"))}.items())
    found = [read_gold(path, FOLDS) for _, path in paths]
    articles = with_names(found)
    if "--check" in arguments:
        check(articles)
        return
    note = f"of the model over Korean pairs: {len(articles)} articles, tools/learn_pairs_korean.py; do not edit."
    write(LINEAR_FILE, linears(articles, learn_names(found)), f"Weights, in hundredths, {note}")
    write_trees(TREES_FILE, trees(unseen(articles)), f"Trees {note}")
    print(f"{len(articles)} articles -> {LINEAR_FILE}, {TREES_FILE}")


if __name__ == "__main__":
    main(sys.argv[1:])
