"""What a step does to entities: which nodes change, which entities they make up now, which referents move."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.entities.context import contexts
from kgraph.entities.neighbourhood import Neighbourhood, block_keys, judgements_to_text
from kgraph.entities.node import Node, make_node, sum_nodes
from kgraph.entities.partition import partition
from kgraph.model import Judgement, Referent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.entities.known import Known, Step

Nodes = dict[str, Node]
Note = tuple[str, str | None, str | None]
Pins = dict[str, tuple[frozenset[Judgement], frozenset[Judgement]]]


class Looks:
    """The context of each referent before and after a step: of the step's own article as read, of others as noted."""

    def __init__(self, step: Step, hood: Neighbourhood) -> None:
        self._hood = hood
        self._readings = (step.removed, step.added)
        self._contexts = tuple(contexts(reading) if reading else {} for reading in self._readings)
        self._articles = tuple(reading.article if reading else None for reading in self._readings)
        self._noted: dict[str, tuple[str, ...]] = {}

    def context(self, ref: str, *, after: bool) -> tuple[str, ...]:
        """What the article of a referent ties it to."""
        if ref.rpartition("#")[0] == self._articles[after]:
            return self._contexts[after].get(ref, ())
        if ref not in self._noted:
            self._noted[ref] = self._hood.context(ref)
        return self._noted[ref]

    def notes(self) -> Iterator[Note]:
        """The contexts that change."""
        before, after = self._contexts
        for ref in sorted({*before, *after}):
            if before.get(ref) != after.get(ref):
                yield f"l/{ref}", _list_text(before.get(ref, ())), _list_text(after.get(ref, ()))


@dataclass(frozen=True, slots=True)
class Identity:
    """The entities that a step can change, as their nodes, before and after it.

    ``notes`` are the blocks and judgements that change, ``judged`` the stored referents that a judgement now singles out or
    lets go.
    """

    before: dict[str, Nodes]
    after: dict[str, Nodes]
    notes: tuple[Note, ...]
    homes: tuple[dict[str, str], dict[str, str]]
    judged: tuple[Referent, ...]
    looks: Looks

    def home(self, referent: Referent, *, after: bool) -> str | None:
        """The entity of a referent before or after the step, if the step can change it."""
        homes, context = self.homes[after], self.looks.context(referent.ref, after=after)
        return homes.get(make_node(referent, context, pinned=True).id) or homes.get(make_node(referent, context).id)

    def moved(self) -> set[str]:
        """Entities that lose referents which live on elsewhere."""
        before, after = self.homes
        away = {entity for node, entity in before.items() if after.get(node, entity) != entity}
        for referent in self.judged:
            home = self.home(referent, after=False)
            if home is not None and home != self.home(referent, after=True):
                away.add(home)
        return away


def identify(step: Step, known: Known) -> Identity:
    """The entities that a step changes, found in their neighbourhood alone."""
    hood = Neighbourhood(known)
    looks = Looks(step, hood)
    pins = _judge_pins(step, hood)
    judged = tuple(_judged(step, known, pins))
    deltas = sum_nodes(_deltas(step, judged, pins, looks))
    structural = [node for node in deltas.values() if not _quiet(node, hood)]
    hood.close(block for node in structural for block in block_keys(node))
    hood.close(f"k/#/{ref}" for ref in pins_changed(pins))
    before = {entity: dict(nodes) for entity, nodes in hood.entities.items() if nodes}
    after = _regroup(hood, deltas, pins)
    notes = (*_block_notes(hood, after), *_judgement_notes(pins), *looks.notes())
    return Identity(before, after, notes, (_homes(before), _homes(after)), judged, looks)


def pins_changed(pins: Pins) -> list[str]:
    """Refs whose judgements the step changes, and the refs at the other end of those judgements."""
    judgements = {judgement for before, after in pins.values() for judgement in before ^ after}
    arrived = {judgement for before, after in pins.values() for judgement in after}
    return sorted({ref for judgement in judgements | arrived for ref in (judgement.left, judgement.right)})


def _judge_pins(step: Step, hood: Neighbourhood) -> Pins:
    """For each referent that the step speaks of and some judgement names: its judgements before and after."""
    refs = {referent.ref for reading in (step.removed, step.added) if reading for referent in reading.referents}
    refs |= {ref for judgement in (*step.retracted, *step.judged) for ref in (judgement.left, judgement.right)}
    pins: Pins = {}
    for ref in sorted(refs):
        before = hood.judgements(ref)
        made = {judgement for judgement in step.judged if ref in (judgement.left, judgement.right)}
        pins[ref] = (before, (before - set(step.retracted)) | made)
    return {ref: pair for ref, pair in pins.items() if pair[0] or pair[1]}


def _judged(step: Step, known: Known, pins: Pins) -> Iterator[Referent]:
    """Stored referents, not of the step's own article, that a judgement of the step names."""
    own = {referent.ref for reading in (step.removed, step.added) if reading for referent in reading.referents}
    for ref in sorted(pins.keys() - own):
        article = ref.rpartition("#")[0]
        yield from (referent for referent in known.referents(article=article) if referent.ref == ref)


def _deltas(step: Step, judged: Iterable[Referent], pins: Pins, looks: Looks) -> Iterator[Node]:
    """Nodes of the referents that go (counted below zero) and come, or are singled out or let go by a judgement."""
    none: frozenset[Judgement] = frozenset()
    gone = step.removed.referents if step.removed else ()
    come = step.added.referents if step.added else ()
    for referent in (*gone, *judged):
        pinned = bool(pins.get(referent.ref, (none, none))[0])
        yield make_node(referent, looks.context(referent.ref, after=False), pinned=pinned).negative()
    for referent in (*come, *judged):
        pinned = bool(pins.get(referent.ref, (none, none))[1])
        yield make_node(referent, looks.context(referent.ref, after=True), pinned=pinned)


def _quiet(delta: Node, hood: Neighbourhood) -> bool:
    """Whether only counts change: the node was there before and is there afterwards."""
    home = hood.home(delta)
    return home is not None and hood.entity(home)[delta.id].count + delta.count > 0


def _regroup(hood: Neighbourhood, deltas: Nodes, pins: Pins) -> dict[str, Nodes]:
    """The entities of the neighbourhood after the step."""
    after = {entity: dict(nodes) for entity, nodes in hood.entities.items() if nodes and entity not in hood.closed}
    pool = {node.id: node for entity in hood.closed for node in hood.entity(entity).values()}
    for delta in deltas.values():
        home = hood.home(delta)
        place = pool if home is None or home in hood.closed else after[home]
        place[delta.id] = place[delta.id].plus(delta) if delta.id in place else delta
    nodes = [node for node in pool.values() if node.count > 0]
    refs = {node.ref for node in nodes} - {""}
    judgements = {judgement for ref in refs for judgement in (pins[ref][1] if ref in pins else hood.judgements(ref))}
    for entity, members in partition(nodes, judgements).items():
        after[entity] = {node.id: node for node in members}
    return after


def _homes(entities: dict[str, Nodes]) -> dict[str, str]:
    return {node: entity for entity, nodes in entities.items() for node in nodes}


def _block_notes(hood: Neighbourhood, after: dict[str, Nodes]) -> Iterator[Note]:
    """Which entities stand under a block key, where that changes."""
    found: dict[str, set[str]] = {}
    untouched = {entity for entity, nodes in hood.entities.items() if nodes} - hood.closed
    for entity in (hood.closed | set(after)) - untouched:
        for node in (*hood.entities.get(entity, {}).values(), *after.get(entity, {}).values()):
            for block in block_keys(node):
                found.setdefault(block, set())
                if node.id in after.get(entity, {}):
                    found[block].add(entity)
    for block in sorted(found):
        before, now = hood.block(block), tuple(sorted(found[block]))
        if before != now:
            yield block, _list_text(before), _list_text(now)


def _list_text(ids: tuple[str, ...]) -> str | None:
    return json.dumps(ids, ensure_ascii=False, separators=(",", ":")) if ids else None


def _judgement_notes(pins: Pins) -> Iterator[Note]:
    for ref, (before, after) in pins.items():
        if before != after:
            yield f"j/{ref}", judgements_to_text(before), judgements_to_text(after)
