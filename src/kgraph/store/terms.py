"""Terms of RDF as text: IRIs that no name can break out of, literals in canonical N-Quads (RDFC-1.0).

There are no blank nodes: every node has an IRI made of the id of what it stands for, so sorted lines are the canonical form.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from urllib.parse import unquote

from kgraph import ontology, settings

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCT = "http://purl.org/dc/terms/"

BASE = settings.base_iri()
_LETTERS = ((0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x370, 0x1FFF), (0x3040, 0x9FFF), (0xAC00, 0xD7A3))  # first and last
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}
_ESCAPES |= {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DECIMAL = re.compile(rf'"([-+]?[0-9.]+)"\^\^<{re.escape(XSD)}decimal>')  # in a text every quote has a backslash before it
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@functools.lru_cache(maxsize=65536)
def encode(text: str) -> str:
    """Text as one segment of an IRI: Hangul and letters stay, all else is percent-encoded.

    >>> encode("work-지금우리학교는> <x")
    'work-지금우리학교는%3E%20%3Cx'
    """
    if text.isascii() and text.replace("-", "").isalnum():  # as most ids are
        return text
    if text in (".", ".."):  # as a segment of its own it would mean this or the upper folder to whoever resolves IRIs
        return text.replace(".", "%2E")
    return "".join(map(_encode_char, text))


@functools.lru_cache(maxsize=65536)  # no pattern: one of so many letters takes 3 ms to compile, a good part of a question
def _encode_char(char: str) -> str:
    safe = char.isalnum() or char in "._~-" if char.isascii() else any(first <= ord(char) <= last for first, last in _LETTERS)
    return char if safe else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def iri(path: str, *ids: str) -> str:
    """``<base/path/id/...>`` with each id encoded."""
    return f"<{BASE}{'/'.join((path, *map(encode, ids)))}>"


@functools.lru_cache(maxsize=65536)
def decode(value: str) -> str:
    """The last id in an IRI, the opposite of :func:`encode`.

    >>> decode("https://w3id.org/kgraph/entity/person-%3E")
    'person->'
    """
    return unquote(value.rpartition("/")[2])


def text_literal(text: str, lang: str | None = None) -> str:
    """A string, with its language if it has one."""
    quoted = '"' + _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text) + '"'
    return f"{quoted}@{lang}" if lang else quoted


def typed_literal(value: str, datatype: str) -> str:
    """A literal of an XML Schema datatype."""
    return f"{text_literal(value)}^^<{XSD}{datatype}>"


def number_literal(value: float) -> str:
    """An integer, or a decimal without exponent or idle zeros: the canonical forms, which Oxigraph would bring them to
    anyway.

    >>> number_literal(0.97)
    '"0.97"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if isinstance(value, int):
        return typed_literal(str(value), "integer")
    return typed_literal(_plain_decimal(repr(value)), "decimal")


def canonical_numbers(line: str) -> str:
    """A line of N-Quads with its decimal in the form of :func:`number_literal`; servers have forms of their own.

    >>> canonical_numbers('<s> <p> "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .')
    '<s> <p> "1"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    """
    return _DECIMAL.sub(lambda match: typed_literal(_plain_decimal(match[1]), "decimal"), line)


def pointed_numbers(text: str) -> str:
    """Triples with their decimals as XSD 1.0 has its canonical form, with a point.

    A TDB2 dataset of Apache Jena (seen in 5.2.0) that is given ``12`` keeps the triple in such a way that no pattern deletes it.

    >>> pointed_numbers('<s> <p> "12"^^<http://www.w3.org/2001/XMLSchema#decimal> .')
    '<s> <p> "12.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    """
    return _DECIMAL.sub(lambda match: match[0] if "." in match[1] else typed_literal(f"{match[1]}.0", "decimal"), text)


def _plain_decimal(value: str) -> str:
    return format(Decimal(value).normalize(), "f")


def date_literal(value: str) -> str:
    """A year, month or day by its length; what is no date stays a string.

    >>> date_literal("2021-09")
    '"2021-09"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return typed_literal(value, _DATES[len(value)]) if _DATE.fullmatch(value) else text_literal(value)


@functools.lru_cache(maxsize=512)
def term(name: str) -> str:
    """The IRI of a class or property of the ontology: ``friend_of`` is ``kg:friendOf``."""
    return f"<{ontology.term_iri(name)}>"


def referent_iri(ref: str) -> str:
    """A referent is a fragment of its article: ``<base/article/ID#person-leejaekyu>``."""
    article, _, key = ref.rpartition("#")
    return f"{iri('article', article)[:-1]}#{encode(key)}>"


def span_iri(article_id: str, part: str, start: int, end: int) -> str:
    """A place in an article's text: ``<base/article/ID#char=153,287>``."""
    return f"{iri('article', article_id)[:-1]}#{part}={start},{end}>"
