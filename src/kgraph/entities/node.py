"""Nodes: what the referents of all articles come to when those that look alike are counted together.

A node is a distinct (type, kind, identity names, context), with how often each name was used: ten thousand articles that speak
of Netflix are a few nodes.  A referent that a judgement names stands alone, as a node of its own.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.entities.blocking import context_blocks, other_keys
from kgraph.entities.kinds import FAMILIES
from kgraph.entities.naming import identity_keys, identity_names
from kgraph.model import Referent, digest

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Node:
    """Referents that look alike: ``names`` maps each identity name to how many referents use it, ``count`` counts the
    referents, ``context`` holds what their articles tie them to (see :mod:`kgraph.entities.context`).
    """

    id: str
    type: str
    kind: str | None
    keys: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    count: int
    context: tuple[str, ...] = ()

    @property
    def family(self) -> str | None:
        """The family of its kind, ``None`` where the kind is not known."""
        return FAMILIES.get(self.type, {}).get(self.kind or "")

    @property
    def ref(self) -> str:
        """The referent that stands alone in this node; empty for a node of all that look alike."""
        return self.id.rpartition(" ")[0]

    @property
    def others(self) -> tuple[str, ...]:
        """Keys under which the other script's name is found (see :func:`kgraph.entities.blocking.other_keys`)."""
        return other_keys(self.type, self.kind, tuple(name for name, _ in self.names))

    @property
    def context_blocks(self) -> tuple[str, ...]:
        """Keys of its coarse name with what its context tells (see :func:`kgraph.entities.blocking.context_blocks`)."""
        return context_blocks(self.type, tuple(name for name, _ in self.names), self.context) if self.keys else ()

    def plus(self, other: Node) -> Node:
        """The node with the referents of the other added (or taken away, where they count below zero)."""
        counts = dict(self.names)
        for name, count in other.names:
            counts[name] = counts.get(name, 0) + count
        names = tuple(sorted((name, count) for name, count in counts.items() if count))
        return replace(self, names=names, count=self.count + other.count)

    def negative(self) -> Node:
        """The same referents as something to take away."""
        return replace(self, names=tuple((name, -count) for name, count in self.names), count=-self.count)


def make_node(referent: Referent, context: tuple[str, ...] = (), *, pinned: bool = False) -> Node:
    """The node of one referent in its context; ``pinned`` where a judgement names it."""
    node = _look(referent.type, referent.kind, referent.names, context)
    return replace(node, id=f"{referent.ref} {node.id}") if pinned or not node.keys else node


@functools.lru_cache(maxsize=65536)
def _look(type_: str, kind: str | None, names: tuple[str, ...], context: tuple[str, ...]) -> Node:
    """The node of all referents of that type, kind, names and context."""
    keys, known = identity_keys(type_, names), identity_names(names)
    id_ = digest([type_, kind, sorted(known), context])[7:23]
    return Node(id_, type_, kind, keys, tuple(sorted((name, 1) for name in known)), 1, context)


def sum_nodes(nodes: Iterable[Node]) -> dict[str, Node]:
    """Nodes of one id added up."""
    total: dict[str, Node] = {}
    for node in nodes:
        total[node.id] = total[node.id].plus(node) if node.id in total else node
    return total


def to_text(nodes: Iterable[Node]) -> str:
    """Nodes as the text of a note, the same for the same nodes in any order."""
    rows = [[n.id, n.type, n.kind, n.keys, n.names, n.count, n.context] for n in sorted(nodes, key=lambda node: node.id)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str | None) -> tuple[Node, ...]:
    """The nodes of a note, the opposite of :func:`to_text`."""
    rows = json.loads(text) if text else []
    return tuple(
        Node(id_, type_, kind, tuple(keys), tuple((name, used) for name, used in names), count, tuple(context))
        for id_, type_, kind, keys, names, count, context in rows
    )
