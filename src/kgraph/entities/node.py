"""Nodes: what the referents of all articles come to when those that look alike are counted together.

A node is a distinct (type, kind, identity keys), with how often each name was used: ten thousand articles that speak of
Netflix are a few nodes.  A referent that a judgement names stands alone, as a node of its own.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.entities.naming import identity_keys, identity_names
from kgraph.model import Referent, digest

if TYPE_CHECKING:
    from collections.abc import Iterable

FAMILIES: dict[str, dict[str, str]] = {
    "Work": {
        "series": "series", "variety": "series", "film": "film", "webtoon": "webtoon", "novel": "novel", "play": "play",
        "game": "game", "album": "album", "song": "song",
    },
    "Organization": {
        "broadcaster": "company", "platform": "company", "studio": "company", "agency": "company", "group": "group",
        "chart": "chart", "festival": "festival",
    },
}  # fmt: skip
"""Kinds that may be one thing: a drama and the webtoon of its name are two works, a broadcaster may be called a studio.

The order is the order in which a referent of unknown kind is given to one of several of its name.
"""


@dataclass(frozen=True, slots=True)
class Node:
    """Referents that look alike: ``names`` maps each identity name to how many referents use it, ``count`` counts the
    referents.
    """

    id: str
    type: str
    kind: str | None
    keys: tuple[str, ...]
    names: tuple[tuple[str, int], ...]
    count: int

    @property
    def family(self) -> str | None:
        """The family of its kind, ``None`` where the kind is not known."""
        return FAMILIES.get(self.type, {}).get(self.kind or "")

    @property
    def ref(self) -> str:
        """The referent that stands alone in this node; empty for a node of all that look alike."""
        return self.id.rpartition(" ")[0]

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


def make_node(referent: Referent, *, pinned: bool = False) -> Node:
    """The node of one referent; ``pinned`` where a judgement names it."""
    node = _look(referent.type, referent.kind, referent.names)
    return replace(node, id=f"{referent.ref} {node.id}") if pinned or not node.keys else node


@functools.lru_cache(maxsize=65536)
def _look(type_: str, kind: str | None, names: tuple[str, ...]) -> Node:
    """The node of all referents of that type, kind and names."""
    keys, known = identity_keys(type_, names), identity_names(names)
    return Node(digest([type_, kind, keys])[7:23], type_, kind, keys, tuple(sorted((name, 1) for name in known)), 1)


def sum_nodes(nodes: Iterable[Node]) -> dict[str, Node]:
    """Nodes of one id added up."""
    total: dict[str, Node] = {}
    for node in nodes:
        total[node.id] = total[node.id].plus(node) if node.id in total else node
    return total


def to_text(nodes: Iterable[Node]) -> str:
    """Nodes as the text of a note, the same for the same nodes in any order."""
    rows = [[n.id, n.type, n.kind, n.keys, n.names, n.count] for n in sorted(nodes, key=lambda node: node.id)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str | None) -> tuple[Node, ...]:
    """The nodes of a note, the opposite of :func:`to_text`."""
    rows = json.loads(text) if text else []
    return tuple(Node(i, t, k, tuple(keys), tuple((n, c) for n, c in names), count) for i, t, k, keys, names, count in rows)
