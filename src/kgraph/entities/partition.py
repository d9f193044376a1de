"""Which nodes are one entity.  A pure function of the nodes and the judgements: their order does not matter.

A person's judgement outranks the machine's ties, ``different`` outranks ``same``, and what contradicts a stronger tie is left
undone; the machine's ties keep within a family of kinds (see :mod:`kgraph.entities.ties`).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kgraph.entities.crowds import Meeting, meetings
from kgraph.entities.groups import Cell, Groups, Item
from kgraph.entities.kinds import FAMILIES
from kgraph.entities.naming import short_key
from kgraph.entities.node import Node
from kgraph.entities.ties import item_of, tie_by_context, tie_by_likely_name, tie_by_name, tie_by_title, tie_by_translation
from kgraph.model import Judgement, Verdict
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Cells = dict[Cell, list[Node]]


def partition(
    nodes: Sequence[Node], judgements: Iterable[Judgement], met: Sequence[Meeting] | None = None
) -> dict[str, tuple[Node, ...]]:
    """Entity id -> its nodes.  ``nodes`` is a whole neighbourhood: every node that meets one of them in a block that tells
    something, or in a judgement; ``met`` are those blocks, where other nodes than these stand in some.
    """
    ordered = sorted(nodes, key=lambda node: node.id)
    met = meetings(ordered) if met is None else met
    verdicts = settle(judgements)
    groups = _make_groups(ordered, verdicts)
    types = {node.ref: node.type for node in ordered if node.ref}
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict is Verdict.SAME and types.get(left, "") == types.get(right):
            groups.join(left, right)
    pinned = {ref for pair in verdicts for ref in pair}
    families = choose_families(ordered)
    own, likely = _cells(sorted(ordered, key=lambda node: (node.ref in pinned, node.id)), families)
    tie_by_context(ordered, families, groups, met)
    tie_by_name(own, groups)
    tie_by_likely_name(own, likely, groups)
    tie_by_title(own, groups)
    tie_by_translation(met, families, groups)
    return _name_groups(ordered, groups)


def _make_groups(nodes: Sequence[Node], verdicts: Mapping[tuple[str, str], Verdict]) -> Groups:
    by_item: dict[Item, list[Node]] = {}
    for node in nodes:
        by_item.setdefault(item_of(node), []).append(node)
    return Groups(_pairs(verdict for verdict in verdicts.items() if verdict[1] is Verdict.DIFFERENT), by_item)


def _cells(nodes: Sequence[Node], families: dict[str, str]) -> tuple[Cells, Cells]:
    """Nodes by the names that they have, and by those that they likely have in the other script."""
    own: Cells = {}
    likely: Cells = {}
    for node in nodes:
        for key in node.keys:
            own.setdefault((node.type, families[node.id], key), []).append(node)
        for key in node.others if node.keys else ():
            likely.setdefault((node.type, families[node.id], key), []).append(node)
    return own, likely


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
    """Node id -> family; a node of unknown kind goes with the first family that is known under one of its keys, if any.

    What was found out about one so tells about those that share another key with it: "Paper Boat" beside "종이배 (Paper Boat)".
    """
    chosen = {node.id: node.family or "" for node in nodes}
    waiting = [node for node in nodes if not node.family]
    while waiting:
        known: dict[tuple[str, str], set[str]] = {}
        for node in nodes:
            for key in node.keys if chosen[node.id] else ():
                known.setdefault((node.type, key), set()).add(chosen[node.id])
        found = {node.id: _first_family(node, known) for node in waiting}
        chosen |= found
        left = [node for node in waiting if not found[node.id]]
        if len(left) == len(waiting):
            break
        waiting = left
    return chosen


def _first_family(node: Node, known: Mapping[tuple[str, str], set[str]]) -> str:
    near = {family for key in node.keys for family in known.get((node.type, key), ())}
    return next((family for family in FAMILIES.get(node.type, {}).values() if family in near), "")


def _pairs(verdicts: Iterable[tuple[tuple[str, str], Verdict]]) -> dict[Item, set[Item]]:
    apart: dict[Item, set[Item]] = {}
    for (left, right), _ in verdicts:
        apart.setdefault(left, set()).add(right)
        apart.setdefault(right, set()).add(left)
    return apart


def _name_groups(nodes: Sequence[Node], groups: Groups) -> dict[str, tuple[Node, ...]]:
    found: dict[Item, list[Node]] = {}
    for node in nodes:
        found.setdefault(groups.find(item_of(node)), []).append(node)
    return {_entity_id(group, groups.members[root]): tuple(group) for root, group in found.items()}


def _entity_id(nodes: Sequence[Node], members: Iterable[Item]) -> str:
    """``person-leejaekyu``, ``work-series-squidgame``: the smallest name; with a hash of the first referent where the name is
    another's.
    """
    cells = sorted(item for item in members if not isinstance(item, str))
    if cells:
        return "-".join(part for part in (cells[0][0].lower(), *cells[0][1:]) if part)
    first = nodes[0]
    key = first.keys[0] if first.keys else short_key(name_key(first.names[0]))
    return f"{first.type.lower()}-{key}-{hashlib.sha256(item_of(first).encode()).hexdigest()[:12]}"
