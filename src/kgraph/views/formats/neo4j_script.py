"""The graph as a script in Cypher, for cypher-shell or Neo4j Browser: what the store on Neo4j writes, values spelled out.

It is made for an empty database, and can be run again without doing harm.  Referents of whom no claim speaks are left out.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kgraph.model import Change
from kgraph.store.neo4j_articles import article_statements
from kgraph.store.neo4j_change import change_statements
from kgraph.store.neo4j_schema import wanted
from kgraph.store.neo4j_shape import to_judgement
from kgraph.store.neo4j_statements import PUT_JUDGEMENTS, REMOVE_PARTS, Statement, chunks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from kgraph.model import Article, Claim, Referent
    from kgraph.store.base import Reader

ROWS = 200  # in one statement: a script is read by people and parsed by servers
TOGETHER = 1_000  # articles, entities or facts

_UNWIND = "UNWIND $rows AS row"
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r"[\\'\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WORD = re.compile(r"[a-z_]+")


def write_script(reader: Reader, sink: TextIO) -> int:
    """Write the script; how many rows were written."""
    for one in wanted():
        sink.write(f"{one.cypher};\n")
    sink.write("CALL db.awaitIndexes(300);\n")
    count = 0
    for statement in _statements(reader):
        if statement.cypher == REMOVE_PARTS:  # a script begins with nothing
            continue
        for rows in chunks(statement.rows, ROWS):
            sink.write(to_statement(statement.cypher, rows))
            count += len(rows)
    return count


def to_statement(cypher: str, rows: list[Any]) -> str:
    """A statement with its rows spelled out, that ends with its only semicolon before a line's end."""
    listed = ",\n  ".join(map(to_literal, rows))
    return f"{cypher.strip().replace(_UNWIND, f'UNWIND [{chr(10)}  {listed}{chr(10)}] AS row', 1)};\n"


def to_literal(value: Any) -> str:
    r"""A value as Cypher spells it.

    >>> to_literal({"id": "O'Neil", "n": [1, 2.5, None, True]})
    "{id: 'O\\'Neil', n: [1, 2.5, null, true]}"
    """
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {to_literal(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(to_literal, value)) + "]"
    return {None: "null", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else repr(value)


def _text(text: str) -> str:
    """A string.  A ``u`` never stands right after a backslash: some servers take that for an escape, whatever is before it."""
    quoted = "'" + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", text) + "'"
    return re.sub(r"(?<=\\\\)(?=[uU])", "' + '", quoted) if "\\\\" in quoted else quoted


def _key(key: str) -> str:
    """A key of a map; all are names of ours."""
    assert _WORD.fullmatch(key), key
    return key


def _statements(reader: Reader) -> Iterator[Statement]:
    for ids in chunks(reader.article_ids(), TOGETHER):
        yield from article_statements([one for id_ in ids if (one := _read(reader, id_))])
    for entities in chunks(reader.entities(), TOGETHER):
        leads = tuple((ref, None, entity.id) for entity in entities for ref in entity.referents)
        yield from change_statements(Change(entities=tuple((None, entity) for entity in entities), leads=leads))
    for facts in chunks(reader.facts(), TOGETHER):
        supports = tuple((claim, None, fact.id) for fact in facts for claim in fact.claims)
        there = tuple((fact, fact) for fact in facts)  # as if they were there: a script that runs again makes nothing twice
        yield from change_statements(Change(facts=there, supports=supports))
    yield Statement(PUT_JUDGEMENTS, [to_judgement(judgement) for judgement in reader.judgements()])


def _read(reader: Reader, article_id: str) -> tuple[Article, tuple[Referent, ...], tuple[Claim, ...]] | None:
    article, claims = reader.article(article_id), tuple(reader.claims(article=article_id))
    return (article, referents_of(claims), claims) if article else None


def referents_of(claims: tuple[Claim, ...]) -> tuple[Referent, ...]:
    """Those whom claims speak of, by ref."""
    ends = sorted((end for claim in claims for end in (claim.subject, claim.object) if end), key=lambda end: end.ref)
    return tuple(next(group) for _, group in groupby(ends, key=lambda end: end.ref))
