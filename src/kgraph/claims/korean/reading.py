"""A Korean document as the rules read it: its sentences as lines of phrases, and what the talk is about.

Everything here is derived from the document and its mentions; nothing is decided twice.  Offsets are the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kgraph.claims.korean.lines import Line
from kgraph.claims.korean.pairs import runs
from kgraph.claims.korean.phrases import Phrase, read_phrase
from kgraph.claims.korean.topics import Topic, find_topics
from kgraph.model import Claim, Document, Mentions, Qualifiers, Referent
from kgraph.text.dates_korean import DateMention, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUBJECT = ("은", "이")
_NOT_IT = re.compile(r"[’'”\"〉》」』>]?[이가] 아(?:닌|니라)(?= )")  # 영화 ‘X’가 아닌 연극 ‘Y’로: not of X
_BACK = 60  # lines through which the last person of a role is looked for
_SHARED = frozenset(("배우", "가수", "여배우", "개그맨"))  # roles before the first of a list that hold for all of it


@dataclass(frozen=True)
class Reading:
    """A document and its mentions, line by line (noise left out).

    ``earlier`` is a reading of the same document with other mentions: its dates stand, and so do its lines of the same phrases.
    """

    document: Document
    mentions: Mentions
    earlier: Reading | None = field(default=None, repr=False, compare=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences in which claims are read, in text order."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        referents = {referent.ref: referent for referent in self.mentions.referents}
        mentions, at = self.mentions.mentions, 0
        text = self.document.article.text
        told = [sentence for sentence in self.document.sentences if sentence.kind != "noise"]
        before = self.earlier.lines if self.earlier else ()
        for number, sentence in enumerate(told):
            phrases: list[Phrase] = []
            while at < len(mentions) and mentions[at].span.start < sentence.span.end:
                mention = mentions[at]
                at += 1
                inside = phrases and mention.span.start < phrases[-1].end and mention.ref == phrases[-1].mention.ref
                denied = _NOT_IT.match(text, mention.span.end) is not None
                if mention.span.start >= sentence.span.start and not inside and not denied:
                    phrases.append(read_phrase(text, mention, referents[mention.ref]))
            same = bool(before) and before[number].phrases == tuple(phrases)
            yield before[number] if same else Line(number, sentence, tuple(phrases), sentence.span.text)

    @cached_property
    def scenes(self) -> dict[int, Any]:
        """Lines as scenes (:func:`kgraph.claims.korean.frames.scene_of`), by number, so that each is set only once."""
        return {}

    @cached_property
    def all_dates(self) -> tuple[DateMention, ...]:
        """The dates of the document, in order."""
        article = self.document.article
        return self.earlier.all_dates if self.earlier else find_dates(article.text, article.published)

    def dates(self, line: Line) -> tuple[DateMention, ...]:
        """The dates that a line tells, in order, read against the day of publication."""
        first = bisect_left(self.all_dates, line.start, key=lambda date: date.start)
        last = bisect_left(self.all_dates, line.end, key=lambda date: date.start)
        return self.all_dates[first:last]

    @cached_property
    def main_work(self) -> Referent | None:
        """The work that the article is about: named in the headline and most often."""
        weight: Counter[str] = Counter()
        first: dict[str, Referent] = {}
        for line in self.lines:
            for phrase in line.works:
                first.setdefault(phrase.referent.ref, phrase.referent)
                weight[phrase.referent.ref] += (3 if line.number == 0 else 1) + (phrase.case in _SUBJECT)
        return max(first.values(), key=lambda work: weight[work.ref]) if first else None

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        return tuple(find_topics(self.lines, self.main_work))

    def work_before(self, line: Line) -> Referent | None:
        """The work under discussion when the line begins: the prominent one of the lines before in its paragraph,
        else the main work.
        """
        return self._topics[line.number].work

    def person_before(self, line: Line) -> Referent | None:
        """The person under discussion when the line begins, who fills a dropped subject; None at the start of a paragraph."""
        spoken = self._topics[line.number].person
        return spoken[1].referent if spoken else None

    def phrase_before(self, line: Line) -> tuple[Line, Phrase] | None:
        """Where the person under discussion was last spoken of, so that those coordinated with them can be found."""
        return self._topics[line.number].person

    @cached_property
    def _roles(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for line in self.lines:
            for phrase in line.people:
                if phrase.role:
                    found.setdefault(phrase.referent.ref, set()).add(phrase.role)
            for run in runs(line, "Person") if any(phrase.role in _SHARED for phrase in line.people) else ():
                for phrase in run if run[0].role in _SHARED else ():
                    if not phrase.role:
                        found.setdefault(phrase.referent.ref, set()).add(run[0].role)
        return {ref: frozenset(roles) for ref, roles in found.items()}

    def roles(self, person: Referent) -> frozenset[str]:
        """The role words that the article puts beside a person's names (배우 A와 B: both)."""
        return self._roles.get(person.ref, frozenset())

    def last_of_role(self, line: Line, role: str) -> Referent | None:
        """The person of this role who was spoken of last before a line: the writer whom a sentence without a subject means."""
        for before in reversed(self.lines[max(0, line.number - _BACK) : line.number]):
            for phrase in reversed(before.people):
                if role in self.roles(phrase.referent):
                    return phrase.referent
        return None

    def only_of_role(self, role: str) -> Referent | None:
        """The one person to whom the article gives this role; None if it has several or none."""
        refs = [ref for ref, roles in self._roles.items() if role in roles]
        return next((person for person in self.mentions.referents if person.ref == refs[0]), None) if len(refs) == 1 else None

    @cached_property
    def hero(self) -> tuple[Line, Phrase] | None:
        """The one person whom the headline names."""
        line = self.lines[0] if self.lines else None
        refs = {phrase.referent.ref for phrase in line.people} if line else set()
        return (line, line.people[0]) if line and len(refs) == 1 else None

    def speaker(self, line: Line) -> Referent | None:
        """Who speaks a line of an interview that is all quotation: the only person of the headline."""
        if not line.text.startswith(("“", '"')):
            return None
        people = {phrase.referent.ref: phrase.referent for phrase in self.lines[0].people} if self.lines else {}
        return next(iter(people.values())) if people else None

    def claim(self, predicate: str, ends: tuple[Referent, Referent | None], line: Line, said: Said) -> Claim:
        """A claim of the line, or of the lines from ``said.since`` up to this one, with the line's words as evidence."""
        start = self.lines[said.since].start if said.since is not None else line.start
        return Claim(
            article=self.document.article.id,
            predicate=predicate,
            subject=ends[0],
            object=ends[1],
            evidence=self.document.span(start, line.end),
            trigger=self.document.span(*said.trigger),
            rule=said.rule,
            confidence=said.confidence,
            qualifiers=said.qualifiers,
        )


_PLAIN = Qualifiers()


@dataclass(frozen=True, slots=True)
class Said:
    """How a claim is said: the rule that read it, the trigger's offsets, what narrows it down.

    ``since`` is the number of an earlier line where the evidence begins (two sentences together state the fact).
    """

    rule: str
    trigger: tuple[int, int]
    confidence: float = 0.9
    qualifiers: Qualifiers = _PLAIN
    since: int | None = None
