"""What a comparison of two names answers: a probability, a verdict, a reason, aligned syllables, who else may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.text.hangul import nfc
from kgraph.text.name_compare import match_names
from kgraph.text.name_match import DIFFERENT, SAME, Match, Pairs, probability_of
from kgraph.text.name_reasons import alternatives_for, reason_for
from kgraph.text.name_tokens import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class NameComparison:
    """The answer for two names.

    ``probability`` is that both strings are written for one name; whether it is one *person* is another question.  ``verdict`` is
    ``same``, ``different`` or ``unsure``; ``syllables`` pairs what was aligned, surname first.
    """

    a: str
    b: str
    probability: float
    verdict: str
    syllables: Pairs
    match: Match | None

    @property
    def reason(self) -> str:
        """A sentence that says why."""
        return reason_for(self.a, self.b, self.match, self.verdict)

    @property
    def alternatives(self) -> tuple[tuple[str, float], ...]:
        """Other Hangul names that the Latin spelling may stand for, with their weights: the ambiguity of the answer."""
        return alternatives_for(self.a, self.b)


def compare(a: str, b: str) -> NameComparison:
    """Compare two names in any script; the order does not matter.

    >>> compare("이재규", "Jae-kyoo Lee").verdict, compare("이재규", "이재구").verdict
    ('same', 'different')
    """
    match = match_names(a, b)
    if match is None:
        same = bool(a.strip()) and len(a) <= LONGEST and _plain(a) == _plain(b)
        return NameComparison(a, b, float(same), "same" if same else "different", (), None)
    probability = probability_of(match)
    verdict = "same" if probability >= SAME else "different" if probability < DIFFERENT else "unsure"
    return NameComparison(a, b, probability, verdict, match.pairs, match)


def compare_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[NameComparison]:
    """Compare many pairs, one answer each, as they come."""
    return (compare(a, b) for a, b in pairs)


def _plain(name: str) -> str:
    return " ".join(nfc(name).casefold().split())
