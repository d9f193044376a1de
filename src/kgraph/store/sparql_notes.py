"""The notes of the entities room, kept at hand: a step reads a hundred of them, one at a time, and a server is far away.

What is kept here holds as long as nobody else writes, and a step that another writer has overtaken is not made
(:mod:`kgraph.store.sparql`).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.store.rdf_reader import RdfReader
from kgraph.store.terms import decode, iri, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgraph.store.sparql_rows import SparqlRows

AT_FIRST = 5_000  # notes of a small store are read at once, in the time of some twenty questions
AT_MOST = 100_000  # notes kept: some 60 MB


class Notes:
    """Notes by key, ``None`` where there is none; as long as ``_all`` are here, what is not here is nowhere."""

    def __init__(self, rows: SparqlRows) -> None:
        self._rows = rows
        self._all = False

    def get(self, key: str, reader: RdfReader) -> str | None:
        """The note of that key, from here or else from the reader."""
        if key not in self._kept and not self._all:
            self._kept[key] = reader.note(key)
        return self._kept.get(key)

    def keep(self, notes: Mapping[str, str | None]) -> None:
        """Keep what a step has written."""
        self._kept.update(notes)
        if len(self._kept) > AT_MOST:
            self._kept.clear()
            self._all = False

    @cached_property
    def _kept(self) -> dict[str, str | None]:
        rows = self._rows.some(term("note"), iri("notes"), AT_FIRST + 1)
        found: dict[str, str | None] = {decode(row.subject): row.object for row in rows}
        self._all = len(found) <= AT_FIRST
        return found


class NotingReader(RdfReader):
    """Reads the state before a step, and no note twice."""

    def __init__(self, rows: SparqlRows, notes: Notes) -> None:
        super().__init__(rows)
        self._plain, self._notes = RdfReader(rows), notes

    def note(self, key: str) -> str | None:
        """The note of that key."""
        return self._notes.get(key, self._plain)
