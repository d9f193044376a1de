"""Turtle: subject by subject, with prefixes; for people to read, without the graphs that statements stand in."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from kgraph.views.formats.nquads import object_term
from kgraph.views.query import prefixes

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad

_LOCAL = re.compile(r"[A-Za-z\uAC00-\uD7A3][A-Za-z0-9_\uAC00-\uD7A3]*(?:-[A-Za-z0-9_\uAC00-\uD7A3]+)*")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class TurtleExporter:
    """Writes Turtle."""

    indent = ""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink
        self._prefixes = sorted(prefixes().items())
        for name, iri in self._prefixes:
            sink.write(f"@prefix {name}: <{iri}> .\n")

    def write(self, quads: list[Quad]) -> None:
        """One block a subject."""
        parts = []
        for predicate, same in groupby(quads, key=lambda quad: quad.predicate):
            objects = ", ".join(self._object(quad) for quad in same)
            parts.append(f"{'a' if predicate == _TYPE else self._iri(predicate)} {objects}")
        self._sink.write(f"\n{self.indent}{self._iri(quads[0].subject)} " + f" ;\n{self.indent}    ".join(parts) + " .\n")

    def finalize(self) -> None:
        """Nothing stands at the end."""

    def _iri(self, iri: str) -> str:
        for name, start in self._prefixes:
            if iri.startswith(start) and _LOCAL.fullmatch(iri, len(start)):
                return f"{name}:{iri[len(start) :]}"
        return f"<{iri}>"

    def _object(self, quad: Quad) -> str:
        if quad.object is not None:
            return self._iri(quad.object)
        return f"{quad.quoted}^^{self._iri(quad.datatype)}" if quad.datatype else object_term(quad)
