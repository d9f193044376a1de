"""Does the graph have the shape that the ontology promises?  SHACL: judged by pySHACL, or for large graphs asked in SPARQL.

pySHACL takes the whole graph into memory and some 0.4 s an article; the queries of :mod:`kgraph.views.shape_queries` run
inside the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph import settings
from kgraph.views.query import graph_of, prefixes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from kgraph.store.base import Reader, Store


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a shape: which node, which property and value (if any), and what was expected of it."""

    node: str
    path: str | None
    value: str | None
    message: str
    severity: str


def validate_graph(reader: Reader) -> tuple[Violation, ...]:
    """All violations of ``ontology/shapes.ttl`` by the statements of all graphs taken together, by node; none if the graph is
    sound.
    """
    import pyshacl

    _, report, _ = pyshacl.validate(_union(reader), shacl_graph=_shapes(), advanced=True, inplace=True)
    return tuple(sorted(_violations(report), key=_order))


def validate_quickly(store: Store) -> tuple[Violation, ...]:
    """The same violations, found by SPARQL inside the store; the messages are plainer, and a node is named once a constraint
    and value.
    """
    import pyoxigraph

    from kgraph.views.shape_queries import queries_of

    graph, found = graph_of(store), set[Violation]()
    for query in queries_of(_shapes()):
        rows = graph.query(query.text, prefixes=prefixes(), use_default_graph_as_union=True)
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        names = [variable.value for variable in rows.variables]
        for row in rows:
            node, value = row["this"], row["value"] if "value" in names else None
            if query.target is None or graph.query(_ask(query.target, node), use_default_graph_as_union=True):
                shown = getattr(value, "value", None)
                found.add(Violation(getattr(node, "value", str(node)), query.path, shown, query.message, "Violation"))
    return tuple(sorted(found, key=_order))


def _ask(target: str, node: object) -> str:
    return f"ASK {{ {target.replace('?this', str(node))} }}"


def _order(violation: Violation) -> tuple[str, str, str, str]:
    return violation.node, violation.path or "", violation.message, violation.value or ""


def _union(reader: Reader) -> Graph:
    """All statements without the graphs that they stand in."""
    from rdflib import Graph

    triples = {_triple(line) for line in reader.quads()}
    return Graph().parse(data="".join(sorted(triples)), format="nt")


def _triple(line: str) -> str:
    from kgraph.views.formats.nquads import object_term
    from kgraph.views.formats.quad import read_line

    quad = read_line(line)
    return f"<{quad.subject}> <{quad.predicate}> {object_term(quad)} .\n"


def _shapes() -> Graph:
    """The shapes, under the base that is configured."""
    from rdflib import Graph

    text = (settings.ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text.replace(settings.DEFAULT_BASE, settings.base_iri()), format="turtle")


def _violations(report: Graph) -> list[Violation]:
    from rdflib import RDF, SH

    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path, value, message, severity = (
            report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage, SH.resultSeverity)
        )
        found.append(Violation(str(node), _text(path), _text(value), str(message), str(severity).rpartition("#")[2]))
    return found


def _text(term: Node | None) -> str | None:
    return str(term) if term is not None else None
