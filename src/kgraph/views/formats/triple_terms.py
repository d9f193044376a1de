"""RDF 1.2: a fact or claim says as one triple term what it states (``rdf:reifies <<( s p o )>>``), so that it annotates the
plain triple where there is one.

In RDF 1.1 the same stands in ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``; nothing else differs, and what has no object
(a ranking, a prize) stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.terms import RDF
from kgraph.views.formats.trig import TrigExporter
from kgraph.views.formats.turtle import TurtleExporter

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad

ENDS = tuple(f"{RDF}{name}" for name in ("subject", "predicate", "object"))


class Turtle12Exporter(TurtleExporter):
    """Writes Turtle 1.2."""

    def __init__(self, sink: TextIO) -> None:
        sink.write('VERSION "1.2"\n')
        super().__init__(sink)

    def parts(self, quads: list[Quad]) -> list[str]:
        """Properties with their objects, the ends of a statement as one triple term."""
        ends = {quad.predicate: quad for quad in quads if quad.predicate in ENDS}
        if len(ends) < len(ENDS):
            return super().parts(quads)
        subject, predicate, object_ = (self.object(ends[end]) for end in ENDS)
        rest = [quad for quad in quads if quad.predicate not in ENDS]
        return [*super().parts(rest), f"{self.iri(f'{RDF}reifies')} <<( {subject} {predicate} {object_} )>>"]


class Trig12Exporter(TrigExporter, Turtle12Exporter):
    """Writes TriG 1.2."""
