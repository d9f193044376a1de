"""What a group of nodes comes to, as far as it says who is meant: a value that any order of nodes gives."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.entities.kinds import FAMILIES
from kgraph.text.births import Birth, from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

    def years_between(self, other: Profile) -> int | None:
        """How many years lie between their births, as far as ages leave it open; ``None`` where one is not told."""
        return min((one.apart(two) for one in self.births for two in other.births), default=None)

    @property
    def births(self) -> list[Birth]:
        """When its articles say or let reckon that this person was born."""
        return [from_text(value) for value in sorted(self.said("born"))]

    @property
    def hangul(self) -> frozenset[str]:
        """Names that are spelled in Hangul as Korean personal names are."""
        return frozenset(name for name in self.names if _HANGUL_NAME.fullmatch(name))


def make_profile(nodes: Iterable[Node]) -> Profile:
    """The profile of nodes of one type."""
    return unite(list(map(profile_of, nodes)))


def unite(sides: Sequence[Profile]) -> Profile:
    """The profile of some groups of one type taken together."""
    if len(sides) == 1:
        return sides[0]
    context: dict[str, set[str]] = {}
    for side in sides:
        for tag, values in side.context.items():
            context.setdefault(tag, set()).update(values)
    return Profile(
        sides[0].type,
        frozenset().union(*(side.names for side in sides)),
        frozenset().union(*(side.keys for side in sides)),
        frozenset().union(*(side.kinds for side in sides)),
        frozenset().union(*(side.items for side in sides)),
        {tag: frozenset(values) for tag, values in sorted(context.items())},
    )


@functools.lru_cache(maxsize=1 << 14)
def profile_of(node: Node) -> Profile:
    """The profile of one node."""
    context: dict[str, set[str]] = {}
    for item in node.context:
        tag, _, value = item.partition(":")
        context.setdefault(tag, set()).add(value)
    said = {tag: frozenset(values) for tag, values in sorted(context.items())}
    kinds = frozenset({node.kind} if node.kind else ())
    return Profile(node.type, frozenset(node.names), frozenset(node.keys), kinds, frozenset(node.context), said)
