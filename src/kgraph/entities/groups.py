"""Groups of nodes that grow as ties are found: union-find with pairs that must stay apart, and the profile of each group."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.profile import Profile, profile_of, unite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.node import Node

Cell = tuple[str, str, str]  # type, family, key
Item = str | Cell


@dataclass
class Groups:
    """Union-find over items: nodes (or the referents that stand alone in them) and the name cells they come under."""

    apart: dict[Item, set[Item]]
    nodes: dict[Item, list[Node]]
    parent: dict[Item, Item] = field(default_factory=dict)
    members: dict[Item, list[Item]] = field(default_factory=dict)
    parts: dict[Item, list[Profile]] = field(default_factory=dict)  # profiles that come to that of a group

    def find(self, item: Item) -> Item:
        """The item that stands for the group of this one."""
        self.members.setdefault(item, [item])
        root = self.parent.setdefault(item, item)
        while root != self.parent[root]:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def roots(self, items: Iterable[Item]) -> list[Item]:
        """The groups of these items, each once, in the order met."""
        return list(dict.fromkeys(self.find(item) for item in items))

    def join(self, left: Item, right: Item) -> None:
        """Make two groups one, unless two of their members must stay apart."""
        left, right = self.find(left), self.find(right)
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        if left == right or self._forbidden(left, right):
            return
        self._parts(left).extend(self._parts(right))
        del self.parts[right]
        self.parent[right] = left
        self.members[left] += self.members.pop(right)

    def profile(self, root: Item) -> Profile:
        """The profile of all nodes of a group."""
        parts = self._parts(root)
        if len(parts) > 1:
            parts[:] = [unite(parts)]
        return parts[0]

    def _parts(self, root: Item) -> list[Profile]:
        if root not in self.parts:
            self.parts[root] = [profile_of(node) for item in self.members[root] for node in self.nodes.get(item, ())]
        return self.parts[root]

    def _forbidden(self, left: Item, right: Item) -> bool:
        """Whether a member of the second, smaller group must stay apart from one of the first."""
        rivals = (rival for item in self.members[right] for rival in self.apart.get(item, ())) if self.apart else ()
        return any(rival in self.parent and self.find(rival) == left for rival in rivals)
