"""What a claim of a value says beside it: the day of a prize, the chart of a rank, the episode of a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.rank_hits import date_of_rank, find_chart, region_near
from kgraph.claims.english.ratings import date_of, episode_of, region_of, shares_of
from kgraph.claims.english.when import date_near
from kgraph.model import Qualifiers

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgraph.claims.english.judge.cases import Key
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.pairs import Sighting
    from kgraph.claims.english.pairs.values import Value
    from kgraph.claims.english.reading import Reading

_NEAR = 90  # characters between a prize and its day


def bare(key: Key) -> Qualifiers:
    """What the key of a case tells of its value, and nothing beside it."""
    if key.predicate == "ranked":
        return Qualifiers(rank=int(key.value))
    if key.predicate == "rated":
        return Qualifiers(percent=float(key.value))
    if key.predicate == "released_on":
        return Qualifiers(date=key.value)
    return Qualifiers(award=key.value) if key.value else Qualifiers(status=key.status or None)


def qualified(reading: Reading, sighting: Sighting, key: Key) -> Qualifiers:
    """The value with what the line says beside it."""
    line, pair = sighting.line, sighting.pair
    value = line.value(pair.second) or (line.value(pair.first) if pair.first is not None else None)
    more = _MORE.get(key.predicate)
    return more(reading, line.line, value) if more and value else bare(key)


def _ranked(reading: Reading, line: Line, value: Value) -> Qualifiers:
    return Qualifiers(
        date=date_of_rank(reading, line, value.start),
        rank=int(value.told),
        chart=find_chart(reading, line, value.start),
        region=region_near(line, value.start, value.end),
    )


def _rated(reading: Reading, line: Line, value: Value) -> Qualifiers:
    numbers = shares_of(reading, line)
    number = next(number for number in numbers if number.start == value.start)
    return Qualifiers(
        date=date_of(reading, line, number, None),
        region=region_of(line, number, numbers),
        percent=number.value,
        episode=episode_of(line, number, None),
    )


def _given(reading: Reading, line: Line, value: Value) -> Qualifiers:
    return Qualifiers(date=date_near(reading, line, value.start, _NEAR), award=value.told)


_MORE: dict[str, Callable[[Reading, Line, Value], Qualifiers]] = {
    "nominated_for": _given,
    "ranked": _ranked,
    "rated": _rated,
    "won": _given,
}
