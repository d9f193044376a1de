"""Each fact that rules claim or a line may state, with what speaks for it in its article, as whole numbers for the trees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.labels import Key, key_of, label_of
from kgraph.claims.korean.learned.sums import Sum, Sums, sums_of
from kgraph.claims.korean.learned.values import value_features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.korean.learned.linear import Linears
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Claim

NONE = -2000  # where there is no such line or claim
LABELS = (
    *("acted_in", "acted_in/declined", "acted_in/talks", "aired_on", "based_on"),
    *("composed_for", "created", "dating", "dating/denied", "dating/ended"),
    *("directed", "friend_of", "married_to", "married_to/ended", "married_to/planned"),
    *("member_of", "member_of/ended", "nominated_for", "parent_of", "performed"),
    *("produced", "produced_by", "ranked", "rated", "released_on"),
    *("remake_of", "sequel_of", "sibling_of", "signed_with", "signed_with/ended"),
    *("won", "wrote"),
)

WAYS = (
    *("topic", "main", "hero", "most", "title", "last1same", "first1same", "last1other", "first1other"),
    *("last2same", "first2same"),
)
NAMES = (
    *("label", "people", "works", "rows", "real least", "real most"),
    *("best", "second", "together", "context", "lines together", "lines context", "other label"),
    *("rival subject", "rivals subject", "rival object", "rivals object", "in context", "line", "likely in line"),
    *(f"way {way}" for way in WAYS),
    *("mate best", "mate least", "mates", "near subject", "near object"),
    *("facts of subject", "facts of object", "best of label"),
    *("claims", "confidence", "trust most", "trust least", "sum where claimed"),
    *("other labels claimed", "rest of subject", "rest of object"),
)


_NO_LINE = (NONE, 0, NONE, 0, 0, -1, 0, *[0] * len(WAYS), NONE, NONE, 0, NONE, NONE)


@dataclass(frozen=True)
class Unit:
    """A fact: its key (for a claim without an object ``object`` is ''), rules' claims of it, and the likeliest line."""

    key: Key
    claims: tuple[Claim, ...]
    best: Sum | None
    row: tuple[int, ...]


def units(setting: Setting, claims: Sequence[Claim], models: Linears) -> list[Unit]:
    """All units of an article; each claim stands in one."""
    return list(_Units(setting, claims, models).all())


class _Units:
    def __init__(self, setting: Setting, claims: Sequence[Claim], models: Linears) -> None:
        self.setting, self.models = setting, models
        self.sums: Sums = sums_of(setting, models)
        self.values = [claim for claim in claims if claim.object is None]
        self.claimed: dict[Key, list[Claim]] = defaultdict(list)
        self.labels: dict[frozenset[str], set[str]] = defaultdict(set)
        self.ends: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.object is not None:
                key = key_of(label_of(claim), claim.subject.ref, claim.object.ref)
                self.claimed[key].append(claim)
                self.labels[frozenset(key[1:])].add(key.label)
                self.ends[key.label, key.subject].add(key.object)
                self.ends[key.label, key.object].add(key.subject)

    def all(self) -> Iterator[Unit]:
        for key in sorted({*self.sums.by_key, *self.claimed}):
            claims = tuple(self.claimed.get(key, ()))
            found = self.sums.by_key.get(key, [])
            row = (*self._article(key), *self._lines(key, found), *self._rules(key, claims, found))
            yield Unit(key, claims, found[0] if found else None, row)
        for claim in self.values:
            key = Key(label_of(claim), claim.subject.ref, "")
            yield Unit(key, (claim,), None, self._value(key, claim))

    def _article(self, key: Key) -> Iterator[int]:
        setting, real = self.setting, self.sums.real
        ends = [real.get(ref, 0) for ref in (key.subject, key.object or key.subject)]
        yield LABELS.index(key.label) if key.label in LABELS else -1
        yield from (setting.many.get("Person", 0), setting.many.get("Work", 0), len(setting.rows), min(ends), max(ends))

    def _lines(self, key: Key, found: Sequence[Sum]) -> Iterator[int]:
        together = [sum_.total for sum_ in found if sum_.pair.first is not None]
        context = [sum_.total for sum_ in found if sum_.pair.first is None]
        yield from (found[0].total if found else NONE, found[1].total if len(found) > 1 else NONE)
        yield from (max(together, default=NONE), max(context, default=NONE), len(together), len(context))
        others = self.sums.by_ends.get(frozenset(key[1:]), {})
        yield max((total for label, total in others.items() if label != key.label), default=NONE)
        yield from self._line(key, found[0]) if found else _NO_LINE
        facts = self.sums.by_label.get(key.label, {})
        for end in key[1:]:
            yield sum(total > 0 for other, total in facts.items() if other != key and end in other[1:])
        yield max((total for other, total in facts.items() if other != key), default=NONE)

    def _line(self, key: Key, best: Sum) -> Iterator[int]:
        number = best.pair.row.line.number
        told = self.sums.by_line[number, key.label]
        for end in key[1:]:
            rivals = [other.total for other in told if other.key != key and end in other.key[1:]]
            yield from (max(rivals, default=NONE), sum(total > best.total for total in rivals))
        yield from (int(best.pair.first is None), number, len({other.key for other in told if other.total > 0}))
        yield from (int(way in best.pair.ways) for way in WAYS)
        mates = [other.total for other in told if other.key != key and _beside(other, best)]
        yield from (max(mates, default=NONE), min(mates, default=NONE), len(mates))
        around = [other for at in (number - 1, number, number + 1) for other in self.sums.by_line.get((at, key.label), ())]
        for end in (key.object, key.subject):
            yield max((other.total for other in around if other.key != key and end in other.key[1:]), default=NONE)

    def _rules(self, key: Key, claims: Sequence[Claim], found: Sequence[Sum]) -> Iterator[int]:
        yield from self._trust(claims)
        spans = [(claim.evidence.start, claim.evidence.end) for claim in claims]
        lines = [sum_.total for sum_ in found if any(_over(sum_, span) for span in spans)]
        yield max(lines, default=NONE) if claims else NONE - 1
        yield len(self.labels.get(frozenset(key[1:]), set()) - {key.label})
        yield len(self.ends.get((key.label, key.subject), set()) - {key.object})
        yield len(self.ends.get((key.label, key.object), set()) - {key.subject})

    def _trust(self, claims: Sequence[Claim]) -> Iterator[int]:
        trust = [self.models.trust(claim.rule) for claim in claims]
        yield from (len(claims), max((round(100 * claim.confidence) for claim in claims), default=0))
        yield from (max(trust, default=0), min(trust, default=0))

    def _value(self, key: Key, claim: Claim) -> tuple[int, ...]:
        total = self.models.families["value"].sums(value_features(self.setting, claim))[0]
        same = [other for other in self.values if other.predicate == claim.predicate]
        row = dict.fromkeys(NAMES, 0)
        row.update(zip(NAMES, self._article(key), strict=False))
        row.update({"best": total, "second": NONE, "together": NONE, "context": NONE, "likely in line": len(same)})
        row.update(zip(("claims", "confidence", "trust most", "trust least"), self._trust((claim,)), strict=True))
        row["facts of subject"] = sum(other.subject.ref == key.subject for other in same)
        return tuple(row.values())


def _over(found: Sum, span: tuple[int, int]) -> bool:
    """True if a pair's line and a stretch of the article overlap."""
    line = found.pair.row.line
    return span[0] < line.end and line.start < span[1]


def _beside(one: Sum, other: Sum) -> bool:
    """True if the second names of two pairs stand in one list and the first names do too (or are one)."""
    row, another = one.pair, other.pair
    if row.row.leads[row.second] != another.row.leads[another.second]:
        return False
    if row.first is None or another.first is None:
        return row.first is another.first
    return row.row.leads[row.first] == another.row.leads[another.first]
