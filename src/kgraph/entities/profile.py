"""What a group of nodes comes to, as far as it says who is meant: a value that any order of nodes gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.kinds import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.node import Node

_HANGUL_NAME = re.compile(r"[가-힣]{2,5}")
Items = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Names, keys and items of some nodes; ``context`` maps a tag (work, role, year...) to the values of its items."""

    type: str
    names: frozenset[str]
    keys: frozenset[str]
    kinds: frozenset[str]
    items: frozenset[str]
    context: Items = field(compare=False)

    def said(self, tag: str) -> frozenset[str]:
        """The values of a tag, none if nothing is said."""
        return self.context.get(tag, frozenset())

    def excludes(self, other: Profile) -> frozenset[str]:
        """Keys of the other that an article tells apart from this one."""
        families = {FAMILIES.get(other.type, {}).get(kind, "") for kind in other.kinds} | {""}
        told = (value.rpartition("@") for value in self.said("not"))
        return frozenset(key for key, _, family in told if key in other.keys and family in families)

    @property
    def hangul(self) -> frozenset[str]:
        """Names that are spelled in Hangul as Korean personal names are."""
        return frozenset(name for name in self.names if _HANGUL_NAME.fullmatch(name))


def make_profile(nodes: Iterable[Node]) -> Profile:
    """The profile of nodes of one type."""
    nodes = list(nodes)
    items = frozenset(item for node in nodes for item in node.context)
    context: dict[str, set[str]] = {}
    for item in items:
        tag, _, value = item.partition(":")
        context.setdefault(tag, set()).add(value)
    return Profile(
        nodes[0].type,
        frozenset(name for node in nodes for name in node.names),
        frozenset(key for node in nodes for key in node.keys),
        frozenset(node.kind for node in nodes if node.kind),
        items,
        {tag: frozenset(values) for tag, values in sorted(context.items())},
    )
