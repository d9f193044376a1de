"""What the store writes passes the shapes, and a graph that lacks what it must have does not."""

import pytest
from pyshacl import validate
from rdflib import XSD, Dataset, Graph, Literal, Namespace, URIRef

from kgraph import ontology, settings
from kgraph.model import Article, Claim, Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading
from kgraph.store import open_store

KG = Namespace("https://w3id.org/kgraph/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
TEXT = "유민이 글래스 하버를 만들었다. Yoo Min made Glass Harbor.\n"
ENDS = {
    "Person": Referent("a1#person-yoomin", "Person", ("Yoo Min", "유민")),
    "Work": Referent("a1#work-glassharbor", "Work", ("Glass Harbor", "글래스 하버"), "series"),
    "Organization": Referent("a1#organization-harbortv", "Organization", ("Harbor TV",), "broadcaster"),
}
OTHERS = {
    "Person": Referent("a1#person-ohhana", "Person", ("Oh Hana",)),
    "Work": Referent("a1#work-stoneharbor", "Work", ("Stone Harbor",), "novel"),
}
SAID = Qualifiers(
    date="2021-09-17", rank=1, chart="FlixPatrol", region="world", percent=12.5, episode=3, award="Baeksang best film"
)


def claim_of(predicate):
    """A claim of that predicate between ends that its signature allows."""
    subject = ENDS[predicate.domain[0]]
    object_ = OTHERS.get(predicate.range[0], ENDS[predicate.range[0]]) if predicate.range else None
    values = {name: getattr(SAID, name) for name in predicate.fact_qualifiers}
    evidence, trigger = Span(17, 42, TEXT[17:42]), Span(25, 29, TEXT[25:29])
    return Claim("a1", predicate.name, subject, object_, evidence, trigger, "test.rule", 0.9, Qualifiers(**values))


@pytest.fixture(scope="module")
def written():
    store = open_store("memory:")
    article = Article("a1", TEXT, "en", "Harbor", "https://example.org/a1", "Daily", "2022-02-07")
    said = [claim_of(predicate) for predicate in ontology.predicates()]
    put_reading(article, make_reading(article, [*ENDS.values(), *OTHERS.values()], said), store)
    dataset = Dataset(default_union=True)
    dataset.parse(data="".join(store.reader().quads()), format="nquads")
    graph = Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(settings.ONTOLOGY / "shapes.ttl")


def report(graph, shapes):
    conforms, _, text = validate(graph, shacl_graph=shapes, advanced=True, inplace=True)
    return conforms, text


def test_what_the_store_writes_conforms(written, shapes):
    conforms, text = report(written, shapes)
    assert conforms, text


def test_all_predicates_were_tried(written):
    used = {str(predicate) for predicate in written.predicates()}
    assert {predicate.iri for predicate in ontology.predicates()} <= used


def test_only_terms_of_the_ontology_are_written(written):
    defined = set(Graph().parse(settings.ONTOLOGY / "kgraph.ttl").subjects())
    used = {term for triple in written for term in triple if isinstance(term, URIRef) and term.startswith(KG)}
    assert used <= defined


FAULTS = {
    "evidence that stands elsewhere": (OA.exact, Literal("Something else was said.")),
    "a rank below one": (KG["rank"], Literal("0", datatype=XSD.integer)),
    "a confidence above one": (KG.confidence, Literal("1.5", datatype=XSD.decimal)),
    "an unknown status": (KG.factRank, Literal("perhaps")),
    "a friend who is a work": (KG.friendOf, KG.directed),
    "an article in no language we read": (URIRef("http://purl.org/dc/terms/language"), Literal("xx")),
    "a fact that no claim supports": (KG.claim, None),
    "an entity without a name": (RDFS.label, None),
    "a claim without its words": (KG.evidence, None),
    "a referent that leads nowhere": (KG.entity, None),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_graph_does_not_conform(written, shapes, name):
    predicate, value = FAULTS[name]
    graph = Graph() + written
    subject = min(subject for subject in graph.subjects(predicate))
    graph.remove((subject, predicate, None))
    if value is not None:
        graph.add((subject, predicate, value))
    conforms, _ = report(graph, shapes)
    assert not conforms
