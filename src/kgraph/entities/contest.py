"""Facts that cannot all hold: other values of one slot of a functional predicate, plainly stated.

A slot must tell one occasion: two ranks on one chart contradict each other on one day, not in one year.  Two release dates
contradict each other in one year; in different years they may be those of two seasons.  A date that is merely more exact
contradicts none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.model import Rank, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.entities.slots import Key, Value
    from kgraph.entities.tally import Standing, Tally

OUTVOTED = 3  # independent sources, and times as many as the other value: fewer may both err; set by hand, November 2026
_DAY = len("2022-01-28")

Order = tuple[int, str, float, str]


def contest_of(key: Key) -> str | None:
    """The note that lists the facts which this one competes with, itself among them; ``None`` where nothing competes."""
    predicate = ontology.predicate(key.predicate)
    said = dict(key.slot)
    if predicate.cardinality != "functional" or predicate.value not in said or "status" in said:
        return None
    occasion = {name: said[name] for name in predicate.slot if name in said}
    if predicate.value == "date":
        occasion["year"] = str(said["date"])[: len("2022")]
    elif not _is_one_occasion(occasion, predicate.slot):
        return None
    return f"g/{digest([key.subject, key.predicate, key.object, sorted(occasion.items())])[7:39]}"


def _is_one_occasion(occasion: Mapping[str, Value], slot: Iterable[str]) -> bool:
    """True if a day or an episode is told, and the chart where there are charts."""
    told = "episode" in occasion or len(str(occasion.get("date", ""))) >= _DAY
    return told and ("chart" in occasion or "chart" not in slot)


def judge_contest(tallies: Mapping[str, Tally], sources: Mapping[str, tuple[int, float]]) -> dict[str, Standing]:
    """Rank and reason of each fact, by its id; nothing where no value contradicts another.

    ``sources`` gives the number of independent sources and the confidence of each.
    """
    order = {id_: _order(tally, sources[id_]) for id_, tally in tallies.items()}
    values = {id_: _value(tally.key) for id_, tally in tallies.items()}
    chain = _chain(values, order)
    best = chain[-1]
    rivals = [id_ for id_ in values if not _agree(values[id_], values[best])]
    if not rivals:
        return {}
    rival = max(rivals, key=order.__getitem__)
    first = next(id_ for id_ in chain if not _agree(values[id_], values[rival]))
    standings: dict[str, Standing] = {best: _win(order[first], order[rival], values[rival])}
    for id_ in rivals:
        standings[id_] = _lose(values[best], order[first][0], order[id_][0])
    return standings


def _chain(values: Mapping[str, Value], order: Mapping[str, Order]) -> list[str]:
    """The best-supported value, then of those that are only more exact the best-supported, and so on."""
    chain: list[str] = []
    left = list(values)
    while left:
        chain.append(max(left, key=order.__getitem__))
        best = values[chain[-1]]
        left = [id_ for id_ in left if values[id_] != best and str(values[id_]).startswith(str(best)) and isinstance(best, str)]
    return chain


def _agree(one: Value, two: Value) -> bool:
    """True if two values are the same, or one a more exact date than the other."""
    if isinstance(one, str) and isinstance(two, str):
        return one.startswith(two) or two.startswith(one)
    return one == two


def _order(tally: Tally, sources: tuple[int, float]) -> Order:
    independent, sureness = sources
    return independent, tally.last[0] if tally.last else "", sureness, tally.key.id


def _value(key: Key) -> Value:
    return dict(key.slot)[ontology.predicate(key.predicate).value or ""]


def _win(best: Order, rival: Order, other: Value) -> Standing:
    if best[0] > rival[0]:
        return Rank.PREFERRED, f"more independent sources ({best[0]}) than {other} ({rival[0]})"
    if best[1] > rival[1]:
        return Rank.PREFERRED, f"as many independent sources as {other}, reported later"
    if best[2] > rival[2]:
        return Rank.PREFERRED, f"as many independent sources as {other}, read more surely"
    return Rank.NORMAL, f"contradicted by {other}, which is as well supported"


def _lose(best: Value, votes: int, own: int) -> Standing:
    if votes >= OUTVOTED * max(own, 1):
        return Rank.DEPRECATED, f"outvoted by {best}"
    return Rank.NORMAL, f"contradicted by {best}"
