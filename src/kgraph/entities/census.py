"""Which nodes a step changes: referents come and go, and the nodes of a look stand out or stand back.

A name that thousands of articles tie to thousands of things has a node for each anchor.  Only the first few anchors of a look
(see :mod:`kgraph.entities.shelves`) stand out as nodes of their own; whoever is counted under another stands back and counts as
somebody of that look about whom nothing else is said.  So what has to be compared is bounded, whatever is told, and which nodes
stand out depends on which there are and not on which came first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.anchor import look_of, place_of
from kgraph.entities.node import Node, sum_nodes
from kgraph.entities.shelves import Note, Shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.entities.neighbourhood import Neighbourhood


@dataclass
class Census:
    """Nodes by id before and after a step, as counted (``counted``) and, of those that stand out, as compared (``before``,
    ``after``); ``None`` where there is none.
    """

    counted: dict[str, tuple[Node | None, Node | None]] = field(default_factory=dict)
    before: dict[str, Node | None] = field(default_factory=dict)
    after: dict[str, Node | None] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def structural(self) -> Iterator[str]:
        """Nodes of which more changes than how many referents are counted in them."""
        for node_id, before in self.before.items():
            after = self.after[node_id]
            if (before.context if before else None) != (after.context if after else None):
                yield node_id


def take_census(units: Iterable[Node], hood: Neighbourhood) -> Census:
    """The nodes that change when these referents come (or go, where they count below zero)."""
    census = Census()
    for node_id, delta in sum_nodes(units).items():
        before = hood.node(node_id)
        census.counted[node_id] = before, _kept(before.plus(delta) if before else delta)
    _place_anchors(census, hood)
    for node_id, (before, after) in list(census.counted.items()):
        if not place_of(node_id):
            census.before[node_id], census.after[node_id] = before, after
    return census


def _kept(node: Node) -> Node | None:
    return node if node.count > 0 else None


def _place_anchors(census: Census, hood: Neighbourhood) -> None:
    """Decide which anchored nodes of the step stand out; those that stand back are counted with their look."""
    looks: dict[str, list[str]] = {}
    for node_id in census.counted:
        if place_of(node_id):
            looks.setdefault(look_of(node_id), []).append(node_id)
    for look, node_ids in looks.items():
        moved = [one for one in node_ids if (census.counted[one][0] is None) != (census.counted[one][1] is None)]
        first = _change_anchors(look, moved, census, hood) if moved else None
        swapped = (f"{look}/{place}" for place in sorted(first[0] ^ first[1])) if first else ()
        for node_id in dict.fromkeys((*node_ids, *swapped)):
            out = hood.home(node_id) is not None
            _place(node_id, (out, place_of(node_id) in first[1] if first else out), census, hood)


def _change_anchors(look: str, moved: list[str], census: Census, hood: Neighbourhood) -> tuple[set[str], set[str]]:
    """The anchors of a look that stand out before and after."""
    shelves = Shelves(look, hood)
    before = set(shelves.hand)
    shelves.toggle(place_of(node_id) for node_id in moved)
    census.notes += [note for note in shelves.notes() if note[1] != note[2]]
    return before, shelves.hand


def _place(node_id: str, out: tuple[bool, bool], census: Census, hood: Neighbourhood) -> None:
    stored = hood.node(node_id)
    sides = census.counted.setdefault(node_id, (stored, stored))
    census.before[node_id], census.after[node_id] = (node if there else None for node, there in zip(sides, out, strict=True))
    back = [node.count if node and not there else 0 for node, there in zip(sides, out, strict=True)]
    node = sides[0] or sides[1]
    if node is not None and back[0] != back[1]:
        look = look_of(node_id)
        before = census.counted[look][0] if look in census.counted else hood.node(look)
        now = census.counted[look][1] if look in census.counted else before
        more = node.folded(back[1] - back[0])
        census.counted[look] = before, _kept(now.plus(more) if now else more)
