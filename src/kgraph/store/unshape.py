"""From RDF back to the nouns: the opposite of :mod:`kgraph.store.shape`, one ``from_...`` for each.

A node is read as a mapping of property IRI to values as plain text, in the order of code points; ``Look`` finds it by IRI.
IRIs stand here without angle brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgraph import ontology
from kgraph.model import Article, Claim, Entity, Fact, Judgement, Qualifiers, Rank, Referent, Span, Verdict
from kgraph.store.shape import ALT_LABEL, LABEL, OBJECT, PREDICATE, SUBJECT, A
from kgraph.store.terms import DCT, OA, decode, term

Node = Mapping[str, list[str]]
Look = Callable[[str], Node]

CLAIM_LINKS = tuple(iri[1:-1] for iri in (SUBJECT, OBJECT, term("evidence"), term("trigger")))
SELECTOR = f"{OA}hasSelector"

_NUMBERS: dict[str, Callable[[str], int | float]] = {
    "rank": int, "percent": float, "episode": int, "days": int, "points": int,
}  # fmt: skip


def bare(iri: str) -> str:
    """The IRI without its angle brackets."""
    return iri[1:-1]


def one(node: Node, iri: str) -> str | None:
    """The only value of a property, given with angle brackets."""
    values = node.get(bare(iri))
    return values[0] if values else None


def need(node: Node, iri: str) -> str:
    """The value of a property that every such node has."""
    return node[bare(iri)][0]


def local_name(iri: str) -> str:
    """The name of a class or predicate as the vocabulary spells it: ``.../ontology#friendOf`` is ``friend_of``."""
    name = iri.rpartition("#")[2]
    return "".join(f"_{char.lower()}" if char.isupper() and place else char for place, char in enumerate(name))


def from_article(node: Node) -> Article:
    """An article."""
    return Article(
        id=need(node, f"<{DCT}identifier>"),
        text=need(node, term("text")),
        lang=need(node, f"<{DCT}language>"),
        title=one(node, f"<{DCT}title>"),
        url=one(node, term("url")),
        publisher=one(node, f"<{DCT}publisher>"),
        published=one(node, f"<{DCT}issued>"),
    )


def from_referent(ref: str, node: Node) -> Referent:
    """A referent."""
    names = (need(node, LABEL), *node.get(bare(ALT_LABEL), ()))
    return Referent(ref, _type(node), names, one(node, term("kind")), one(node, term("born")))


def from_claim(node: Node, look: Look) -> Claim:
    """A claim, with the referents and spans that it points to."""
    subject, target = need(node, SUBJECT), one(node, OBJECT)
    evidence, trigger = (need(node, term(name)) for name in ("evidence", "trigger"))
    article = decode(evidence).rpartition("#")[0]
    return Claim(
        article=article,
        predicate=local_name(need(node, PREDICATE)),
        subject=from_referent(decode(subject), look(subject)),
        object=from_referent(decode(target), look(target)) if target else None,
        evidence=from_span(evidence, look),
        trigger=from_span(trigger, look),
        rule=need(node, term("rule")),
        confidence=float(need(node, term("confidence"))),
        qualifiers=from_qualifiers(node),
    )


def from_span(iri: str, look: Look) -> Span:
    """A place in a text, from its two selectors."""
    place = {key: value for selector in look(iri)[SELECTOR] for key, value in look(selector).items()}
    return Span(int(place[f"{OA}start"][0]), int(place[f"{OA}end"][0]), place[f"{OA}exact"][0])


def from_qualifiers(node: Node) -> Qualifiers:
    """The qualifiers of a claim or fact."""
    found = {name: one(node, term(name)) for name in Qualifiers.__slots__}
    values = {name: _NUMBERS.get(name, str)(value) for name, value in found.items() if value is not None}
    return Qualifiers(**values)  # type: ignore[arg-type]


def from_entity(entity_id: str, node: Node, referents: tuple[str, ...], labels: Mapping[str, str]) -> Entity:
    """An entity; ``labels`` maps a language to the label in it."""
    names = {*labels.values(), *node.get(bare(ALT_LABEL), ())}
    kind = one(node, term("kind"))
    return Entity(entity_id, _type(node), kind, tuple(sorted(labels.items())), tuple(sorted(names)), referents)


def from_fact(iri: str, node: Node) -> Fact:
    """A fact, with the claims that it points to."""
    target = one(node, OBJECT)
    return Fact(
        id=decode(iri),
        subject=decode(need(node, SUBJECT)),
        predicate=local_name(need(node, PREDICATE)),
        object=decode(target) if target else None,
        qualifiers=from_qualifiers(node),
        claims=tuple(sorted(f"sha256:{decode(claim)}" for claim in node.get(bare(term("claim")), ()))),
        sources=int(need(node, term("sources"))),
        confidence=float(need(node, term("confidence"))),
        first_report=one(node, term("first_report")),
        last_report=one(node, term("last_report")),
        rank=Rank(need(node, term("fact_rank"))),
        reason=one(node, term("reason")),
        independent=int(need(node, term("independent"))),
    )


def from_judgement(node: Node) -> Judgement:
    """A judgement."""
    score = one(node, term("score"))
    return Judgement(
        left=decode(need(node, term("left"))),
        right=decode(need(node, term("right"))),
        verdict=Verdict(need(node, term("verdict"))),
        judge=need(node, term("judge")),
        reason=need(node, term("reason")),
        score=float(score) if score is not None else None,
    )


def _type(node: Node) -> str:
    types = [found.name for found in ontology.classes() if found.iri in node[bare(A)]]
    return types[0]
