"""Annotated Korean articles as samples: pairs, referents and claims of values, each with what the gold says of it."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from learned_lines import Sample, features_of

from kgraph.claims.korean import claims_of_rules
from kgraph.claims.korean.learned.around import spelled
from kgraph.claims.korean.learned.candidates import Pair, pairs
from kgraph.claims.korean.learned.features import features
from kgraph.claims.korean.learned.labels import FAMILIES, Key, class_of, key_of
from kgraph.claims.korean.learned.natures import natures
from kgraph.claims.korean.learned.setting import Setting, setting_of
from kgraph.claims.korean.learned.sums import Sum
from kgraph.claims.korean.learned.units import Unit
from kgraph.claims.korean.learned.values import value_features
from kgraph.claims.korean.learned.verdicts import claim_of
from kgraph.claims.korean.learned.worth_features import worth_features
from kgraph.claims.korean.learned.worths import STATED, Worth, worths
from kgraph.claims.korean.reading import Reading
from kgraph.documents import read
from kgraph.evaluate import LITERAL, Gold, is_right, read_gold_file
from kgraph.mentions import find
from kgraph.model import Article
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kgraph.claims.korean.learned.linear import Linears
    from kgraph.model import Claim

RIGHT = "right"


@dataclass(frozen=True)
class Annotated:
    """An article with its gold; ``fold`` is its part in cross-validation, ``ruled`` what rules claim and whether it is right."""

    id: str
    fold: int
    text: str
    gold: Gold
    types: dict[str, str]
    setting: Setting
    ruled: tuple[tuple[Claim, bool | None], ...]

    @cached_property
    def refs(self) -> dict[str, tuple[str, ...]]:
        """The referents of each entity of the gold: those of its type that share a name with it."""
        people = self.setting.reading.mentions.referents
        keys = {one.ref: (one.type, {name_key(name) for name in one.names}) for one in people}
        return {
            id_: tuple(ref for ref, (type_, own) in keys.items() if type_ == self.types[id_] and own & names)
            for id_, names in self.gold.names.items()
        }

    @cached_property
    def stated(self) -> dict[Key, list[int]]:
        """The numbers of the gold's facts between two referents."""
        found: dict[Key, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.gold.facts):
            if fact["p"] not in LITERAL:
                label = f"{fact['p']}/{fact['status']}" if fact.get("status") else fact["p"]
                for subject in self.refs[fact["s"]]:
                    for object_ in self.refs[fact["o"]]:
                        found[key_of(label, subject, object_)].append(number)
        return dict(found)

    def facts(self, unit: Unit) -> list[int]:
        """The numbers of the gold's facts that a unit states."""
        if unit.claims:
            return self.said(unit.claims[0])
        if unit.best is not None and isinstance(unit.best.pair, Worth):
            return self.said(claim_of(self.setting.reading, unit, 1.0))
        return self.stated.get(unit.key, [])

    def said(self, claim: Claim) -> list[int]:
        """The numbers of the gold's facts that a claim states."""
        return [number for number, gold in self._alone.get(claim.predicate, ()) if is_right(gold, claim) is not False]

    @cached_property
    def _alone(self) -> dict[str, list[tuple[int, Gold]]]:
        found: dict[str, list[tuple[int, Gold]]] = defaultdict(list)
        for number, fact in enumerate(self.gold.facts):
            found[fact["p"]].append((number, Gold(self.id, "ko", self.gold.names, self.gold.labels, (fact,))))
        return found

    def states(self, unit: Unit) -> bool | None:
        """Whether the gold states a unit; None where it is optional there."""
        facts = [self.gold.facts[number] for number in self.facts(unit)]
        return None if facts and all(fact.get("optional") for fact in facts) else bool(facts)

    def place(self, number: int) -> tuple[int, int] | None:
        """Where the words stand that the gold quotes for a fact."""
        words = self.gold.facts[number].get("evidence")
        at = self.text.find(words) if words else -1
        return (at, at + len(words)) if at >= 0 else None


@dataclass(frozen=True)
class Read:
    """An article with its gold, before anything learned has read it."""

    id: str
    fold: int
    reading: Reading
    gold: Gold
    types: dict[str, str]

    @cached_property
    def names(self) -> dict[str, str]:
        """The letter of what each name of the gold names, by the name's key."""
        return {key: self.types[id_][0] for id_, keys in self.gold.names.items() for key in keys}


def read_gold(path: Path, folds: int) -> Read:
    """An article ``ID.txt`` with its gold ``ID.json``."""
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    document = read(Article(path.stem, text, "ko", published=told.get("published")))
    fold = int(hashlib.sha256(f"fold {path.stem}".encode()).hexdigest(), 16) % folds
    types = {entity["id"]: entity["type"] for entity in told["entities"]}
    return Read(path.stem, fold, Reading(document, find(document)), read_gold_file(path.with_suffix(".json")), types)


def annotated(article: Read, names: Linears) -> Annotated:
    """An article as the models read it that judge pairs; ``names`` has told what may be a name in it."""
    ruled = tuple((claim, is_right(article.gold, claim)) for claim in claims_of_rules(article.reading))
    text, setting = article.reading.document.article.text, setting_of(article.reading, names)
    return Annotated(article.id, article.fold, text, article.gold, article.types, setting, ruled)


def pair_samples(article: Annotated, family: str) -> list[Sample]:
    """The pairs of an article that a family's model judges."""
    return _all_pairs(article).get(family, [])


_PAIRS: dict[str, dict[str, list[Sample]]] = {}


def _all_pairs(article: Annotated) -> dict[str, list[Sample]]:
    if article.id not in _PAIRS:
        found: dict[str, list[Sample]] = defaultdict(list)
        between: dict[frozenset[str], list[Key]] = defaultdict(list)
        for key in article.stated:
            between[frozenset(key[1:])].append(key)
        for row in article.setting.rows:
            for pair in pairs(article.setting, row):
                found[FAMILIES[pair.type]].append(_sample(article, pair, between[frozenset((pair.left.ref, pair.right.ref))]))
        _PAIRS[article.id] = dict(found)
    return _PAIRS[article.id]


def _sample(article: Annotated, pair: Pair, keys: list[Key]) -> Sample:
    """A pair is of a class where its line overlaps the words quoted; elsewhere, and for optional facts, that is unclear."""
    line, classes, unclear = pair.row.line, set(), set()
    for key in keys:
        class_ = class_of(key.label, key.subject, pair.left, pair.right)
        for number in article.stated[key]:
            place = article.place(number)
            quoted = place is None or (place[0] < line.end and line.start < place[1])
            (classes if quoted and not article.gold.facts[number].get("optional") else unclear).add(class_)
    return Sample(article.id, features_of(features(article.setting, pair)), frozenset(classes), frozenset(unclear - classes))


def worth_samples(article: Annotated, kind: str) -> list[Sample]:
    """The values of a kind in an article, with all that they may be of."""
    return _all_worths(article).get(kind, [])


_WORTHS: dict[str, dict[str, list[Sample]]] = {}


def _all_worths(article: Annotated) -> dict[str, list[Sample]]:
    if article.id not in _WORTHS:
        found: dict[str, list[Sample]] = defaultdict(list)
        for row in article.setting.rows:
            for worth in worths(article.setting, row):
                found[worth.value.kind].append(_worth_sample(article, worth))
        _WORTHS[article.id] = dict(found)
    return _WORTHS[article.id]


def _worth_sample(article: Annotated, worth: Worth) -> Sample:
    line, classes, unclear = worth.row.line, set(), set()
    for label in STATED[worth.value.kind]:
        unit = Unit(Key(label, worth.subject.ref, worth.value.text), (), Sum(0, Key(label, "", ""), worth), ())
        for number in article.facts(unit):
            place = article.place(number)
            quoted = place is None or (place[0] < line.end and line.start < place[1])
            (classes if quoted and not article.gold.facts[number].get("optional") else unclear).add(label)
    found = features_of(worth_features(article.setting, worth))
    return Sample(article.id, found, frozenset(classes), frozenset(unclear - classes))


def referent_samples(article: Annotated) -> Iterator[Sample]:
    """The referents of an article: those of class ``right`` are somebody or something of the gold."""
    real = {ref for refs in article.refs.values() for ref in refs}
    for ref, told in sorted(natures(article.setting).items()):
        yield Sample(article.id, features_of(spelled(told)), frozenset((RIGHT,) if ref in real else ()))


def value_samples(article: Annotated) -> Iterator[Sample]:
    """The rules' claims of values."""
    for claim, right in article.ruled:
        if claim.object is None:
            found = features_of(spelled(value_features(article.setting, claim)))
            unclear = frozenset((RIGHT,) if right is None else ())
            yield Sample(article.id, found, frozenset((RIGHT,) if right else ()), unclear)
