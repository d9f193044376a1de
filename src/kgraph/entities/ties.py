"""The machine's ties between nodes, the surest first: one name in one context, another spelling in one context, one name, the
likely name in the other script.

A pure function of the neighbourhood: the order of nodes does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kgraph.entities.crowds import CONTEXT, Meeting, is_whole
from kgraph.entities.features import BORN_YEARS
from kgraph.entities.judge import Opinion, judge
from kgraph.entities.profile import Profile, make_profile
from kgraph.entities.work_blocks import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kgraph.entities.groups import Cell, Groups, Item
    from kgraph.entities.node import Node
    from kgraph.text.births import Birth

CLEARLY = 0.7  # nats by which the best match must lead
MOST = 40  # groups of one name that are compared with each other
Families = dict[str, str]
Pair = tuple["Item", "Item"]


def tie_by_context(nodes: Sequence[Node], families: Families, groups: Groups, met: Sequence[Meeting]) -> None:
    """Join nodes of one name, then of names that may be one, that are tied to the same things."""
    _join_namesakes(nodes, families, groups)
    coarse = [(block, there) for block, there in met if block.startswith(CONTEXT) and not is_whole(block)]
    for _, there in sorted(coarse, key=lambda one: " title:" in one[0]):  # what only a translation ties comes last
        for items in _by_family(there, families):
            _join_judged(groups.roots(items), groups)


def _join_namesakes(nodes: Sequence[Node], families: Families, groups: Groups) -> None:
    """Join nodes of one name that are tied to one thing; titles that say the same are no thing."""
    named: dict[tuple[str, str, str], list[Node]] = {}
    for node in nodes:
        for key in node.keys if not _told_apart(node) else ():
            named.setdefault((node.type, families[node.id], key), []).append(node)
    blocks: dict[tuple[str, ...], list[Item]] = {}
    for (type_, family, key), there in named.items():
        for node in there if len(there) > 1 else ():
            item = item_of(node)
            for block in node.context_blocks:
                blocks.setdefault((type_, family, block, key), []).append(item)
    for place in sorted(place for place, items in blocks.items() if len(items) > 1 and place[2][0] != WHOLE):
        items = blocks[place]
        for other in items[1:]:
            groups.join(items[0], other)


def _by_family(met: Iterable[Node], families: Families) -> Iterator[list[Item]]:
    """Those who meet in a block, each family by itself; those of unknown kind go with the only family that is there."""
    found: dict[str, list[Item]] = defaultdict(list)
    for node in met:
        found[families[node.id]].append(item_of(node))
    known = sorted(family for family in found if family)
    if len(known) == 1 and "" in found:
        found[known[0]] += found.pop("")
    yield from (found[family] for family in sorted(found) if len(found[family]) > 1)


def tie_by_name(cells: Mapping[Cell, Sequence[Node]], groups: Groups) -> None:
    """Join what has one name, except groups that contradict each other; those keep to themselves."""
    for cell in sorted(cells):
        items = [item_of(node) for node in cells[cell]]
        kinds = _alike(groups.roots(items), groups)
        parts = _modules(kinds, groups)
        for part in parts:
            for root in part[1:]:
                groups.join(part[0], root)
        if len(parts) == 1:
            for item in items:
                groups.join(item, cell)


def tie_by_likely_name(own: Mapping[Cell, Sequence[Node]], likely: Mapping[Cell, Sequence[Node]], groups: Groups) -> None:
    """Join names with what they most likely are in the other script, where only one bearer of it can be meant."""
    for cell in sorted(likely):
        holders = groups.roots(item_of(node) for node in own.get(cell, ()))
        guests = [root for root in groups.roots(item_of(node) for node in likely[cell]) if root not in holders]
        if len(holders) + len(guests) > MOST:
            continue
        for guest in guests:
            fitting = [other for other in groups.roots(holders) if _opinion(guest, other, groups).name_holds]
            if len(fitting) == 1:
                groups.join(fitting[0], guest)
            elif not holders:
                holders = [guest]


def tie_by_title(own: Mapping[Cell, Sequence[Node]], groups: Groups) -> None:
    """Join works whose titles some article gives as one title in two scripts, where their makers agree as well."""
    pairs = {pair for nodes in own.values() for node in nodes for pair in _title_pairs(node)}
    families = sorted({cell[1] for cell in own if cell[0] == "Work"})
    for left, right in sorted(pairs):
        for family in families:
            sides = [own.get(("Work", family, key), ()) for key in (left, right)]
            roots = groups.roots(item_of(node) for side in sides for node in side)
            if all(sides) and len(roots) <= MOST:
                _join_judged(roots, groups, translated=True)


def tie_by_translation(met: Sequence[Meeting], families: Families, groups: Groups) -> None:
    """Join works whose titles say the same in two scripts, where nothing contradicts and no other comes into question."""
    for block, there in met:
        for items in _by_family(there, families) if is_whole(block) else ():
            roots = groups.roots(items)
            if len(roots) <= MOST:
                _join_judged(roots, groups)


def _title_pairs(node: Node) -> Iterator[tuple[str, str]]:
    if node.type == "Work":
        yield from ((a, b) for a in node.keys for b in node.keys if a < b)


def item_of(node: Node) -> str:
    """What stands for the node among the ties: the referent that judgements name, or the node."""
    return node.ref or node.id


def _told_apart(node: Node) -> bool:
    if not any(item.startswith("not:") for item in node.plain):
        return False
    profile = make_profile([node])
    return bool(profile.excludes(profile))


def _join_judged(roots: Sequence[Item], groups: Groups, *, translated: bool = False) -> None:
    """Join groups that are judged the same, the surest pair first; a pair with a rival that is nearly as sure stays open."""
    pairs = list(combinations(roots[:MOST], 2))
    if not pairs:
        return
    odds = {pair: opinion.odds for pair in pairs if (opinion := _opinion(*pair, groups, translated=translated)).holds}
    for pair in sorted(odds, key=lambda pair: -odds[pair]):
        if not _has_rival(pair, odds, groups) and _opinion(*pair, groups, translated=translated).holds:
            groups.join(*pair)


def _has_rival(pair: Pair, odds: Mapping[Pair, float], groups: Groups) -> bool:
    """Whether one of the two fits a third nearly as well that the other cannot be."""
    for rival, sure in odds.items():
        if rival != pair and sure > odds[pair] - CLEARLY and (shared := set(pair) & set(rival)):
            (mine,), (other,) = set(pair) - shared, set(rival) - shared
            together = groups.find(mine) == groups.find(other)
            if not together and (mine, other) not in odds and (other, mine) not in odds:
                return True
    return False


def _opinion(left: Item, right: Item, groups: Groups, *, translated: bool = False) -> Opinion:
    return judge(groups.profile(groups.find(left)), groups.profile(groups.find(right)), translated=translated)


def _alike(roots: Iterable[Item], groups: Groups) -> list[Item]:
    """Groups after those have been joined whose contexts say the same, as far as anything can contradict."""
    stamps: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for root in roots:
        stamps[_stamp(groups.profile(root))].append(root)
    found: list[Item] = []
    for same in (part for one in stamps.values() for part in _by_birth(one, groups)):
        profile = groups.profile(same[0])
        if profile.excludes(profile):
            found += same
            continue
        for root in same[1:]:
            groups.join(same[0], root)
        found += groups.roots(same)
    return found


def _by_birth(roots: list[Item], groups: Groups) -> list[list[Item]]:
    """The groups together, unless some are of people born years apart: then by when they were born."""
    births = {root: tuple(groups.profile(root).births) for root in roots}
    told = [birth for found in births.values() for birth in found]
    if not told or max(birth.first for birth in told) - min(birth.last for birth in told) < BORN_YEARS:
        return [roots]
    parts: dict[tuple[Birth, ...], list[Item]] = defaultdict(list)
    for root in roots:
        parts[births[root]].append(root)
    return list(parts.values())


def _stamp(profile: Profile) -> tuple[object, ...]:
    tags = ("agency", "directed", "group", "craft", "not", "on", "performed", "role", "spouse", "wrote", "year")
    return (profile.hangul, *(profile.said(tag) for tag in tags))


def _modules(roots: Sequence[Item], groups: Groups) -> list[list[Item]]:
    """Groups that contradict the same others, and not each other, together."""
    if len(roots) > MOST:
        return [[root] for root in roots]
    against: dict[Item, set[Item]] = {root: set() for root in roots}
    for one, other in combinations(roots, 2):
        if _opinion(one, other, groups).contradicted:
            against[one].add(other)
            against[other].add(one)
    modules: dict[frozenset[Item], list[Item]] = defaultdict(list)
    for root in roots:
        modules[frozenset(against[root])].append(root)
    return list(modules.values())
