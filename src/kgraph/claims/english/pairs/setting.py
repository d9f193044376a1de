"""What the article as a whole tells of its people and works: their roles, how often they are named, whom a line is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.lines import PairLine, pair_line
from kgraph.claims.english.pairs.roles import roles_beside
from kgraph.claims.english.pairs.ties import LETTER
from kgraph.claims.english.pairs.values import CEREMONY, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.reading import Reading

_BACK = 5  # lines before in which the last names are looked for


class Part(NamedTuple):
    """Names of features that are told together; ``both_ways``: however two stand, and where they stand so."""

    names: tuple[str, ...]
    both_ways: bool = False


@dataclass(frozen=True)
class Setting:
    """An article's lines as pairs are read in them."""

    reading: Reading
    _about: dict[tuple[int, str], dict[str, frozenset[str]]] = field(default_factory=dict, repr=False, compare=False)
    _told: dict[tuple[object, ...], Part] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def lines(self) -> tuple[PairLine, ...]:
        """All lines, in text order."""
        return tuple(pair_line(line) for line in self.reading.lines)

    @cached_property
    def valued(self) -> tuple[PairLine, ...]:
        """The lines that tell values, with those as tokens."""
        found: list[PairLine] = []
        ceremony: str | None = None
        for line in self.reading.lines:
            values = values_of(self.reading, line, ceremony)
            if any(value.letter != CEREMONY for value in values):
                found.append(pair_line(line, values))
            ceremony = next((value.told for value in reversed(values) if "ceremony" in value.marks), ceremony)
        return tuple(found)

    def here(self, line: PairLine, token: int, side: str) -> Part:
        """What stands beside a token of a line, if it is a person."""
        key = "here", line.line.index, bool(line.values), token, side
        if key not in self._told:
            self._told[key] = Part(tuple(f"{side} here:{role}" for role in self._beside(line, token)))
        return self._told[key]

    def _beside(self, line: PairLine, token: int) -> tuple[str, ...]:
        if line.values:
            return tuple(roles_beside(line, token)) if line.words[token] == "P" else ()
        return self.roles_here[line.line.index].get(token, ())

    @cached_property
    def counts(self) -> Counter[str]:
        """Ref -> how often it is named or meant."""
        return Counter(line.ref(at) for line in self.lines for at in line.named)

    @cached_property
    def roles_here(self) -> tuple[dict[int, tuple[str, ...]], ...]:
        """For each line and each token that is a person what stands beside it."""
        return tuple({at: tuple(roles_beside(line, at)) for at in line.named if line.words[at] == "P"} for line in self.lines)

    @cached_property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """Ref of a person -> what the article calls them, sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        for line, beside in zip(self.lines, self.roles_here, strict=True):
            for at, roles in beside.items():
                found[line.ref(at)].update(roles)
        return {ref: tuple(sorted(roles)) for ref, roles in found.items()}

    @cached_property
    def works_of_paragraph(self) -> dict[int, frozenset[str]]:
        """Paragraph -> the works that it names."""
        found: dict[int, set[str]] = defaultdict(set)
        for line in self.lines:
            found[line.line.block].update(line.ref(at) for at in line.named if line.words[at] == "W")
        return {block: frozenset(works) for block, works in found.items()}

    def most_named(self, type_: str) -> str | None:
        """The ref of this type that the article names most; of equals the one it names first."""
        return self._most[type_]

    @cached_property
    def _most(self) -> dict[str, str | None]:
        first: dict[str, None] = {line.ref(at): None for line in self.lines for at in line.named}
        most: dict[str, str | None] = {}
        for type_ in LETTER:
            refs = [ref for ref in first if self.reading.referents[ref].type == type_]
            most[type_] = max(refs, key=lambda ref: self.counts[ref], default=None)  # the first of equals
        return most

    @cached_property
    def topics(self) -> tuple[str | None, ...]:
        """For each line the ref of the work that the text is about where it begins."""
        topics = (self.reading.topic(line.line, "Work") for line in self.lines)
        return tuple(topic.ref if topic else None for topic in topics)

    def topic(self, line: Line) -> str | None:
        """The ref of the work that the text is about where a line begins."""
        return self.topics[line.index]

    def told_of(self, ref: str, side: str) -> Part:
        """What kind of work or organisation a side of a pair is, how often it is named, whether the article is about it."""
        key = "of", ref, side
        if key not in self._told:
            referent, main = self.reading.referents[ref], self.reading.main_work
            whose = (f"{'main' if main and main.ref == ref else 'side'}{side}",) if referent.type == "Work" else ()
            self._told[key] = Part((f"kind{side}:{referent.kind}", f"named{side}:{min(4, self.counts[ref])}", *whose))
        return self._told[key]

    def roles_told(self, ref: str, side: str) -> Part:
        """What the article calls a person who is a side of a pair."""
        key = "roles", ref, side
        if key not in self._told:
            roles = self.roles.get(ref) or ("none",)
            self._told[key] = Part(tuple(f"role{side}:{role}" for role in roles), both_ways=True)
        return self._told[key]

    def told_about(self, line: PairLine, pair: Pair) -> Part:
        """In which ways the line may be about the one that it does not name, and how many others it may be about."""
        ways, count = self.ways(line, pair), min(4, len(self.about(line, pair.unnamed_type)))
        key = "about", ways, count
        if key not in self._told:
            told = sorted(ways)
            names = f"about:{'+'.join(told)}", *(f"way:{way}" for way in told), f"others{count}{'topic' in ways}"
            self._told[key] = Part(names)
        return self._told[key]

    def about(self, line: PairLine, type_: str) -> dict[str, frozenset[str]]:
        """Whom (or what) a line may be about without naming it, and in what way: the topic, the last named, the title's ..."""
        key = line.line.index, type_
        if key not in self._about:
            found: dict[str, set[str]] = {}
            for way, ref in self._ways(line, type_):
                found.setdefault(ref, set()).add(way)
            self._about[key] = {ref: frozenset(ways) for ref, ways in found.items()}
        return self._about[key]

    def ways(self, line: PairLine, pair: Pair) -> frozenset[str]:
        """In which ways the line is about the one of a pair that it does not name."""
        known = self.about(line, pair.unnamed_type)
        return known[pair.one if line.ref(pair.second) == pair.two else pair.two]

    def _ways(self, line: PairLine, type_: str) -> Iterator[tuple[str, str]]:
        index, block = line.line.index, line.line.block
        topic = self.reading.topic(line.line, type_)
        if topic is not None:
            yield "topic", topic.ref
        most = self.most_named(type_)
        if most is not None:
            yield "main", most
        named, letter = self._named, LETTER[type_]
        before = [named[at][letter] for at in range(index - 1, max(-1, index - 1 - _BACK), -1)]
        told = [(at, refs) for at, refs in enumerate(before) if refs][:2]
        for nth, (back, refs) in enumerate(told):
            if nth == 0:
                yield from (("last", refs[-1]), ("first", refs[0]))
            yield "paragraph" if self.lines[index - 1 - back].line.block == block else "near", refs[0]
        opening = self._openings[block]
        for way, at in (("opening", opening if opening < index else -1), ("title", 0)):
            refs = named[at][letter] if at >= 0 else ()
            if refs:
                yield way, refs[0]

    @cached_property
    def _named(self) -> tuple[dict[str, tuple[str, ...]], ...]:
        """For each line whom it names, by the letter of their type."""
        return tuple(line.refs_of for line in self.lines)

    @cached_property
    def _openings(self) -> dict[int, int]:
        """Paragraph -> the line that opens it."""
        return {line.line.block: line.line.index for line in reversed(self.lines)}
