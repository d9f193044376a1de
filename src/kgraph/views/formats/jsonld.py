"""JSON-LD 1.1: one node object a subject, graphs as ``@graph``, with its context inside; carries everything."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kgraph.views.formats.context import make_context, short_name

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class JsonLdExporter:
    """Writes JSON-LD: the ontology's terms by name, ids in full, literals as strings with their datatype so that no
    number changes.
    """

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink
        self._comma = ""
        self._names: dict[str, str] = {}
        sink.write(f'{{"@context": {json.dumps(make_context(), ensure_ascii=False)},\n"@graph": [')

    def write(self, quads: list[Quad]) -> None:
        """One node object."""
        node: dict[str, Any] = {"@id": quads[0].subject}
        for predicate, same in groupby(quads, key=lambda quad: quad.predicate):
            if predicate == _TYPE:
                node["@type"] = [quad.object for quad in same]
            else:
                node[self._short(predicate)] = [_value(quad) for quad in same]
        if quads[0].graph:
            node = {"@id": quads[0].graph, "@graph": [node]}
        self._sink.write(f"{self._comma}\n{json.dumps(node, ensure_ascii=False)}")
        self._comma = ","

    def finalize(self) -> None:
        """Close the array."""
        self._sink.write("\n]}\n")

    def _short(self, iri: str) -> str:
        if iri not in self._names:
            self._names[iri] = short_name(iri)
        return self._names[iri]


def _value(quad: Quad) -> dict[str, str]:
    if quad.object is not None:
        return {"@id": quad.object}
    value = {"@value": quad.value}
    if quad.language:
        return {**value, "@language": quad.language}
    return {**value, "@type": quad.datatype} if quad.datatype else value
