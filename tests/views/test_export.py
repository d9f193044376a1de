"""What goes out comes back, by parsers that are not the writer."""

from __future__ import annotations

import io
import json
from itertools import chain

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kgraph import ontology
from kgraph.errors import QueryError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import judge, put_reading
from kgraph.store import Store, open_store
from kgraph.store.terms import RDF
from kgraph.views.export import FORMATS, export_graph
from kgraph.views.formats.context import write_context
from kgraph.views.formats.quad import Graphs
from worlds import judgements, make_article, worlds

OXIGRAPH = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD, "nquads": pyoxigraph.RdfFormat.N_QUADS, "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML, "trig": pyoxigraph.RdfFormat.TRIG, "turtle": pyoxigraph.RdfFormat.TURTLE,
}  # fmt: skip
OXIGRAPH |= {"trig12": pyoxigraph.RdfFormat.TRIG, "turtle12": pyoxigraph.RdfFormat.TURTLE}
RDFLIB = {"jsonld": "json-ld", "nquads": "nquads", "ntriples": "nt", "rdfxml": "xml", "trig": "trig", "turtle": "turtle"}


def export(store: Store, format_: str) -> str:
    sink = io.StringIO()
    export_graph(store.reader(), format_, sink)
    return sink.getvalue()


def filled(data: st.DataObject) -> Store:
    store = open_store("memory:")
    world = data.draw(worlds(3))
    for item in world:
        put_reading(*item, store)
    for judgement in data.draw(judgements(world)):
        judge(judgement, store)
    return store


def lines_of(text: str, format_: str) -> set[str]:
    """The statements as Oxigraph reads them, in canonical lines."""
    quads = chain.from_iterable(map(spelled_out, pyoxigraph.parse(text, format=OXIGRAPH[format_])))
    return set(pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS).decode().splitlines(keepends=True))


def spelled_out(quad: pyoxigraph.Quad) -> list[pyoxigraph.Quad]:
    """A quad with a triple term as RDF 1.1 has it: subject, predicate and object of a statement."""
    term = quad.object
    if not isinstance(term, pyoxigraph.Triple):
        return [quad]
    assert quad.predicate.value == f"{RDF}reifies"
    ends = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    named = ((pyoxigraph.NamedNode(RDF + end), found) for end, found in ends.items())
    return [pyoxigraph.Quad(quad.subject, end, found, quad.graph_name) for end, found in named]


def expected(store: Store, format_: str) -> set[str]:
    lines = set(store.reader().quads())
    return lines if FORMATS[format_].graphs is not Graphs.LOST else lines_of(export(store, "ntriples"), "ntriples")


@pytest.mark.parametrize("format_", sorted(FORMATS))
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_oxigraph_reads_back_what_was_stored(format_: str, data: st.DataObject) -> None:
    store = filled(data)
    assert lines_of(export(store, format_), format_) == expected(store, format_)


@pytest.mark.parametrize("format_", sorted(RDFLIB))
@settings(max_examples=6, deadline=None)
@given(st.data())
def test_rdflib_reads_the_same(format_: str, data: st.DataObject) -> None:
    store = filled(data)
    if FORMATS[format_].graphs is not Graphs.LOST:
        left, right = rdflib.Dataset(), rdflib.Dataset()
        left.parse(data=export(store, format_), format=RDFLIB[format_])
        right.parse(data=export(store, "nquads"), format="nquads")
        assert {quad for quad in left.quads() if quad[3]} == {quad for quad in right.quads() if quad[3]}
        assert isomorphic(left.default_graph, right.default_graph)
    else:
        left, right = rdflib.Graph(), rdflib.Graph()
        left.parse(data=export(store, format_), format=RDFLIB[format_])
        right.parse(data=export(store, "ntriples"), format="nt")
        assert isomorphic(left, right)


def test_triples_are_those_of_all_graphs() -> None:
    store = open_store("memory:")
    moons = Referent("a1#work-moons", "Work", ("Paper Moons",), "series")
    put_reading(*make_article("a1", "2021", [("released_on", moons, None, Qualifiers(date="2021"))]), store)
    flat = {line.rstrip(" .\n").removesuffix("<https://w3id.org/kgraph/graph/a1>").rstrip() for line in store.reader().quads()}
    assert {line.rstrip(" .\n") for line in export(store, "ntriples").splitlines()} == flat


def test_nquads_are_the_canonical_lines() -> None:
    store = open_store("memory:")
    name = Referent("a1#person-x", "Person", ('Zed "Q" \\ \u0007\t\u200b\U0001f3ac 제드',))
    put_reading(*make_article("a1", None, [("friend_of", name, name, Qualifiers())]), store)
    assert export(store, "nquads") == "".join(store.reader().quads())
    assert json.loads(export(store, "jsonld"))["@graph"]
    assert "\ufffd" in export(store, "rdfxml")


def test_a_fact_annotates_the_plain_triple() -> None:
    store = open_store("memory:")
    han, moons = Referent("a1#person-han", "Person", ("Han Bora",)), Referent("a1#work-moons", "Work", ("Paper Moons",), "series")
    talks = Qualifiers(status="talks")
    put_reading(*make_article("a1", "2021", [("directed", han, moons, Qualifiers()), ("acted_in", han, moons, talks)]), store)
    graph = pyoxigraph.Store()
    graph.load(export(store, "trig12"), format=pyoxigraph.RdfFormat.TRIG)
    asked = """PREFIX kg: <https://w3id.org/kgraph/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?verb ?sources (EXISTS { ?s ?verb ?o } AS ?plain)
        { ?fact rdf:reifies <<( ?s ?verb ?o )>> ; kg:sources ?sources } ORDER BY ?verb"""
    rows = [(row["verb"].value.rpartition("#")[2], row["sources"].value, row["plain"].value) for row in graph.query(asked)]
    assert rows == [("actedIn", "1", "false"), ("directed", "1", "true")]
    assert "rdf:subject" not in export(store, "trig12")


def test_the_context_is_that_of_the_export() -> None:
    context = json.loads(write_context())["@context"]
    assert context == json.loads(export(open_store("memory:"), "jsonld"))["@context"]
    assert {predicate.iri.rpartition("#")[2] for predicate in ontology.predicates()} <= set(context)
    document = {"@context": context, "@id": "entity:person-x", "directed": "entity:work-y", "rank": 1, "@type": "Person"}
    lines = lines_of(json.dumps(document), "jsonld")
    base = "https://w3id.org/kgraph/"
    assert f"<{base}entity/person-x> <{base}ontology#directed> <{base}entity/work-y> .\n" in lines
    assert f'<{base}entity/person-x> <{base}ontology#rank> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n' in lines
    assert any(line.endswith("<https://w3id.org/kgraph/ontology#Person> .\n") for line in lines)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(QueryError, match="expected one of jsonld"):
        export(open_store("memory:"), "xlsx")
