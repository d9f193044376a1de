"""Names that no rule decides, decided by a small linear model over what their words and their places tell.

The model is a multinomial logistic regression, learned by ``tools/learn_english_names.py`` from annotated articles and kept as
whole numbers (hundredths of a nat, each type against *no name*), so that the same article is always decided in the same way.
A name is decided once for all its places in the article.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import Spot
from kgraph.mentions.english.surroundings import look_around, see
from kgraph.mentions.english.unsettled import find_unsettled, tokens_of
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.mentions.english.canvas import Canvas

MODEL = DATA / "english" / "open_names.json"


@dataclass(frozen=True, slots=True)
class NameModel:
    """What was learned: for each saying its weight for every type, from which score on a type is believed, words that are no
    names.
    """

    types: tuple[str, ...]
    believed: tuple[int, ...]
    prior: tuple[int, ...]
    weights: dict[str, list[int]]
    common: frozenset[str]

    def decide(self, seen: Iterable[str]) -> tuple[int, str] | None:
        """The likeliest type and by how much it clears what is believed, None where it does not."""
        scores = list(self.prior)
        for saying in seen:
            for place, weight in enumerate(self.weights.get(saying, ())):
                scores[place] += weight
        best = max(range(len(scores)), key=lambda place: (scores[place], -place))
        clear = scores[best] - self.believed[best]
        return (clear, self.types[best]) if clear >= 0 else None


@cache
def load_model() -> NameModel:
    """The model that ships with the project."""
    told = json.loads(MODEL.read_text("utf-8"))
    return NameModel(
        tuple(told["types"]), tuple(told["believed"]), tuple(told["prior"]), told["weights"], frozenset(told["common"].split())
    )


def find_learned(canvas: Canvas) -> list[Spot]:
    """Paints the open names that the model believes, the surest first; gives their spots."""
    tokens, model = tokens_of(canvas), load_model()
    candidates = find_unsettled(canvas, tokens)
    if not candidates:
        return []
    elsewhere = look_around(canvas, tokens)
    believed = []
    for number, candidate in enumerate(candidates):
        verdict = model.decide(see(candidate, tokens, elsewhere, model.common))
        if verdict:
            believed.append((-verdict[0], number, verdict[1]))
    painted = []
    for _, number, type_ in sorted(believed):
        for first, end in candidates[number].places:
            spot = Spot(tokens.starts[first], tokens.ends[end - 1], type_)
            if canvas.add(spot):
                painted.append(spot)
    return painted
