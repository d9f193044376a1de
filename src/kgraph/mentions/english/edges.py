"""Where a name begins and ends: painted too long it gives up words that are none of it, too short it takes in its rest."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.mentions.english.drawn_out import draw_out
from kgraph.mentions.english.trimmed import Surrounding, look_around_names, trim

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas, Spot


@dataclass(frozen=True, slots=True)
class _Mended:
    """A spot, and what is to stand in its place: one spot, two (an owner and what is owned), or none."""

    old: Spot
    new: tuple[Spot, ...]


def mend_edges(canvas: Canvas) -> list[Spot]:
    """Paints names anew that were painted too long or too short; gives the spots that it painted."""
    around = look_around_names(canvas)
    spots = sorted(spot for spot in canvas.spots if spot.form == "name" and spot.type != "Character")
    mended = [found for spot in spots if (found := _mend(canvas, around, spot)) is not None]
    taken: list[Spot] = []
    for change in mended:
        taken.append(change.old)
        for new in change.new:
            taken.extend(_touched(spots, new))
    stages = {change.old: canvas.stages[change.old.start] for change in mended}
    canvas.remove(set(taken))
    painted: list[Spot] = []
    for change in mended:
        canvas.stage = stages[change.old]
        painted.extend(new for new in change.new if canvas.add(new))
    return painted


def _mend(canvas: Canvas, around: Surrounding, spot: Spot) -> _Mended | None:
    """What is to become of a spot, None where it is right as it stands."""
    start, end = draw_out(canvas, spot)
    long = spot if (start, end) == (spot.start, spot.end) else replace(spot, start=start, end=end, listed=False)
    new = trim(canvas, around, long)
    return None if new == (spot,) else _Mended(spot, new)


def _touched(spots: list[Spot], place: Spot) -> list[Spot]:
    """The spots, in text order, that a place shares a character with."""
    low = bisect_left(spots, place.start, key=lambda spot: spot.end)
    found = []
    while low < len(spots) and spots[low].start < place.end:
        if spots[low].end > place.start:
            found.append(spots[low])
        low += 1
    return found
