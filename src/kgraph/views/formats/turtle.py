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
        parts = f" ;\n{self.indent}    ".join(self.parts(quads))
        self._sink.write(f"\n{self.indent}{self.iri(quads[0].subject)} {parts} .\n")

    def finalize(self) -> None:
        """Nothing stands at the end."""

    def parts(self, quads: list[Quad]) -> list[str]:
        """Properties with their objects."""
        parts = []
        for predicate, same in groupby(quads, key=lambda quad: quad.predicate):
            objects = ", ".join(self.object(quad) for quad in same)
            parts.append(f"{'a' if predicate == _TYPE else self.iri(predicate)} {objects}")
        return parts

    def iri(self, iri: str) -> str:
        """The IRI by its prefix where it has one."""
        for name, start in self._prefixes:
            if iri.startswith(start) and _LOCAL.fullmatch(iri, len(start)):
                return f"{name}:{iri[len(start) :]}"
        return f"<{iri}>"

    def object(self, quad: Quad) -> str:
        """What stands behind a property."""
        if quad.object is not None:
            return self.iri(quad.object)
        return f"{quad.quoted}^^{self.iri(quad.datatype)}" if quad.datatype else object_term(quad)
