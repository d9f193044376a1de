"""The whole graph in a format that other tools read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from kgraph.errors import QueryError
from kgraph.views.formats.jsonld import JsonLdExporter
from kgraph.views.formats.nquads import NQuadsExporter
from kgraph.views.formats.ntriples import NTriplesExporter
from kgraph.views.formats.quad import Exporter, Graphs, subjects
from kgraph.views.formats.rdfxml import RdfXmlExporter
from kgraph.views.formats.trig import TrigExporter
from kgraph.views.formats.triple_terms import Trig12Exporter, Turtle12Exporter
from kgraph.views.formats.turtle import TurtleExporter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from kgraph.store.base import Reader

LINES_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its exporter, the usual file ending, and what becomes of the articles' named graphs in it."""

    exporter: Callable[[TextIO], Exporter]
    suffix: str
    graphs: Graphs


@runtime_checkable
class HasTexts(Protocol):
    """A reader that gives its lines many at once."""

    def texts(self) -> Iterator[str]:
        """The lines of ``quads()``, in their order."""
        ...


FORMATS = {
    "jsonld": Format(JsonLdExporter, ".jsonld", Graphs.AROUND),
    "nquads": Format(NQuadsExporter, ".nq", Graphs.BESIDE),
    "ntriples": Format(NTriplesExporter, ".nt", Graphs.LOST),
    "rdfxml": Format(RdfXmlExporter, ".rdf", Graphs.LOST),
    "trig": Format(TrigExporter, ".trig", Graphs.AROUND),
    "trig12": Format(Trig12Exporter, ".trig", Graphs.AROUND),
    "turtle": Format(TurtleExporter, ".ttl", Graphs.LOST),
    "turtle12": Format(Turtle12Exporter, ".ttl", Graphs.LOST),
}


def export_graph(reader: Reader, format_: str, sink: TextIO) -> int:
    """Write everything that is stored to ``sink`` (text, UTF-8) in this format, always in the same order; how many statements
    were written.

    Formats without named graphs carry the statements of all graphs as one.  Raises :class:`~kgraph.errors.QueryError` for an
    unknown format.
    """
    if format_ not in FORMATS:
        raise QueryError(f"expected one of {', '.join(FORMATS)}, found {format_!r}")
    if format_ == "nquads":  # the lines are read as they are written: nothing to take apart
        return _copy_lines(reader, sink)
    exporter, count = FORMATS[format_].exporter(sink), 0
    for quads in subjects(reader.quads(), FORMATS[format_].graphs):
        exporter.write(quads)
        count += len(quads)
    exporter.finalize()
    return count


def _copy_lines(reader: Reader, sink: TextIO) -> int:
    count = 0
    for text in reader.texts() if isinstance(reader, HasTexts) else _texts(reader.quads()):
        sink.write(text)
        count += text.count("\n")
    return count


def _texts(lines: Iterator[str]) -> Iterator[str]:
    while some := "".join(islice(lines, LINES_AT_ONCE)):
        yield some
