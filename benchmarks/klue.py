"""How well kinship and membership are read from sentences of KLUE-RE, the pair of entities given.

    python benchmarks/klue.py path/to/klue-re.csv [--json] [--show LABEL]

The file has a line a sentence with two entities and their relation (KLUE benchmark, relation extraction; CC BY-SA 4.0).  The two
entities are handed to the rules as mentions; a relation counts as read if a claim joins the two in the right direction.  Labels
that kgraph does not know are sentences in which nothing may be read between the two.  KLUE's membership is of organisations in
organisations (a district of a city, a team of a league), which our ``member_of``, of a person in a group, never is: its recall
is nought by what the two words mean.
"""

from __future__ import annotations

import argparse
import ast
import csv
import json
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kgraph.claims.korean import agencies, family, groups, romance
from kgraph.claims.korean.reading import Reading
from kgraph.documents import read
from kgraph.model import Article, Mention, Mentions, Referent, Span

RULES = (*family.RULES, *romance.RULES, *groups.RULES, *agencies.RULES)
# The label, the predicate, and whether the label's subject is the claim's object.
LABELS = {
    "per:spouse": ("married_to", False),
    "per:siblings": ("sibling_of", False),
    "per:parents": ("parent_of", True),
    "per:children": ("parent_of", False),
    "org:members": ("member_of", True),
    "org:member_of": ("member_of", False),
}
SYMMETRIC = {"married_to", "sibling_of"}
TYPES = {"PER": "Person", "ORG": "Organization"}


@dataclass(frozen=True)
class Pair:
    """A sentence with its two entities and their label."""

    text: str
    ends: tuple[tuple[int, int, str], tuple[int, int, str]]
    label: str


def load(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        return [pair(row) for row in csv.DictReader(file)]


def pair(row: dict[str, str]) -> Pair:
    ends = tuple(end(ast.literal_eval(row[name])) for name in ("subject_entity", "object_entity"))
    return Pair(unicodedata.normalize("NFC", row["sentence"]), (ends[0], ends[1]), row["label"])


def end(entity: dict[str, object]) -> tuple[int, int, str]:
    return int(str(entity["start_idx"])), int(str(entity["end_idx"])) + 1, str(entity["type"])


def read_pair(pair: Pair) -> set[tuple[str, str, str]]:
    """What the rules read between the two: predicate, and the ends as ``s`` (KLUE's subject) and ``o``."""
    referents, mentions = [], []
    for ref, (start, stop, type_) in zip("so", pair.ends, strict=True):
        words = pair.text[start:stop]
        referents.append(Referent(ref, TYPES.get(type_, "Person"), (words,), None))
        mentions.append(Mention(Span(start, stop, words), ref))
    mentions.sort(key=lambda mention: mention.span.start)
    document = read(Article("klue", pair.text, "ko"))
    reading = Reading(document, Mentions(tuple(mentions), tuple(referents)))
    claims = [claim for rule in RULES for claim in rule(reading)]
    return {(claim.predicate, claim.subject.ref, claim.object.ref) for claim in claims if claim.object}


def expected(label: str) -> set[tuple[str, str, str]]:
    predicate, turned = LABELS[label]
    straight = (predicate, "o", "s") if turned else (predicate, "s", "o")
    return {straight, (predicate, straight[2], straight[1])} if predicate in SYMMETRIC else {straight}


def measure(pairs: list[Pair], show: str | None) -> list[dict[str, object]]:
    tally: Counter[tuple[str, str]] = Counter()
    for one in pairs:
        read_claims = {claim for claim in read_pair(one) if claim[0] != "signed_with"}
        want = expected(one.label) if one.label in LABELS else set()
        predicate = LABELS[one.label][0] if one.label in LABELS else None
        if predicate:
            tally[predicate, "gold"] += 1
            tally[predicate, "hit"] += bool(read_claims & want)
        for wrong in {claim[0] for claim in read_claims - want}:
            tally[wrong, "wrong"] += 1
        if show and ((show == one.label and not read_claims & want) or (show == "wrong" and read_claims - want)):
            print(one.label, sorted(read_claims), one.text, [one.text[a:b] for a, b, _ in one.ends], file=sys.stderr)
    return [line(predicate, tally) for predicate in sorted({predicate for predicate, _ in LABELS.values()})]


def line(predicate: str, tally: Counter[tuple[str, str]]) -> dict[str, object]:
    gold, hit, wrong = (tally[predicate, name] for name in ("gold", "hit", "wrong"))
    precision = hit / (hit + wrong) if hit + wrong else 0.0
    recall = hit / gold if gold else 0.0
    return {
        "predicate": predicate,
        "gold": gold,
        "hit": hit,
        "wrong": wrong,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", metavar="LABEL", help="print what is missed of a label, or 'wrong'")
    args = parser.parse_args()
    rows = measure(load(args.path), args.show)
    if args.json:
        print(json.dumps({"rows": rows}, ensure_ascii=False))
    else:
        for row in rows:
            print("  ".join(f"{name} {value}" for name, value in row.items()))


if __name__ == "__main__":
    main()
