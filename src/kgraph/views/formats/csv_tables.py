"""Tables as CSV (RFC 4180, UTF-8), each a file in a folder or in a zip, and a ``datapackage.json`` that describes them.

A name that begins like a formula (``=1+1``, ``@home``) is written as it is, so that nothing is lost; ``guard`` puts an apostrophe
before it for people who open the file in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from kgraph.store.base import Reader
    from kgraph.views.tables import Cell, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TYPES = {str: "string", int: "integer", float: "number"}
THE_DAY_ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)  # files carry no time of writing: the same graph is the same zip


def write_csv_folder(reader: Reader, tables: Sequence[Table], folder: Path, *, guard: bool = False) -> int:
    """One file a table in a folder that is there; how many rows were written."""
    count = 0
    for table in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            count += write_csv_table(reader, table, file, guard=guard)
    (folder / "datapackage.json").write_text(describe(tables), encoding="utf-8")
    return count


def write_csv_zip(reader: Reader, tables: Sequence[Table], path: Path, *, guard: bool = False) -> int:
    """The same in one zip; how many rows were written."""
    count = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            with archive.open(_entry(f"{table.name}.csv"), "w", force_zip64=True) as raw:
                file = io.TextIOWrapper(raw, encoding="utf-8", newline="")
                count += write_csv_table(reader, table, file, guard=guard)
                file.flush()
                file.detach()
        archive.writestr(_entry("datapackage.json"), describe(tables))
    return count


def write_csv_table(reader: Reader, table: Table, sink: TextIO, *, guard: bool = False) -> int:
    """One table with its head; how many rows were written."""
    writer, count = csv.writer(sink), 0
    writer.writerow(table.columns)
    for count, row in enumerate(table.rows(reader), 1):  # noqa: B007
        writer.writerow(map(guarded, row) if guard else row)
    return count


def describe(tables: Sequence[Table]) -> str:
    """A Frictionless data package: columns with their types, keys, and which column points to which table."""
    resources = [_resource(table) for table in tables]
    return json.dumps({"name": "kgraph", "profile": "tabular-data-package", "resources": resources}, indent=1) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    links = [{"fields": column, "reference": {"resource": other, "fields": "id"}} for column, other in table.links]
    fields = [{"name": name, "type": TYPES[type_]} for name, type_ in table.columns.items()]
    schema = {"fields": fields, "primaryKey": list(table.key), "foreignKeys": links}
    resource = {"name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource", "encoding": "utf-8"}
    return {**resource, "schema": schema}


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, THE_DAY_ZIP_BEGINS)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry
