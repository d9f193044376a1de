"""What it weighs that one title translates another, or does not: scores in nats.

Set on the tuning part of benchmarks/identity_corpus, November 2026.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.translation import Agreement, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG, WHOLE, TURNED, SINGLE = 3.0, 2.2, 1.0, 1.0  # all words agree: three or more, two, in another order, a single one
MOSTLY = -0.3  # more than half of the words
PARTLY = -3.0  # a word in common: as likely another work of the same people
UNSEEN = -2.0  # the dictionary does not know the words
UNLIKE = -7.0  # it knows them, and they say something else
MOST_WORDS = 0.55
MANY = 3
Told = tuple[str, float, str, str, str]  # name, score, sentence, and the two titles


def title_score(korean: Iterable[str], english: Iterable[str]) -> Told:
    """How much it speaks for two works being one that these are their titles: the best of all pairs.

    >>> title_score(["안개 나루"], ["Misty Ferry"])[:2]
    ('title_translates', 2.2)
    """
    found = [(*_weigh(translate(one, other)), one, other) for one in sorted(korean) for other in sorted(english)]
    return max(found, key=lambda told: (told[1], told[3], told[4]))


def _weigh(agreement: Agreement) -> tuple[str, float, str]:
    if agreement.whole:
        words = agreement.english[0]
        size = SINGLE if words == 1 else LONG if words >= MANY else WHOLE
        score = size if agreement.in_order else min(size, TURNED)
        return "title_translates", score, "One title says in English what the other says in Korean."
    if agreement.share > MOST_WORDS:
        return "title_mostly_translates", MOSTLY, "Most words of one title translate words of the other."
    if agreement.unknown:
        return "title_unseen", UNSEEN, "One title may translate the other."
    if agreement.korean[0]:
        return "title_partly_translates", PARTLY, "Some words of one title translate words of the other."
    return "title_unlike", UNLIKE, "The words of the titles do not translate each other."
