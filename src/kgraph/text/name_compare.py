"""Comparison: may these two strings be written for one Korean name, how likely, and why?

Everything is reckoned as a cost in nats: how much worse the name at hand explains the Latin letters than the best name would.  Two names that cost
nothing fit as well as names can; the cost becomes a probability by one logistic curve.
"""

from __future__ import annotations

import functools
import math
from typing import NamedTuple

from kgraph.text import name_tables as tables
from kgraph.text.hangul import letters
from kgraph.text.name_forms import Cut, Form, LatinReading, Ratios, form_of

# The curve from cost to probability, and what sets a pair apart before it; fitted on the training names against their
# hard negatives (same surname, one syllable in common), 2026-11.
STEEPNESS = 1.2
MIDDLE = 3.8
SAME = 0.5
DIFFERENT = 0.2
NEVER = 40.0
ODD = 3.0  # an unlisted spelling whose consonants agree
PART = 0.45  # only the given name, only initials: never more than this
SOUND_CHANGE = 0.3  # 류승범 and 유승범, 리 and 이: one name in two orthographies, or two


class Match(NamedTuple):
    """What a comparison found: the cost, the pairs of surname and syllables that were aligned, and how it was compared."""

    cost: float
    pairs: tuple[tuple[str, str], ...] = ()
    kind: str = "full"


_NO_MATCH = Match(NEVER, (), "none")


def probability_of(match: Match) -> float:
    """The probability that both strings are written for one name."""
    if match.cost >= NEVER:
        return 0.0
    likely = 1 / (1 + math.exp(STEEPNESS * (match.cost - MIDDLE)))
    ceiling = {"part": PART, "initials": PART, "sounds": SOUND_CHANGE}.get(match.kind, 1.0)
    return round(likely * ceiling, 4)


def match_forms(left: Form, right: Form) -> Match:
    """The best match between any reading of either name."""
    if left.hangul and right.hangul:
        return match_hangul(left, right)
    if left.hangul:
        return match_scripts(left, right)
    if right.hangul:
        found = match_scripts(right, left)
        return Match(found.cost, tuple((b, a) for a, b in found.pairs), found.kind)
    return match_latin(left, right)


def match_hangul(left: Form, right: Form) -> Match:
    """Hangul names are one name only if they are the same syllables."""
    a, b = left.key, right.key
    if a == b:
        return Match(0.0, tuple(zip(a, b, strict=True)), "equal")
    if len(a) == len(b) and all(x == y or _same_sound(x, y) for x, y in zip(a, b, strict=True)):
        return Match(0.0, tuple(zip(a, b, strict=True)), "sounds")
    shorter, longer = sorted((a, b), key=len)
    if 2 <= len(shorter) and any(given == shorter for surname, given in (left if a == longer else right).hangul if surname):
        return Match(0.0, tuple(zip(shorter, shorter, strict=True)), "part")
    return _NO_MATCH


def _same_sound(a: str, b: str) -> bool:
    """Syllables that differ only by the initial ㄹ, ㄴ or none that North and South, old and new spelling keep or drop: 류 유, 렬 열, 라 나."""
    left, right = letters(a), letters(b)
    return bool(left and right and left[1:] == right[1:] and {left[0], right[0]} in ({"ㄹ", "ㅇ"}, {"ㄹ", "ㄴ"}))


def match_scripts(hangul: Form, latin: Form) -> Match:
    """The best way in which the Latin letters spell the Hangul name."""
    best = _NO_MATCH
    for surname, given in hangul.hangul:
        for reading in latin.latin:
            cost = _scripts_cost(surname, given, reading, best.cost)
            if cost is not None and cost.cost < best.cost:
                best = cost
    return best


def _scripts_cost(surname: str, given: str, reading: LatinReading, limit: float) -> Match | None:
    base = reading.cost
    if bool(surname) != bool(reading.surname):
        kind = "part"
        if not given or (surname and len(given) < 2) or reading.surname:
            return None
    else:
        kind = "full"
        if surname:
            ratio = reading.surname_ratios.get(surname)
            if ratio is None:
                return None
            base -= ratio
    if base >= limit:
        return None
    if reading.initials:
        return _initials(surname, given, reading, base)
    cost, chunks = _given_cost(given, reading)
    head = ((surname, reading.surname),) if surname and kind == "full" else ()
    return Match(base + cost, head + tuple(zip(given, chunks, strict=False)), kind)


def _given_cost(given: str, reading: LatinReading) -> tuple[float, tuple[str, ...]]:
    best, chunks = NEVER, ()
    for cut in reading.cuts:
        if len(cut.chunks) == len(given) and cut.cost < best:
            cost = cut.cost
            for syllable, chunk, ratios in zip(given, cut.chunks, cut.ratios, strict=True):
                ratio = ratios.get(syllable)
                cost += unlisted_cost(syllable, chunk) if ratio is None else -ratio
            if cost < best:
                best, chunks = cost, cut.chunks
    if best >= MIDDLE and len(reading.pieces) in (1, len(given)):
        return min((best, chunks), _odd_cost(given, reading.pieces))
    return best, chunks


@functools.lru_cache(maxsize=1 << 16)
def _odd_cost(given: str, pieces: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """The cost of a spelling in which no split into known chunks fits: each syllable's consonants must still agree."""
    if len(pieces) == len(given):
        cuts = [pieces]
    elif len(pieces) == 1 and len(given) == 2 and len(pieces[0]) <= 16:
        cuts = [(pieces[0][:i], pieces[0][i:]) for i in range(1, len(pieces[0]))]
    else:
        return NEVER, ()
    return min((sum(unlisted_cost(s, chunk) for s, chunk in zip(given, cut, strict=True)), cut) for cut in cuts)


@functools.lru_cache(maxsize=1 << 16)
def unlisted_cost(syllable: str, chunk: str) -> float:
    """The cost of a syllable written in a way that its table does not list."""
    known = tables.given_readings().get(chunk)
    own = tables.given_spellings(syllable).get(chunk)
    if own is not None:
        best = max((r[1] for r in known), default=own) if known else own
        return max(0.0, best - own)
    return NEVER


def _initials(surname: str, given: str, reading: LatinReading, base: float) -> Match | None:
    initials = reading.initials
    if not surname or len(initials) != len(given):
        return None
    fits = all(_opens(initial, syllable) for syllable, initial in zip(given, initials, strict=True))
    return Match(base, ((surname, reading.surname), *zip(given, initials, strict=True)), "initials") if fits else None


def _opens(initial: str, syllable: str) -> bool:
    """True if the letter may stand for the syllable: its first letter, or its sound (JQ is 재규)."""
    return any(s[0] == initial for s in tables.given_spellings(syllable)) or (initial == "q" and syllable in "규큐")


def match_latin(left: Form, right: Form) -> Match:
    """The best Hangul name behind both Latin spellings."""
    if left.key == right.key and _same_breaks(left, right):
        return Match(0.0, tuple(_spelled(left.latin[0])), "equal")
    best = _NO_MATCH
    for a in left.latin:
        for b in right.latin:
            found = _latin_cost(a, b)
            if found is not None and found.cost < best.cost:
                best = found
    return best


def _same_breaks(left: Form, right: Form) -> bool:
    """True unless both are broken into syllables, and differently: Jun-geun, Jung-eun."""
    a, b = ([piece for word in form.words for piece in word.pieces] for form in (left, right))
    return a == b or len(a) != len(b)


def _spelled(reading: LatinReading) -> list[tuple[str, str]]:
    chunks = reading.cuts[0].chunks if reading.cuts else reading.pieces
    return [(chunk, chunk) for chunk in ((reading.surname,) if reading.surname else ()) + chunks]


def _latin_cost(a: LatinReading, b: LatinReading) -> Match | None:
    if bool(a.surname) != bool(b.surname):
        kind, head, cost = "part", (), a.cost + b.cost
    else:
        kind, head = "full", ((a.surname, b.surname),) if a.surname else ()
        cost = a.cost + b.cost + (0.0 if a.surname == b.surname else shared_cost(a.surname_ratios, b.surname_ratios))
    if cost >= NEVER:
        return None
    if a.initials or b.initials:
        return _latin_initials(a, b, cost, head)
    best: tuple[float, Cut, Cut] | None = None
    for x in a.cuts:
        for y in b.cuts:
            total = x.cost + y.cost
            if len(x.chunks) == len(y.chunks) and (best is None or total < best[0]):
                total += sum(chunk_pair_cost(c, d, min(i, 1)) for i, (c, d) in enumerate(zip(x.chunks, y.chunks, strict=True)))
                best = (total, x, y) if best is None or total < best[0] else best
    if best is None or cost + best[0] >= NEVER:
        return None
    return Match(cost + best[0], head + tuple(zip(best[1].chunks, best[2].chunks, strict=True)), kind)


def shared_cost(a: Ratios, b: Ratios) -> float:
    """How much worse than their own bests the syllable explains both spellings that explains both best."""
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return min((-(ratio + more[key]) for key, ratio in fewer.items() if key in more), default=NEVER)


@functools.lru_cache(maxsize=1 << 16)
def chunk_pair_cost(c: str, d: str, place: int) -> float:
    """The cost of two chunks being one syllable."""
    from kgraph.text.name_forms import chunk_ratios

    return 0.0 if c == d else shared_cost(chunk_ratios(c, place), chunk_ratios(d, place))


def _latin_initials(a: LatinReading, b: LatinReading, cost: float, head: tuple[tuple[str, str], ...]) -> Match | None:
    short, full = (a, b) if a.initials else (b, a)
    for cut in full.cuts:
        if len(cut.chunks) == len(short.pieces) and all(c[0] == i for c, i in zip(cut.chunks, short.pieces, strict=True)) and head:
            pairs = zip(a.pieces, cut.chunks, strict=True) if short is a else zip(cut.chunks, b.pieces, strict=True)
            return Match(cost + cut.cost, head + tuple(pairs), "initials")
    same = a.initials and b.initials and a.pieces == b.pieces and head
    return Match(cost, head + tuple(zip(a.pieces, b.pieces, strict=True)), "initials") if same else None


def compare_forms(a: str, b: str) -> Match | None:
    """The match of two names as strings; ``None`` where one of them is no Korean personal name."""
    left, right = form_of(a), form_of(b)
    return match_forms(left, right) if left is not None and right is not None else None
