"""The spelling tables: how likely people write a Hangul syllable in these Latin letters.

A spelling's probability mixes what was counted for the syllable as a whole (준: jun, joon) with what its letters give, so that a
syllable never met still has its spellings.  All tables are read once, when first asked for.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

from kgraph import settings
from kgraph.text.hangul import letters

Spellings: TypeAlias = Mapping[str, float]
Surnames: TypeAlias = tuple[tuple[str, float], ...]


class Reading(NamedTuple):
    """A syllable that a Latin chunk may stand for: log probability of the spelling, log share at either place."""

    syllable: str
    spelling: float
    first: float
    last: float

    def share(self, place: int) -> float:
        """The share at a place: 0 opens the name, 1 closes it."""
        return self.last if place else self.first


LOWEST = 1e-6  # spellings rarer than one in a million are not kept
BACKING = 12.0  # how many sightings the letters' own spellings are worth; tuned on the training names, 2026-11
UNSEEN = 0.3  # sightings granted to a syllable that names could have but the training names do not


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A YAML file of ``data/names``."""
    loaded: dict[str, Any] = yaml.load(
        (settings.DATA / "names" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return loaded


@functools.cache
def surnames() -> dict[str, float]:
    """Each Hangul surname and the share of people who bear it (of 1)."""
    shares = {name: float(entry["share"]) for name, entry in table("surnames").items()}
    total = sum(shares.values())
    return {name: share / total for name, share in shares.items()}


@functools.cache
def log_surname_shares() -> dict[str, float]:
    """The log of each surname's share."""
    return {name: math.log(share) for name, share in surnames().items()}


@functools.cache
def letter_weights() -> dict[str, dict[str, dict[str, float]]]:
    """How onsets, vowels and codas are spelled, out of 100: learned weights, or the hand-written ones before any."""
    return {part: table("weights").get(part) or table("letters")[part] for part in ("onsets", "vowels", "open_vowels", "codas")}


@functools.cache
def letter_spellings(syllable: str) -> dict[str, float]:
    """What the letters of a syllable alone give: each spelling and its probability, empty for what is not a syllable."""
    parts = letters(syllable)
    return spell_letters(parts, letter_weights()) if parts else {}


def spell_letters(parts: tuple[str, str, str], weights: Mapping[str, Mapping[str, Spellings]]) -> dict[str, float]:
    """All spellings of onset, vowel and coda under these weights, as probabilities; the best way to make a spelling counts."""
    onset, vowel, coda = parts
    vowels = weights["open_vowels" if onset == "ㅇ" else "vowels"]
    found: dict[str, float] = {}
    for o, p in weights["onsets"][onset].items():
        for v, q in vowels[vowel].items():
            for c, r in weights["codas"].get(coda, {"": 100}).items():
                found[o + v + c] = max(found.get(o + v + c, 0.0), p * q * r)
    total = sum(found.values())
    return {spelling: weight / total for spelling, weight in found.items() if spelling and weight / total > LOWEST}


def _mix(counted: Spellings, base: Spellings, backing: float) -> dict[str, float]:
    total = sum(counted.values()) + backing
    mixed = {spelling: backing * share / total for spelling, share in base.items()}
    for spelling, count in counted.items():
        mixed[spelling] = mixed.get(spelling, 0.0) + count / total
    return {spelling: math.log(share) for spelling, share in mixed.items()}


@functools.cache
def given_spellings(syllable: str) -> dict[str, float]:
    """Log probability of each spelling of a syllable of a given name.

    >>> sorted(given_spellings("규"), key=given_spellings("규").get)[-2:]
    ['gyu', 'kyu']
    """
    return _mix(table("weights")["syllables"].get(syllable, {}), letter_spellings(syllable), BACKING)


@functools.cache
def surname_spellings(surname: str) -> dict[str, float]:
    """Log probability of each spelling of a surname; a surname not in the table is spelled as its letters are."""
    entry = table("surnames").get(surname)
    base = _joined_letters(surname)
    if entry is not None:
        total = sum(entry["spellings"].values())
        listed = {spelling: 0.98 * weight / total for spelling, weight in entry["spellings"].items()}
        base = {key: listed.get(key, 0.0) + 0.02 * base.get(key, 0.0) for key in (*listed, *base)}
    return _mix(table("weights")["surnames"].get(surname, {}), base, BACKING)


def _joined_letters(name: str) -> dict[str, float]:
    joined = {"": 1.0}
    for syllable in name:
        likely = {spelling: share for spelling, share in letter_spellings(syllable).items() if share > 1e-3 or len(name) == 1}
        joined = {head + tail: p * q for head, p in joined.items() for tail, q in likely.items()}
    return {key: share for key, share in joined.items() if key}


@functools.cache
def given_shares() -> tuple[dict[str, float], dict[str, float]]:
    """How often a syllable opens, and how often it closes, a given name (log shares), for all syllables names are made of."""
    seen = table("weights")["places"]
    inventory = {char for line in table("syllables").values() for char in line} | set(seen)
    return _log_shares(seen, inventory, 0), _log_shares(seen, inventory, 1)


def _log_shares(seen: Mapping[str, list[float]], inventory: set[str], place: int) -> dict[str, float]:
    counts = {syllable: seen.get(syllable, (0, 0))[place] + UNSEEN for syllable in sorted(inventory)}
    total = math.log(sum(counts.values()))
    return {syllable: math.log(count) - total for syllable, count in counts.items()}


@functools.cache
def surname_readings() -> dict[str, Surnames]:
    """Latin spelling -> the surnames it may stand for with log of share times spelling, best first."""
    found: dict[str, list[tuple[str, float]]] = {}
    for surname, share in surnames().items():
        for spelling, weight in surname_spellings(surname).items():
            found.setdefault(spelling, []).append((surname, weight + math.log(share)))
    return {spelling: tuple(sorted(readings, key=lambda r: (-r[1], r[0]))) for spelling, readings in found.items()}


@functools.cache
def given_readings() -> dict[str, tuple[Reading, ...]]:
    """Latin chunk -> the syllables of given names that it may stand for, the one that opens names most often first."""
    first, last = given_shares()
    found: dict[str, list[Reading]] = {}
    for syllable in first:
        for chunk, weight in given_spellings(syllable).items():
            found.setdefault(chunk, []).append(Reading(syllable, weight, first[syllable], last[syllable]))
    return {
        chunk: tuple(sorted(readings, key=lambda r: (-r.spelling - r.first, r.syllable))) for chunk, readings in found.items()
    }
