"""What a step does to blocks: who stands in them before and after, and whom it makes meet or part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.crowds import Meeting, entries, id_of, is_faint, meetings, tells
from kgraph.entities.neighbourhood import strings_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.entities.census import Census
    from kgraph.entities.neighbourhood import Neighbourhood
    from kgraph.entities.node import Node

Note = tuple[str, str | None, str | None]


class Blocks:
    """The blocks that the nodes of a step come into or leave."""

    def __init__(self, census: Census, hood: Neighbourhood) -> None:
        self._hood = hood
        self._changed: dict[str, set[str]] = {}
        self._stays: set[str] = set()
        for node_id in census.structural():
            sides = [set(entries(node)) if node else set() for node in (census.before[node_id], census.after[node_id])]
            for key, entry in sides[0] ^ sides[1]:
                self._changed.setdefault(key, set()).add(entry)
            self._stays |= {key for key, _ in sides[0] & sides[1]}

    def after(self, key: str) -> tuple[str, ...]:
        """The entries of a block after the step."""
        before = self._hood.block(key)
        return tuple(sorted(set(before) ^ self._changed[key])) if key in self._changed else before

    def met(self) -> list[str]:
        """The nodes that those which change meet under some block, before or after."""
        found: dict[str, None] = {}
        for key in sorted(self._changed.keys() | self._stays):
            before = self._hood.block(key)
            if tells(key, before) or tells(key, self.after(key)):
                found |= dict.fromkeys(map(id_of, before))
        return list(found)

    def meetings(self, nodes: Iterable[Node]) -> list[Meeting]:
        """The blocks that tell something after the step, with those of the nodes who meet there."""
        return [one for one in meetings(nodes) if not is_faint(one[0]) or tells(one[0], self.after(one[0]))]

    def notes(self) -> Iterator[Note]:
        """Which nodes stand under a block key, where that changes."""
        for key in sorted(self._changed):
            yield key, self._hood.text(key), strings_text(self.after(key))
