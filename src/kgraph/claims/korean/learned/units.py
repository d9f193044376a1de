"""Each fact that rules claim or a line may state, with what speaks for it in its article, as whole numbers for the trees."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.labels import Key, key_of_claim
from kgraph.claims.korean.learned.looks import NAMES as LOOKS
from kgraph.claims.korean.learned.looks import look
from kgraph.claims.korean.learned.standings import NONE
from kgraph.claims.korean.learned.strangers import SURE
from kgraph.claims.korean.learned.sums import Sum, Sums, mates_of, sums_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from kgraph.claims.korean.learned.linear import Linears
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Claim

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
PROFILE = ("acted_in", "directed", "wrote", "composed_for", "performed", "produced", "aired_on", "produced_by")
NAMES = (
    *("label", "people", "works", "rows", "real least", "real most", "guess least"),
    *("best", "second", "together", "context", "lines together", "lines context", "other label"),
    *("rival subject", "rivals subject", "rival object", "rivals object", "in context", "line", "likely in line"),
    *(f"way {way}" for way in WAYS),
    *("mate best", "mate least", "mates", "near subject", "near object"),
    *("facts of subject", "facts of object", "best of label"),
    *("claims", "confidence", "trust most", "trust least", "sum where claimed"),
    *("other labels claimed", "rest of subject", "rest of object"),
    *("value sum", "values of predicate", "values of subject"),
    *LOOKS,
    *(f"{end} {label}" for end in ("ends", "subject", "object") for label in PROFILE),
)


_LEAST = -200  # hundredths of log odds below which no line makes a fact stand that no rule claims: none of 5,000 did
_NO_WAYS = (0,) * len(WAYS)
_NO_LINE = (NONE, 0, NONE, 0, 0, -1, 0, *_NO_WAYS, NONE, NONE, 0, NONE, NONE)


@dataclass(frozen=True)
class Unit:
    """A fact: its key, rules' claims of it, and the likeliest line."""

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
        self.sums: Sums = sums_of(setting, models, claims)
        self.profiles: dict[str, list[int]] = {}
        values = [claim for claim in claims if claim.object is None]
        self.valued = Counter(place for claim in values for place in (claim.predicate, (claim.predicate, claim.subject.ref)))
        self.claimed: dict[Key, list[Claim]] = defaultdict(list)
        self.told: dict[Hashable, set[Key]] = defaultdict(set)
        for claim in claims:
            key = key_of_claim(claim)
            self.claimed[key].append(claim)
            for place in (frozenset(key[1:]), (key.label, key.subject), (key.label, key.object)):
                self.told[place].add(key)

    def all(self) -> Iterator[Unit]:
        for key in sorted({*self.sums.by_key, *self.claimed}):
            claims = tuple(self.claimed.get(key, ()))
            found = self.sums.by_key.get(key, [])
            if not claims and found[0].total < _LEAST:
                continue
            row = [*self._article(key), *self._lines(key, found), *self._rules(key, claims, found), *self._values(claims)]
            row += (*look(self.setting, key, found[0].pair if found else None), *self._profile(key))
            yield Unit(key, claims, found[0] if found else None, tuple(row))

    def _profile(self, key: Key) -> list[int]:
        others = self.sums.by_ends.get(frozenset(key[1:]), {})
        found = [others.get(label, NONE) for label in PROFILE]
        for end in key[1:]:
            if end not in self.profiles:
                self.profiles[end] = [self.sums.at((label, end)).best_beside(None) for label in PROFILE]
            found += self.profiles[end]
        if key.label in PROFILE:
            own = PROFILE.index(key.label)
            for place, end in enumerate(key[1:], start=1):
                found[place * len(PROFILE) + own] = self.sums.at((key.label, end)).best_beside(key)
        return found

    def _article(self, key: Key) -> tuple[int, ...]:
        setting, real = self.setting, self.sums.real
        ends = [real[ref] for ref in key[1:] if ref in real] or [0]
        label = LABELS.index(key.label) if key.label in LABELS else -1
        guess = min(setting.guessed.get(ref, SURE) for ref in key[1:])
        return label, setting.many.get("Person", 0), setting.many.get("Work", 0), len(setting.rows), min(ends), max(ends), guess

    def _lines(self, key: Key, found: Sequence[Sum]) -> list[int]:
        together = [sum_.total for sum_ in found if sum_.pair.first is not None]
        context = [sum_.total for sum_ in found if sum_.pair.first is None]
        own = found[0].total if found else NONE
        row = [own, found[1].total if len(found) > 1 else NONE]
        row += (max(together, default=NONE), max(context, default=NONE), len(together), len(context))
        others = self.sums.by_ends.get(frozenset(key[1:]), {})
        row.append(max((total for label, total in others.items() if label != key.label), default=NONE))
        row += self._line(key, found[0]) if found else _NO_LINE
        row += (self.sums.at((key.label, end)).above(0) - (own > 0) for end in key[1:])
        row.append(self.sums.at(key.label).best_beside(key))
        return row

    def _line(self, key: Key, best: Sum) -> list[int]:
        at, number, ways = self.sums.at, best.pair.row.line.number, best.pair.ways
        row: list[int] = []
        for end in key[1:]:
            rivals = at((key.label, number, end))
            row += (rivals.best_beside(key), rivals.above(best.total))
        row += (int(best.pair.first is None), number, at((key.label, number)).above(0))
        row += [int(way in ways) for way in WAYS] if ways else _NO_WAYS
        mates = at(mates_of(best))
        row += (mates.best_beside(key), mates.least_beside(key), mates.count_beside(key))
        for end in (key.object, key.subject):
            row.append(max(at((key.label, line, end)).best_beside(key) for line in (number - 1, number, number + 1)))
        return row

    def _rules(self, key: Key, claims: Sequence[Claim], found: Sequence[Sum]) -> Iterator[int]:
        yield from self._trust(claims)
        rows = [self.setting.row_at(place) for claim in claims for place in (claim.evidence.start, claim.evidence.end - 1)]
        numbers = {row.line.number for row in rows if row is not None}
        lines = [sum_.total for sum_ in found if sum_.pair.row.line.number in numbers]
        yield max(lines, default=NONE) if claims else NONE - 1
        for place in (frozenset(key[1:]), (key.label, key.subject), (key.label, key.object)):
            told = self.told.get(place, ())
            yield len(told) - (key in told)

    def _trust(self, claims: Sequence[Claim]) -> Iterator[int]:
        trust = [self.models.trust(claim.rule) for claim in claims]
        yield from (len(claims), max((round(100 * claim.confidence) for claim in claims), default=0))
        yield from (max(trust, default=0), min(trust, default=0))

    def _values(self, claims: Sequence[Claim]) -> Iterator[int]:
        own = [claim for claim in claims if claim.object is None]
        yield max((self.sums.values[claim] for claim in own), default=NONE)
        yield max((self.valued[claim.predicate] for claim in own), default=0)
        yield max((self.valued[claim.predicate, claim.subject.ref] for claim in own), default=0)
