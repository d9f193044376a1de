"""The voices of a fact: how many texts of their own state it, kept as counts so that articles may come and go in any order.

Of a fact that many texts state twelve are kept, and what they come to is "twelve or more": one more article then costs what
the first ones did.  Which twelve depends on which there are, never on which came first: of texts that may be copies of each
other (those that share their smallest hash) first one each, then a second each.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.copies import group_copies, least

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 12  # texts of a fact that are compared; more would hardly add to its confidence

Levels = dict[str, int]


@dataclass(frozen=True, slots=True)
class Voices:
    """Sketch -> how many articles of that very text are how sure (confidence with two decimals)."""

    kept: dict[str, Levels] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles the kept texts stand in."""
        return sum(sum(levels.values()) for levels in self.kept.values())

    def plus(self, other: Voices) -> Voices:
        """Both together, of different articles."""
        if not other.kept:
            return self
        kept = {text: _add(self.kept.get(text, {}), other.kept.get(text, {})) for text in {*self.kept, *other.kept}}
        return Voices(_first(kept))

    def minus(self, other: Voices, *, all_kept: bool) -> Voices | None:
        """Without the other's articles; ``None`` where a text goes and only the claims know which one takes its place."""
        kept = dict(self.kept)
        for text, levels in other.kept.items():
            if text in kept:
                kept[text] = _add(kept[text], {level: -count for level, count in levels.items()})
                if not kept[text]:
                    del kept[text]
        return Voices(kept) if all_kept or len(kept) == len(self.kept) else None

    def groups(self) -> list[float]:
        """For each text with its copies: how sure the surest of them is."""
        return [
            max(float(level) for text in group for level in self.kept[text]) for group in group_copies(self.kept)
        ]  # fmt: skip


def confidence(groups: list[float]) -> float:
    """That at least one of so many independent texts is right.  The product is taken in one order, so that it is one number."""
    return round(1.0 - math.prod(1.0 - min(level, 0.99) for level in sorted(groups)), 4)


def _first(kept: Mapping[str, Levels]) -> dict[str, Levels]:
    if len(kept) <= MOST:
        return dict(kept)
    met: dict[str, int] = {}
    order = []
    for text in sorted(kept):
        met[least(text)] = met.get(least(text), -1) + 1
        order.append((met[least(text)], text))
    return {text: kept[text] for _, text in sorted(order)[:MOST]}


def _add(left: Mapping[str, int], right: Mapping[str, int]) -> Levels:
    total = {level: left.get(level, 0) + right.get(level, 0) for level in {*left, *right}}
    return {level: count for level, count in total.items() if count}
