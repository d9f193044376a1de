"""The graph as pandas data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgraph.errors import KgraphError, QueryError
from kgraph.views.tables import make_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    import pandas as pd

    from kgraph.store.base import Reader
    from kgraph.views.rows import Row

_DTYPES = {int: "Int64", float: "Float64", str: "string"}  # those of pandas that know what is missing


def frame_of(rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as a data frame, a column a field."""
    frame: pd.DataFrame = _pandas().DataFrame(list(rows))
    return frame


def table_frame(reader: Reader, name: str) -> pd.DataFrame:
    """One of the tables that ``kgraph export --format csv`` writes (entities, names, facts, claims, articles), its key as index.

    Numbers that may be missing are pandas' nullable ones.  Raises QueryError for another name, KgraphError without pandas.
    """
    tables = {table.name: table for table in make_tables()}
    if name not in tables:
        raise QueryError(f"expected one of {', '.join(tables)}, found {name!r}")
    pandas, table = _pandas(), tables[name]
    frame: Any = pandas.DataFrame(list(table.rows(reader)), columns=list(table.columns))
    typed = frame.astype({column: _DTYPES[type_] for column, type_ in table.columns.items()})
    framed: pd.DataFrame = typed.set_index(table.key[0]) if len(table.key) == 1 else typed
    return framed


def _pandas() -> ModuleType:
    try:
        import pandas as pd
    except ImportError as error:
        raise KgraphError("expected pandas, found none: pip install 'kgraph[pandas]'") from error
    found: ModuleType = pd
    return found
