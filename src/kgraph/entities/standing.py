"""How facts stand among those of their slot: rank and reason, before and after a step.

Ranks are a function of the tallies of the facts that compete, and of nothing else.  Most facts compete with none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kgraph.entities.contest import contest_of, judge_contest
from kgraph.entities.lifecycle import has_steps, judge_steps, step_keys
from kgraph.entities.tally import PLAIN, assemble_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kgraph.entities.facts import Ledger
    from kgraph.entities.slots import Key
    from kgraph.entities.tally import Standing, Tally
    from kgraph.model import Fact

Note = tuple[str, str | None, str | None]
Pair = tuple["Fact | None", "Fact | None"]
Tallies = dict[str, "Tally"]


class Arena:
    """The facts that a step changes, with those that they compete with."""

    def __init__(self, ledger: Ledger, changed: Iterable[str]) -> None:
        self._ledger = ledger
        self.notes: list[Note] = []
        self._groups: list[tuple[Tallies, Tallies]] = []
        contests: dict[str, set[str]] = {}
        steps: dict[tuple[str, ...], None] = {}
        for id_ in changed:
            key = self._key(id_)
            if has_steps(key):
                steps[tuple(sibling.id for sibling in step_keys(key))] = None
            elif (note := contest_of(key)) is not None:
                contests.setdefault(note, set()).add(id_)
        for ids in steps:
            self._add(ids, ids)
        for note in sorted(contests):
            self._contest(note, contests[note])

    def pairs(self, changed: Iterable[str]) -> Iterator[Pair]:
        """The facts before and after the step, where they differ."""
        was, now = (self._standings(after=after) for after in (False, True))
        for id_ in sorted({*changed, *was, *now}):
            self._ledger.get(id_)
            before = _fact(self._ledger.before[id_], was.get(id_, PLAIN))
            after = _fact(self._ledger.after[id_], now.get(id_, PLAIN))
            if before != after:
                yield before, after

    def _key(self, id_: str) -> Key:
        tally = self._ledger.after[id_] or self._ledger.before[id_]
        assert tally is not None, f"no tally of {id_}"
        return tally.key

    def _contest(self, note: str, changed: set[str]) -> None:
        text = self._ledger.known.note(note)
        before = set(json.loads(text)) if text else set()
        after = {id_ for id_ in before | changed if self._ledger.get(id_) is not None}
        if before != after:
            self.notes.append((note, text, json.dumps(sorted(after)) if after else None))
        self._add(before, after)

    def _add(self, before: Iterable[str], after: Iterable[str]) -> None:
        for id_ in (*before, *after):
            self._ledger.get(id_)
        old = {id_: tally for id_ in sorted(before) if (tally := self._ledger.before[id_]) is not None}
        new = {id_: tally for id_ in sorted(after) if (tally := self._ledger.after[id_]) is not None}
        self._groups.append((old, new))

    def _standings(self, *, after: bool) -> dict[str, Standing]:
        found: dict[str, Standing] = {}
        for sides in self._groups:
            found |= judge(sides[after])
        return found


def judge(tallies: Mapping[str, Tally]) -> dict[str, Standing]:
    """Rank and reason of facts that compete, by id; those that stand as any fact does are left out."""
    if len(tallies) < 2:
        return {}
    if has_steps(next(iter(tallies.values())).key):
        return judge_steps(tallies)
    facts = {id_: assemble_fact(tally) for id_, tally in tallies.items()}
    return judge_contest(tallies, {id_: (fact.independent, fact.confidence) for id_, fact in facts.items()})


def _fact(tally: Tally | None, standing: Standing) -> Fact | None:
    return assemble_fact(tally, standing) if tally else None
