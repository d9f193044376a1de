"""The graph as networkx holds it: one node a name, one edge a fact, literal facts on nodes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph import ontology

if TYPE_CHECKING:
    import networkx as nx

    from kgraph.model import Fact
    from kgraph.store.base import Reader
    from kgraph.views.links import Which

Attributes = dict[str, str | int | float]


def make_property_graph(reader: Reader, which: Which) -> nx.MultiDiGraph[str]:
    """Nodes by entity id (``label``, ``type``, ``kind``, ``names``), edges by fact id, in the order of ids.

    A fact without a second name (a ranking, a prize) is a node of its class with the fact's fields, joined to whom it is
    about.  Attributes are text and numbers only, so that every format of networkx can hold them; lists are joined by `` | ``.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in sorted(reader.entities(), key=lambda entity: entity.id):
        named: Attributes = {"names": " | ".join(entity.names), "kind": entity.kind or ""}
        labels: Attributes = {f"label_{lang}": name for lang, name in entity.labels}
        graph.add_node(entity.id, label=entity.label(), type=entity.type, **named, **labels)
    for fact in reader.facts():
        if which.allows(fact) and fact.subject in graph:
            _add_fact(reader, graph, fact)
    return graph


def _add_fact(reader: Reader, graph: nx.MultiDiGraph[str], fact: Fact) -> None:
    fields = fact_fields(reader, fact)
    target = fact.object
    if target is None:
        target = f"fact:{fact.id}"
        node = ontology.predicate(fact.predicate).node or "Fact"
        value = getattr(fact.qualifiers, ontology.predicate(fact.predicate).value or "date")
        graph.add_node(target, label=f"{fact.predicate} {value or ''}".strip(), type=node, kind="", names="")
    graph.add_edge(fact.subject, target, key=fact.id, label=fact.predicate, **fields)


def fact_fields(reader: Reader, fact: Fact) -> Attributes:
    """What is known of a fact, as text and numbers: qualifiers, both clocks, sources, and where the sentences stand."""
    claims = list(reader.claims(fact=fact.id))
    fields: Attributes = {
        "predicate": fact.predicate,
        "confidence": round(fact.confidence, 4),
        "sources": fact.sources,
        "independent": fact.independent,
        "first_report": fact.first_report or "",
        "last_report": fact.last_report or "",
        "standing": fact.rank.value,
        "evidence": " | ".join(claim.evidence.text for claim in claims),
        "places": " | ".join(f"{claim.article}:{claim.evidence.start}-{claim.evidence.end}" for claim in claims),
    }
    return fields | dict(fact.qualifiers.items())
