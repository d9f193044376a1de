"""The ontology is the only list of classes and predicates: it says everything in two languages, and all else agrees with it."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef

from kgraph import claims, ontology, settings
from kgraph.model import Qualifiers

KG = Namespace("https://w3id.org/kgraph/ontology#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")
FILE = settings.ONTOLOGY / "kgraph.ttl"
SHAPES = settings.ONTOLOGY / "shapes.ttl"

# What OWL 2 RL knows of OWL and RDFS, as far as this ontology uses it; a term beyond it must be added here with thought.
RL_TYPES = {
    OWL.Ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.SymmetricProperty,
    OWL.AllDisjointClasses,
}  # fmt: skip
RL_AXIOMS = {OWL.inverseOf, OWL.members, OWL.versionInfo}


@pytest.fixture(scope="module")
def graph():
    return Graph().parse(FILE)


def own(graph):
    return sorted({term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(KG)})


def test_two_parsers_read_the_same(graph):
    assert len(list(parse(path=FILE, format=RdfFormat.TURTLE))) == len(graph)
    assert len(list(parse(path=SHAPES, format=RdfFormat.TURTLE))) == len(Graph().parse(SHAPES))


def test_every_term_has_label_and_definition_in_both_languages(graph):
    for term in own(graph):
        for said in (RDFS.label, SKOS.definition):
            texts = [text for text in graph.objects(term, said) if isinstance(text, Literal)]
            assert sorted(text.language for text in texts) == ["en", "ko"], (term, said)
            assert all(re.search("[가-힣]", text) for text in texts if text.language == "ko"), term
            assert not any(re.search("[가-힣]", text) for text in texts if text.language == "en"), term


def test_labels_tell_terms_of_one_kind_apart(graph):
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        labels = [label for term in graph.subjects(RDF.type, kind) for label in graph.objects(term, RDFS.label)]
        assert len(labels) == len(set(labels))


def test_every_own_term_that_is_used_is_defined(graph):
    defined = set(own(graph))
    for document in (graph, Graph().parse(SHAPES)):
        used = {term for triple in document for term in triple if isinstance(term, URIRef) and term.startswith(KG)}
        assert used <= defined


def test_it_stays_within_owl_2_rl(graph):
    types = {type_ for type_ in graph.objects(None, RDF.type) if type_.startswith(OWL)}
    assert types <= RL_TYPES
    axioms = {predicate for predicate in graph.predicates() if predicate.startswith(OWL)}
    assert axioms <= RL_AXIOMS
    for axiom in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf):
        assert not any(isinstance(value, BNode) for value in graph.objects(None, axiom)), axiom


def test_kinds_of_properties_are_not_mixed(graph):
    objects, data = (set(graph.subjects(RDF.type, kind)) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty))
    assert not objects & data
    assert all(range_ not in set(graph.subjects(RDF.type, OWL.Class)) for p in data for range_ in graph.objects(p, RDFS.range))
    for one, other in graph.subject_objects(OWL.inverseOf):
        assert {one, other} <= objects
        assert set(graph.objects(one, RDFS.domain)) == set(graph.objects(other, RDFS.range))
        assert set(graph.objects(one, RDFS.range)) == set(graph.objects(other, RDFS.domain))


def test_a_symmetric_predicate_has_one_type_at_both_ends(graph):
    for term in graph.subjects(RDF.type, OWL.SymmetricProperty):
        assert set(graph.objects(term, RDFS.domain)) == set(graph.objects(term, RDFS.range))
        assert (term, OWL.inverseOf, None) not in graph


def test_every_predicate_has_signature_cardinality_and_way_back():
    for predicate in ontology.predicates():
        assert predicate.domain
        assert predicate.literal == bool(predicate.value)
        assert predicate.cardinality in {"functional", "interval", "many"}
        assert predicate.symmetric or predicate.inverse or predicate.name == "released_on"
        assert set(predicate.fact_qualifiers) <= set(Qualifiers.__slots__)


def test_twenty_four_predicates():
    names = [predicate.name for predicate in ontology.predicates()]
    assert len(names) == len(set(names)) == 24
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in names)


def test_what_tells_facts_apart():
    parts = {p.name: set(p.fact_qualifiers) for p in ontology.predicates() if p.literal}
    assert parts == {
        "released_on": {"date"},
        "ranked": {"rank", "chart", "region", "date"},
        "rated": {"percent", "region", "date", "episode"},
        "won": {"award", "date"},
        "nominated_for": {"award", "date"},
    }


def test_a_status_of_the_ontology_is_a_status_of_the_model():
    documented = Qualifiers.__doc__
    assert all(f"``{status.name}``" in documented for status in ontology.statuses())


def test_qualifiers_of_the_model_are_terms(graph):
    assert all((KG[name], RDF.type, OWL.DatatypeProperty) in graph for name in Qualifiers.__slots__)


def test_shapes_repeat_the_signatures(graph):
    shapes = Graph().parse(SHAPES)
    for predicate in ontology.predicates():
        term = URIRef(KG + ontology.camel(predicate.name))
        (node,) = shapes.subjects(SH.targetSubjectsOf, term)
        assert ends(shapes, node) == {str(KG[name]) for name in predicate.domain}
        (path,) = (p for p in shapes.objects(node, SH.property) if (p, SH.path, term) in shapes)
        wanted = predicate.range or ((predicate.node,) if predicate.node else ())
        assert ends(shapes, path) == {str(KG[name]) for name in wanted}


def ends(shapes, node):
    several = [item for head in shapes.objects(node, SH["or"]) for item in shapes.items(head)]
    return {str(cls) for place in (node, *several) for cls in shapes.objects(place, SH["class"])}


def test_classes_kinds_and_colours():
    assert [found.name for found in ontology.classes()] == ["Person", "Work", "Organization"]
    assert {found.name for found in ontology.kinds("Work")} >= {"series", "film", "webtoon", "other"}
    assert {found.name for found in ontology.kinds("Organization")} >= {"broadcaster", "platform", "group", "other"}
    assert ontology.kinds("Person") == ()
    assert all(re.fullmatch("#[0-9a-f]{6}", found.colour) for found in ontology.classes())


def test_the_base_is_configurable(monkeypatch):
    monkeypatch.setenv("KGRAPH_BASE", "https://example.org/graph")
    assert ontology.term_iri("acted_in") == "https://example.org/graph/ontology#actedIn"


def test_an_unknown_predicate_is_refused():
    with pytest.raises(KeyError):
        ontology.predicate("knows")


def test_every_predicate_is_read_by_a_rule():
    """A predicate that stands in the ontology alone is a fault."""
    folders = (Path(claims.__file__).parent, settings.DATA)
    files = sorted(path for folder in folders for end in ("*.py", "*.yaml") for path in folder.rglob(end))
    source = "\n".join(path.read_text(encoding="utf-8") for path in files if "gazetteer" not in path.parts)
    assert [p.name for p in ontology.predicates() if not re.search(rf"\b{p.name}\b", source)] == []
