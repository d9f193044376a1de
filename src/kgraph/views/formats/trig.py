"""TriG: Turtle with the graphs; carries everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.views.formats.turtle import TurtleExporter

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad


class TrigExporter(TurtleExporter):
    """Writes TriG; a graph's block stays open as long as the next subject stands in it."""

    def __init__(self, sink: TextIO) -> None:
        super().__init__(sink)
        self._graph: str | None = None

    def write(self, quads: list[Quad]) -> None:
        """One block a subject, inside its graph."""
        if quads[0].graph != self._graph:
            self.finalize()
            self._graph = quads[0].graph
            if self._graph:
                self._sink.write(f"\n<{self._graph}> {{")
        self.indent = "    " if self._graph else ""
        super().write(quads)

    def finalize(self) -> None:
        """Close the last graph."""
        if self._graph:
            self._sink.write("}\n")
        self._graph = None
