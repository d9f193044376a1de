"""Learn the model over pairs of a person and a work (``kgraph.claims.english.pairs``) from annotated articles.

    python tools/learn_pairs.py [FOLDER ...]           FOLDER holds ID.txt with ID.json; tests/golden/dev if none is given
    python tools/learn_pairs.py --check [FOLDER ...]   five-fold cross-validation: what the model finds beside the rules

Needs scikit-learn (``pip install kgraph[learn]``); kgraph itself does not.  One logistic regression a predicate, one against the
rest, with an L2 penalty.  The same articles give the same file, data/english/pairs.tsv.
"""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kgraph.claims import extract
from kgraph.claims.english.pairs.candidates import pairs
from kgraph.claims.english.pairs.claims import LEAST, TELLING
from kgraph.claims.english.pairs.features import features
from kgraph.claims.english.pairs.model import FILE
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.reading import Reading
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PREDICATES = tuple(sorted(TELLING))
STRENGTH = 0.1  # inverse of the penalty, by cross-validation
ARTICLES = 4  # a feature of fewer articles is that article's, not the language's
LEAST_WEIGHT = 0.02  # a feature whose weights are all smaller is left out
SEED = 0

Fact = tuple[str, str, str]


@dataclass
class Sample:
    """A pair in a line of an article: its features, the predicates that the gold states of it, what rules say of it."""

    article: str
    ends: tuple[str, str]
    features: frozenset[str]
    gold: frozenset[str]
    rules: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    stated: bool = True  # False: the gold quotes another line for it


@dataclass
class Gold:
    """The facts of an annotated article between a person and a work, by referent of what was found in the text."""

    facts: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    optional: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    places: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))


def samples(path: Path) -> list[Sample]:
    """All pairs of an annotated article."""
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    document = read(Article(path.stem, text, "en", published=told.get("published")))
    mentions = find(document)
    setting = Setting(Reading(document, mentions))
    gold = _gold(told, text, setting)
    ruled = defaultdict(set)
    for claim in extract(document, mentions):
        if claim.object and not claim.rule.startswith("pairs."):
            ruled[claim.subject.ref, claim.object.ref].add(claim.predicate)
    found = []
    for line in setting.lines:
        span = line.line.span
        for pair in pairs(setting, line):
            ends = pair.person, pair.work
            quoted = gold.places.get(ends, [])
            stated = not quoted or any(start < span.end and span.start < end for start, end in quoted)
            names = frozenset(features(setting, line, pair))
            sets = (frozenset(facts.get(ends, ())) for facts in (gold.facts, ruled, gold.optional))
            found.append(Sample(path.stem, ends, names, *sets, stated))
    return found


def _gold(told: dict[str, object], text: str, setting: Setting) -> Gold:
    named = {entity["id"]: (entity["type"], {name_key(name) for name in entity["names"]}) for entity in told["entities"]}
    refs: dict[str, list[str]] = {
        id_: [r.ref for r in setting.reading.mentions.referents if r.type == type_ and keys & {name_key(n) for n in r.names}]
        for id_, (type_, keys) in named.items()
    }
    gold = Gold()
    for fact in told["facts"]:
        if fact["p"] not in PREDICATES:
            continue
        for ends in ((s, o) for s in refs[fact["s"]] for o in refs[fact["o"]]):
            (gold.optional if fact.get("optional") else gold.facts)[ends].add(fact["p"])
            at = text.find(fact.get("evidence") or "\0")
            if at >= 0:
                gold.places[ends].append((at, at + len(fact["evidence"])))
    return gold


def learn(rows: Sequence[Sample]) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Feature -> weights, and the intercepts, in the order of ``PREDICATES``."""
    rows = [row for row in rows if row.stated and (row.gold or not row.optional)]
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.features:
            articles[name].add(row.article)
    names = sorted(name for name, where in articles.items() if len(where) >= ARTICLES)
    matrix = _matrix(rows, names)
    weights, always = np.zeros((len(names), len(PREDICATES))), np.full(len(PREDICATES), -9.0)
    for at, predicate in enumerate(PREDICATES):
        target = np.array([predicate in row.gold for row in rows])
        if target.any():
            model = LogisticRegression(solver="liblinear", C=STRENGTH, tol=0.01, max_iter=200, random_state=SEED)
            model.fit(matrix, target)
            weights[:, at], always[at] = model.coef_[0], model.intercept_[0]
    return dict(zip(names, weights, strict=True)), always


def _matrix(rows: Sequence[Sample], names: Iterable[str]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    lines = [sorted(column[name] for name in row.features if name in column) for row in rows]
    ends = np.cumsum([0, *map(len, lines)])
    columns = np.array([at for line in lines for at in line], dtype=np.int32)
    return csr_matrix((np.ones(ends[-1]), columns, ends), (len(rows), len(column)))


def write(weights: dict[str, np.ndarray], always: np.ndarray, articles: int) -> None:
    """The file that kgraph reads."""
    rows = [("(always)", always), *(pair for pair in sorted(weights.items()) if np.abs(pair[1]).max() >= LEAST_WEIGHT)]
    shown = ["\t".join((name, *map(_shown, row))) for name, row in rows]
    note = f"# Weights, in hundredths, of the model over pairs: {articles} articles, tools/learn_pairs.py; do not edit."
    head = [note, "\t".join(("feature", *PREDICATES))]
    FILE.write_text("\n".join((*head, *shown)) + "\n", encoding="utf-8")


def _shown(value: float) -> str:
    return str(round(100 * value)) if abs(value) >= 0.005 else ""


def check(rows: Sequence[Sample], folds: int = 5) -> None:
    """Print by predicate what rules find, and what the model adds to them on articles that it has not learned from."""
    fold = {row.article: int(hashlib.sha256(row.article.encode()).hexdigest(), 16) % folds for row in rows}
    best: dict[tuple[str, str, str, str], float] = defaultdict(float)
    for number in range(folds):
        weights, always = learn([row for row in rows if fold[row.article] != number])
        names, table = list(weights), np.array(list(weights.values()))
        kept = [row for row in rows if fold[row.article] == number]
        for row, sums in zip(kept, _matrix(kept, names) @ table + always, strict=True):
            for predicate, total in zip(PREDICATES, sums, strict=True):
                key = (row.article, *row.ends, predicate)
                best[key] = max(best[key], 1 / (1 + np.exp(-total)))
    _report(rows, best)


def _report(rows: Sequence[Sample], best: dict[tuple[str, str, str, str], float]) -> None:
    gold, ruled, optional = (
        {(row.article, *row.ends, predicate) for row in rows for predicate in getattr(row, name)}
        for name in ("gold", "rules", "optional")
    )
    print(f"{'predicate':14}{'gold':>6}{'rules':>7}{'wrong':>7}   the model adds, right/wrong, from .4 .5 .6 .7")
    new = {key: p for key, p in best.items() if key not in ruled and key not in optional}
    for predicate in PREDICATES:
        of = [{key for key in keys if key[3] == predicate} for keys in (gold, ruled)]
        mine = [(p, key in gold) for key, p in new.items() if key[3] == predicate]
        added = [Counter(right for p, right in mine if p >= least) for least in (0.4, 0.5, 0.6, 0.7)]
        shown = "  ".join(f"{count[True]}/{count[False]}" for count in added)
        right, wrong = len(of[1] & of[0]), len(of[1] - of[0] - optional)
        print(f"{predicate:14}{len(of[0]):6}{right:7}{wrong:7}   {shown}   claimed from {LEAST.get(predicate, 'never')}")


def main(arguments: Sequence[str]) -> None:
    """Learn, or check."""
    folders = [Path(name) for name in arguments if name != "--check"] or [Path(__file__).parents[1] / "tests" / "golden" / "dev"]
    paths = sorted({path.stem: path for folder in folders for path in sorted(folder.glob("en-*.txt"))}.items())
    rows = [sample for _, path in paths for sample in samples(path)]
    if "--check" in arguments:
        check(rows)
    else:
        weights, always = learn(rows)
        write(weights, always, len(paths))
        print(f"{len(paths)} articles, {len(rows)} pairs, {len(weights)} features -> {FILE}")


if __name__ == "__main__":
    main(sys.argv[1:])
