"""Learn which open capitalised words of English articles are names of people, works or organisations.

    python tools/learn_english_names.py [FOLDER ...] [--out data/english/open_names.json]

FOLDER (tests/golden/dev and tests/golden/learned by default) holds annotated articles: ``en-*.txt`` with their gold in
``en-*.json``.  Examples are the runs of capitals that the rules leave open, the stretches that dispute what the rules paint, and
the names that they paint.  The scores from which a type is believed are chosen on articles left out of learning (five parts),
for the share of names that the gold confirms: ``--precision`` for open names, ``--disputed`` against the rules.  A gold names
only what its facts need, so that some of what it does not confirm are names as well.  The same articles always give the same
file.  Needs scikit-learn (``pip install scikit-learn``), which nothing else here does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kgraph.documents import read
from kgraph.documents.annotated import read_annotated
from kgraph.mentions.english.canvas import make_canvas
from kgraph.mentions.english.contested import find_contested, find_painted
from kgraph.mentions.english.learned import MODEL, NameModel, likeliest
from kgraph.mentions.english.surroundings import look_around, see
from kgraph.mentions.english.tagger import paint_by_rules
from kgraph.mentions.english.tokens import tokens_of
from kgraph.mentions.english.unsettled import Candidate, find_unsettled
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.tokens import Tokens

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
UNTUNED = "en-n"  # articles whose id begins so were written when the rules were done: the scores are chosen on them
TYPES = ("Person", "Work", "Organization")
NONE = "none"
PARTS = 5  # that the articles fall into by their ids
OPEN = 1.0  # the weights of what the rules leave open,
DISPUTED = 0.5  # of what would cut or join what they paint,
PAINTED = 0.3  # of the names that they paint,
AS_IF_OPEN = 0.2  # of those looked at as if they were open: there are ten times as many, and their places are plainer,
CUT = 2.0  # and of what they paint across a name of the gold
STRENGTH = 0.6  # scikit-learn's C; 0.3, 0.6 and 1 were tried by cross-validation (2026-11)
MARGIN = 50  # by which a type has to be likelier than the painted one; 0, 50, 100 and 200 were tried in the same way
RARE = 2  # articles that a saying must occur in
SMALL = 2  # articles that a word in small letters must occur in to be a common word
LEAST = 5  # believed names on which a threshold may rest


@dataclass(frozen=True)
class Named:
    """What a gold names: the type by the key of each name, and the names of several words as they are written."""

    types: dict[str, str]
    written: tuple[str, ...]

    def label(self, candidate: Candidate) -> str:
        """The type of a candidate, *none* where the gold does not name it."""
        return self.types.get(name_key(candidate.name), NONE)


@dataclass(frozen=True)
class Example:
    """A candidate with its article and what the gold says it is."""

    candidate: Candidate
    label: str
    weight: float
    kind: str = "painted"  # or open, disputed: of those the scores are asked from which on to believe


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
            gold = named(Path(folder), article.id)
            examples = [Example(found, gold.label(found), OPEN, "open") for found in find_unsettled(canvas, tokens)]
            examples += [Example(found, gold.label(found), DISPUTED, "disputed") for found in find_contested(canvas, tokens)]
            examples += painted_examples(canvas, tokens, gold)
            small = frozenset(re.findall(r"\b[a-z]{2,}\b", article.text))
            pages[article.id] = Page(article.id, canvas, tokens, small, tuple(examples))
    return [pages[id_] for id_ in sorted(pages)]


def named(folder: Path, id_: str) -> Named:
    """What the gold of an article names."""
    gold = json.loads(next(folder.rglob(f"{id_}.json")).read_text("utf-8"))
    names = [(name, entity["type"]) for entity in gold["entities"] for name in entity["names"]]
    types = dict(sorted(((name_key(name), type_) for name, type_ in names), reverse=True))
    return Named(types, tuple(sorted({name for name, _ in names if " " in name})))


def painted_examples(canvas: Canvas, tokens: Tokens, gold: Named) -> Iterator[Example]:
    """What the rules paint: a name of the gold, a character, or what overlaps a name of the gold.  Whether other names are
    right nobody has said.
    """
    claimed = bytearray(len(canvas.text))
    for name in gold.written:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", canvas.text):
            claimed[found.start() : found.end()] = b"\1" * len(name)
    for candidate in find_painted(canvas, tokens).values():
        label, places = gold.label(candidate), candidate.places
        if label != NONE or places[0].spots[0].type == "Character":
            yield Example(candidate, label, PAINTED)
        elif any(any(claimed[place.start : place.stop]) for place in places):
            yield Example(candidate, label, CUT)
        if label != NONE:
            bare = [replace(place, painted=(), spots=()) for place in places]
            yield Example(Candidate(candidate.name, candidate.words, bare), label, AS_IF_OPEN)


def common_words(pages: list[Page]) -> frozenset[str]:
    """Words that some articles write in small letters."""
    counts = Counter(word for page in pages for word in page.small)
    return frozenset(word for word, count in counts.items() if count >= SMALL)


def sayings_of(page: Page, common: frozenset[str]) -> list[list[str]]:
    """What is seen of every example of an article."""
    elsewhere = look_around(page.canvas, page.tokens)
    return [sorted(see(example.candidate, elsewhere, common)) for example in page.examples]


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


def left_out(pages: list[Page]) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """Kind, score, type and gold of every open or disputed candidate, by the model of the other parts."""
    for part in range(PARTS):
        model = learn([page for page in pages if page.part != part])
        for page in pages:
            if page.part == part and page.id.startswith(UNTUNED):
                for sayings, example in zip(sayings_of(page, model.common), page.examples, strict=True):
                    score, type_ = likeliest(model.scores(sayings))
                    yield example.kind, (score, type_, example.label)


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
        "disputed": model.disputed,
        "margin": model.margin,
        "prior": model.prior,
        "common": " ".join(sorted(model.common)),
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    path.write_text("{\n" + ",\n".join(lines) + ',\n"weights": {\n' + weights + "\n}}\n", "utf-8")


def main() -> None:
    """Learn from the folders and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=[str(GOLDEN / "dev"), str(GOLDEN / "learned")], metavar="FOLDER")
    parser.add_argument("--out", default=str(MODEL))
    parser.add_argument("--precision", type=float, default=0.5)
    parser.add_argument("--disputed", type=float, default=0.6)
    options = parser.parse_args()
    pages = read_pages(options.folders)
    scored = list(left_out(pages))
    model = learn(pages)
    kinds = (("open", options.precision), ("disputed", options.disputed))
    believed, disputed = (
        tuple(threshold([found for what, found in scored if what == kind], type_, share) for type_ in TYPES)
        for kind, share in kinds
    )
    write(replace(model, believed=believed, disputed=disputed, margin=MARGIN), Path(options.out))


if __name__ == "__main__":
    main()
