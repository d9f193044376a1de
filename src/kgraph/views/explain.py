"""Who says so: every sentence that states a fact, and every sentence that states something against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.errors import NotFoundError, QueryError
from kgraph.store.lookup import lookup
from kgraph.views.clocks import is_within
from kgraph.views.rows import Row, sources_text, span_row
from kgraph.views.show import find_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.model import Claim, Fact
    from kgraph.store.base import Reader

MOST_FOUND = 20  # ids that begin alike; beyond it nobody counts


def find_facts(reader: Reader, words: Sequence[str]) -> list[Fact]:
    """The fact of an id (or the beginning of one), or those of ``NAME PREDICATE`` or ``NAME PREDICATE NAME``, by id.

    Raises NotFoundError where there is none, QueryError for words that name no predicate or a beginning of several ids.
    """
    if len(words) == 1:
        return [_by_id(reader, words[0])]
    if not 2 <= len(words) <= 3:
        raise QueryError(f"expected FACT, or NAME PREDICATE [NAME], found {len(words)} words")
    subject, predicate = find_name(reader, words[0]), check_predicate(words[1])
    other = find_name(reader, words[2]) if len(words) == 3 else None
    facts = [
        fact
        for fact in sorted(lookup(reader).facts(entity=subject.id, predicate=predicate), key=lambda fact: fact.id)
        if other is None or {subject.id, other.id} == {fact.subject, fact.object}
    ]
    if not facts:
        raise NotFoundError(f"expected a fact {' '.join(words)!r}, found none")
    return facts


def check_predicate(name: str) -> str:
    """The same name.  Raises QueryError for one that the ontology does not have."""
    names = [predicate.name for predicate in ontology.predicates()]
    if name not in names:
        raise QueryError(f"expected one of {', '.join(names)}, found {name!r}")
    return name


def _by_id(reader: Reader, word: str) -> Fact:
    if (exact := next(reader.facts(fact=word), None)) is not None:
        return exact
    found = lookup(reader).facts_beginning(word, MOST_FOUND) if word else []
    if not found:
        raise NotFoundError(f"expected the id of a fact, or NAME PREDICATE [NAME], found {word!r}")
    if len(found) > 1:
        count = f"{MOST_FOUND} or more" if len(found) == MOST_FOUND else str(len(found))
        raise QueryError(f"expected the id of one fact, found {count} that begin with {word!r}")
    return found[0]


def explain_fact(reader: Reader, fact: Fact) -> list[Row]:
    """A row for each sentence: first those for the fact, then those against it, in the order of articles and places."""
    rows = [_sentence(reader, "for", fact, claim) for claim in reader.claims(fact=fact.id)]
    for other in opposed_facts(reader, fact):
        rows += [_sentence(reader, "against", other, claim) for claim in reader.claims(fact=other.id)]
    return rows


def opposed_facts(reader: Reader, fact: Fact) -> Iterator[Fact]:
    """Facts that cannot all hold with this one: of the same ends with another status, or another value of the same slot."""
    known = lookup(reader).facts(entity=fact.subject, predicate=fact.predicate)
    for other in sorted(known, key=lambda each: each.id):
        if other.id != fact.id and (_other_status(fact, other) or _other_value(fact, other)):
            yield other


def _other_status(fact: Fact, other: Fact) -> bool:
    same_ends = fact.object is not None and {fact.subject, fact.object} == {other.subject, other.object}
    return same_ends and fact.qualifiers.status != other.qualifiers.status


def _other_value(fact: Fact, other: Fact) -> bool:
    """Only where a slot has one value: a date that is merely more exact is no other value."""
    predicate = ontology.predicate(fact.predicate)
    if predicate.cardinality != "functional" or predicate.value is None or other.subject != fact.subject:
        return False
    if any(getattr(fact.qualifiers, name) != getattr(other.qualifiers, name) for name in predicate.slot):
        return False
    one, two = (getattr(each.qualifiers, predicate.value) for each in (fact, other))
    return not is_within(one, two) if isinstance(one, str) and isinstance(two, str) else one != two


def _sentence(reader: Reader, says: str, fact: Fact, claim: Claim) -> Row:
    article = reader.article(claim.article)
    return {
        "says": says,
        "subject": claim.subject.name,
        "predicate": claim.predicate,
        "object": claim.object.name if claim.object else None,
        "qualifiers": dict(claim.qualifiers.items()),
        "text": claim.evidence.text,
        "article": claim.article,
        "published": article.published if article else None,
        "publisher": article.publisher if article else None,
        "url": article.url if article else None,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "trigger": span_row(claim.trigger),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "fact": fact.id,
        "sources": sources_text(fact),
        "rank": fact.rank.value,
        "reason": fact.reason,
        "claim": claim.id,
    }
