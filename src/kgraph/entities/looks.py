"""Who comes and goes in a step: its referents as nodes before and after, and the judgements that single some of them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.context import contexts
from kgraph.entities.known import Reading
from kgraph.entities.neighbourhood import judgements_to_text
from kgraph.entities.node import Node, make_node
from kgraph.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities.known import Known, Step
    from kgraph.entities.neighbourhood import Neighbourhood
    from kgraph.model import Referent

Note = tuple[str, str | None, str | None]
Pins = dict[str, tuple[frozenset[Judgement], frozenset[Judgement]]]


class Looks:
    """The referents of a step (of its article, and stored ones that its judgements name) and the node of each, before and after.

    ``pins`` are the judgements that name them before and after, ``judged`` the stored ones of other articles.
    """

    def __init__(self, step: Step, known: Known, hood: Neighbourhood) -> None:
        self._hood = hood
        sides = (step.gone, step.come)
        own = [{one.ref: one for reading in side for one in reading.referents} for side in sides]
        self._own = own[0].keys() | own[1].keys()
        self.pins = _judge_pins(step, self._own, hood)
        elsewhere = _stored_readings(known, {ref.rpartition("#")[0] for ref in self.pins.keys() - self._own})
        self.judged = tuple(one for reading in elsewhere for one in reading.referents if one.ref in self.pins)
        said = [dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()]
        for after, readings in enumerate(sides):
            for reading in (*readings, *elsewhere):
                said[after] |= contexts(reading)
        self.nodes = tuple(
            {one.ref: self._make(one, said[after], after=after) for one in (*own[after].values(), *self.judged)}
            for after in (0, 1)
        )
        self._plain = {one.ref: make_node(one).id for side in own for one in side.values()}
        self._plain |= {one.ref: make_node(one).id for one in self.judged}

    def _make(self, referent: Referent, said: dict[str, tuple[str, ...]], *, after: int) -> Node:
        pinned = referent.ref in self.pins and bool(self.pins[referent.ref][after])
        return make_node(referent, said.get(referent.ref, ()), pinned=pinned)

    def units(self) -> Iterator[Node]:
        """The nodes of those who go (counted below zero) and come."""
        yield from (node.negative() for node in self.nodes[0].values())
        yield from self.nodes[1].values()

    def node_id(self, referent: Referent, *, after: bool) -> str:
        """The node that a referent is counted in: as read for those of the step, as noted for all others."""
        if referent.ref in self._plain:
            node = self.nodes[after].get(referent.ref)
            return node.id if node else ""
        return self._hood.noted(referent.ref) or make_node(referent).id

    def notes(self) -> Iterator[Note]:
        """Nodes of referents and judgements, where they change."""
        for ref in sorted(self._plain):
            nodes = [side.get(ref) for side in self.nodes]
            ids = [node.id if node and (node.ref or node.id != self._plain[ref]) else None for node in nodes]
            if ids[0] != ids[1]:
                yield f"l/{ref}", ids[0], ids[1]
        for ref, (before, after) in self.pins.items():
            if before != after:
                yield f"j/{ref}", judgements_to_text(before), judgements_to_text(after)

    def judged_refs(self) -> list[str]:
        """Refs whose judgements the step changes or that come with some, and the refs at the other end of those."""
        touched = {judgement for before, after in self.pins.values() for judgement in (before ^ after) | after}
        return sorted({ref for judgement in touched for ref in (judgement.left, judgement.right)})


def _judge_pins(step: Step, own: set[str], hood: Neighbourhood) -> Pins:
    """For each referent that the step speaks of and some judgement names: its judgements before and after."""
    refs = own | {ref for judgement in (*step.retracted, *step.judged) for ref in (judgement.left, judgement.right)}
    pins: Pins = {}
    for ref in sorted(refs):
        before = hood.judgements(ref)
        made = {judgement for judgement in step.judged if ref in (judgement.left, judgement.right)}
        pins[ref] = (before, (before - set(step.retracted)) | made)
    return {ref: pair for ref, pair in pins.items() if pair[0] or pair[1]}


def _stored_readings(known: Known, articles: set[str]) -> list[Reading]:
    found = []
    for article in sorted(articles):
        referents, claims = known.referents(article=article), known.reader().claims(article=article)
        found.append(Reading(article, None, tuple(referents), tuple(claims)))
    return found
