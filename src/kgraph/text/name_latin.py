"""Latin letters against Latin letters: is there a Hangul name that both spellings write?  Jung and Chung may both be 정."""

from __future__ import annotations

import functools

from kgraph.text.name_forms import Cut, Form, LatinReading, Ratios, chunk_ratios
from kgraph.text.name_match import NEVER, NO_MATCH, Match, Pairs


def match_latin(left: Form, right: Form) -> Match:
    """The best Hangul name behind both spellings."""
    if left.key == right.key and _same_breaks(left, right):
        return Match(0.0, _as_spelled(left.latin[0]), "equal")
    best = NO_MATCH
    for a in left.latin:
        for b in right.latin:
            match = _match_readings(a, b)
            if match.cost < best.cost:
                best = match
    return best


def _same_breaks(left: Form, right: Form) -> bool:
    """True unless both are broken into syllables, and differently: Jun-geun, Jung-eun."""
    a, b = ([piece for word in form.words for piece in word.pieces] for form in (left, right))
    return a == b or len(a) != len(b)


def _as_spelled(reading: LatinReading) -> Pairs:
    chunks = reading.cuts[0].chunks if reading.cuts else reading.pieces
    head = (reading.surname,) if reading.surname else ()
    return tuple((chunk, chunk) for chunk in (*head, *chunks))


def _match_readings(a: LatinReading, b: LatinReading) -> Match:
    cost, head, kind = a.cost + b.cost, _heads(a, b), "full" if bool(a.surname) == bool(b.surname) else "part"
    if kind == "full" and a.surname != b.surname:
        cost += shared_cost(a.surname_ratios, b.surname_ratios)
    if cost >= NEVER:
        return NO_MATCH
    if a.initials or b.initials:
        return _match_initials(a, b, cost, head)
    found = _best_cuts(a, b)
    if found is None or cost + found[0] >= NEVER:
        return NO_MATCH
    return Match(cost + found[0], head + tuple(zip(found[1], found[2], strict=True)), kind)


def _heads(a: LatinReading, b: LatinReading) -> Pairs:
    return ((a.surname, b.surname),) if a.surname and b.surname else ()


def _best_cuts(a: LatinReading, b: LatinReading) -> tuple[float, tuple[str, ...], tuple[str, ...]] | None:
    """The splits of both given names that one Hangul name explains best."""
    best: tuple[float, tuple[str, ...], tuple[str, ...]] | None = None
    for x in a.cuts:
        for y in b.cuts:
            if len(x.chunks) == len(y.chunks) and (best is None or x.cost + y.cost < best[0]):
                cost = x.cost + y.cost + _chunks_cost(x, y)
                best = (cost, x.chunks, y.chunks) if best is None or cost < best[0] else best
    return best


def _chunks_cost(x: Cut, y: Cut) -> float:
    return sum(chunk_cost(c, d, min(place, 1)) for place, (c, d) in enumerate(zip(x.chunks, y.chunks, strict=True)))


@functools.lru_cache(maxsize=1 << 16)
def chunk_cost(c: str, d: str, place: int) -> float:
    """The cost of two chunks being one syllable at this place of a given name."""
    return 0.0 if c == d else shared_cost(chunk_ratios(c, place), chunk_ratios(d, place))


def shared_cost(a: Ratios, b: Ratios) -> float:
    """How much worse than both bests the one syllable explains two spellings that explains them best."""
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return min((-(ratio + more[key]) for key, ratio in fewer.items() if key in more), default=NEVER)


def _match_initials(a: LatinReading, b: LatinReading, cost: float, head: Pairs) -> Match:
    """Initials fit a name if each opens a chunk; they never say more than that."""
    if not head:
        return NO_MATCH
    for x in _spelled_out(a):
        for y in _spelled_out(b):
            if len(x) == len(y) and all(map(_fits, x, y)):
                return Match(cost, head + tuple(zip(x, y, strict=True)), "initials")
    return NO_MATCH


def _spelled_out(reading: LatinReading) -> list[tuple[str, ...]]:
    return [reading.initials] if reading.initials else [cut.chunks for cut in reading.cuts]


def _fits(x: str, y: str) -> bool:
    shorter, longer = sorted((x, y), key=len)
    return longer.startswith(shorter)
