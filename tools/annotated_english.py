"""Annotated English articles for the scripts that learn from them: what rules and pairs say, and what the gold says of it."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from left_out_names import find_left_out

from kgraph.claims.english import claims_of_rules
from kgraph.claims.english.judge.cases import Key, target_key
from kgraph.claims.english.judge.qualifiers import bare
from kgraph.claims.english.pairs.candidates import Pair, pairs
from kgraph.claims.english.pairs.features import Features, ends, scene
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.sightings import Sighting
from kgraph.claims.english.pairs.ties import SYMMETRIC, TARGETS, meaning
from kgraph.claims.english.reading import Reading
from kgraph.documents import read
from kgraph.evaluate import is_right, read_gold_file
from kgraph.model import Article, Claim
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kgraph.claims.english.judge.cases import Case
    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.model import Weights
    from kgraph.evaluate import Gold
    from kgraph.model import Mentions

UNTUNED = "en-n"  # articles whose id begins so were written when the rules were done: rules read them as they read any article


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair in a line: its features, the targets that the gold states of it.  ``stated`` is False where the gold quotes another
    line for it, ``optional`` True where it could be taken or left.
    """

    line: PairLine
    pair: Pair
    features: Features
    gold: frozenset[str]
    optional: bool
    stated: bool


@dataclass(frozen=True)
class Annotated:
    """An article with its gold, the claims that rules make of it, and its pairs."""

    id: str
    gold: Gold
    setting: Setting
    said: tuple[Claim, ...]
    samples: tuple[Sample, ...]

    def sightings(self, model: Mapping[str, Weights]) -> list[Sighting]:
        """Its pairs with what a model makes of them."""
        found = []
        for sample in self.samples:
            weights = model[sample.pair.group]
            (sums,) = weights.sums([weights.known(sample.features)])
            found.append(Sighting(sample.line, sample.pair, tuple(sums)))
        return found

    def verdict(self, case: Case) -> bool | None:
        """True if the gold states a case, None where it could be taken or left."""
        return is_right(self.gold, self._claim(case))

    def facts(self, case: Case) -> list[int]:
        """The facts of the gold that a case states, by number."""
        claim = self._claim(case)
        alone = [(at, replace(self.gold, facts=(fact,))) for at, fact in enumerate(self.gold.facts) if not fact.get("optional")]
        return [at for at, gold in alone if is_right(gold, claim)]

    def _claim(self, case: Case) -> Claim:
        if case.claims:
            return case.claims[0]
        return claim_of(self.id, self.setting, case.key)


def annotated(path: Path) -> Annotated:
    """The article of ID.txt with ID.json beside it."""
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    document = read(Article(path.stem, text, "en", published=told.get("published")))
    mentions = find_left_out(document)
    setting = Setting(Reading(document, mentions))
    gold = read_gold_file(path.with_suffix(".json"))
    stated = _Stated(told, text, mentions)
    found = [
        Sample(
            line,
            pair,
            _features(setting, line, pair),
            *(_valued(gold, setting, pair) if line.values else stated.of(line, pair)),
        )
        for line in (*setting.lines, *setting.valued)
        for pair in pairs(setting, line)
    ]
    return Annotated(path.stem, gold, setting, claims_of_rules(setting.reading), tuple(found))


def _valued(gold: Gold, setting: Setting, pair: Pair) -> tuple[frozenset[str], bool, bool]:
    """The targets that the gold states of a pair with a value, whether only optional ones are; every line may state them."""
    told = {target: is_right(gold, claim_of(gold.article, setting, target_key(target, pair))) for target in TARGETS[pair.group]}
    stated = frozenset(target for target, right in told.items() if right)
    return stated, not stated and None in told.values(), True


def _features(setting: Setting, line: PairLine, pair: Pair) -> Features:
    words, who = scene(line, pair), ends(setting, line, pair)
    return Features(words.stand, [*words.both, *who.both], [*words.general, *who.general], [*words.own, *who.own])


def claim_of(article: str, setting: Setting, key: Key) -> Claim:
    """What a key states, as a claim that stands nowhere."""
    referents, nowhere = setting.reading.referents, setting.lines[0].line.span
    object_ = referents[key.object] if key.object else None
    return Claim(article, key.predicate, referents[key.subject], object_, nowhere, nowhere, "", 0.5, bare(key))


class _Stated:
    """The facts of the gold by the referents that its names lead to, with the places that it quotes."""

    def __init__(self, told: dict[str, list[dict[str, str]]], text: str, mentions: Mentions) -> None:
        self._facts: dict[tuple[str, str], list[tuple[str, str | None, bool, tuple[int, int] | None]]] = defaultdict(list)
        keys = {referent.ref: {name_key(name) for name in referent.names} for referent in mentions.referents}
        named = {entity["id"]: (entity["type"], {name_key(name) for name in entity["names"]}) for entity in told["entities"]}
        refs = {
            id_: [referent.ref for referent in mentions.referents if referent.type == type_ and names & keys[referent.ref]]
            for id_, (type_, names) in named.items()
        }
        for fact in told["facts"]:
            start = text.find(fact.get("evidence") or "\0")
            place = (start, start + len(fact["evidence"])) if start >= 0 else None
            for two in ((s, o) for s in refs[fact["s"]] for o in refs.get(fact.get("o", ""), ())):
                self._facts[two].append((fact["p"], fact.get("status"), bool(fact.get("optional")), place))

    def of(self, line: PairLine, pair: Pair) -> tuple[frozenset[str], bool, bool]:
        """The targets that are stated of a pair, whether only optional ones are, whether this line may state them."""
        gold, optional, elsewhere, span = set(), False, False, line.line.span
        for target in TARGETS[pair.group]:
            told = meaning(target)
            two = (pair.two, pair.one) if told.turned else (pair.one, pair.two)
            facts = [*self._facts.get(two, ()), *(self._facts.get(two[::-1], ()) if told.predicate in SYMMETRIC else ())]
            alike = [fact for fact in facts if fact[:2] == (told.predicate, told.status)]
            if any(not fact[2] for fact in alike):
                gold.add(target)
                places = [fact[3] for fact in alike if fact[3]]
                elsewhere |= bool(places) and not any(start < span.end and span.start < end for start, end in places)
            optional |= bool(alike) and all(fact[2] for fact in alike)
        return frozenset(gold), optional and not gold, not elsewhere
