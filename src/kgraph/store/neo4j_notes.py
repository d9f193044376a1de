"""The bookkeeping of the entities room, kept at hand between steps.

A step reads some hundred notes, most of which the steps before it wrote.  They are trusted as long as nobody else wrote to the
graph, which its count of steps tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.neo4j_terms import short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.store.neo4j_link import Link

MOST = 50_000  # notes; some 50 MB


class Notes:
    """Notes by key, as they stand after a step."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._step = -1
        self._texts: dict[str, str | None] = {}

    def begin(self, step: int) -> None:
        """Forget what may have changed: everything, if others took steps since ours."""
        if step != self._step or len(self._texts) > MOST:
            self._texts.clear()
        self._step = step

    def get(self, key: str) -> str | None:
        """The note of that key."""
        if key not in self._texts:
            rows = self._link.read("MATCH (note:Note {key: $key}) RETURN note.text AS text", key=short(key))
            self._texts[key] = rows[0]["text"] if rows else None
        return self._texts[key]

    def done(self, step: int, written: Mapping[str, str | None]) -> None:
        """Take over what a step wrote."""
        self._texts.update(written)
        self._step = step
