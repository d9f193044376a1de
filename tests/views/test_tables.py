"""Tables are read back by csv, pyarrow and nothing of ours; every row points to rows that are there."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graphs import GraphBuilder, ListReader
from kgraph.errors import QueryError
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from kgraph.views.formats.csv_tables import write_csv_folder, write_csv_table, write_csv_zip
from kgraph.views.formats.parquet_tables import write_parquet_folder
from kgraph.views.tables import make_tables
from worlds import worlds

if TYPE_CHECKING:
    from pathlib import Path

    from kgraph.store.base import Reader

NAMES = ("entities", "names", "facts", "claims", "articles")


def odd_graph() -> ListReader:
    build = GraphBuilder()
    one, two = build.entity("Person", '=HYPERLINK("x"),\'"Q"', "유민"), build.entity("Work", "@home; a,b", "-1")
    build.fact('It was made, "again".', "made", one, "directed", two)
    build.fact("They wed in 2020.", "wed", one, "married_to", build.entity("Person", "+82 Park"), date="2020-05", status="ended")
    build.fact("It was rated 7.5.", "rated", two, "rated", None, percent=7.5, episode=3)
    return build.reader


def rows(reader: Reader, name: str, *, guard: bool = False) -> list[dict[str, str]]:
    sink = io.StringIO(newline="")
    table = next(table for table in make_tables() if table.name == name)
    count = write_csv_table(reader, table, sink, guard=guard)
    read = list(csv.DictReader(io.StringIO(sink.getvalue(), newline=""), strict=True))
    assert count == len(read)
    return read


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_rows_point_to_rows_and_evidence_to_text(data: st.DataObject) -> None:
    store = open_store("memory:")
    for item in data.draw(worlds(3)):
        put_reading(*item, store)
    reader = store.reader()
    read = {table.name: rows(reader, table.name) for table in make_tables()}
    assert tuple(read) == NAMES
    keys = {name: {row["id"] for row in found} for name, found in read.items() if name != "names"}
    assert all(len(keys[name]) == len(read[name]) for name in keys)
    for table in make_tables():
        for column, other in table.links:
            assert {row[column] for row in read[table.name]} - {""} <= keys[other]
    for row in read["claims"]:
        article = reader.article(row["article"])
        assert article is not None
        assert article.text[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]
    for row in read["facts"]:
        assert int(row["claims"]) == sum(claim["fact"] == row["id"] for claim in read["claims"])
    told = {(row["entity"], row["name"]) for row in read["names"]}
    assert told == {(entity.id, name) for entity in reader.entities() for name in entity.names}


def test_both_clocks_are_columns() -> None:
    wed = next(row for row in rows(odd_graph(), "facts") if row["predicate"] == "married_to")
    assert (wed["date"], wed["status"]) == ("2020-05", "ended")
    assert (wed["first_report"], wed["last_report"]) == ("2022-02-07", "2022-02-07")


def test_formulas_are_kept_unless_guarded() -> None:
    plain, guarded = ({row["name"] for row in rows(odd_graph(), "names", guard=guard)} for guard in (False, True))
    risky = {'=HYPERLINK("x"),\'"Q"', "@home; a,b", "-1", "+82 Park"}
    assert risky <= plain
    assert {f"'{name}" for name in risky} <= guarded
    assert not risky & guarded
    assert {row["percent"] for row in rows(odd_graph(), "facts", guard=True)} == {"", "7.5"}


def test_folder_and_zip_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert write_csv_folder(odd_graph(), make_tables(), tmp_path / "folder") == write_csv_zip(
        odd_graph(), make_tables(), tmp_path / "one.zip"
    )
    write_csv_zip(odd_graph(), make_tables(), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()}
    package = json.loads(held["datapackage.json"])
    for resource in package["resources"]:
        head = held[resource["path"]].decode().splitlines()[0]
        assert head.split(",") == [field["name"] for field in resource["schema"]["fields"]]


def test_parquet_has_types_and_the_same_rows(tmp_path: Path) -> None:
    measures = {"e-person-82park": {"pagerank": 0.5, "community": 1}}
    count = write_parquet_folder(odd_graph(), make_tables(measures), tmp_path)
    tables = {name: parquet.read_table(tmp_path / f"{name}.parquet") for name in NAMES}
    assert count == sum(table.num_rows for table in tables.values())
    for table in make_tables():
        read = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in tables[table.name].to_pylist()]
        expected = rows(odd_graph(), table.name)
        assert [{name: row[name] for name in expected[0]} for row in read] == expected
    types = {field.name: str(field.type) for field in tables["facts"].schema}
    assert (types["percent"], types["rank"], types["date"], types["confidence"]) == ("double", "int64", "string", "double")
    scores = {row["id"]: (row["pagerank"], row["community"]) for row in tables["entities"].to_pylist()}
    assert scores.pop("e-person-82park") == (0.5, 1)
    assert set(scores.values()) == {(None, None)}


def test_an_empty_graph_has_empty_tables(tmp_path: Path) -> None:
    assert write_parquet_folder(ListReader(), make_tables(), tmp_path) == 0
    assert parquet.read_table(tmp_path / "claims.parquet").num_rows == 0
    assert rows(ListReader(), "entities") == []


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(QueryError, match=r"pip install 'kgraph\[parquet\]'"):
        write_parquet_folder(odd_graph(), make_tables(), tmp_path)
