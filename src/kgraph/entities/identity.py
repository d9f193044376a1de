"""What a step does to entities: which nodes change, which entities they make up now, which referents move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.entities.anchor import look_of
from kgraph.entities.assemble import Usage, use
from kgraph.entities.blocks import Blocks
from kgraph.entities.census import Census, take_census
from kgraph.entities.looks import Looks
from kgraph.entities.neighbourhood import Neighbourhood, list_text
from kgraph.entities.node import Node, to_text
from kgraph.entities.partition import partition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kgraph.entities.crowds import Meeting
    from kgraph.entities.known import Known, Step
    from kgraph.model import Judgement, Referent

Note = tuple[str, str | None, str | None]
Entities = dict[str, tuple[Node, ...]]
Homes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """The entities that a step can change, before and after it: how their names are used (``usage``), and where the nodes are
    that were read (``homes``).

    ``closed`` are the entities that were read whole; of others only counts change.
    """

    usage: tuple[dict[str, Usage], dict[str, Usage]]
    homes: tuple[Homes, Homes]
    closed: frozenset[str]
    notes: tuple[Note, ...]
    looks: Looks
    hood: Neighbourhood

    def home(self, referent: Referent, *, after: bool) -> str | None:
        """The entity of a referent before or after the step, if the step can change it."""
        node_id, homes = self.looks.node_id(referent, after=after), self.homes[after]
        if node_id in homes or self.hood.home(node_id) is not None:
            return homes.get(node_id)
        return homes.get(look_of(node_id))

    def moved(self) -> set[str]:
        """Entities that lose referents which live on elsewhere."""
        before, after = self.homes
        away = {entity for node, entity in before.items() if after.get(node, entity) != entity}
        for referent in self.looks.judged:
            home = self.home(referent, after=False)
            if home is not None and home != self.home(referent, after=True):
                away.add(home)
        return away


def identify(step: Step, known: Known) -> Identity:
    """The entities that a step changes, found in their neighbourhood alone."""
    hood = Neighbourhood(known)
    looks = Looks(step, known, hood)
    census = take_census(looks.units(), hood)
    blocks = Blocks(census, hood)
    hood.close(_touched(census, blocks, looks, hood))
    before = {entity: tuple(filter(None, map(hood.node, hood.members(entity)))) for entity in sorted(hood.closed)}
    pool = {node.id: node for nodes in before.values() for node in nodes}
    pool |= {node_id: node for node_id in census.structural() if (node := census.after[node_id])}
    pool = {node_id: node for one, old in pool.items() if (node := census.after.get(one, old)) for node_id in (one,)}
    judged = {node.ref: _judgements(node.ref, looks, hood) for node in pool.values() if node.ref}
    met = blocks.meetings(pool[node_id] for node_id in sorted(pool))
    after = partition(list(pool.values()), {judgement for found in judged.values() for judgement in found}, met)
    homes = _homes(before, census, hood, after=False), _homes(after, census, hood, after=True)
    usage = _usage(before, after, census, hood)
    notes = (
        *looks.notes(),
        *census.notes,
        *_node_notes(census, hood, homes[1]),
        *blocks.notes(),
        *_member_notes(hood, after, _near(after, judged, met)),
    )
    return Identity(usage, homes, frozenset(hood.closed), notes, looks, hood)


def _touched(census: Census, blocks: Blocks, looks: Looks, hood: Neighbourhood) -> Iterator[str]:
    """The entities that what changes meets under some block or judgement."""
    ids = dict.fromkeys((*blocks.met(), *census.structural()))
    ids |= dict.fromkeys(noted for ref in looks.judged_refs() if (noted := hood.noted(ref)))
    yield from (home for node_id in ids if (home := hood.home(node_id)))


def _judgements(ref: str, looks: Looks, hood: Neighbourhood) -> frozenset[Judgement]:
    return looks.pins[ref][1] if ref in looks.pins else hood.judgements(ref)


def _homes(entities: Entities, census: Census, hood: Neighbourhood, *, after: bool) -> Homes:
    """Node id -> entity, of all nodes that were read; of one that stands back it is the entity of its look."""
    homes = {node.id: entity for entity, nodes in entities.items() for node in nodes}
    side = census.after if after else census.before
    for node_id, node in side.items():
        if node and node_id not in homes and (unread := hood.home(node_id)):
            homes[node_id] = unread
    for node_id, node in side.items():
        look = look_of(node_id)
        if node is None and census.counted[node_id][after] and (found := homes.get(look) or hood.home(look)):
            homes[node_id] = found
    return homes


def _usage(before: Entities, after: Entities, census: Census, hood: Neighbourhood) -> tuple[dict[str, Usage], dict[str, Usage]]:
    was = {entity: use(nodes) for entity, nodes in before.items() if nodes}
    now = {entity: use(nodes) for entity, nodes in after.items()}
    for node_id, node in census.before.items():
        home, then = hood.home(node_id), census.after[node_id]
        if node and then and home and home not in hood.closed and node.count != then.count:
            if home not in was:
                was[home] = now[home] = hood.usage(home)
            now[home] = now[home].plus(then, then.count - node.count)
    return was, now


def _node_notes(census: Census, hood: Neighbourhood, homes: Homes) -> Iterator[Note]:
    """Nodes whose counts or entity change."""
    for node_id in sorted(census.counted.keys() | {one for entity in hood.closed for one in hood.members(entity)} | homes.keys()):
        before, after = census.counted.get(node_id) or (hood.node(node_id),) * 2
        out = census.after[node_id] is not None if node_id in census.after else True
        was, home = hood.home(node_id), homes.get(node_id) if out else None
        if (before, was) != (after, home):
            yield f"n/{node_id}", to_text(before, was) if before else None, to_text(after, home) if after else None


def _member_notes(hood: Neighbourhood, after: Entities, near: Mapping[str, Iterable[str]]) -> Iterator[Note]:
    """Which nodes an entity has and which entities are near it, where that changes."""
    for entity in sorted(hood.closed | after.keys()):
        before = hood.circle(entity) if entity in hood.closed else ((), ())
        now = (tuple(sorted(node.id for node in after.get(entity, ()))), tuple(sorted(near.get(entity, ()))))
        if before != now:
            yield f"m/{entity}", list_text(before) if before[0] else None, list_text(now) if now[0] else None


def _near(entities: Entities, judged: Mapping[str, Iterable[Judgement]], met: Iterable[Meeting]) -> dict[str, set[str]]:
    """Entity -> those that it meets in a block that tells something, or in a judgement."""
    homes = {node.id: entity for entity, nodes in entities.items() for node in nodes}
    refs = {node.ref: entity for entity, nodes in entities.items() for node in nodes if node.ref}
    blocks = [{homes[node.id] for node in nodes} for _, nodes in met]
    pairs = [{refs[ref] for ref in (one.left, one.right) if ref in refs} for found in judged.values() for one in found]
    near: dict[str, set[str]] = {}
    for together in (*blocks, *pairs):
        for entity in together if len(together) > 1 else ():
            near.setdefault(entity, set()).update(together - {entity})
    return near
