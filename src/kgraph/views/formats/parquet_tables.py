"""Tables as Parquet, each a file in a folder, with the types that the columns have; needs ``pyarrow``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from kgraph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kgraph.store.base import Reader
    from kgraph.views.tables import Table

ROWS_AT_ONCE = 50_000


def write_parquet_folder(reader: Reader, tables: Sequence[Table], folder: Path) -> int:
    """One file a table in a folder that is there; how many rows were written.

    Raises :class:`~kgraph.errors.QueryError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise QueryError("expected pyarrow for parquet, found none: pip install 'kgraph[parquet]', or --format csv") from error
    return sum(_write_table(reader, table, folder / f"{table.name}.parquet", (pa, parquet)) for table in tables)


def _write_table(reader: Reader, table: Table, path: Path, arrow: tuple[Any, Any]) -> int:
    pa, parquet = arrow
    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    schema = pa.schema([(name, types[type_]) for name, type_ in table.columns.items()])
    rows, count = table.rows(reader), 0
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            columns = [pa.array(column, type_) for column, type_ in zip(zip(*batch, strict=True), schema.types, strict=True)]
            writer.write_batch(pa.record_batch(columns, schema=schema))
            count += len(batch)
    return count
