"""What an article tells of all its cases together: who else is said to have done the same, how names look in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kgraph.claims.english.judge.cases import Case, Key
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.pairs import Setting
    from kgraph.model import Mention

FORMS = ("name", "alias", "part", "role", "pronoun", "speaker")  # the better first
_OPENING, _CLOSING = "\"'“‘《「〈<", "\"'”’》」〉>"
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w* $")
_REACH = 30  # characters before a name
_MOST = 40  # of a type that are told apart
_LAST = 99  # line that is told apart


@dataclass(frozen=True, slots=True)
class Look:
    """How a referent's name stands in the article, as shares of its mentions by name in hundredths.  A capital beside a name may
    be a part of it that the reader of names has missed.
    """

    mentions: int = 0
    capital_after: int = -1
    capital_before: int = -1
    quoted: int = -1
    half_quoted: int = -1


@dataclass(frozen=True, slots=True)
class Rivals:
    """Cases that share a predicate and one end: their sums, sorted, how many a rule claims, and the two surest of those."""

    sums: tuple[int, ...]
    ruled: int
    surest: tuple[int, ...]

    def rest(self, case: Case) -> tuple[int, int, int, int, int]:
        """Without the case itself: the highest sum, how many are higher than its own, how many there are, how many a rule claims,
        how sure the surest is.
        """
        mine, surest = case.sum, case.surest
        ahead = len(self.sums) - bisect_right(self.sums, mine)
        best = self.sums[-1] if ahead else self.sums[-2] if len(self.sums) > 1 else -999
        others = self.surest[1:] if self.surest and surest == self.surest[0] else self.surest
        return best, ahead, len(self.sums) - 1, self.ruled - bool(case.claims), others[0] if others else -1


@dataclass(frozen=True)
class Court:
    """The cases of an article with their setting; ``worth`` is what claims of a rule were worth in annotated articles,
    ``ends`` what was found of an end before.
    """

    setting: Setting
    cases: Mapping[Key, Case]
    worth: Mapping[str, int]
    ends: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def same_object(self) -> Mapping[object, Rivals]:
        """Cases by predicate, object and value: other people in the same work."""
        return self._rivals(lambda key: (key.predicate, key.object, key.value))

    @cached_property
    def same_subject(self) -> Mapping[object, Rivals]:
        """Cases by predicate and subject: other works of the same person."""
        return self._rivals(lambda key: (key.predicate, key.subject))

    def _rivals(self, of: Callable[[Key], object]) -> Mapping[object, Rivals]:
        sharing: dict[object, list[Case]] = defaultdict(list)
        for key, case in self.cases.items():
            sharing[of(key)].append(case)
        return {
            shared: Rivals(
                tuple(sorted(case.sum for case in found)),
                sum(bool(case.claims) for case in found),
                tuple(sorted((case.surest for case in found if case.claims), reverse=True)[:2]),
            )
            for shared, found in sharing.items()
        }

    @cached_property
    def same_pair(self) -> Mapping[frozenset[str], tuple[Case, ...]]:
        """Cases by their two ends."""
        sharing: dict[frozenset[str], list[Case]] = defaultdict(list)
        for key, case in self.cases.items():
            sharing[frozenset((key.subject, key.object))].append(case)
        return {ends: tuple(found) for ends, found in sharing.items()}

    def told_else(self, ref: str, predicate: str) -> tuple[int, int]:
        """The highest sum of the cases that tell something else of an end, and how many of them a rule claims."""
        told = [of for other, of in self._by_end.get(ref, {}).items() if other != predicate]
        return max([best for best, _ in told], default=-999), sum([ruled for _, ruled in told])

    @cached_property
    def _by_end(self) -> Mapping[str, dict[str, tuple[int, int]]]:
        """Ends -> predicates -> the highest sum of their cases, and how many of these a rule claims."""
        found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for key, case in self.cases.items():
            for ref in dict.fromkeys((key.subject, key.object)):
                best, ruled = found[ref].get(key.predicate, (case.sum, 0))
                found[ref][key.predicate] = max(best, case.sum), ruled + bool(case.claims)
        return found

    @cached_property
    def first(self) -> Mapping[str, int]:
        """Ref -> the line that names it first."""
        found: dict[str, int] = {}
        for line in self.setting.lines:
            for at in line.named:
                found.setdefault(line.ref(at), line.line.index)
        return found

    @cached_property
    def forms(self) -> Mapping[tuple[int, str], int]:
        """Line and ref -> the best form in which the line mentions it."""
        found: dict[tuple[int, str], int] = {}
        for line in self.setting.lines:
            for mention in line.line.mentions:
                key = line.line.index, mention.ref
                found[key] = min(found.get(key, len(FORMS)), FORMS.index(mention.form))
        return found

    @cached_property
    def size(self) -> Mapping[str, int]:
        """How many of each type the article names, and its lines."""
        types = Counter(self.setting.reading.referents[ref].type for ref in self.first)
        named = {f"n_{type_}": min(_MOST, types[type_]) for type_ in ("Person", "Work", "Organization")}
        return named | {"lines": min(_LAST, len(self.setting.lines))}

    @cached_property
    def lines_by_start(self) -> Mapping[int, Line]:
        """The lines by where they begin."""
        return {line.line.span.start: line.line for line in self.setting.lines}

    @cached_property
    def looks(self) -> Mapping[str, Look]:
        """Ref -> how its name stands in the text."""
        text = self.setting.reading.document.article.text
        seen: dict[str, list[tuple[bool, ...]]] = defaultdict(list)
        for mention in self.setting.reading.mentions.mentions:
            if mention.form in ("name", "part", "alias"):
                seen[mention.ref].append(_look(text, mention))
        return {ref: _shares(found) for ref, found in seen.items()}


def _look(text: str, mention: Mention) -> tuple[bool, ...]:
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    after = text[mention.span.end : mention.span.end + 3]
    opened, closed = before[-1:] in _OPENING and before != "", after[:1] in _CLOSING and after != ""
    closed_later = after[:1] in (",", ".") and after[1:2] != "" and after[1:2] in _CLOSING
    capitals = bool(_CAPITAL_AFTER.match(after)), bool(_CAPITAL_BEFORE.search(before))
    return (*capitals, opened and (closed or closed_later), opened or closed)


def _shares(found: list[tuple[bool, ...]]) -> Look:
    after, before, quoted, half = (round(100 * sum(column) / len(found)) for column in zip(*found, strict=True))
    return Look(len(found), after, before, quoted, half)
