"""The steps of a casting: in talks, confirmed, declined...  Facts of one person and work that differ in nothing but their status.

The present step is that of the latest dated report; undated reports override no dated one.  Earlier steps stay, as history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.entities.slots import Key
from kgraph.model import Rank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.entities.tally import Standing, Tally

Status = str | None

TENTATIVE = frozenset({"talks", "planned", "rumoured"})
REFUSED = frozenset({"declined", "denied"})
ORDER: tuple[Status, ...] = ("rumoured", "talks", "planned", None, "ended", "denied", "declined")
"""Of reports of one day the one that stands further on is the later."""


def has_steps(key: Key) -> bool:
    """True for what people do in works: an offer is considered, accepted, declined.

    >>> has_steps(Key("person-a", "acted_in", "work-b", ())), has_steps(Key("person-a", "friend_of", "person-b", ()))
    (True, False)
    """
    predicate = ontology.predicate(key.predicate)
    return "Person" in predicate.domain and predicate.range == ("Work",)


def step_keys(key: Key) -> list[Key]:
    """The facts that this one and its other steps would be."""
    rest = tuple((name, value) for name, value in key.slot if name != "status")
    statuses: list[Status] = [None, *sorted(status.name for status in ontology.statuses())]
    return [Key(key.subject, key.predicate, key.object, (*_slot(status), *rest)) for status in statuses]


def judge_steps(tallies: Mapping[str, Tally]) -> dict[str, Standing]:
    """Rank and reason of each step, by the id of its fact; nothing where there is only one."""
    if len(tallies) < 2:
        return {}
    steps = {_status(tally): tally for tally in tallies.values()}
    present = _present(steps)
    return {tally.key.id: _stand(status, present, steps) for status, tally in steps.items()}


def _present(steps: Mapping[Status, Tally]) -> Status:
    """The status reported last.  Talk of a role that was confirmed before looks back, or speaks of another season."""
    firm = max((status for status in steps if status not in TENTATIVE), key=lambda status: _when(status, steps), default="")
    confirmed = firm is None and steps[firm].last
    return max(
        (status for status in steps if not (confirmed and status in TENTATIVE)), key=lambda status: _when(status, steps)
    )  # fmt: skip


def _when(status: Status, steps: Mapping[Status, Tally]) -> tuple[str, int]:
    last = steps[status].last
    return last[0] if last else "", ORDER.index(status)


def _stand(status: Status, present: Status, steps: Mapping[Status, Tally]) -> Standing:
    if status == present:
        started = sorted(steps, key=lambda each: (_began(steps[each]), ORDER.index(each)))
        told = ", ".join(_told(each, steps) for each in started)
        return Rank.PREFERRED, f"the present one of these steps: {told}"
    now = _told(present, steps)
    if not steps[status].last and steps[present].last:
        return Rank.NORMAL, f"without a date; the latest dated report: {now}"
    if status is None and present in REFUSED:
        return Rank.DEPRECATED, f"reported otherwise later: {now}"
    return Rank.NORMAL, f"another step; the present one: {now}"


def _told(status: Status, steps: Mapping[Status, Tally]) -> str:
    return f"{_label(status)} ({_began(steps[status]) or 'undated'})"


def _began(tally: Tally) -> str:
    return tally.first[0] if tally.first else ""


def _label(status: Status) -> str:
    return next((term.labels["en"] for term in ontology.statuses() if term.name == status), "confirmed")


def _status(tally: Tally) -> Status:
    found = dict(tally.key.slot).get("status")
    return str(found) if found is not None else None


def _slot(status: Status) -> tuple[tuple[str, str], ...]:
    return (("status", status),) if status is not None else ()
