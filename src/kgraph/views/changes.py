"""What the graph learnt between two dates, on either clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import QueryError
from kgraph.views.clocks import Clocks, check_date, read_at
from kgraph.views.links import is_doubtful
from kgraph.views.rows import fact_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Fact
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row


def list_changes(reader: Reader, before: str, after: str, *, true: bool = False, entity: str | None = None) -> list[Row]:
    """A row for each fact that was reported (or, with ``true``, was so) at the one date and not at the other, or with other
    sources: ``new``, ``gone`` or ``changed``.
    """
    if check_date(before) > check_date(after):
        raise QueryError(f"expected the earlier date first, found {before} before {after}")
    then, now = (read_at(reader, Clocks(as_of=date) if true else Clocks(known_at=date)) for date in (before, after))
    old, new = ({fact.id: fact for fact in each.facts(entity=entity)} for each in (then, now))
    return list(_changes(then, now, old, new))


def _changes(then: Reader, now: Reader, old: dict[str, Fact], new: dict[str, Fact]) -> Iterator[Row]:
    for id_ in sorted({*old, *new}, key=lambda id_: ((new.get(id_) or old[id_]).first_report or "", id_)):
        if id_ not in old:
            yield {"change": "new", "sources_before": 0, **_row(now, new[id_])}
        elif id_ not in new:
            yield {"change": "gone", "sources_before": old[id_].sources, **_row(then, old[id_])}
        elif _standing(old[id_]) != _standing(new[id_]):
            yield {"change": "changed", "sources_before": old[id_].sources, **_row(now, new[id_])}


def _standing(fact: Fact) -> tuple[int, bool]:
    return fact.sources, is_doubtful(fact)


def _row(reader: Reader, fact: Fact) -> Row:
    row = fact_row(reader, fact)
    return {name: value for name, value in row.items() if name != "direction"}
