"""Answers in the formats of the SPARQL standard: results in JSON, CSV and TSV, graphs in Turtle.

In CSV a term is only its text, as the standard has it; JSON and TSV keep language and datatype.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pyoxigraph

from kgraph.errors import QueryError
from kgraph.views.answer import TRIPLE, from_cell, to_cell
from kgraph.views.formats.csv_tables import guarded
from kgraph.views.query import prefixes

if TYPE_CHECKING:
    from kgraph.views.answer import Answer, Cell


def to_sparql_json(answer: Answer) -> str:
    """SPARQL 1.1 results in JSON; triples of a CONSTRUCT as rows under ``subject``, ``predicate``, ``object``."""
    if answer.form == "ASK":
        return json.dumps({"head": {}, "boolean": answer.rows[0][0]}) + "\n"
    rows = ({name: _binding(cell) for name, cell in zip(answer.columns, row, strict=True) if cell} for row in answer.cells)
    bindings = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"head": {json.dumps({"vars": answer.columns})},\n"results": {{"bindings": [\n{bindings}\n]}}}}\n'


def to_sparql_tsv(answer: Answer) -> str:
    """SPARQL 1.1 results in TSV: terms as in Turtle."""
    lines = ["\t".join(f"?{name}" for name in answer.columns)]
    lines += ["\t".join(from_cell(cell) if cell else "" for cell in row) for row in answer.cells]
    return "".join(f"{line}\n" for line in lines)


def to_sparql_csv(answer: Answer, *, guard: bool = False) -> str:
    """SPARQL 1.1 results in CSV; ``guard`` keeps spreadsheets from reading cells as formulas."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink)
    writer.writerow(answer.columns)
    for row in answer.cells:
        texts = ((f"_:{cell.text}" if cell.kind == "bnode" else cell.text) if cell else "" for cell in row)
        writer.writerow(map(guarded, texts) if guard else texts)
    return sink.getvalue()


def to_turtle(answer: Answer) -> str:
    """The graph of a CONSTRUCT or DESCRIBE in Turtle.  Raises :class:`~kgraph.errors.QueryError` for other answers."""
    if not answer.is_graph:
        raise QueryError(f"expected CONSTRUCT or DESCRIBE for turtle, found {answer.form}")
    lines = "".join(" ".join(from_cell(cell) for cell in row if cell) + " .\n" for row in answer.cells)
    triples = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    written = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes())
    assert written is not None
    return written.decode("utf-8")


def _binding(cell: Cell) -> dict[str, Any]:
    if cell.kind == "triple":
        return {"type": cell.kind, "value": _parts(cell.text)}
    binding: dict[str, Any] = {"type": cell.kind, "value": cell.text}
    if cell.language:
        return {**binding, "xml:lang": cell.language}
    return {**binding, "datatype": cell.datatype} if cell.datatype else binding


def _parts(triple: str) -> dict[str, Any]:
    """A triple term as SPARQL 1.2 has it: its three ends, each a binding."""
    quad = next(iter(pyoxigraph.parse(f"<s:> <p:> {triple} .", format=pyoxigraph.RdfFormat.N_TRIPLES)))
    assert isinstance(quad.object, pyoxigraph.Triple)
    cells = (to_cell(term) for term in (quad.object.subject, quad.object.predicate, quad.object.object))
    return {name: _binding(cell) for name, cell in zip(TRIPLE, cells, strict=True) if cell}
