"""RDF/XML: for tools that read nothing else, without the graphs that statements stand in.

XML 1.0 has no place for most control characters: they leave as U+FFFD.  All else is carried.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kgraph.views.query import prefixes

if TYPE_CHECKING:
    from typing import TextIO

    from kgraph.views.formats.quad import Quad

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPLIT = re.compile(r"(.*[/#])([A-Za-z_][\w.-]*)")


class RdfXmlExporter:
    """Writes RDF/XML: one ``rdf:Description`` a subject."""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink
        self._prefixes = {iri: name for name, iri in sorted(prefixes().items())}
        names = "".join(f"\n    xmlns:{name}={quoteattr(iri)}" for iri, name in self._prefixes.items())
        sink.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n')

    def write(self, quads: list[Quad]) -> None:
        """One description."""
        self._sink.write(f"<rdf:Description rdf:about={quoteattr(quads[0].subject)}>\n")
        for quad in quads:
            self._sink.write(f"    {self._property(quad)}\n")
        self._sink.write("</rdf:Description>\n")

    def finalize(self) -> None:
        """Close the document."""
        self._sink.write("</rdf:RDF>\n")

    def _property(self, quad: Quad) -> str:
        match = _SPLIT.fullmatch(quad.predicate)
        if match is None:
            raise ValueError(f"expected a property whose IRI ends in a name, found {quad.predicate}")
        name = f"{self._prefixes.get(match[1], 'ns')}:{match[2]}"
        start = name if match[1] in self._prefixes else f"{name} xmlns:ns={quoteattr(match[1])}"
        if quad.object is not None:
            return f"<{start} rdf:resource={quoteattr(quad.object)}/>"
        if quad.language:
            start += f" xml:lang={quoteattr(quad.language)}"
        elif quad.datatype:
            start += f" rdf:datatype={quoteattr(quad.datatype)}"
        text = escape(_NOT_XML.sub("\ufffd", quad.value), {"\r": "&#13;"})
        return f"<{start}>{text}</{name}>"
