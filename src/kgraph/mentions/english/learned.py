"""Names that no rule decides, decided by a small linear model over what their words and their places tell.

The model is a multinomial logistic regression, learned by ``tools/learn_english_names.py`` from annotated articles and kept as
whole numbers (hundredths of a nat, each type against *no name*), so that the same article is always decided in the same way.
A name is decided once for all its places in the article.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import Spot
from kgraph.mentions.english.contested import find_contested, find_painted
from kgraph.mentions.english.surroundings import look_around, see
from kgraph.mentions.english.tokens import tokens_of
from kgraph.mentions.english.unsettled import find_unsettled
from kgraph.settings import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.surroundings import Elsewhere
    from kgraph.mentions.english.unsettled import Candidate

_DOUBTFUL = frozenset(["strangers", "titles", "headings", "lines", "organizations", "members"])
MODEL = DATA / "english" / "open_names.json"


@dataclass(frozen=True, slots=True)
class NameModel:
    """What was learned: for each saying its weight for every type, from which score on a type is believed, words that are no
    names.  ``disputed`` are the scores from which on it is believed against what the rules painted, ``margin`` by how much
    a type has to be likelier than the painted one.
    """

    types: tuple[str, ...]
    believed: tuple[int, ...]
    prior: tuple[int, ...]
    weights: dict[str, list[int]]
    common: frozenset[str]
    disputed: tuple[int, ...] = (0, 0, 0)
    margin: int = 0

    def sums(self, seen: Iterable[str]) -> list[int]:
        """What speaks for each type."""
        rows = [row for row in map(self.weights.get, seen) if row]
        return list(map(sum, zip(self.prior, *rows, strict=True)))

    def clears(self, sums: list[int], bounds: tuple[int, ...]) -> dict[str, int]:
        """By how much each type clears what is believed."""
        return {type_: score - bound for type_, score, bound in zip(self.types, sums, bounds, strict=True)}

    def scores(self, seen: Iterable[str], bounds: tuple[int, ...] = ()) -> dict[str, int]:
        """By how much each type clears what is believed."""
        return self.clears(self.sums(seen), bounds or self.believed)

    def decide(self, seen: Iterable[str]) -> tuple[int, str] | None:
        """The likeliest type and by how much it clears what is believed, None where it does not."""
        clear, type_ = likeliest(self.scores(seen))
        return (clear, type_) if clear >= 0 else None


def likeliest(scores: dict[str, int]) -> tuple[int, str]:
    """The highest score and its type, the first of equals."""
    type_ = max(scores, key=lambda name: scores[name])
    return scores[type_], type_


@cache
def load_model() -> NameModel:
    """The model that ships with the project."""
    told = json.loads(MODEL.read_text("utf-8"))
    types, believed, disputed, prior = (tuple(told[name]) for name in ("types", "believed", "disputed", "prior"))
    common = frozenset(told["common"].split())
    return NameModel(types, believed, prior, told["weights"], common, disputed, told["margin"])


@dataclass(frozen=True, slots=True, order=True)
class _Wish:
    """A name that the model believes at one place; ``less`` is by how little."""

    less: int
    start: int
    stop: int
    type: str
    spots: tuple[Spot, ...] = field(compare=False)

    def spot(self) -> Spot:
        """The spot to paint: what it takes the place of tells its kind."""
        kinds = [spot.kind for spot in self.spots if spot.type == self.type and spot.kind]
        return Spot(self.start, self.stop, self.type, kinds[0] if kinds else None)


def find_learned(canvas: Canvas) -> list[Spot]:
    """Paints the names that the model believes, the surest first, in the place of what it believes less; gives their spots."""
    tokens = tokens_of(canvas)
    judge = _Judge(canvas, load_model(), look_around(canvas, tokens), find_painted(canvas, tokens))
    candidates = (*find_contested(canvas, tokens), *find_unsettled(canvas, tokens))
    wishes = [wish for candidate in candidates for wish in judge.wishes(candidate)]
    wishes += [wish for candidate in judge.doubtful() for wish in judge.retyped(candidate)]
    return _paint(canvas, sorted(wishes))


def _paint(canvas: Canvas, wishes: list[_Wish]) -> list[Spot]:
    """Paints what overlaps nothing surer; what the rules painted there goes."""
    taken = bytearray(len(canvas.text))
    granted: list[_Wish] = []
    for wish in wishes:
        if not any(taken[wish.start : wish.stop]):
            taken[wish.start : wish.stop] = b"\1" * (wish.stop - wish.start)
            granted.append(wish)
    canvas.remove({spot for wish in granted for spot in wish.spots})
    painted = [wish.spot() for wish in granted]
    return [spot for spot in painted if canvas.add(spot)]


@dataclass(slots=True)
class _Judge:
    """The model before one article."""

    canvas: Canvas
    model: NameModel
    elsewhere: Elsewhere
    painted: dict[str, Candidate]
    held: dict[str, dict[str, int]] = field(default_factory=dict)

    def doubtful(self) -> Iterator[Candidate]:
        """The painted names whose type the rules may have mistaken."""
        for candidate in self.painted.values():
            told = {(type_, stage) for place in candidate.places for _, type_, stage in place.painted}
            if any(stage in _DOUBTFUL or (stage == "quoted" and type_ != "Work") for type_, stage in told):
                yield candidate

    def wishes(self, candidate: Candidate) -> Iterator[_Wish]:
        """Where a candidate is believed: what cuts a painted name has to be surer than that name, what holds one has not."""
        sums = self.model.sums(see(candidate, self.elsewhere, self.model.common))
        for bounds, is_disputed in ((self.model.believed, False), (self.model.disputed, True)):
            places = [place for place in candidate.places if bool(place.spots) is is_disputed]
            clear, type_ = likeliest(self.model.clears(sums, bounds)) if places else (-1, "")
            for place in places if clear >= 0 else ():
                if all(clear > self._hold(spot) for spot in place.cut()):
                    yield _Wish(-clear, place.start, place.stop, type_, place.spots)

    def _hold(self, spot: Spot) -> int:
        """How sure the model is of a painted spot."""
        name = self.canvas.name(spot)
        if name not in self.held:
            self.held[name] = self.model.scores(see(self.painted[name], self.elsewhere, self.model.common), self.model.disputed)
        return self.held[name].get(spot.type, 0)

    def retyped(self, candidate: Candidate) -> Iterator[_Wish]:
        """Where a painted name is rather of another type."""
        scores = self.model.scores(see(candidate, self.elsewhere, self.model.common))
        clear, type_ = likeliest(scores)
        for place in candidate.places if clear >= 0 else ():
            (spot,) = place.spots
            if spot.type in scores and spot.type != type_ and clear >= scores[spot.type] + self.model.margin:
                yield _Wish(-clear, place.start, place.stop, type_, place.spots)
