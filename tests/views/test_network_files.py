"""What goes out to tools for networks is read back by networkx, with evidence and both dates."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import lxml.etree
import networkx as nx
import pytest

from graphs import GraphBuilder, ListReader, sample_graph
from kgraph.errors import QueryError
from kgraph.views.links import Which
from kgraph.views.network_files import NETWORK_FORMATS, write_network
from kgraph.views.property_graph import make_property_graph

GEXF = "{http://gexf.net/1.3}"
GEXF_ATTRIBUTES = {
    "gexf": {"version"}, "meta": {"lastmodifieddate"}, "creator": set(), "graph": {"defaultedgetype", "mode", "timeformat"},
    "attributes": {"class", "mode"}, "attribute": {"id", "title", "type"}, "attvalues": set(), "attvalue": {"for", "value"},
    "nodes": {"count"}, "node": {"id", "label"}, "edges": {"count"},
    "edge": {"id", "source", "target", "type", "label", "weight", "start", "end"},
}  # fmt: skip
EVERYTHING = Which(doubtful=True)


def written(reader: ListReader, format_: str) -> str:
    sink = io.StringIO()
    write_network(reader, format_, sink)
    return sink.getvalue()


def parse(text: str, format_: str) -> Any:
    if format_ == "graphml":
        return nx.parse_graphml(text, force_multigraph=True)
    if format_ == "gexf":
        return nx.read_gexf(io.BytesIO(text.encode()))
    data = json.loads(text)
    return nx.node_link_graph(data, edges="links") if format_ == "nodelink" else nx.cytoscape_graph(data, name="names")


def odd_graph() -> ListReader:
    build = GraphBuilder()
    build.reader = sample_graph()
    one, two = build.entity("Person", 'O"Neil <&> \x01'), build.entity("Work", "유리]]>")
    build.fact("It was <b>made</b> & sold \x0b.", "made", one, "directed", two)
    build.fact("It was made again.", "made", one, "produced", two)
    build.fact("They wed in 2020.", "wed", one, "married_to", build.entity("Person", "유민"), date="2020-05", status="ended")
    build.fact("They met in 2021.", "met", one, "friend_of", build.entity("Person", "유민"), date="2021")
    return build.reader


@pytest.mark.parametrize("format_", NETWORK_FORMATS)
def test_it_is_read_back(format_: str) -> None:
    reader = odd_graph()
    made = make_property_graph(reader, EVERYTHING)
    back = parse(written(reader, format_), format_)
    assert set(back) == set(made)
    assert back.number_of_edges() == made.number_of_edges() == len(reader.held)
    assert sorted((one, two) for one, two, *_ in back.edges) == sorted((one, two) for one, two, _ in made.edges)
    said = sorted(
        (data["predicate"], data["first_report"], data.get("date", ""), data.get("status", ""), data["places"])
        for _, _, data in back.edges(data=True)
    )
    assert said == sorted(
        (data["predicate"], data["first_report"], data.get("date", ""), data.get("status", ""), data["places"])
        for _, _, data in made.edges(data=True)
    )
    assert any("They wed in 2020." in data["evidence"] for _, _, data in back.edges(data=True))


@pytest.mark.parametrize("format_", NETWORK_FORMATS)
def test_the_same_graph_gives_the_same_file(format_: str) -> None:
    assert written(odd_graph(), format_) == written(odd_graph(), format_)
    assert "lastmodified" not in written(odd_graph(), format_)


def test_time_in_gephi() -> None:
    root = ET.fromstring(written(odd_graph(), "gexf"))
    times = [(edge.get("start"), edge.get("end")) for edge in root.iter(f"{GEXF}edge") if edge.get("start") or edge.get("end")]
    assert set(times) == {("2021-01-01", None), (None, "2020-05-01")}


def test_gexf_has_nothing_that_its_schema_has_not() -> None:
    """The elements and attributes of GEXF 1.3 (gexf.net/schema.html) that a graph in time needs, and no others."""
    root = lxml.etree.fromstring(written(odd_graph(), "gexf").encode(), lxml.etree.XMLParser(recover=False))
    assert root.get("version") == "1.3"
    for element in root.iter():
        name = element.tag.removeprefix(GEXF)
        attributes = {attribute for attribute in element.attrib if not attribute.startswith("{")}
        assert attributes <= GEXF_ATTRIBUTES[name], name
    graph = root.find(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    for edge in root.iter(f"{GEXF}edge"):
        assert {edge.get("source"), edge.get("target")} <= {node.get("id") for node in root.iter(f"{GEXF}node")}


def test_an_unknown_format() -> None:
    with pytest.raises(QueryError, match="cytoscape, gexf, graphml, nodelink"):
        write_network(sample_graph(), "dot", io.StringIO())
