"""An embedded store's folder: kept between openings, held by one writer or many readers, refused plainly when it is no store."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, URIRef

from kgraph.errors import StoreError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import Store, open_store
from kgraph.store.rdflib_graph import as_rdflib
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

HAN = Referent("a1#person-han", "Person", ("Han Bora", "한보라"))
MOONS = Referent("a1#work-moons", "Work", ("Paper Moons",), "series")


def put(store: Store) -> None:
    put_reading(*make_article("a1", "2021-05-01", [("directed", HAN, MOONS, Qualifiers())]), store)


def fail_in_the_middle(store: Store) -> None:
    with store.transaction() as writer:
        writer.remove_article("a1")
        raise RuntimeError("in the middle")


def test_what_was_stored_is_there_again(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "가 b"))
    put(store)
    before = list(store.reader().quads())
    store.close()
    for read_only in (True, False):
        again = open_store(str(tmp_path / "가 b"), read_only=read_only)
        assert list(again.reader().quads()) == before
        again.close()


def test_a_transaction_that_fails_changes_nothing(tmp_path: Path) -> None:
    for url in ("memory:", str(tmp_path / "graph")):
        store = open_store(url)
        put(store)
        before = list(store.reader().quads())
        with pytest.raises(RuntimeError, match="in the middle"):
            fail_in_the_middle(store)
        assert list(store.reader().quads()) == before
        store.close()


def test_one_writer_or_many_readers(tmp_path: Path) -> None:
    path = str(tmp_path / "graph")
    writer = open_store(path)
    for read_only in (True, False):
        with pytest.raises(StoreError, match="by another process"):
            open_store(path, read_only=read_only)
    writer.close()
    readers = [open_store(path, read_only=True) for _ in range(3)]
    with pytest.raises(StoreError, match="being used by another process"):
        open_store(path)
    for reader in readers:
        reader.close()
    open_store(path).close()


def test_another_process_is_kept_out(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "graph"))
    code = f"from kgraph.store import open_store\nopen_store({str(tmp_path / 'graph')!r})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "StoreError: expected a store that is free" in found.stderr
    store.close()


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    open_store(str(tmp_path / "graph")).close()
    store = open_store(str(tmp_path / "graph"), read_only=True)
    with pytest.raises(StoreError, match="for reading only"):
        put(store)


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path, tmp_path / "file"):
        with pytest.raises(StoreError, match="expected a store or an empty folder"):
            open_store(str(path))
    with pytest.raises(StoreError, match="found none at"):
        open_store(str(tmp_path / "nothing"), read_only=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "notes.txt"]
    with pytest.raises(StoreError, match="found neo4k://"):
        open_store("neo4k://host")


def test_another_format_or_base_is_refused(tmp_path: Path) -> None:
    open_store(str(tmp_path / "graph")).close()
    marker = tmp_path / "graph" / "kgraph.json"
    right = json.loads(marker.read_text())
    for wrong, message in (({"format": 99}, "format 99"), ({"base": "https://example.org/"}, "found https://example.org/")):
        marker.write_text(json.dumps({**right, **wrong}))
        with pytest.raises(StoreError, match=message):
            open_store(str(tmp_path / "graph"))
    marker.write_text("[]")
    with pytest.raises(StoreError, match="found neither"):
        open_store(str(tmp_path / "graph"))


def test_a_damaged_graph_is_a_clear_error(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "graph"))
    put(store)
    store.close()
    (tmp_path / "graph" / "graph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="expected a graph that can be opened"):
        open_store(str(tmp_path / "graph"))


@pytest.mark.parametrize("kind", ["memory", "embedded"])
def test_users_reach_it_as_an_rdflib_graph(tmp_path: Path, kind: str) -> None:
    store = open_store("memory:" if kind == "memory" else str(tmp_path / "graph"))
    put(store)
    dataset = as_rdflib(store)
    person = URIRef("https://w3id.org/kgraph/entity/person-hanbora")
    assert URIRef("https://w3id.org/kgraph/ontology#Person") in set(dataset.default_graph.objects(person, RDF.type))
    rows = list(dataset.query("SELECT ?s WHERE { ?s <https://w3id.org/kgraph/ontology#directed> ?o }"))
    assert [str(row[0]) for row in rows] == [str(person)]
