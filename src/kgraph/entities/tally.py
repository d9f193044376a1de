"""Tallies: what the claims of a fact come to, kept as counts and extremes so that articles may come and go in any order."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kgraph.entities.copies import sketch
from kgraph.entities.slots import Key, display
from kgraph.entities.voices import Voices, confidence
from kgraph.model import Claim, Fact, Rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Counts = dict[str, int]
Extreme = tuple[str, int] | None
Standing = tuple[Rank, str | None]

PLAIN: Standing = (Rank.NORMAL, None)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims and articles state a fact, and what they come to.

    ``voices`` are the texts that state it, with how sure they are; ``said`` counts how many articles give a qualifier which
    value; ``first`` and ``last`` hold the extreme publication dates with how many articles are of that date.
    """

    key: Key
    claims: int = 0
    sources: int = 0
    voices: Voices = field(default_factory=Voices)
    said: dict[str, Counts] = field(default_factory=dict)
    first: Extreme = None
    last: Extreme = None

    def plus(self, other: Tally) -> Tally:
        """Both tallies together, of different articles."""
        said = {name: _add(self.said.get(name, {}), other.said.get(name, {})) for name in {*self.said, *other.said}}
        return Tally(
            self.key,
            self.claims + other.claims,
            self.sources + other.sources,
            self.voices.plus(other.voices),
            {name: counts for name, counts in said.items() if counts},
            _extreme(self.first, other.first, min),
            _extreme(self.last, other.last, max),
        )

    def minus(self, other: Tally) -> Tally | None:
        """The tally without the other's articles; ``None`` where an extreme date or a kept text goes and only the claims know
        the next.
        """
        voices = self.voices.minus(other.voices, all_kept=self.sources == self.voices.articles)
        first, last = _lessen(self.first, other.first), _lessen(self.last, other.last)
        if voices is None or (self.sources > other.sources and ((first and not first[1]) or (last and not last[1]))):
            return None
        return replace(self.plus(other.negative()), voices=voices, first=first, last=last)

    def negative(self) -> Tally:
        """The same articles, to be taken away; without dates and voices."""
        said = {name: _negative(counts) for name, counts in self.said.items()}
        return Tally(self.key, -self.claims, -self.sources, said=said)


def tally_article(key: Key, claims: Iterable[Claim], published: str | None, text: str) -> Tally:
    """What one article's claims add to a fact: the best confidence counts, and each value it gives counts once.

    Whether the article is a copy is told by the words around its longest sentence: the one that two writers would least have
    in common.
    """
    claims = list(claims)
    best = max(claim.confidence for claim in claims)
    said: dict[str, Counts] = {}
    for claim in claims:
        for name, value in claim.qualifiers.items():
            said.setdefault(name, {})[json.dumps(value, ensure_ascii=False)] = 1
    longest = min((claim.evidence for claim in claims), key=lambda span: (span.start - span.end, span.start))
    voices = Voices({sketch(text, longest): {format(best, ".2f"): 1}})
    date = (published, 1) if published else None
    return Tally(key, len(claims), 1, voices, said, date, date)


def assemble_fact(tally: Tally, standing: Standing = PLAIN) -> Fact:
    """The fact of a tally.  Its confidence is that of at least one article being right, a text and its copies taken as one."""
    groups = tally.voices.groups()
    qualifiers = display(tally.key, {name: _most_said(counts) for name, counts in tally.said.items()})
    return Fact(
        id=tally.key.id,
        subject=tally.key.subject,
        predicate=tally.key.predicate,
        object=tally.key.object,
        qualifiers=qualifiers,
        claims=(),
        sources=tally.sources,
        confidence=confidence(groups),
        first_report=tally.first[0] if tally.first else None,
        last_report=tally.last[0] if tally.last else None,
        rank=standing[0],
        reason=standing[1],
        independent=len(groups),
    )


def to_text(tally: Tally) -> str:
    """A tally as the text of a note."""
    key = tally.key
    row = [
        key.subject,
        key.predicate,
        key.object,
        key.slot,
        tally.claims,
        tally.sources,
        tally.voices.kept,
        tally.said,
        tally.first,
        tally.last,
    ]
    return _ENCODE(row)


def from_text(text: str) -> Tally:
    """The opposite of :func:`to_text`."""
    subject, predicate, target, slot, claims, sources, kept, said, first, last = json.loads(text)
    key = Key(subject, predicate, target, tuple((name, value) for name, value in slot))
    extremes = (tuple(extreme) if extreme else None for extreme in (first, last))
    return Tally(key, claims, sources, Voices(kept), said, *extremes)


def _most_said(counts: Mapping[str, int]) -> str | int | float:
    value: str | int | float = json.loads(min(counts, key=lambda value: (-counts[value], value)))
    return value


def _add(left: Counts, right: Counts) -> Counts:
    total = {name: left.get(name, 0) + right.get(name, 0) for name in {*left, *right}}
    return {name: count for name, count in total.items() if count}


def _negative(counts: Counts) -> Counts:
    return {name: -count for name, count in counts.items()}


def _extreme(left: Extreme, right: Extreme, choose: Callable[[str, str], str]) -> Extreme:
    if not left or not right:
        return left or right
    date = choose(left[0], right[0])
    return date, sum(count for found, count in (left, right) if found == date)


def _lessen(extreme: Extreme, other: Extreme) -> Extreme:
    if not extreme or not other or extreme[0] != other[0]:
        return extreme
    return extreme[0], extreme[1] - other[1]
