"""The nouns as nodes and relationships of a property graph, and back: pairs of ``to_...`` and ``from_...``.

A value that is indexed and very long stands there as its beginning and a hash, and whole in ``long_id``.
"""

from __future__ import annotations

from typing import Any

from kgraph.model import Article, Claim, Entity, Fact, Judgement, Qualifiers, Rank, Referent, Span, Verdict
from kgraph.store.neo4j_terms import predicate_of, property_name, short

Properties = dict[str, Any]

_LARGEST = 2**63 - 1
_INTEGERS = ("rank", "episode", "days", "points")
_LABEL = "label_"


def to_article(article: Article) -> Properties:
    """An article, its text included."""
    return _with_id(article.id) | _given(
        text=article.text,
        lang=article.lang,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        hash=article.hash,
    )


def from_article(node: Properties) -> Article:
    """The opposite of :func:`to_article`."""
    parts = ("title", "url", "publisher", "published")
    return Article(_id(node), node["text"], node["lang"], **{part: node.get(part) for part in parts})


def to_referent(referent: Referent) -> Properties:
    """A referent, its names in their order."""
    named = _given(type=referent.type, kind=referent.kind, name=referent.name, born=referent.born)
    return _with_id(referent.ref) | named | {"names": list(referent.names)}


def from_referent(node: Properties) -> Referent:
    """The opposite of :func:`to_referent`."""
    return Referent(_id(node), node["type"], tuple(node["names"]), node.get("kind"), node.get("born"))


def to_claim(claim: Claim) -> Properties:
    """A claim with its evidence and trigger, as words and as places; without its ends."""
    spans = {
        f"{name}{part}": value
        for name, span in (("evidence", claim.evidence), ("trigger", claim.trigger))
        for part, value in (("", span.text), ("_start", span.start), ("_end", span.end))
    }
    own = {"id": claim.id, "predicate": property_name(claim.predicate), "rule": claim.rule, "confidence": claim.confidence}
    return own | spans | to_qualifiers(claim.qualifiers)


def from_claim(node: Properties, article: str, subject: Referent, target: Referent | None) -> Claim:
    """The opposite of :func:`to_claim`."""
    evidence, trigger = (Span(node[f"{name}_start"], node[f"{name}_end"], node[name]) for name in ("evidence", "trigger"))
    return Claim(
        article=article,
        predicate=predicate_of(node["predicate"]),
        subject=subject,
        object=target,
        evidence=evidence,
        trigger=trigger,
        rule=node["rule"],
        confidence=node["confidence"],
        qualifiers=from_qualifiers(node),
    )


def to_entity(entity: Entity) -> Properties:
    """An entity without its referents; ``name``, which Neo4j Browser shows, is the first of its labels (Latin before Hangul)."""
    labels = {f"{_LABEL}{lang}": name for lang, name in entity.labels}
    name = min(labels.values(), default=entity.names[0])
    return _with_id(entity.id) | _given(kind=entity.kind, name=name) | {"names": list(entity.names)} | labels


def from_entity(node: Properties, type_: str, referents: list[str]) -> Entity:
    """The opposite of :func:`to_entity`."""
    labels = sorted((key.removeprefix(_LABEL), name) for key, name in node.items() if key.startswith(_LABEL))
    return Entity(_id(node), type_, node.get("kind"), tuple(labels), tuple(node["names"]), tuple(sorted(referents)))


def to_fact(fact: Fact) -> Properties:
    """A fact without its ends and claims; ``standing`` is its rank among others, ``rank`` is a place on a chart."""
    return _given(
        id=fact.id,
        predicate=property_name(fact.predicate),
        sources=fact.sources,
        confidence=float(fact.confidence),
        first_report=fact.first_report,
        last_report=fact.last_report,
        standing=fact.rank.value,
        reason=fact.reason,
        independent=fact.independent,
    ) | to_qualifiers(fact.qualifiers)


def from_fact(node: Properties, subject: str, target: str | None) -> Fact:
    """The opposite of :func:`to_fact`, with the claims that the relationship names."""
    return Fact(
        id=node["id"],
        subject=subject,
        predicate=predicate_of(node["predicate"]),
        object=target,
        qualifiers=from_qualifiers(node),
        claims=tuple(sorted(node.get("claims", ()))),
        sources=node["sources"],
        confidence=node["confidence"],
        first_report=node.get("first_report"),
        last_report=node.get("last_report"),
        rank=Rank(node["standing"]),
        reason=node.get("reason"),
        independent=node["independent"],
    )


def to_judgement(judgement: Judgement) -> Properties:
    """A judgement."""
    return _given(
        id=judgement.id,
        left=judgement.left,
        right=judgement.right,
        verdict=judgement.verdict.value,
        judge=judgement.judge,
        reason=judgement.reason,
        score=judgement.score,
    )


def from_judgement(node: Properties) -> Judgement:
    """The opposite of :func:`to_judgement`."""
    said = (node["left"], node["right"], Verdict(node["verdict"]), node["judge"], node["reason"])
    return Judgement(*said, score=node.get("score"))


def to_note(key: str, text: str) -> Properties:
    """A piece of the entities room's bookkeeping."""
    return {"key": short(key), "text": text} | ({} if short(key) == key else {"long_key": key})


def to_qualifiers(qualifiers: Qualifiers) -> Properties:
    """The qualifiers that have a value; an integer that is too large for Neo4j as text."""
    return {name: str(value) if isinstance(value, int) and abs(value) > _LARGEST else value for name, value in qualifiers.items()}


def from_qualifiers(node: Properties) -> Qualifiers:
    """The opposite of :func:`to_qualifiers`."""
    values: Properties = {name: node[name] for name in Qualifiers.__slots__ if name in node}
    values |= {name: int(values[name]) for name in _INTEGERS if name in values}
    return Qualifiers(**values)


def _given(**values: object) -> Properties:
    """Those that have a value: Neo4j knows no property without one."""
    return {name: value for name, value in values.items() if value is not None}


def _with_id(id_: str) -> Properties:
    return {"id": id_} if short(id_) == id_ else {"id": short(id_), "long_id": id_}


def _id(node: Properties) -> str:
    id_: str = node.get("long_id") or node["id"]
    return id_
