"""Nodes: what the referents of all articles come to when those that are surely meant as one are counted together.

A node is a distinct (type, kind, identity names, plain items, anchor): see :mod:`kgraph.entities.anchor`.  All else that
articles tie to its referents is kept with counts, so a node is as large as what has been said, not as how often.  A referent that
a judgement names stands alone, as a node of its own.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.entities.anchor import LOOK, anchor, compared, plain_items
from kgraph.entities.blocking import context_blocks, other_keys
from kgraph.entities.kinds import FAMILIES
from kgraph.entities.naming import identity_keys, identity_names, member_keys
from kgraph.model import Referent, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

Counts = tuple[tuple[str, int], ...]
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)  # without slots: what is worked out of a node is kept beside it
class Node:
    """Referents that are counted together: how many, by which names, and how many articles tie which item to them.

    ``plain`` holds the items that all of them have, ``context`` all that are compared.
    """

    id: str
    type: str
    kind: str | None
    keys: tuple[str, ...]
    names: tuple[str, ...]
    plain: tuple[str, ...]
    count: int
    items: Counts
    context: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def family(self) -> str | None:
        """The family of its kind, ``None`` where the kind is not known."""
        return FAMILIES.get(self.type, {}).get(self.kind or "")

    @property
    def ref(self) -> str:
        """The referent that stands alone in this node; empty for a node of all that are counted together."""
        return self.id.rpartition(" ")[0] if " " in self.id else ""

    @functools.cached_property
    def others(self) -> tuple[str, ...]:
        """Keys under which the other script's name is found (see :func:`kgraph.entities.blocking.other_keys`)."""
        return other_keys(self.type, self.kind, self.names)

    @functools.cached_property
    def context_blocks(self) -> tuple[str, ...]:
        """Keys of its coarse name with what its context tells (see :func:`kgraph.entities.blocking.context_blocks`)."""
        return context_blocks(self.type, self.names, self.context) if self.keys else ()

    def plus(self, other: Node) -> Node:
        """The node with the referents of the other added (or taken away, where they count below zero)."""
        if not other.items:
            return replace(self, count=self.count + other.count)
        counts = dict(self.items)
        for item, count in other.items:
            counts[item] = counts.get(item, 0) + count
        items = tuple(sorted((item, count) for item, count in counts.items() if count))
        same = [item for item, _ in items] == [item for item, _ in self.items]
        context = self.context if same else _context(self.plain, items)
        return replace(self, count=self.count + other.count, items=items, context=context)

    def negative(self) -> Node:
        """The same referents as something to take away."""
        return replace(self, count=-self.count, items=tuple((item, -count) for item, count in self.items))

    def folded(self, count: int) -> Node:
        """So many referents of this look without what is tied to them."""
        return replace(self, id=self.id[:LOOK], count=count, items=(), context=self.plain)


def make_node(referent: Referent, context: tuple[str, ...] = (), *, pinned: bool = False) -> Node:
    """The node of one referent in its context; ``pinned`` where a judgement names it."""
    node = _look(referent.type, referent.kind, referent.names, context)
    return replace(node, id=f"{referent.ref} {node.id[:LOOK]}") if pinned or not node.keys else node


@functools.lru_cache(maxsize=65536)
def _look(type_: str, kind: str | None, names: tuple[str, ...], context: tuple[str, ...]) -> Node:
    """The node of one referent of that type, kind, names and context."""
    known, keys = tuple(sorted(identity_names(names))), identity_keys(type_, names)
    if type_ == "Person":
        groups = (item[len("group:") :] for item in context if item.startswith("group:") and "~" not in item)
        keys = tuple(sorted({*keys, *member_keys(known, groups)}))
    plain, place = plain_items(keys, context), anchor(context)
    look = digest([type_, kind, known, keys, plain])[7 : 7 + LOOK]
    items = tuple((item, 1) for item in sorted({*context} - {*plain}))
    return Node(f"{look}/{place}" if place else look, type_, kind, keys, known, plain, 1, items, _context(plain, items))


def _context(plain: tuple[str, ...], items: Counts) -> tuple[str, ...]:
    return compared((*plain, *(item for item, count in items if count > 0)))


def sum_nodes(nodes: Iterable[Node]) -> dict[str, Node]:
    """Nodes of one id added up."""
    total: dict[str, Node] = {}
    for node in nodes:
        total[node.id] = total[node.id].plus(node) if node.id in total else node
    return total


def to_text(node: Node, home: str | None) -> str:
    """A node as the text of a note, with the entity that it is part of."""
    row = [home, node.type, node.kind, node.keys, node.names, node.plain, node.count, node.items]
    return _ENCODE(row)


@functools.lru_cache(maxsize=1 << 14)
def from_text(node_id: str, text: str) -> tuple[Node, str | None]:
    """The node of a note and its entity, the opposite of :func:`to_text`."""
    home, type_, kind, keys, names, plain, count, items = json.loads(text)
    counts = tuple((item, number) for item, number in items)
    plain = tuple(plain)
    return Node(node_id, type_, kind, tuple(keys), tuple(names), plain, count, counts, _context(plain, counts)), home
