"""Every format that a graph, or a part of it, leaves in: the one list that the command, its help and the tests read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kgraph.errors import QueryError
from kgraph.views.citations import CITATION_FORMATS, write_citations
from kgraph.views.export import FORMATS, export_graph
from kgraph.views.formats.context import make_context, write_context
from kgraph.views.formats.csv_tables import write_csv_folder, write_csv_zip
from kgraph.views.formats.neo4j_csv import write_folder
from kgraph.views.formats.neo4j_script import write_script
from kgraph.views.formats.parquet_tables import write_parquet_folder
from kgraph.views.network_files import NETWORK_FORMATS, write_network
from kgraph.views.tables import Measures, make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.store.base import Reader


@dataclass(frozen=True, slots=True)
class Extras:
    """What is written besides the graph: measures of each name by its id; and whether cells are kept from being formulas."""

    measures: Measures | None = None
    guard: bool = False


ToText = Callable[["Reader", TextIO, Extras], int]
ToPath = Callable[["Reader", Path, Extras], int]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: how it is written (as text, into a folder, as a zip), what is counted, and if names can have ``measures``."""

    counted: str
    text: ToText | None = None
    folder: ToPath | None = None
    zip: ToPath | None = None
    measures: bool = False


def _rdf(format_: str, reader: Reader, sink: TextIO, _: Extras) -> int:
    return export_graph(reader, format_, sink)


def _network(format_: str, reader: Reader, sink: TextIO, extras: Extras) -> int:
    return write_network(reader, format_, sink, extras.measures)


def _citations(format_: str, reader: Reader, sink: TextIO, _: Extras) -> int:
    return write_citations(reader, format_, sink)


def _context(_reader: Reader, sink: TextIO, _: Extras) -> int:
    sink.write(write_context())
    return len(make_context())


def _csv_folder(reader: Reader, folder: Path, extras: Extras) -> int:
    return write_csv_folder(reader, make_tables(extras.measures), folder, guard=extras.guard)


def _csv_zip(reader: Reader, path: Path, extras: Extras) -> int:
    return write_csv_zip(reader, make_tables(extras.measures), path, guard=extras.guard)


def _parquet(reader: Reader, folder: Path, extras: Extras) -> int:
    return write_parquet_folder(reader, make_tables(extras.measures), folder)


def _neo4j_csv(reader: Reader, folder: Path, _: Extras) -> int:
    return write_folder(reader, folder)


def _cypher(reader: Reader, sink: TextIO, _: Extras) -> int:
    return write_script(reader, sink)


EXPORTS: dict[str, Export] = {
    **{name: Export("statements", text=partial(_rdf, name)) for name in FORMATS},
    "jsonld-context": Export("terms", text=_context),
    **{name: Export("names and facts", text=partial(_network, name), measures=True) for name in NETWORK_FORMATS},
    "csv": Export("rows", folder=_csv_folder, zip=_csv_zip, measures=True),
    "parquet": Export("rows", folder=_parquet, measures=True),
    "neo4j-csv": Export("nodes and relationships", folder=_neo4j_csv),
    "cypher": Export("rows", text=_cypher),
    **{name: Export("sources", text=partial(_citations, name)) for name in CITATION_FORMATS},
}


def find_export(name: str, measures: Iterable[str] = ()) -> Export:
    """The format of that name.  Raises QueryError for an unknown one, and for measures in one without room for them."""
    if name not in EXPORTS:
        raise QueryError(f"expected one of {', '.join(EXPORTS)}, found {name!r}")
    if any(measures) and not EXPORTS[name].measures:
        able = ", ".join(name for name, export in EXPORTS.items() if export.measures)
        raise QueryError(f"expected a format with room for measures ({able}), found {name!r}")
    return EXPORTS[name]
