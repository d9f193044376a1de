"""The machine's judge: features of two profiles become a verdict with its probability and its reasons."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.entities.features import Feature, compare_profiles
from kgraph.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.profile import Profile

# Set on the tuning part of benchmarks/identity_corpus, November 2026: wrong ties cost more than missed ones.
SAME = 0.84
DIFFERENT = 0.2
EVEN = 0.5
NAME_SURE = 2.2  # nats: the spellings fit, and no other name is nearly as likely
CLEAR = -0.2  # nats: at least four of five people so spelled bear the name
NAME_ONLY = frozenset({"name_ambiguous", "name_common", "name_sounds_alike"})
SAID_OF_MANY = frozenset({"born_shared", "role_shared"})  # namesakes do share these
NAME_TELLS = frozenset(
    {"name_ambiguous", "name_differs", "name_equal", "name_fits", "name_heard_alike", "name_listed", "name_sounds_alike"}
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the machine thinks of two: its probability that they are one, and every reason."""

    verdict: Verdict
    probability: float
    features: tuple[Feature, ...]

    @property
    def odds(self) -> float:
        """The sum of the scores: log odds of being one, in nats."""
        return sum(feature.score for feature in self.features)

    @property
    def holds(self) -> bool:
        """Whether the verdict is *same*."""
        return self.verdict is Verdict.SAME

    @property
    def contradicted(self) -> bool:
        """Whether more speaks against than for, and more than that a name is common."""
        against = any(feature.score < 0 and feature.name not in NAME_ONLY for feature in self.features)
        return against and self.probability < EVEN

    @property
    def name_holds(self) -> bool:
        """Whether the names alone leave little doubt, and nothing speaks against."""
        told = sum(feature.score for feature in self.features if feature.name in NAME_TELLS)
        open_ = any(feature.name == "name_ambiguous" and feature.score < CLEAR for feature in self.features)
        return told >= NAME_SURE and not open_ and not self.contradicted

    @property
    def reason(self) -> str:
        """The sentences of the reasons that weigh most."""
        weighty = sorted(self.features, key=lambda feature: (-abs(feature.score), feature.name))
        return " ".join(feature.sentence for feature in weighty[:3])


@functools.lru_cache(maxsize=1 << 15)
def judge(left: Profile, right: Profile, *, translated: bool = False) -> Opinion:
    """Whether two profiles of one type are one, as far as can be told from them alone.

    ``translated`` where some article gives both titles as one, though perhaps of another work.
    """
    features = soften(compare_profiles(left, right, translated=translated))
    total = sum(feature.score for feature in features)
    probability = round(1 / (1 + math.exp(-max(min(total, 30.0), -30.0))), 4)
    verdict = Verdict.SAME if probability >= SAME else Verdict.DIFFERENT if probability < DIFFERENT else Verdict.UNSURE
    return Opinion(verdict, probability, features)


def soften(features: Iterable[Feature]) -> tuple[Feature, ...]:
    """That a name is common or ambiguous counts half where something else is shared: namesakes seldom share a work."""
    found = tuple(features)
    if not any(feature.name.endswith("_shared") and feature.name not in SAID_OF_MANY for feature in found):
        return found
    return tuple(replace(one, score=one.score / 2) if one.name in {"name_ambiguous", "name_common"} else one for one in found)
