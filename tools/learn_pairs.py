"""Learn what kgraph makes of English articles beside its rules: the model over pairs and the judge, from annotated articles.

    python tools/learn_pairs.py [FOLDER ...]           FOLDER holds ID.txt with ID.json (tests/golden/{dev,learned})
    python tools/learn_pairs.py --check [FOLDER ...]   five-fold cross-validation by article: rules alone and what is judged

Needs scikit-learn (``pip install kgraph[learn]``); kgraph itself does not.  The same articles give the same files:
data/english/pairs.tsv, judge.tsv and judge_rules.tsv.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from annotated_english import UNTUNED, Annotated, annotated
from learned_pairs import learn, model_of
from learned_pairs import write as write_pairs
from learned_trees import Growth, grow

from kgraph.claims.english.judge.cases import Case, cases
from kgraph.claims.english.judge.claims import LEAST, told_in
from kgraph.claims.english.judge.court import Court
from kgraph.claims.english.judge.model import TREES, WORTH
from kgraph.claims.english.judge.rows import row
from kgraph.claims.english.pairs.model import FILE
from kgraph.claims.learned import Trees, write_trees

if TYPE_CHECKING:
    from collections.abc import Sequence

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
FOLDS = 5
GROWTH = Growth(trees=200, rate=0.08, leaves=24, rows=30, penalty=5.0, share=0.5)  # by cross-validation
TUNED = 0.5  # weight of an article that rules were written with in view: they read it better than others
PRIOR = 3  # claims that every rule begins with, right as often as all are
SHOWN = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass
class Trial:
    """A case of an article with its verdict; ``row`` lacks what its rules are worth."""

    article: Annotated
    case: Case
    row: dict[str, int]
    right: bool | None
    facts: list[int]

    @property
    def weight(self) -> float:
        """How much it counts."""
        return 1.0 if self.article.id.startswith(UNTUNED) else TUNED

    @property
    def rules(self) -> list[str]:
        """The rules that claim it."""
        return sorted({claim.rule for claim in self.case.claims})


def fold(article: str) -> int:
    """The fifth of the articles that this one belongs to."""
    return int(hashlib.sha256(f"fold {article}".encode()).hexdigest(), 16) % FOLDS


def trials(articles: Sequence[Annotated]) -> list[Trial]:
    """All cases, each looked at with a model over pairs that has not seen its article."""
    found: list[Trial] = []
    for number in range(FOLDS):
        model = model_of(learn([article for article in articles if fold(article.id) != number]))
        for article in articles:
            if fold(article.id) == number:
                seen = article.sightings(model)
                tried = cases(article.said, seen)
                court = Court(article.setting, tried, {})
                found += (
                    Trial(article, case, row(court, case), article.verdict(case), article.facts(case)) for case in tried.values()
                )
    return found


def worth(told: Sequence[Trial]) -> dict[str, Counter[bool]]:
    """For each rule how many of its claims are right, and how many are not."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for trial in told:
        if trial.right is not None:
            for rule in trial.rules:
                counts[rule][trial.right] += trial.weight
    return counts


def odds(count: Counter[bool], share: float) -> int:
    """Log odds in hundredths that a claim of a rule is right; ``share`` is how many claims of all rules are."""
    right = (count[True] + PRIOR * share) / (count[True] + count[False] + PRIOR)
    return round(100 * log(right / (1 - right)))


def with_worth(told: Sequence[Trial], counts: dict[str, Counter[bool]], *, own: bool) -> np.ndarray:
    """The rows; with ``own`` an article's verdicts do not count for its own rows."""
    of: dict[str, dict[str, Counter[bool]]] = defaultdict(dict)
    by_article: dict[str, list[Trial]] = defaultdict(list)
    for trial in told:
        by_article[trial.article.id].append(trial)
    for article, mine in by_article.items():
        of[article] = worth(mine) if own else {}
    share, rows = _share(counts), []
    for trial in told:
        values = [odds(_less(counts[rule], of[trial.article.id].get(rule)), share) for rule in trial.rules]
        rows.append(trial.row | ({"worth": max(values), "worst": min(values)} if values else {}))
    return np.array([list(values.values()) for values in rows], dtype=np.int64)


def _less(count: Counter[bool], own: Counter[bool] | None) -> Counter[bool]:
    return Counter({right: count[right] - own[right] for right in (True, False)}) if own else count


def _share(counts: dict[str, Counter[bool]]) -> float:
    right, wrong = (sum(count[verdict] for count in counts.values()) for verdict in (True, False))
    return right / (right + wrong)


def judge(told: Sequence[Trial]) -> tuple[Trees, dict[str, Counter[bool]]]:
    """Trees over the rows of all cases that have a verdict, and the counts of the rules."""
    counts = worth(told)
    clear = np.array([trial.right is not None for trial in told])
    right, weight = np.array([bool(trial.right) for trial in told]), np.array([trial.weight for trial in told])
    rows = with_worth(told, counts, own=True)
    return grow(list(told[0].row), rows[clear], right[clear], replace(GROWTH, weights=weight[clear])), counts


def check(told: Sequence[Trial]) -> None:
    """Print by predicate what rules say and what is judged likely in articles that were not learned from."""
    likely: dict[int, float] = {}
    for number in range(FOLDS):
        kept = [trial for trial in told if fold(trial.article.id) == number]
        trees, counts = judge([trial for trial in told if fold(trial.article.id) != number])
        sums = trees.sums(with_worth(kept, counts, own=False))
        likely |= {id(trial): 1 / (1 + exp(-total / 1000)) for trial, total in zip(kept, sums, strict=True)}
    for name, mine in (("untuned", [t for t in told if t.weight == 1]), ("tuned", [t for t in told if t.weight < 1])):
        if mine:
            print(f"\n{name}: {len({trial.article.id for trial in mine})} articles; right/wrong precision recall f1")
            _report(mine, [likely[id(trial)] for trial in mine])


def _report(told: Sequence[Trial], likely: Sequence[float]) -> None:
    gold: Counter[str] = Counter()
    for article in {trial.article.id: trial.article for trial in told}.values():
        gold.update(fact["p"] for fact in article.gold.facts if not fact.get("optional"))
    for predicate in (None, *(name for name, _ in sorted(gold.items(), key=lambda pair: (-pair[1], pair[0])))):
        of = [at for at, trial in enumerate(told) if predicate in (None, trial.case.key.predicate)]
        shown = [f"rules {_scores(told, [at for at in of if told[at].case.claims], gold, predicate)}"]
        for least in SHOWN if predicate is None else (LEAST, 0.7):
            chosen = [at for at in of if likely[at] >= least and (told[at].case.claims or told_in(told[at].case))]
            shown.append(f"{least}: {_scores(told, chosen, gold, predicate)}")
        print(f"{predicate or 'all':14}{gold[predicate] if predicate else sum(gold.values()):5}  {'  '.join(shown)}")
    _reliability(told, likely)


def _scores(told: Sequence[Trial], chosen: Sequence[int], gold: Counter[str], predicate: str | None) -> str:
    right = len({(told[at].article.id, fact) for at in chosen for fact in told[at].facts})
    wrong = sum(max(1, len(told[at].case.claims)) for at in chosen if told[at].right is False and not _ignored(told[at]))
    precision, recall = right / max(1, right + wrong), right / max(1, gold[predicate] if predicate else sum(gold.values()))
    return f"{right}/{wrong} {precision:.3f} {recall:.3f} {2 * precision * recall / max(0.001, precision + recall):.3f}"


def _ignored(trial: Trial) -> bool:
    """A rank of a person is not annotated."""
    claims = trial.case.claims
    return trial.case.key.predicate == "ranked" and bool(claims) and claims[0].subject.type == "Person"


def _reliability(told: Sequence[Trial], likely: Sequence[float]) -> None:
    for low in SHOWN:
        inside = [
            bool(trial.right) for trial, p in zip(told, likely, strict=True) if low <= p < low + 0.1 and trial.right is not None
        ]
        print(f"  probability {low:.1f} to {low + 0.1:.1f}: {len(inside):5} cases, {sum(inside) / max(1, len(inside)):.2f} right")


def write(articles: Sequence[Annotated], told: Sequence[Trial]) -> None:
    """The files that kgraph reads."""
    note = f"{len(articles)} articles, tools/learn_pairs.py; do not edit."
    write_pairs(FILE, learn(articles), f"Weights, in hundredths, of the model over pairs: {note}")
    trees, counts = judge(told)
    write_trees(TREES, trees, f"Trees of the judge, values in thousandths: {note}")
    share = _share(counts)
    lines = [f"{rule}\t{odds(count, share)}" for rule, count in sorted(counts.items())]
    head = f"# Log odds, in hundredths, that a claim of a rule is right: {note}"
    WORTH.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Learn, or check."""
    folders = [Path(name) for name in arguments if name != "--check"] or [GOLDEN / "dev", GOLDEN / "learned"]
    paths = sorted({path.stem: path for folder in folders for path in sorted(folder.glob("en-*.txt"))}.items())
    articles = []
    for number, (_, path) in enumerate(paths, 1):
        articles.append(annotated(path))
        if number % 50 == 0:
            print(f"{number} of {len(paths)} articles read", file=sys.stderr)
    told = trials(articles)
    if "--check" in arguments:
        check(told)
    else:
        write(articles, told)
    print(f"{len(articles)} articles, {sum(len(article.samples) for article in articles)} pairs, {len(told)} cases")


if __name__ == "__main__":
    main(sys.argv[1:])
