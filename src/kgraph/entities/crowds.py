"""Faint blocks: names that are only heard alike beside one thing, works that only share makers.

What is faint can tie a name to one in the other script alone, and only where few come into question.  So a faint block tells
something where it holds both scripts and not many titles of either; a crowd (or one script alone) ties nobody, whoever joins it,
and need not be read.  Whether a block tells depends on which nodes stand in it, not on how they came.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, TypeAlias

from kgraph.entities.work_blocks import HEARD, MADE, WHOLE, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.node import Node

TITLES = {MADE: 1, HEARD: 4, WORD: 1}  # of either script; with more, makers alone decide nothing, for each has rivals
ONE_SCRIPT = frozenset({MADE, WORD, WHOLE})  # a title that is known in both scripts needs no translation
CONTEXT = "c/"
Meeting: TypeAlias = "tuple[str, list[Node]]"
_HANGUL = re.compile("[가-힣]")
_BREAK = "\t"


def block_keys(node: Node) -> tuple[str, ...]:
    """Keys of the notes under which a node is found."""
    return tuple(key for key, _ in entries(node))


@functools.lru_cache(maxsize=1 << 14)
def entries(node: Node) -> tuple[tuple[str, str], ...]:
    """The keys of the notes under which a node is found, and what is written there: its id, with its title where that counts."""
    keys = tuple(dict.fromkeys((*node.keys, *node.others)))
    scripts = "".join(sorted({"k" if _HANGUL.search(name) else "l" for name in node.names}))
    faint = f"{scripts} {keys[0] if keys else ''}{_BREAK}{node.id}"
    named = ((f"k/{node.type}/{key}", node.id) for key in keys)
    kept = (block for block in node.context_blocks if block[0] not in ONE_SCRIPT or len(scripts) == 1)
    return (*named, *((f"{CONTEXT}{node.type}/{block}", faint if block[0] in TITLES else node.id) for block in kept))


def id_of(entry: str) -> str:
    """The node of an entry."""
    return entry.partition(_BREAK)[2] or entry


def tells(key: str, entries_: Iterable[str]) -> bool:
    """Whether a block with these entries can tie anybody by itself."""
    most = _most(key)
    if not most:
        return True
    titles: dict[str, set[str]] = {"k": set(), "l": set()}
    for entry in entries_:
        scripts, _, title = entry.partition(_BREAK)[0].partition(" ")
        for script in scripts:
            titles[script].add(title)
    return all(1 <= len(found) <= most for found in titles.values())


def is_faint(key: str) -> bool:
    """Whether a block is one of names heard alike, of works by the same makers, or of those with a word in common as well."""
    return _most(key) > 0


def is_whole(key: str) -> bool:
    """Whether a block is one of titles that say the same."""
    return key.startswith(CONTEXT) and _kind(key) == WHOLE


def _most(key: str) -> int:
    """How many titles of either script a faint block may hold; 0 for a block that is not faint."""
    return TITLES.get(_kind(key), 0) if key.startswith(CONTEXT) else 0


def _kind(key: str) -> str:
    place = key.index("/", len(CONTEXT)) + 1
    return key[place : place + 1]


def meetings(nodes: Iterable[Node]) -> list[Meeting]:
    """The blocks that tell something if only these nodes stand there, with those who meet in them; sorted by key."""
    met: dict[str, list[tuple[str, Node]]] = {}
    for node in nodes:
        for key, entry in entries(node):
            if (there := met.get(key)) is None:
                met[key] = [(entry, node)]
            else:
                there.append((entry, node))
    together = sorted(key for key, there in met.items() if len(there) > 1)
    return [(key, [node for _, node in met[key]]) for key in together if tells(key, [entry for entry, _ in met[key]])]
