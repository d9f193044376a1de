"""The embedded store says what the memory store says, byte for byte, whatever happened to both."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st

from contract import check_agreement
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from worlds import worlds


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_embedded_store_agrees_with_memory(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        embedded = open_store(str(Path(folder) / "graph"))
        check_agreement([open_store("memory:"), embedded], data)
        embedded.close()


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_lines_are_canonical(data: st.DataObject) -> None:
    store = open_store("memory:")
    for item in data.draw(worlds(3)):
        put_reading(*item, store)
    lines = "".join(store.reader().quads())
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS))
    assert not any(isinstance(quad.subject, pyoxigraph.BlankNode) for quad in dataset)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    again = pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).decode()
    assert "".join(f"{line}\n" for line in sorted(again.split("\n")) if line) == lines
