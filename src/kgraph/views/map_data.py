"""The map as plain data: what stands on it, what joins it, and the sentences that say so.  Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kgraph.text.hangul import is_hangul
from kgraph.text.keys import name_key
from kgraph.text.names import romanizations
from kgraph.views.rows import article_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.model import Claim, Entity, Fact
    from kgraph.store.base import Reader

MAX_SENTENCE = 1_200  # characters of a sentence that are shown around the words that count
SPELLINGS = 6  # Latin spellings of a Hangul name that search on the map knows
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MapOptions:
    """Which part of the graph is drawn: all, or what lies within ``depth`` steps of an entity; at most ``limit`` names."""

    focus: str | None = None
    depth: int = 1
    limit: int = 1_000
    title: str = "kgraph"


@dataclass(slots=True)
class MapData:
    """Names, facts, sentences and articles; facts point at the others by place in their lists."""

    nodes: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    articles: list[Row] = field(default_factory=list)
    left_out: int = 0


def collect_map(reader: Reader, options: MapOptions) -> MapData:
    """The part of the graph that the options ask for, in a fixed order."""
    facts = _facts_around(reader, options.focus, options.depth) if options.focus else list(reader.facts())
    degree = _degrees(facts)
    kept = set(sorted(degree, key=lambda id_: (id_ != options.focus, -degree[id_], id_))[: options.limit])
    data = MapData(left_out=len(degree) - len(kept))
    entities = [entity for id_ in sorted(kept) if (entity := reader.entity(id_)) is not None]
    places = {entity.id: place for place, entity in enumerate(entities)}
    data.nodes = [_node(entity) for entity in entities]
    drawn = [fact for fact in facts if fact.subject in places and (fact.object is None or fact.object in places)]
    _add_facts(reader, data, sorted(drawn, key=lambda fact: (fact.predicate, fact.id)), places)
    return data


def _facts_around(reader: Reader, focus: str, depth: int) -> list[Fact]:
    """All facts about what lies fewer than ``depth`` steps from the focus."""
    found: dict[str, Fact] = {}
    seen: set[str] = set()
    edge = {focus}
    for _ in range(depth):
        seen |= edge
        facts = [fact for id_ in sorted(edge) for fact in reader.facts(entity=id_)]
        found |= {fact.id: fact for fact in facts}
        edge = {end for fact in facts for end in (fact.subject, fact.object) if end is not None} - seen
    literals = (fact for id_ in sorted(edge) for fact in reader.facts(entity=id_) if fact.object is None)
    return list((found | {fact.id: fact for fact in literals}).values())


def _degrees(facts: Iterable[Fact]) -> dict[str, int]:
    degree: dict[str, int] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if end is not None:
                degree[end] = degree.get(end, 0) + 1
    return degree


def _node(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "type": entity.type,
        "kind": entity.kind,
        "labels": {"en": entity.label("en"), "ko": entity.label("ko")},
        "names": list(entity.names),
        "keys": sorted(_keys(entity) - {""}),
    }


def _keys(entity: Entity) -> set[str]:
    """Under what a name is found: as articles write it, and a person's Hangul name as people write such in Latin letters."""
    keys = {name_key(name) for name in entity.names}
    if entity.type == "Person":
        hangul = (name for name in entity.names if is_hangul(name))
        keys |= {name_key(latin) for name in hangul for latin, _ in romanizations(name, SPELLINGS)}
    return keys


def _add_facts(reader: Reader, data: MapData, facts: list[Fact], places: dict[str, int]) -> None:
    articles: dict[str, int] = {}
    for fact in facts:
        row = _fact(fact, places)
        for claim in reader.claims(fact=fact.id):
            row["evidence"].append(len(data.evidence))
            data.evidence.append(_sentence(claim) | {"article": _article_place(reader, data, claim.article, articles)})
        data.facts.append(row)


def _fact(fact: Fact, places: dict[str, int]) -> Row:
    return {
        "id": fact.id,
        "s": places[fact.subject],
        "p": fact.predicate,
        "o": places[fact.object] if fact.object is not None else None,
        "q": dict(fact.qualifiers.items()),
        "confidence": round(fact.confidence, 3),
        "sources": fact.sources,
        "first": fact.first_report,
        "last": fact.last_report,
        "rank": fact.rank.value,
        "reason": fact.reason,
        "evidence": [],
    }


def _article_place(reader: Reader, data: MapData, article_id: str, articles: dict[str, int]) -> int:
    if article_id not in articles:
        articles[article_id] = len(data.articles)
        article = reader.article(article_id)
        row = article_row(article) if article else {"id": article_id}
        data.articles.append({key: row.get(key) for key in ("id", "title", "url", "publisher", "published", "lang")})
    return articles[article_id]


def _sentence(claim: Claim) -> Row:
    """The sentence, and where in it the words stand that state the fact; a very long one is cut around them."""
    text = claim.evidence.text
    start = max(0, claim.trigger.start - claim.evidence.start)
    end = max(start, claim.trigger.end - claim.evidence.start)
    first = max(0, min(start - MAX_SENTENCE // 2, len(text) - MAX_SENTENCE))
    shown = text[first : first + MAX_SENTENCE]
    return {
        "text": shown,
        "mark": [min(start - first, len(shown)), min(end - first, len(shown))],
        "cut": [first > 0, first + MAX_SENTENCE < len(text)],
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }
