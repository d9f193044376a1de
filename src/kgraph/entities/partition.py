"""Which nodes are one entity.  A pure function of the nodes and the judgements: their order does not matter.

Nodes that share a name key, within a family of kinds, are one entity, transitively; a person's judgement outranks names,
``different`` outranks ``same``, and what contradicts a stronger tie is left undone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.naming import short_key
from kgraph.entities.node import FAMILIES, Node
from kgraph.model import Judgement, Verdict
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = tuple[str, str, str]  # type, family, key
Item = str | Cell


@dataclass
class Ties:
    """Union-find over items, with pairs that must stay apart."""

    apart: dict[Item, set[Item]]
    parent: dict[Item, Item] = field(default_factory=dict)
    members: dict[Item, list[Item]] = field(default_factory=dict)

    def find(self, item: Item) -> Item:
        """The item that stands for the group of this one."""
        self.members.setdefault(item, [item])
        root = self.parent.setdefault(item, item)
        while root != self.parent[root]:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def join(self, left: Item, right: Item) -> None:
        """Make two groups one, unless two of their members must stay apart."""
        left, right = self.find(left), self.find(right)
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        if left == right or self._forbidden(left, right):
            return
        self.parent[right] = left
        self.members[left] += self.members.pop(right)

    def _forbidden(self, left: Item, right: Item) -> bool:
        if not self.apart:
            return False
        bigger = set(self.members[left])
        return any(not bigger.isdisjoint(self.apart.get(item, ())) for item in self.members[right])


def partition(nodes: Sequence[Node], judgements: Iterable[Judgement]) -> dict[str, tuple[Node, ...]]:
    """Entity id -> its nodes.  ``nodes`` is a whole neighbourhood: every node that shares a key or a judgement with one of
    them.
    """
    ordered = sorted(nodes, key=lambda node: node.id)
    verdicts = settle(judgements)
    ties = Ties(_pairs(verdict for verdict in verdicts.items() if verdict[1] is Verdict.DIFFERENT))
    types = {node.ref: node.type for node in ordered if node.ref}
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict is Verdict.SAME and types.get(left, "") == types.get(right):
            ties.join(left, right)
    pinned = {ref for pair in verdicts for ref in pair}
    families = choose_families(ordered)
    for node in sorted(ordered, key=lambda node: (node.ref in pinned, node.id)):
        for key in node.keys:
            ties.join(_item(node), (node.type, families[node.id], key))
    return _name_groups(ordered, ties)


def settle(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """One verdict a pair: a person's before a machine's, then different before same before unsure."""
    strength = {Verdict.DIFFERENT: 2, Verdict.SAME: 1, Verdict.UNSURE: 0}
    best: dict[tuple[str, str], tuple[bool, int, Verdict]] = {}
    for judgement in judgements:
        pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
        found = (judgement.judge != "machine", strength[judgement.verdict], judgement.verdict)
        best[pair] = max(best.get(pair, found), found)
    return {pair: verdict for pair, (_, _, verdict) in best.items() if pair[0] != pair[1]}


def choose_families(nodes: Sequence[Node]) -> dict[str, str]:
    """Node id -> family; a node of unknown kind goes with the first family that is known under one of its keys, if any."""
    known: dict[tuple[str, str], set[str]] = {}
    for node in nodes:
        for key in node.keys if node.family else ():
            known.setdefault((node.type, key), set()).add(node.family or "")
    chosen: dict[str, str] = {}
    for node in nodes:
        near = {family for key in node.keys for family in known.get((node.type, key), ())}
        order = [family for family in FAMILIES.get(node.type, {}).values() if family in near]
        chosen[node.id] = node.family or next(iter(order), "")
    return chosen


def _item(node: Node) -> str:
    """What stands for the node among the ties: the referent that judgements name, or the node."""
    return node.ref or node.id


def _pairs(verdicts: Iterable[tuple[tuple[str, str], Verdict]]) -> dict[Item, set[Item]]:
    apart: dict[Item, set[Item]] = {}
    for (left, right), _ in verdicts:
        apart.setdefault(left, set()).add(right)
        apart.setdefault(right, set()).add(left)
    return apart


def _name_groups(nodes: Sequence[Node], ties: Ties) -> dict[str, tuple[Node, ...]]:
    groups: dict[Item, list[Node]] = {}
    for node in nodes:
        groups.setdefault(ties.find(_item(node)), []).append(node)
    return {_entity_id(group, ties.members[root]): tuple(group) for root, group in groups.items()}


def _entity_id(nodes: Sequence[Node], members: Iterable[Item]) -> str:
    """``person-leejaekyu``, ``work-series-squidgame``: the smallest name; with a hash of the first referent where the name is
    another's.
    """
    cells = sorted(item for item in members if not isinstance(item, str))
    if cells:
        return "-".join(part for part in (cells[0][0].lower(), *cells[0][1:]) if part)
    first = nodes[0]
    key = first.keys[0] if first.keys else short_key(name_key(first.names[0][0]))
    return f"{first.type.lower()}-{key}-{hashlib.sha256(_item(first).encode()).hexdigest()[:12]}"
