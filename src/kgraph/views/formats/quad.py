"""Canonical N-Quads lines taken apart, and the subjects that they tell of."""

from __future__ import annotations

import enum
import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = re.compile(
    r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|("(?:[^"\\]|\\.)*")(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?)(?: <([^>]*)>)? \.\n?'
)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
_SINGLE = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


class Quad(NamedTuple):
    """A quad: IRIs without angle brackets; the object is an IRI, or a literal with ``quoted`` (escaped, in quotation marks)."""

    subject: str
    predicate: str
    object: str | None
    quoted: str | None
    language: str | None
    datatype: str | None
    graph: str | None

    @property
    def value(self) -> str:
        """The literal's characters."""
        return _ESCAPE.sub(_unescape, (self.quoted or '""')[1:-1])


class Exporter(Protocol):
    """Writes a graph in one format; ``write`` is called with each subject's quads in turn, ``finalize`` once at the end."""

    def write(self, quads: list[Quad]) -> None:
        """Write what is said of one subject in one graph."""
        ...

    def finalize(self) -> None:
        """Write what must stand at the end."""
        ...


def read_line(line: str) -> Quad:
    """The quad of a canonical line."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"expected a canonical N-Quads line, found {line!r}")
    return Quad(*match.groups())


class Graphs(enum.Enum):
    """How a format has the graphs that statements stand in: beside each statement, around groups of them, or not at all."""

    BESIDE = "beside"
    AROUND = "around"
    LOST = "lost"


def subjects(lines: Iterable[str], graphs: Graphs) -> Iterator[list[Quad]]:
    """The quads of sorted lines, subject by subject as the format wants them; without graphs, each triple once."""
    for _, group in groupby(map(read_line, lines), key=lambda quad: quad.subject):
        quads = list(group)
        if graphs is Graphs.BESIDE:
            yield quads
        elif graphs is Graphs.LOST:
            yield list(dict.fromkeys(quad._replace(graph=None) for quad in quads))
        else:
            for graph in sorted({quad.graph or "" for quad in quads}):
                yield [quad for quad in quads if (quad.graph or "") == graph]


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _SINGLE[match[3]]
