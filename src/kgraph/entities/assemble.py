"""Entities as they are shown, put together from their nodes: a pure function of counts, so that the order of articles does
not matter.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from kgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.node import Node


def assemble_entity(entity_id: str, nodes: Iterable[Node]) -> Entity:
    """The entity of these nodes: per language the name used most, then the longer, then the first in code point order."""
    nodes = list(nodes)
    names: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for node in nodes:
        names.update(dict(node.names))
        if node.kind:
            kinds[node.kind] += node.count
    labels = {}
    for name in sorted(names, key=lambda name: (names[name], len(name), [-ord(char) for char in name])):
        labels[language(name)] = name
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else None
    return Entity(entity_id, nodes[0].type, kind, tuple(sorted(labels.items())), tuple(sorted(names)), ())


def language(name: str) -> str:
    """``ko`` for a name with Hangul (or Chinese characters) in it, else ``en``.

    >>> language("지금 우리 학교는"), language("1987")
    ('ko', 'en')
    """
    return "ko" if any(unicodedata.name(char, "").startswith(("HANGUL", "CJK UNIFIED")) for char in name) else "en"
