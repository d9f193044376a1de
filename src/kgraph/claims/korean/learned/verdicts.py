"""What stands in the end: rules' claims that are likely enough, and claims of facts that no rule reads."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.candidates import Pair
from kgraph.claims.korean.learned.labels import qualifiers_of
from kgraph.claims.korean.learned.linear import load
from kgraph.claims.korean.learned.setting import setting_of
from kgraph.claims.korean.learned.units import Unit, units
from kgraph.claims.korean.learned.wording import classes
from kgraph.claims.korean.learned.worths import Worth
from kgraph.claims.korean.namesakes import namesake
from kgraph.claims.korean.reading import Said
from kgraph.claims.learned.trees import Trees, probability, read_trees
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Claim, Referent

FILE = DATA / "korean" / "pair_trees.tsv"
LEAST = 200  # thousandths of log odds (0.55) from which a fact is claimed, by cross-validation (docs/decisions)
_FAR = 60  # words from a name to the word that tells
TELLING = {
    "acted_in": ("STAR",),
    "aired_on": ("AIR",),
    "based_on": ("SOURCE",),
    "composed_for": ("MUSIC",),
    "created": ("CREATE",),
    "dating": ("DATE", "BREAK"),
    "directed": ("DIRECT", "MAKE"),
    "friend_of": ("FRIEND",),
    "married_to": ("MARRY", "DIVORCE"),
    "member_of": ("MEMBER", "LEAVE"),
    "parent_of": ("PARENT",),
    "performed": ("SING",),
    "produced": ("PRODUCE", "MAKE"),
    "produced_by": ("MAKE",),
    "remake_of": ("REMAKE", "SOURCE"),
    "sequel_of": ("SEQUEL",),
    "sibling_of": ("SIBLING",),
    "signed_with": ("AGENCY",),
    "wrote": ("WRITE", "LYRIC"),
}


@cache
def _trees() -> Trees:
    return read_trees(FILE)


def judged(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that stand, each with the probability that it is right as its confidence; the likeliest first."""
    models = load()
    found = units(setting_of(reading, models), claims, models)
    if not found:
        return
    said: set[tuple[str, frozenset[str]]] = set()
    rewarded = {(claim.subject.ref, claim.evidence.start) for claim in claims if claim.qualifiers.award}
    given = {claim.qualifiers.award for claim in claims}
    totals = _trees().sums([unit.row for unit in found])
    for unit, total in sorted(zip(found, totals, strict=True), key=lambda pair: (-pair[1], pair[0].key)):
        tie = unit.key.label.partition("/")[0], frozenset(unit.key[1:])
        if total < LEAST:
            break
        if unit.claims:
            yield from (replace(claim, confidence=_shown(total)) for claim in unit.claims)
        elif tie not in said:  # not both offered and sure
            claim = claim_of(reading, unit, _shown(total))
            held = (claim.subject.ref, claim.evidence.start) in rewarded  # a prize of its own in this line
            if not (held and claim.predicate == "won" and claim.qualifiers.award in given):
                yield claim
        said.add(tie)


def _shown(total: int) -> float:
    return min(0.99, round(probability(total), 2))


def claim_of(reading: Reading, unit: Unit, confidence: float) -> Claim:
    """The claim of a fact that no rule reads."""
    assert unit.best is not None
    found, predicate = unit.best.pair, unit.key.label.partition("/")[0]
    rule = f"learned.{predicate}"
    if isinstance(found, Worth):
        value = found.value
        said = Said(rule, (value.start, value.end), confidence, value.qualifiers)
        return reading.claim(predicate, ends_of(reading, found), found.row.line, said)
    ends = {found.left.ref: found.left, found.right.ref: found.right}
    said = Said(rule, _trigger(unit, predicate), confidence, qualifiers_of(unit.key.label))
    return reading.claim(predicate, (ends[unit.key.subject], ends[unit.key.object]), found.row.line, said)


def ends_of(reading: Reading, worth: Worth) -> tuple[Referent, Referent | None]:
    """Subject and object: for a work of the same title the one that the other comes from is the object."""
    if worth.value.kind != "twin":
        return worth.subject, None
    kind = worth.value.text[1:]
    twin = namesake(reading, worth.subject, kind or None)
    made = kind in ("series", "film") and worth.subject.kind not in ("series", "film")
    return (twin, worth.subject) if made else (worth.subject, twin)


def _trigger(unit: Unit, predicate: str) -> tuple[int, int]:
    """The nearest word that tells the predicate; without one, the name itself."""
    assert unit.best is not None
    assert isinstance(unit.best.pair, Pair)
    row, spot = unit.best.pair.row, unit.best.pair.row.spots[unit.best.pair.second]
    around = range(max(0, spot - _FAR), min(len(row.words), spot + _FAR))
    telling = [at for at in around if classes().get(row.words[at]) in TELLING.get(predicate, ())]
    return row.places[min(telling, key=lambda at: abs(at - spot), default=spot)]
