"""Text2KGBench, the film and movie sets: what the English engine reads from single sentences, by the benchmark's own metric.

    python benchmarks/text2kgbench.py FOLDER [--json]

FOLDER holds the files of the benchmark (``ont_1_movie_train.jsonl``, ``ont_19_film_train.jsonl``); it is not part of this
project. The metric is the benchmark's: triples of subject, relation and object are compared without case, spaces and
underscores; precision, recall and F1 are taken a sentence and averaged, and a sentence without an answer counts nought.  Three
figures a set:

* ``all``: every sentence, every relation of the benchmark's ontology, of which many (genre, runtime, place) are not in our
  vocabulary;
* ``ours``: only relations that our vocabulary has;
* ``clean``: of those, only triples whose subject and object stand in the sentence.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph import __version__
from kgraph.claims import extract
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article, Claim, Referent

if TYPE_CHECKING:
    from collections.abc import Iterable

Triple = tuple[str, str, str]
SETS = {"movie": "ont_1_movie_train.jsonl", "film": "ont_19_film_train.jsonl"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

# Our predicate -> the benchmark's relation, and whether our object is its subject (a person directs a film, a film has a
# director).
RELATIONS: dict[str, dict[str, tuple[str, bool]]] = {
    "movie": {
        "directed": ("director", True),
        "wrote": ("screenwriter", True),
        "acted_in": ("cast member", True),
        "based_on": ("based on", False),
        "produced_by": ("production company", False),
        "released_on": ("publication date", False),
        "won": ("award received", False),
        "nominated_for": ("nominated for", False),
    },
    "film": {
        "directed": ("director", True),
        "wrote": ("writer", True),
        "acted_in": ("starring", True),
        "produced": ("producer", True),
        "composed_for": ("musicComposer", True),
        "aired_on": ("broadcastedBy", False),
        "released_on": ("releaseDate", False),
    },
}


@dataclass(frozen=True)
class Sample:
    """A sentence of the benchmark with its triples."""

    sentence: str
    triples: frozenset[Triple]


def read_samples(path: Path) -> list[Sample]:
    """The samples of a file; triples of one sentence told on several lines are taken together."""
    found: dict[str, set[Triple]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows = row.get("triples") or [{"sub": row["sub_label"], "rel": row["rel_label"], "obj": row["obj_label"]}]
        found[row["sent"]].update((one["sub"], one["rel"], one["obj"]) for one in rows)
    return [Sample(sentence, frozenset(triples)) for sentence, triples in found.items()]


def answer(name: str, sentence: str) -> set[Triple]:
    """The triples that the engine reads from a sentence, in the benchmark's relations."""
    document = read(Article("sentence", sentence, "en"))
    return {triple for claim in extract(document, find(document)) for triple in _triples(name, claim)}


def _triples(name: str, claim: Claim) -> Iterable[Triple]:
    relation = RELATIONS[name].get(claim.predicate)
    if relation is None or claim.qualifiers.status is not None:
        return
    label, turned = relation
    if claim.predicate == "released_on":
        yield claim.subject.name, label, _date(name, claim.qualifiers.date or "")
    elif claim.predicate in ("won", "nominated_for"):
        if claim.subject.type == "Work":
            yield claim.subject.name, label, claim.qualifiers.award or ""
    elif claim.object is not None:
        first, second = _ends(claim.subject, claim.object, turned=turned)
        yield first.name, label, second.name


def _ends(subject: Referent, object_: Referent, *, turned: bool) -> tuple[Referent, Referent]:
    return (object_, subject) if turned else (subject, object_)


def _date(name: str, iso: str) -> str:
    """An ISO date as the set writes dates: ``24 June 2009`` (movie), ``1944-07-28`` (film)."""
    if name == "film" or len(iso) < 7:
        return iso
    year, month, *day = iso.split("-")
    return " ".join([*(str(int(number)) for number in day), MONTHS[int(month) - 1], year])


def normal(triple: Triple) -> str:
    """The triple as the benchmark compares it."""
    return re.sub(r"(_|\s+)", "", "".join(triple)).lower()


def stands_in(label: str, sentence: str) -> bool:
    """True if the words of a label stand in the sentence; a note in brackets (``Friend_(2001_film)``) is left out."""
    bare = re.sub(r"_?\(.*?\)$", "", label).replace("_", " ")
    return re.sub(r"\W+", "", bare).casefold() in re.sub(r"\W+", "", sentence).casefold()


def score(pairs: list[tuple[set[str], set[str]]]) -> dict[str, float]:
    """Mean precision, recall and F1 a sentence of (gold, answer) pairs."""
    sums = [0.0, 0.0, 0.0]
    for gold, got in pairs:
        right = len(gold & got)
        precision, recall = (right / len(got) if got else 0.0), right / len(gold)
        both = precision + recall
        for place, value in enumerate((precision, recall, 2 * precision * recall / both if both else 0.0)):
            sums[place] += value
    count = len(pairs) or 1
    return {
        "sentences": len(pairs),
        **{name: round(value / count, 3) for name, value in zip(("precision", "recall", "f1"), sums, strict=True)},
    }


def measure(name: str, samples: list[Sample]) -> dict[str, Any]:
    """The three figures of a set."""
    ours = {relation for relation, _ in RELATIONS[name].values()}
    pairs: dict[str, list[tuple[set[str], set[str]]]] = {"all": [], "ours": [], "clean": []}
    for sample in samples:
        got = {normal(triple) for triple in answer(name, sample.sentence)}
        known = {triple for triple in sample.triples if triple[1] in ours}
        clean = {
            triple
            for triple in known
            if stands_in(triple[0], sample.sentence) and (stands_in(triple[2], sample.sentence) or triple[1].endswith("ate"))
        }
        for kind, gold in (("all", sample.triples), ("ours", known), ("clean", clean)):
            if gold:
                pairs[kind].append(({normal(triple) for triple in gold}, got))
    return {kind: score(found) for kind, found in pairs.items()}


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="where the files of Text2KGBench are")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    figures = {"kgraph": __version__, **{name: measure(name, read_samples(chosen.folder / file)) for name, file in SETS.items()}}
    if chosen.json:
        print(json.dumps(figures, indent=1))
        return
    print(
        f"Text2KGBench, train parts, kgraph "
        f"{__version__}\n{'set':8}{'relations':11}{'sentences':>10}{'precision':>11}{'recall':>8}{'f1':>7}"
    )
    for name in SETS:
        for kind, row in figures[name].items():  # type: ignore[union-attr]
            print(f"{name:8}{kind:11}{row['sentences']:>10}{row['precision']:>11.3f}{row['recall']:>8.3f}{row['f1']:>7.3f}")


if __name__ == "__main__":
    main()
