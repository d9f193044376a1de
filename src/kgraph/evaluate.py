"""Claims against gold: how many facts annotated by hand are found, how many claims are wrong, and what confidence is worth.

A gold file is ``ID.json`` beside the article: entities with their names, facts with subject, predicate, object and qualifiers.
A fact is found if predicate, both ends and status are right (the *core*: for ranked also the rank, for rated the percentage,
for released_on the day as far as both tell it, for prizes the words of the award), and *strict* if every qualifier that the
gold gives is right too.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph.errors import InputError
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from kgraph.model import Claim, Referent

SYMMETRIC = frozenset({"dating", "friend_of", "married_to", "sibling_of"})
LITERAL = frozenset({"nominated_for", "ranked", "rated", "released_on", "won"})
QUALIFIERS = ("date", "region", "chart", "episode", "character")
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
_ALIKE = 0.72  # share of equal letters from which two wordings name one prize, chart or character
_ROUNDING = 0.051  # percentage points: 24.9 is 24.93 rounded

Fact = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts of one article, annotated by hand; ``names`` holds the keys of each entity's names."""

    article: str
    lang: str
    names: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    facts: tuple[Fact, ...]


@dataclass(slots=True)
class Tally:
    """What was counted of one predicate."""

    predicate: str
    gold: int = 0
    hit: int = 0
    wrong: int = 0
    gold_hard: int = 0
    hit_hard: int = 0
    strict: int = 0

    def row(self) -> dict[str, Any]:
        """Counts and shares as plain data; a share of nothing is ``None``."""
        precision, recall = _share(self.hit, self.hit + self.wrong), _share(self.hit, self.gold)
        both = (precision or 0.0) + (recall or 0.0)
        return {
            "predicate": self.predicate,
            "gold": self.gold,
            "hit": self.hit,
            "wrong": self.wrong,
            "precision": precision,
            "recall": recall,
            "f1": round(2 * (precision or 0.0) * (recall or 0.0) / both, 3) if both else 0.0,
            "hard_recall": _share(self.hit_hard, self.gold_hard),
            "strict_share": _share(self.strict, self.hit),
        }


@dataclass(slots=True)
class Score:
    """The outcome: tallies by predicate, claims by confidence, and what was missed and wrong, each with its article."""

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def tally(self, predicate: str) -> Tally:
        """The tally of a predicate."""
        return self.tallies.setdefault(predicate, Tally(predicate))

    def rows(self) -> list[dict[str, Any]]:
        """One row a predicate, the most frequent first, and one for all."""
        ordered = sorted(self.tallies.values(), key=lambda tally: (-tally.gold, tally.predicate))
        total = Tally("ALL")
        for tally in ordered:
            for name in ("gold", "hit", "wrong", "gold_hard", "hit_hard", "strict"):
                setattr(total, name, getattr(total, name) + getattr(tally, name))
        return [tally.row() for tally in (*ordered, total)]

    def reliability_rows(self) -> list[dict[str, Any]]:
        """How many claims of each stretch of confidence are right: what 0.9 is worth."""
        rows = []
        for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
            inside = [(confidence, right) for confidence, right in self.judged if low <= confidence < high]
            if inside:
                mean = round(sum(confidence for confidence, _ in inside) / len(inside), 3)
                rows.append(
                    {
                        "from": low,
                        "to": min(high, 1.0),
                        "claims": len(inside),
                        "mean_confidence": mean,
                        "right": _share(sum(right for _, right in inside), len(inside)),
                    }
                )
        return rows


def score(gold_folder: Path | str, claims: Iterable[Claim], *, lang: str | None = None) -> Score:
    """The score of claims against the gold of a folder; claims of articles without gold count neither way.

    ``score("data/articles", claims).rows()`` -> ``[{"predicate": "acted_in", "gold": 40, "hit": 37, ...}, ...]``
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    outcome = Score()
    for gold in read_gold(gold_folder):
        if lang is None or gold.lang == lang:
            outcome.articles += 1
            _score_article(outcome, gold, by_article[gold.article])
    return outcome


def read_gold(folder: Path | str) -> tuple[Gold, ...]:
    """The gold of a folder, sorted by article; raises InputError if there is none or a file is not gold."""
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: expected articles with gold (ID.json), found none")
    return tuple(read_gold_file(path) for path in paths)


def read_gold_file(path: Path) -> Gold:
    """The gold of one article; raises InputError if the file is not gold."""
    try:
        content = json.loads(path.read_text("utf-8"))
        names = {entity["id"]: frozenset(map(name_key, entity["names"])) - {""} for entity in content["entities"]}
        labels = {entity["id"]: entity["names"][0] for entity in content["entities"]}
        return Gold(content["id"], content.get("lang") or "en", names, labels, tuple(content["facts"]))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{path}: expected gold with id, entities and facts, found {error!r}") from error


def _score_article(outcome: Score, gold: Gold, claims: list[Claim]) -> None:
    used: set[int] = set()
    for fact in sorted(gold.facts, key=lambda fact: bool(fact.get("optional"))):
        hits = [index for index, claim in enumerate(claims) if index not in used and _is_core(gold, fact, claim)]
        hits.sort(key=lambda index: not _is_strict(fact, claims[index]))
        used.update(hits[:1] if fact["p"] in LITERAL else hits)
        if not fact.get("optional"):
            _count(outcome, gold, fact, claims[hits[0]] if hits else None)
    for index, claim in enumerate(claims):
        if claim.predicate == "ranked" and claim.subject.type == "Person":
            continue
        right = index in used or any(_is_core(gold, fact, claim) for fact in gold.facts)
        outcome.judged.append((claim.confidence, right))
        if not right:
            outcome.tally(claim.predicate).wrong += 1
            outcome.wrong.append(_wrong_row(claim))


def _count(outcome: Score, gold: Gold, fact: Fact, claim: Claim | None) -> None:
    tally = outcome.tally(fact["p"])
    hard = bool(fact.get("hard"))
    tally.gold += 1
    tally.gold_hard += hard
    if claim is None:
        outcome.missed.append(_missed_row(gold, fact))
        return
    tally.hit += 1
    tally.hit_hard += hard
    tally.strict += _is_strict(fact, claim)


def is_right(gold: Gold, claim: Claim) -> bool | None:
    """Whether a fact of the gold is what a claim says; None where only an optional one is."""
    facts = [fact for fact in gold.facts if _is_core(gold, fact, claim)]
    return None if facts and all(fact.get("optional") for fact in facts) else bool(facts)


def _is_core(gold: Gold, fact: Fact, claim: Claim) -> bool:
    if fact["p"] != claim.predicate or (fact.get("status") or None) != claim.qualifiers.status:
        return False
    subject = gold.names[fact["s"]]
    if fact["p"] in LITERAL:
        return _names(subject, claim.subject) and _is_value(fact, claim)
    object_ = gold.names[fact["o"]]
    straight = _names(subject, claim.subject) and _names(object_, claim.object)
    return straight or (fact["p"] in SYMMETRIC and _names(subject, claim.object) and _names(object_, claim.subject))


def _names(keys: frozenset[str], referent: Referent | None) -> bool:
    return referent is not None and any(name_key(name) in keys for name in referent.names)


def _is_value(fact: Fact, claim: Claim) -> bool:
    told = claim.qualifiers
    if fact["p"] == "ranked":
        return told.rank is not None and told.rank == int(fact["rank"])
    if fact["p"] == "rated":
        return told.percent is not None and abs(told.percent - float(fact["percent"])) < _ROUNDING
    if fact["p"] == "released_on":
        gold, got = str(fact.get("date") or ""), told.date or ""
        return bool(gold and got) and (gold.startswith(got) or got.startswith(gold))
    return _alike(fact.get("award"), told.award)


def _is_strict(fact: Fact, claim: Claim) -> bool:
    for name in QUALIFIERS:
        want, got = fact.get(name), getattr(claim.qualifiers, name)
        if want is None:
            continue
        if got is None or (str(want) != str(got) if name in ("date", "episode") else not _alike(want, got)):
            return False
    return True


def _alike(want: str | None, got: str | None) -> bool:
    if not want or not got:
        return not want
    first, second = name_key(want), name_key(got)
    return first == second or first in second or second in first or SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _missed_row(gold: Gold, fact: Fact) -> dict[str, Any]:
    told = {name: value for name, value in fact.items() if name not in ("s", "p", "o", "evidence") and value is not None}
    return {
        "article": gold.article,
        "predicate": fact["p"],
        "subject": gold.labels[fact["s"]],
        "object": gold.labels.get(fact.get("o", "")),
        **told,
    }


def _wrong_row(claim: Claim) -> dict[str, Any]:
    object_ = claim.object.name if claim.object else None
    return {
        "article": claim.article,
        "predicate": claim.predicate,
        "subject": claim.subject.name,
        "object": object_,
        **dict(claim.qualifiers.items()),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "evidence": claim.evidence.text,
    }


def rule_rows(outcome: Score) -> list[dict[str, Any]]:
    """Which rules were wrong, the worst first: where to look next."""
    counted = Counter((row["predicate"], row["rule"]) for row in outcome.wrong)
    return [
        {"predicate": predicate, "rule": rule, "wrong": count}
        for (predicate, rule), count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
