"""N-Triples: one line a statement, without the graph that it stands in."""

from __future__ import annotations

from kgraph.views.formats.nquads import NQuadsExporter


class NTriplesExporter(NQuadsExporter):
    """Writes N-Triples: lines whose quads are of no graph."""
