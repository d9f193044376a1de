"""What a query gives: rows of RDF terms as plain values that can be printed, compared and sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from kgraph.store.terms import XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Value = str | int | float | bool | None
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

TRIPLE = ("subject", "predicate", "object")
_NUMBERS: dict[str, Callable[[str], int | float]] = {
    "integer": int, "nonNegativeInteger": int, "decimal": float, "double": float, "float": float,
}  # fmt: skip


class Cell(NamedTuple):
    """A term: ``kind`` is ``uri``, ``bnode``, ``literal`` or ``triple`` (as N-Triples), as SPARQL's results in JSON call it."""

    kind: str
    text: str
    datatype: str | None = None
    language: str | None = None

    @property
    def value(self) -> Value:
        """IRIs and text as text, numbers and truth values as Python's."""
        datatype = (self.datatype or "").removeprefix(XSD)
        if datatype == "boolean":
            return self.text in ("true", "1")
        return _NUMBERS[datatype](self.text) if datatype in _NUMBERS else self.text


@dataclass(frozen=True)
class Answer:
    """Rows under columns.

    ``form`` is ``SELECT``, ``ASK`` (one row, column ``answer``), ``CONSTRUCT`` or ``DESCRIBE`` (columns ``subject``,
    ``predicate``, ``object``). IRIs are plain text, numbers and truth values are Python's, what is not bound is ``None``.
    """

    form: str
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell | None, ...], ...]

    @cached_property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as plain values."""
        return tuple(tuple(cell.value if cell else None for cell in row) for row in self.cells)

    def records(self) -> Iterator[dict[str, Value]]:
        """The rows as mappings of column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    @property
    def is_graph(self) -> bool:
        """True if the rows are triples."""
        return self.form in ("CONSTRUCT", "DESCRIBE")


def make_answer(form: str, found: object, hidden: set[str]) -> Answer:
    """The answer that Oxigraph gives, read to its end; without the columns of ``hidden`` parameters."""
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Answer(form, ("answer",), ((Cell("literal", "true" if found else "false", f"{XSD}boolean"),),))
    if isinstance(found, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in found.variables if variable.value not in hidden]
        return Answer(form, tuple(names), tuple(tuple(to_cell(row[name]) for name in names) for row in found))
    assert isinstance(found, pyoxigraph.QueryTriples)
    triples = {(to_cell(row.subject), to_cell(row.predicate), to_cell(row.object)) for row in found}
    return Answer(form, TRIPLE, tuple(sorted(triples, key=repr)))


def to_cell(term: Term | None) -> Cell | None:
    """A term of Oxigraph as a cell."""
    if isinstance(term, pyoxigraph.NamedNode):
        return Cell("uri", term.value)
    if isinstance(term, pyoxigraph.Literal):
        datatype = term.datatype.value
        plain = term.language is not None or datatype == f"{XSD}string"
        return Cell("literal", term.value, None if plain else datatype, term.language)
    if term is None:
        return None
    return Cell("bnode", term.value) if isinstance(term, pyoxigraph.BlankNode) else Cell("triple", f"<<( {term} )>>")


def from_cell(cell: Cell) -> str:
    """A cell as N-Triples and Turtle have it."""
    if cell.kind == "uri":
        return str(pyoxigraph.NamedNode(cell.text))
    if cell.kind == "literal":
        datatype = pyoxigraph.NamedNode(cell.datatype) if cell.datatype else None
        return str(pyoxigraph.Literal(cell.text, datatype=datatype, language=cell.language))
    return f"_:{cell.text}" if cell.kind == "bnode" else cell.text
