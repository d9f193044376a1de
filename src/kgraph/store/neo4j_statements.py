"""How the graph is written, in Cypher.  Only labels and relationship types of the ontology are ever put into these texts.

Each begins with ``UNWIND $rows AS row`` and can be run again without doing harm; but :func:`make_facts` is only for facts
that are not there, which the count of a store's steps makes sure of.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from kgraph.store.neo4j_terms import relationships

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher that begins with ``UNWIND $rows AS row``, and the rows."""

    cypher: str
    rows: Sequence[Any]


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Rows in lists of at most ``size``."""
    remaining = iter(rows)
    while chunk := list(islice(remaining, size)):
        yield chunk


REMOVE_ARTICLES = """
UNWIND $rows AS row
MATCH (article:Article {id: row})
OPTIONAL MATCH (part)-[:STATED_IN|MENTIONED_IN]->(article)
DETACH DELETE part, article"""

REMOVE_PARTS = """
UNWIND $rows AS row
MATCH (:Article {id: row.id})<-[:STATED_IN|MENTIONED_IN]-(part)
WHERE NOT coalesce(part.long_id, part.id) IN row.kept
DETACH DELETE part"""

PUT_ARTICLES = """
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
SET article = row"""

PUT_REFERENTS = """
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MERGE (referent:Referent {id: row.node.id})
SET referent = row.node
MERGE (referent)-[:MENTIONED_IN]->(article)"""

PUT_CLAIMS = """
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MATCH (subject:Referent {id: row.subject})
MERGE (claim:Claim {id: row.node.id})
ON CREATE SET claim = row.node
MERGE (claim)-[:STATED_IN]->(article)
MERGE (claim)-[:SUBJECT]->(subject)"""

PUT_OBJECTS = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.node.id})
MATCH (object:Referent {id: row.object})
MERGE (claim)-[:OBJECT]->(object)"""

PUT_JUDGEMENTS = """
UNWIND $rows AS row
MERGE (judgement:Judgement {id: row.id})
SET judgement = row"""

REMOVE_JUDGEMENTS = """
UNWIND $rows AS row
MATCH (judgement:Judgement {id: row})
DELETE judgement"""

PUT_NAMES = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MERGE (name:Name {key: row.key})
MERGE (entity)-[:NAMED]->(name)"""

REMOVE_NAMES = """
UNWIND $rows AS row
MATCH (:Entity {id: row.id})-[named:NAMED]->(:Name {key: row.key})
DELETE named"""

REMOVE_UNUSED_NAMES = """
UNWIND $rows AS row
MATCH (name:Name {key: row.key})
WHERE NOT (name)<-[:NAMED]-()
DELETE name"""

REMOVE_ENTITIES = """
UNWIND $rows AS row
MATCH (entity:Entity {id: row})
DETACH DELETE entity"""

REMOVE_LEADS = """
UNWIND $rows AS row
MATCH (:Referent {id: row.ref})-[lead:REFERS_TO]->(:Entity {id: row.entity})
DELETE lead"""

PUT_LEADS = """
UNWIND $rows AS row
MATCH (referent:Referent {id: row.ref})
MATCH (entity:Entity {id: row.entity})
MERGE (referent)-[:REFERS_TO]->(entity)"""

PUT_SUPPORTS = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
SET claim.fact = row.fact"""

PUT_NOTES = """
UNWIND $rows AS row
MERGE (note:Note {key: row.key})
SET note = row"""

REMOVE_NOTES = """
UNWIND $rows AS row
MATCH (note:Note {key: row})
DELETE note"""

_CLAIMS = """COLLECT {
  UNWIND [one IN coalesce(fact.claims, []) WHERE NOT one IN row.gone] + row.come AS claim
  RETURN DISTINCT claim ORDER BY claim
}"""


def put_entities(labels: str) -> str:
    """Write entities of these labels."""
    return f"UNWIND $rows AS row\nMERGE (entity:Entity {{id: row.id}})\nSET entity = row, entity{labels}"


def unlabel_entities(labels: str) -> str:
    """Take labels off that an entity had."""
    return f"UNWIND $rows AS row\nMATCH (entity:Entity {{id: row}})\nREMOVE entity{labels}"


def make_facts(type_: str, labels: str | None) -> str:
    """Write facts that are not there yet, with their claims."""
    return f"""{_ends(labels)}
CREATE (subject)-[fact:{type_}]->(object)
SET fact = row.fact, fact.claims = row.come"""


def put_facts(type_: str, labels: str | None) -> str:
    """Write facts as relationships, with ``labels`` to a node of their own, and which claims come and go.

    MERGE would look through all relationships of the type; to match by ``id`` goes by its index.
    """
    return f"""{_ends(labels)}
WITH row, subject, object
OPTIONAL MATCH ()-[old:{type_}]->() WHERE old.id = row.fact.id
FOREACH (_ IN CASE WHEN old IS NULL THEN [1] ELSE [] END | CREATE (subject)-[:{type_} {{id: row.fact.id}}]->(object))
WITH row
MATCH ()-[fact:{type_}]->() WHERE fact.id = row.fact.id
WITH fact, row, {_CLAIMS} AS claims
SET fact = row.fact, fact.claims = claims"""


def _ends(labels: str | None) -> str:
    """The two ends of each fact's relationship; a node with ``labels`` stands for a fact with one entity."""
    node = f"MERGE (object:Fact {{id: row.fact.id}})\nSET object = row.fact, object{labels}"
    end = node if labels else "MATCH (object:Entity {id: row.object})"
    return f"""
UNWIND $rows AS row
MATCH (subject:Entity {{id: row.subject}})
{end}"""


def move_claims(before: str, after: str) -> str:
    """Hand the claims of facts on to the relationships that take the place of theirs."""
    return f"""
UNWIND $rows AS row
MATCH ()-[old:{before}]->() WHERE old.id = row
MATCH ()-[new:{after}]->() WHERE new.id = row
SET new.claims = COLLECT {{ UNWIND old.claims + new.claims AS claim RETURN DISTINCT claim ORDER BY claim }}"""


def remove_facts(type_: str) -> str:
    """Take facts out; what stood for one with a single entity goes by :data:`REMOVE_FACT_NODES`."""
    return f"UNWIND $rows AS row\nMATCH ()-[fact:{type_}]->() WHERE fact.id = row\nDELETE fact"


REMOVE_FACT_NODES = """
UNWIND $rows AS row
MATCH (fact:Fact {id: row})
DETACH DELETE fact"""


def put_claims() -> str:
    """Write which claims come and go of facts that stay as they are; their relationship types are not known."""
    return f"""
UNWIND $rows AS row
CALL (row) {{
{any_fact("row.id")}
}}
WITH fact, row, {_CLAIMS} AS claims
SET fact.claims = claims"""


def any_fact(id_: str) -> str:
    """The relationship of a fact of any type, by the index of each type."""
    seeks = (f"MATCH ()-[fact:{type_}]->() WHERE fact.id = {id_} RETURN fact" for type_ in relationships())
    return "\nUNION ALL\n".join(seeks)
