"""What is left of the claims of rules when all that an article says is weighed, and what is claimed beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.english.award_rolls import rolls
from kgraph.claims.english.judge.cases import Case, Key, cases
from kgraph.claims.english.judge.court import Court
from kgraph.claims.english.judge.doubts import is_doubted
from kgraph.claims.english.judge.model import load as load_judge
from kgraph.claims.english.judge.qualifiers import qualified
from kgraph.claims.english.judge.spoken import only_spoken_of
from kgraph.claims.english.pairs import Setting, sightings
from kgraph.claims.english.pairs import load as load_pairs
from kgraph.claims.english.pairs.telling import TELLING
from kgraph.claims.english.reading import Ground
from kgraph.model import Qualifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.pairs import Sighting
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Claim, Span

LEAST = 0.5  # what is rather wrong than right is not claimed
_SUREST = 0.99
_PRIZES = ("won", "nominated_for")
_PARTS = (4, 7)  # characters of an ISO date that are its year, its month


def judged(reading: Reading, said: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of rules that are likely to be right and what lines state that no rule reads, each with its probability.

    A claim of a rule that no annotated article has tried stands as the rule says it, and nobody else is guessed for its object.
    A prize is guessed for one person, one work and one group at most, and for none of a type where a rule gives it to one: lists
    of winners name one after the other.  Where a rule gives it to anybody, it is guessed only for whom the line names and who
    has no other prize there.  Nor is anything guessed of a work that a line only speaks of.
    """
    judge, setting = load_judge(), Setting(reading)
    found = cases(said, sightings(setting, load_pairs()))
    court, tried = Court(setting, found, judge.worth), list(found.values())
    untried = {case.key: case.claims for case in tried if not any(claim.rule in judge.worth for claim in case.claims)}
    taken = {(key.predicate, key.object) for key, claims in untried.items() if claims and key.object}
    likely = [min(_SUREST, round(share, 2)) for share in judge.probabilities(court, tried)]
    vague = less_exact(case.key for case, share in zip(tried, likely, strict=True) if share >= LEAST)
    holders = given(zip(tried, likely, strict=True))
    rewarded = _rewarded(tried)
    for case, confidence in zip(tried, likely, strict=True):
        key = case.key
        if case.claims and key in untried:
            yield from case.claims
        elif confidence >= LEAST and case.claims:
            yield from (replace(claim, confidence=confidence) for claim in case.claims)
        elif confidence >= LEAST and (key.predicate, key.object) not in taken and key not in vague:
            sighting = told_in(case)
            mine = holders.get(prize(case), key) == key
            if sighting is not None and mine and _may_be_guessed(reading, case, sighting, rewarded):
                yield _claim(reading, case, sighting, confidence)


def _may_be_guessed(reading: Reading, case: Case, sighting: Sighting, rewarded: dict[str, set[tuple[str, int]]]) -> bool:
    """Whether a line may say what no rule reads: not of a work only spoken of, of a cameraman, or of who has another prize."""
    key, row = case.key, rolls(reading).get(sighting.line.line.index)
    if only_spoken_of(sighting, key.predicate) or (key.predicate == "acted_in" and row is not None and row.is_technical):
        return False
    return not prize(case) or key.value.casefold() not in rewarded or _may_share(case, sighting, rewarded)


def _rewarded(tried: Iterable[Case]) -> dict[str, set[tuple[str, int]]]:
    """The prizes that rules give, and to whom in which lines rules give any (under the empty name)."""
    found: dict[str, set[tuple[str, int]]] = {"": set()}
    for case in tried:
        if case.claims and case.key.predicate in _PRIZES:
            given_in = {(case.key.subject, claim.evidence.start) for claim in case.claims}
            found.setdefault(case.key.value.casefold(), set()).update(given_in)
            found[""] |= given_in
    return found


def _may_share(case: Case, sighting: Sighting, rewarded: dict[str, set[tuple[str, int]]]) -> bool:
    """Whether somebody may have a prize that a rule gives to another."""
    return sighting.pair.first is not None and (case.key.subject, sighting.line.line.span.start) not in rewarded[""]


def prize(case: Case) -> tuple[str, str, str] | None:
    """The prize that a case gives, however it is spelled, and the type of its holder; none for a case of another kind."""
    key = case.key
    return (key.predicate, key.value.casefold(), case.holder) if key.predicate in _PRIZES else None


def given(judged_cases: Iterable[tuple[Case, float]]) -> dict[tuple[str, str, str] | None, Key | None]:
    """For each prize the one case that may be guessed, the likeliest; none where a rule gives it."""
    found: dict[tuple[str, str, str] | None, Key | None] = {}
    for case, share in sorted(judged_cases, key=lambda pair: -pair[1]):
        if share >= LEAST and prize(case):
            found[prize(case)] = None if case.claims else found.get(prize(case), case.key)
    return found


def less_exact(keys: Iterable[Key]) -> frozenset[Key]:
    """What need not be said where a case of the same work tells the date more exactly: its month and its year."""
    dated = [key for key in keys if key.predicate == "released_on"]
    return frozenset(replace(key, value=key.value[:end]) for key in dated for end in _PARTS if len(key.value) > end)


def told_in(case: Case) -> Sighting | None:
    """Where a case that no rule makes is told: the likeliest of the places that are not in doubt (talks: of all places)."""
    plain = [pair for pair in case.seen if case.key.status or not is_doubted(pair[1])]
    return max(plain, key=lambda pair: pair[0])[1] if plain else None


def _claim(reading: Reading, case: Case, sighting: Sighting, confidence: float) -> Claim:
    key = case.key
    ground = Ground(sighting.line.line, _trigger(sighting, key.predicate), f"pairs.{key.predicate}", confidence)
    object_ = reading.referents[key.object] if key.object else None
    told = Qualifiers(status=key.status or None) if key.object else qualified(reading, sighting, key)
    return reading.claim(key.predicate, (reading.referents[key.subject], object_), ground, told)


def _trigger(sighting: Sighting, predicate: str) -> Span:
    """The nearest word that tells the predicate; without one, the name itself."""
    line, second = sighting.line, sighting.pair.second
    value = line.value(second) or line.value(sighting.pair.first if sighting.pair.first is not None else second)
    if value is not None:
        return line.line.original(value.start, value.end)
    telling = [at for at, kind in enumerate(line.kinds) if kind in TELLING[predicate]]
    at = min(telling, key=lambda place: abs(place - second), default=second)
    return line.line.original(line.places[at], line.places[at] + max(1, len(line.words[at])))
