"""All quads as lines: every one of every graph, whoever reads them beside whom."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from kgraph import pipeline
from kgraph.documents import sources
from kgraph.settings import DATA
from kgraph.store import open_store
from kgraph.store.index import hidden_graphs
from kgraph.store.rdf_dump import AHEAD, TOGETHER, line_blocks
from kgraph.views.export import HasTexts

if TYPE_CHECKING:
    from pathlib import Path

GRAPHS = 3 * AHEAD * TOGETHER * 4 + 1  # more than are read ahead


def quads_of(number: int) -> list[pyoxigraph.Quad]:
    """Three quads of a graph, texts with a full stop and a line feed at their ends among them."""
    subject, predicate = (pyoxigraph.NamedNode(f"https://example.org/{part}") for part in (f"서하린-{number}", "p"))
    graph = pyoxigraph.NamedNode(f"https://example.org/graph/{number}") if number else pyoxigraph.DefaultGraph()
    texts = (f"it ended .\n{number} .", " .\n", "한글\tㅎ")
    return [pyoxigraph.Quad(subject, predicate, pyoxigraph.Literal(text), graph) for text in texts]


@pytest.fixture(scope="module")
def many() -> pyoxigraph.Store:
    graph = pyoxigraph.Store()
    graph.extend(quad for number in range(GRAPHS) for quad in quads_of(number))
    return graph


def test_every_quad_is_a_line_but_those_of_the_graphs_left_out(many: pyoxigraph.Store) -> None:
    left_out = [f"<https://example.org/graph/{number}>" for number in (1, 7, GRAPHS - 1)]
    lines = [line.decode() for block in line_blocks(many, left_out) for line in block]
    kept = [number for number in range(GRAPHS) if number not in (1, 7, GRAPHS - 1)]
    wanted = pyoxigraph.serialize((quad for number in kept for quad in quads_of(number)), format=pyoxigraph.RdfFormat.N_QUADS)
    assert wanted is not None
    assert sorted(lines) == sorted(f"{line}\n" for line in wanted.decode().split("\n")[:-1])


def test_who_stops_reading_is_not_kept_waiting_for_the_rest(many: pyoxigraph.Store) -> None:
    blocks = line_blocks(many, [])
    assert len(list(islice(blocks, 2))) == 2
    blocks.close()  # type: ignore[attr-defined]
    assert next(blocks, None) is None


def test_an_embedded_store_gives_the_same_lines_one_by_one_and_together(tmp_path: Path) -> None:
    articles = list(sources.read_articles([str(DATA / "articles")]))[:4]
    with closing(open_store(str(tmp_path / "store"))) as store, closing(open_store("memory:")) as memory:
        for each in (store, memory):
            pipeline.build(articles, each)
        reader = store.reader()
        lines = list(reader.quads())
        assert isinstance(reader, HasTexts)
        assert "".join(reader.texts()) == "".join(lines) == "".join(memory.reader().quads())
        assert not any(name in line for line in lines for name in hidden_graphs())
