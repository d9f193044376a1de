"""The bookkeeping of the entities room, kept at hand between steps.

A step reads some hundred notes, most of which the steps before it wrote or are not there.  What is at hand is trusted as long
as nobody else wrote to the graph, which its count of steps tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.neo4j_terms import short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.store.neo4j_link import Link

FEW = 2_000  # so many are read at once when a writer begins; reading one by one takes a round trip each
MOST = 200_000  # kept at hand: some 100 MB


class Notes:
    """Notes by key, as they stand after a step; ``complete`` if there are no others."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._step = -1
        self._texts: dict[str, str | None] = {}
        self._complete = False

    def begin(self, step: int) -> None:
        """Forget what may have changed: everything, if others took steps since ours."""
        if step != self._step or len(self._texts) > MOST:
            self._complete = self._step != step and self._count() <= FEW
            self._texts = self._all() if self._complete else {}
        self._step = step

    def get(self, key: str) -> str | None:
        """The note of that key."""
        if key not in self._texts and not self._complete:
            rows = self._link.look("MATCH (note:Note {key: $key}) RETURN note.text AS text", key=short(key))
            self._texts[key] = rows[0]["text"] if rows else None
        return self._texts.get(key)

    def done(self, step: int, written: Mapping[str, str | None]) -> None:
        """Take over what a step wrote."""
        self._texts.update(written)
        self._step = step

    def _count(self) -> int:
        count: int = self._link.read("MATCH (note:Note) RETURN count(note) AS count")[0]["count"]
        return count

    def _all(self) -> dict[str, str | None]:
        rows = self._link.read("MATCH (note:Note) RETURN coalesce(note.long_key, note.key) AS key, note.text AS text")
        return {row["key"]: row["text"] for row in rows}
