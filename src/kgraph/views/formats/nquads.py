"""N-Quads: one line a statement, canonical and sorted; carries everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad


class NQuadsExporter:
    """Writes N-Quads."""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink

    def write(self, quads: list[Quad]) -> None:
        """One line a quad."""
        for quad in quads:
            graph = f" <{quad.graph}>" if quad.graph else ""
            self._sink.write(f"<{quad.subject}> <{quad.predicate}> {object_term(quad)}{graph} .\n")

    def finalize(self) -> None:
        """Nothing stands at the end."""


def object_term(quad: Quad) -> str:
    """The object as N-Triples has it."""
    if quad.object is not None:
        return f"<{quad.object}>"
    tail = f"@{quad.language}" if quad.language else f"^^<{quad.datatype}>" if quad.datatype else ""
    return f"{quad.quoted}{tail}"
