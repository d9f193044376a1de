"""The map as plain data: what stands on it, what joins it, and the sentences that say so.  Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kgraph.views.map_sounds import sounds_of
from kgraph.views.rows import article_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.model import Claim, Entity, Fact
    from kgraph.store.base import Reader

MAX_SENTENCE = 1_200  # characters of a sentence that are shown around the words that count
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MapOptions:
    """Which part of the graph is drawn: all, what lies within ``depth`` steps of an entity, or the entities ``chosen``; at most
    ``limit`` names.
    """

    focus: str | None = None
    depth: int = 1
    limit: int = 10_000
    title: str = "kgraph"
    chosen: tuple[str, ...] | None = None


@dataclass(slots=True)
class MapData:
    """Names, facts, sentences and articles; facts point at the others by place in their lists."""

    nodes: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    articles: list[Row] = field(default_factory=list)
    left_out: int = 0


def collect_map(reader: Reader, options: MapOptions) -> MapData:
    """The part of the graph that the options ask for, in a fixed order.

    Around a focus the neighbours of what is drawn come with it, folded away (``far``), as many as are drawn at most.
    """
    facts = _facts_asked(reader, options)
    near = _near(facts, options)
    degree = _degrees(facts)
    order = sorted(degree, key=lambda id_: (id_ != options.focus, id_ not in near, -degree[id_], id_))
    kept = [id_ for id_ in order if id_ in near][: options.limit]
    far = [id_ for id_ in order if id_ not in near][: options.limit] if options.chosen is None else []
    data = MapData(left_out=len(near & degree.keys()) - len(kept))
    entities = [entity for id_ in sorted({*kept, *far}) if (entity := reader.entity(id_)) is not None]
    places = {entity.id: place for place, entity in enumerate(entities)}
    more = _missing(facts, places)
    data.nodes = [_node(entity) | _place_in_graph(entity.id, near, more) for entity in entities]
    drawn = [fact for fact in facts if fact.subject in places and (fact.object is None or fact.object in places)]
    _add_facts(reader, data, sorted(drawn, key=lambda fact: (fact.predicate, fact.id)), places)
    return data


def _facts_asked(reader: Reader, options: MapOptions) -> list[Fact]:
    if options.chosen is not None:
        found = {fact.id: fact for id_ in options.chosen for fact in reader.facts(entity=id_)}
        return list(found.values())
    return _facts_around(reader, options.focus, options.depth + 1) if options.focus else list(reader.facts())


def _near(facts: list[Fact], options: MapOptions) -> set[str]:
    """The names that are drawn from the start."""
    if options.chosen is not None:
        return set(options.chosen)
    joined = _neighbours(facts)
    if options.focus is None:
        return set(joined)
    near = edge = {options.focus}
    for _ in range(options.depth):
        edge = {other for id_ in edge for other in joined.get(id_, ())} - near
        near = near | edge
    return near


def _neighbours(facts: Iterable[Fact]) -> dict[str, set[str]]:
    joined: dict[str, set[str]] = {}
    for fact in facts:
        joined.setdefault(fact.subject, set())
        if fact.object is not None:
            joined[fact.subject].add(fact.object)
            joined.setdefault(fact.object, set()).add(fact.subject)
    return joined


def _missing(facts: list[Fact], places: dict[str, int]) -> dict[str, int]:
    """How many neighbours of each name are not in the file."""
    return {id_: sum(other not in places for other in others) for id_, others in _neighbours(facts).items()}


def _place_in_graph(id_: str, near: set[str], more: dict[str, int]) -> Row:
    """Of a name that is folded away not all neighbours were read: how many are missing is not known (-1)."""
    return {"far": int(id_ not in near), "more": more.get(id_, 0) if id_ in near else -1}


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
        "sound": sounds_of(entity),
    }


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
