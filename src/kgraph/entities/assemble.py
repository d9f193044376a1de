"""Entities as they are shown, put together from counts, so that the order of articles does not matter."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.node import Node

Counts = tuple[tuple[str, int], ...]
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Usage:
    """How many referents of an entity use which name, and are of which kind."""

    type: str
    names: Counts
    kinds: Counts

    def plus(self, node: Node, count: int) -> Usage:
        """With so many more referents that look like this node (fewer, where the count is below zero)."""
        kinds = _add(self.kinds, (node.kind,), count) if node.kind else self.kinds
        return Usage(self.type, _add(self.names, node.names, count), kinds)

    def to_text(self) -> str:
        """As the text of a note."""
        return _ENCODE([self.type, self.names, self.kinds])


def usage_from_text(text: str) -> Usage:
    """The opposite of :meth:`Usage.to_text`."""
    type_, names, kinds = json.loads(text)
    return Usage(type_, tuple((name, count) for name, count in names), tuple((kind, count) for kind, count in kinds))


def use(nodes: Iterable[Node]) -> Usage:
    """The usage of nodes of one type."""
    nodes = list(nodes)
    names: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for node in nodes:
        for name in node.names:
            names[name] = names.get(name, 0) + node.count
        if node.kind:
            kinds[node.kind] = kinds.get(node.kind, 0) + node.count
    return Usage(nodes[0].type, tuple(sorted(names.items())), tuple(sorted(kinds.items())))


def assemble_entity(entity_id: str, usage: Usage) -> Entity:
    """The entity so used: per language the name used most, then the longer, then the first in code point order."""
    names, kinds = dict(usage.names), dict(usage.kinds)
    labels = {}
    for name in sorted(names, key=lambda name: (names[name], len(name), [-ord(char) for char in name])):
        labels[language(name)] = name
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else None
    return Entity(entity_id, usage.type, kind, tuple(sorted(labels.items())), tuple(sorted(names)), ())


def language(name: str) -> str:
    """``ko`` for a name with Hangul (or Chinese characters) in it, else ``en``.

    >>> language("지금 우리 학교는"), language("1987")
    ('ko', 'en')
    """
    return "ko" if any(unicodedata.name(char, "").startswith(("HANGUL", "CJK UNIFIED")) for char in name) else "en"


def _add(counts: Counts, names: Iterable[str], count: int) -> Counts:
    total = dict(counts)
    for name in names:
        total[name] = total.get(name, 0) + count
    return tuple(sorted((name, number) for name, number in total.items() if number))
