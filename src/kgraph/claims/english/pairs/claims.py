"""Claims of the model over pairs: where no rule speaks of a pair and the words around it make one predicate likely enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.candidates import Pair, pairs
from kgraph.claims.english.pairs.features import features
from kgraph.claims.english.pairs.model import load
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.model import Claim, Span

LEAST = {"acted_in": 0.6}  # probability from which a pair is claimed, set on articles not learned from
TELLING = {
    "acted_in": ("STAR", "PLAY", "JOIN", "HOST"),
    "composed_for": ("MUSIC",),
    "created": ("CREATE",),
    "directed": ("DIRECT",),
    "performed": ("SING",),
    "produced": ("PRODUCE",),
    "wrote": ("WRITE",),
}
_UNTOLD = frozenset(("TALK", "NO", "HYP"))  # what is only offered, denied or supposed is left to rules


def pair_claims(reading: Reading, said: Iterable[Claim]) -> Iterator[Claim]:
    """Claims of the pairs of which ``said`` says nothing; each pair is claimed once, where it is likeliest."""
    ruled = {(claim.subject.ref, claim.object.ref) for claim in said if claim.object}
    setting, model = Setting(reading), load()
    best: dict[tuple[str, str, str], tuple[float, PairLine, Pair]] = {}
    for line in setting.lines:
        if _UNTOLD.intersection(line.kinds):
            continue
        for pair in pairs(setting, line):
            if (pair.person, pair.work) in ruled:
                continue
            probabilities = model.probabilities(features(setting, line, pair))
            for predicate, least in LEAST.items():
                key, probability = (pair.person, pair.work, predicate), probabilities[predicate]
                if probability >= least and probability > best.get(key, (0.0,))[0]:
                    best[key] = probability, line, pair
    for (person, work, predicate), (probability, line, pair) in best.items():
        ground = Ground(line.line, _trigger(line, pair, predicate), f"pairs.{predicate}", round(probability, 2))
        yield reading.claim(predicate, (reading.referents[person], reading.referents[work]), ground)


def _trigger(line: PairLine, pair: Pair, predicate: str) -> Span:
    """The nearest word that tells the predicate; without one, the name itself."""
    telling = [at for at, kind in enumerate(line.kinds) if kind in TELLING[predicate]]
    at = min(telling, key=lambda place: abs(place - pair.second), default=pair.second)
    return line.line.original(line.places[at], line.places[at] + max(1, len(line.words[at])))
