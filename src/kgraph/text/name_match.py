"""What a comparison of two names found, and the curve that makes it a probability.

Costs are in nats: how much worse the name at hand explains the Latin letters than the best name would.
"""

from __future__ import annotations

import math
from typing import NamedTuple

# The curve from cost to probability: fitted on the training names against all their hard negatives (same surname, one syllable in
# common), 2026-11.  At MIDDLE 98.4 % of true pairs are found and 0.26 % of those negatives.
STEEPNESS = 1.3
MIDDLE = 3.3
SAME = 0.5
DIFFERENT = 0.2
NEVER = 40.0  # no name at all explains both
PART = 0.45  # only the given name or only initials fit: never surer than this
SOUND_CHANGE = 0.3  # 류승범 and 유승범: one name in two orthographies, or two names

Pairs = tuple[tuple[str, str], ...]


class Match(NamedTuple):
    """The cost, the pairs of surname and syllables that were aligned, and in what way the names were compared."""

    cost: float
    pairs: Pairs = ()
    kind: str = "full"

    def turned(self) -> Match:
        """The same match, seen from the other name."""
        return self._replace(pairs=tuple((right, left) for left, right in self.pairs))


NO_MATCH = Match(NEVER, (), "none")
_CEILINGS = {"part": PART, "initials": PART, "sounds": SOUND_CHANGE}


def probability_of(match: Match) -> float:
    """The probability that both strings are written for one name."""
    if match.cost >= NEVER:
        return 0.0
    likely = 1 / (1 + math.exp(STEEPNESS * (match.cost - MIDDLE)))
    return round(likely * _CEILINGS.get(match.kind, 1.0), 4)
