"""Korean documents built by hand: ``[p:현빈]과 [p:손예진]은 [w.film:협상]`` marks people, works and organisations.

``[p=현빈+손예진:두 사람]`` is a mention of those named elsewhere; ``[p=현빈:그]`` of one.
"""

from __future__ import annotations

import re

from kgraph.claims.korean.reading import Reading
from kgraph.documents import read
from kgraph.model import Article, Claim, Mention, Mentions, Referent, Span
from kgraph.text.keys import make_ref

_MARK = re.compile(r"\[(?P<type>[pwo])(?:\.(?P<kind>\w+))?(?:=(?P<names>[^:\]]+))?:(?P<words>[^\]]+)\]")
_TYPES = {"p": "Person", "w": "Work", "o": "Organization"}


def reading(marked: str, published: str | None = "2022-02-08") -> Reading:
    """The reading of a marked text, as if a tagger had found exactly the marks."""
    text, places, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        places.append((len(text), match))
        text += match["words"]
        at = match.end()
    text += marked[at:]
    article = Article("a", text, "ko", published=published)
    referents: dict[str, Referent] = {}
    mentions = []
    for start, match in places:
        for name in (match["names"] or match["words"]).split("+"):
            type_ = _TYPES[match["type"]]
            ref = make_ref("a", type_, name)
            if match["names"] is None or ref not in referents:
                known = referents.get(ref)
                referents[ref] = Referent(ref, type_, (name,), match["kind"] or (known.kind if known else None))
            form = "pronoun" if match["names"] else "name"
            mentions.append(Mention(Span(start, start + len(match["words"]), match["words"]), ref, form))
    return Reading(read(article), Mentions(tuple(mentions), tuple(referents.values())))


def facts(rules: tuple, marked: str, published: str | None = "2022-02-08") -> set[tuple[object, ...]]:
    """What the rules read: (predicate, subject, object or None, *(qualifier, value) pairs sorted by name)."""
    document = reading(marked, published)
    claims = [claim for rule in rules for claim in rule(document)]
    for claim in claims:
        text = document.document.article.text
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text
        assert claim.trigger.text
    return {flat(claim) for claim in claims}


def flat(claim: Claim) -> tuple[object, ...]:
    """A claim as a plain tuple; the ends of a symmetric predicate in the order of their names."""
    names = [claim.subject.name, claim.object.name if claim.object else None]
    if claim.predicate in ("married_to", "sibling_of", "friend_of", "dating"):
        names.sort()
    return (claim.predicate, *names, *sorted(claim.qualifiers.items()))
