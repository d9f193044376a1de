"""Learn which open capitalised words of English articles are names of people, works or organisations.

    python tools/learn_english_names.py [FOLDER ...] [--out data/english/open_names.json]

FOLDER (tests/golden/dev by default) holds annotated articles: ``en-*.txt`` with their gold in ``en-*.json``.  Examples are the
runs of capitals that the rules leave open and, with less weight, the names that the rules paint, each looked at as if it were
open.  The scores from which a type is believed are chosen on articles
left out of learning (five parts), for the share of names that the gold confirms: ``--precision``.  A gold names only what its
facts need, so that some of what it does not confirm are names as well.  The same articles always give the same file.  Needs
scikit-learn (``pip install scikit-learn``), which nothing else here does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kgraph.documents import read
from kgraph.documents.annotated import read_annotated
from kgraph.mentions.english.canvas import make_canvas
from kgraph.mentions.english.learned import MODEL, NameModel
from kgraph.mentions.english.surroundings import look_around, see
from kgraph.mentions.english.tagger import paint_by_rules
from kgraph.mentions.english.unsettled import Candidate, find_unsettled, tokens_of, words_of
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.unsettled import Tokens

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden" / "dev"
TYPES = ("Person", "Work", "Organization")
NONE = "none"
PARTS = 5  # that the articles fall into by their ids
PAINTED = 0.2  # the weight of a name that the rules paint: there are ten times as many, and their places are plainer
STRENGTH = 0.3  # scikit-learn's C; 0.1, 0.3 and 1 were tried by cross-validation (2026-11)
RARE = 3  # articles that a saying must occur in
SMALL = 2  # articles that a word in small letters must occur in to be a common word
LEAST = 5  # believed names on which a threshold may rest


@dataclass(frozen=True)
class Example:
    """A candidate with its article and what the gold says it is."""

    candidate: Candidate
    label: str
    weight: float


@dataclass(frozen=True)
class Page:
    """One article: its words, its small words, its examples."""

    id: str
    canvas: Canvas
    tokens: Tokens
    small: frozenset[str]
    examples: tuple[Example, ...]

    @property
    def part(self) -> int:
        """Which part of the cross-validation it belongs to."""
        return zlib.crc32(self.id.encode()) % PARTS


def read_pages(folders: list[str]) -> list[Page]:
    """All annotated English articles of some folders, each once, by id."""
    pages: dict[str, Page] = {}
    for folder in folders:
        for article in read_annotated(folder):
            if article.lang != "en" or article.id in pages:
                continue
            canvas = make_canvas(read(article))
            paint_by_rules(canvas)
            tokens = tokens_of(canvas)
            gold = gold_types(Path(folder), article.id)
            examples = [Example(c, gold.get(name_key(c.name), NONE), 1.0) for c in find_unsettled(canvas, tokens)]
            examples += [Example(c, gold.get(name_key(c.name), NONE), PAINTED) for c in painted(canvas, tokens)]
            small = frozenset(re.findall(r"\b[a-z]{2,}\b", article.text))
            pages[article.id] = Page(article.id, canvas, tokens, small, tuple(examples))
    return [pages[id_] for id_ in sorted(pages)]


def gold_types(folder: Path, id_: str) -> dict[str, str]:
    """The type of every name that the gold of an article gives."""
    gold = json.loads(next(folder.rglob(f"{id_}.json")).read_text("utf-8"))
    names = [(name_key(name), entity["type"]) for entity in gold["entities"] for name in entity["names"]]
    return dict(sorted(names, reverse=True))


def painted(canvas: Canvas, tokens: Tokens) -> Iterator[Candidate]:
    """The names that the rules paint, each as a candidate."""
    at = {start: number for number, start in enumerate(tokens.starts)}
    found: dict[str, Candidate] = {}
    for spot in sorted(canvas.spots):
        number = at.get(spot.start)
        if number is not None and spot.form == "name" and tokens.words[number] in ("<P>", "<W>", "<O>"):
            name = canvas.name(spot)
            found.setdefault(name, Candidate(name, words_of(name))).places.append((number, number + 1))
    yield from found.values()


def common_words(pages: list[Page]) -> frozenset[str]:
    """Words that some articles write in small letters."""
    counts = Counter(word for page in pages for word in page.small)
    return frozenset(word for word, count in counts.items() if count >= SMALL)


def sayings_of(page: Page, common: frozenset[str]) -> list[list[str]]:
    """What is seen of every example of an article."""
    elsewhere = look_around(page.canvas, page.tokens)
    return [sorted(see(example.candidate, page.tokens, elsewhere, common)) for example in page.examples]


def learn(pages: list[Page]) -> NameModel:
    """The model of some articles, without thresholds."""
    common = common_words(pages)
    rows, labels, weights = [], [], []
    spread: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for sayings, example in zip(sayings_of(page, common), page.examples, strict=True):
            rows.append(sayings)
            labels.append(example.label)
            weights.append(example.weight)
            for saying in sayings:
                spread[saying].add(page.id)
    kept = {saying for saying, ids in spread.items() if len(ids) >= RARE}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{saying: 1 for saying in row if saying in kept} for row in rows])
    fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, labels, sample_weight=weights)
    return whole_numbers(fitted, list(vectorizer.feature_names_), common)


def whole_numbers(fitted: Any, sayings: list[str], common: frozenset[str]) -> NameModel:
    """The weights of each type against *no name* in hundredths."""
    place = {label: number for number, label in enumerate(fitted.classes_)}
    bases = fitted.coef_[place[NONE]], fitted.intercept_[place[NONE]]
    rows = [fitted.coef_[place[type_]] - bases[0] for type_ in TYPES]
    prior = tuple(round(100 * float(fitted.intercept_[place[type_]] - bases[1])) for type_ in TYPES)
    weights = {saying: [round(100 * float(row[number])) for row in rows] for number, saying in enumerate(sayings)}
    return NameModel(TYPES, (0, 0, 0), prior, {key: row for key, row in weights.items() if any(row)}, common)


def left_out(pages: list[Page]) -> Iterator[tuple[int, str, str]]:
    """Score, type and gold of every open candidate, by the model of the other parts."""
    for part in range(PARTS):
        model = learn([page for page in pages if page.part != part])
        floor = NameModel(model.types, (-(10**6),) * 3, model.prior, model.weights, model.common)
        for page in pages:
            if page.part == part:
                for sayings, example in zip(sayings_of(page, model.common), page.examples, strict=True):
                    verdict = floor.decide(sayings)
                    if example.weight == 1.0 and verdict:
                        yield verdict[0] - 10**6, verdict[1], example.label


def threshold(scored: list[tuple[int, str, str]], type_: str, precision: float) -> int:
    """The lowest score from which on this share of the names left out was right."""
    right, best = 0, 10**6
    ranked = sorted((score, label == type_) for score, found, label in scored if found == type_)
    for number, (score, is_right) in enumerate(reversed(ranked), 1):
        right += is_right
        if number >= LEAST and right >= precision * number:
            best = score
    believed = [is_right for score, is_right in ranked if score >= best]
    print(f"{type_:<13} from {best:>5}: {sum(believed)} of {len(believed)} right", file=sys.stderr)
    return best


def write(model: NameModel, path: Path) -> None:
    """Writes a model, one saying a line."""
    weights = ",\n".join(
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(model.weights[key])}" for key in sorted(model.weights)
    )
    head = {
        "about": "Learned by tools/learn_english_names.py; hundredths of a nat for each type against no name.",
        "types": model.types,
        "believed": model.believed,
        "prior": model.prior,
        "common": " ".join(sorted(model.common)),
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    path.write_text("{\n" + ",\n".join(lines) + ',\n"weights": {\n' + weights + "\n}}\n", "utf-8")


def main() -> None:
    """Learn from the folders and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=[str(GOLDEN)], metavar="FOLDER")
    parser.add_argument("--out", default=str(MODEL))
    parser.add_argument("--precision", type=float, default=0.7)
    options = parser.parse_args()
    pages = read_pages(options.folders)
    scored = list(left_out(pages))
    model = learn(pages)
    believed = tuple(threshold(scored, type_, options.precision) for type_ in TYPES)
    write(NameModel(TYPES, believed, model.prior, model.weights, model.common), Path(options.out))


if __name__ == "__main__":
    main()
