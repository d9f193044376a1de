"""A Korean document as the rules read it: its sentences as lines of phrases, and what the talk is about.

Everything here is derived from the document and its mentions; nothing is decided twice.  Offsets are the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kgraph.claims.korean.phrases import Phrase, read_phrase
from kgraph.claims.korean.shape import Shape, draw
from kgraph.model import Claim, Document, Mentions, Qualifiers, Referent, Sentence, Span
from kgraph.text.dates_korean import DateMention, find_dates

_LINKING = frozenset(
    ("고", "며", "으며", "면서", "으면서", "지만", "는데", "은데", "ᆫ데", "자", "다가", "으나", "나", "어서", "아서", "니", "으니", "자마자", "으니까", "니까", "며서", "라", "거나", "려고", "으려고", "다며", "라며", "ᆫ다며", "는다며", "다고", "라고", "ᆫ다고", "는다고", "다면서", "라면서")
)
_WEAK = frozenset(("어", "아", "여", "게", "도록"))
_QUOTE = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
_SUBJECT = ("은", "이")


@dataclass(frozen=True)
class Line:
    """One sentence with its phrases in text order (aliases in brackets are part of the phrase they explain)."""

    number: int
    sentence: Sentence
    phrases: tuple[Phrase, ...]
    text: str

    @property
    def start(self) -> int:
        """Where the sentence begins in the article."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Where the sentence ends in the article."""
        return self.sentence.span.end

    @cached_property
    def people(self) -> tuple[Phrase, ...]:
        """Phrases of persons."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Person")

    @cached_property
    def works(self) -> tuple[Phrase, ...]:
        """Phrases of works."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Work")

    @cached_property
    def organizations(self) -> tuple[Phrase, ...]:
        """Phrases of organisations."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Organization")

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Where somebody's words are quoted, marks included."""
        return tuple((self.start + found.start(), self.start + found.end()) for found in _QUOTE.finditer(self.text))

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        tokens = self.sentence.tokens
        cuts = [self.start]
        for token, follower in zip(tokens, tokens[1:], strict=False):
            linked = token.text in _LINKING or (token.text in _WEAK and follower.tag == "SP")
            if (token.tag == "EC" and linked and follower.tag != "VX") or (token.tag == "EF" and follower.tag in ("SF", "SE")):
                cuts.append(token.end)
        return tuple(cuts)

    @cached_property
    def shape(self) -> Shape:
        """The sentence with each phrase drawn as one letter."""
        return draw(self.text, self.start, self.phrases)

    def clause(self, position: int) -> tuple[int, int]:
        """The clause around a place: start and end in the article, cut after linking endings (-고, -며, -지만, -는데...)."""
        at = max(1, bisect_right(self.cuts, position))
        return self.cuts[at - 1], self.cuts[at] if at < len(self.cuts) else self.end

    def words(self, start: int, end: int) -> str:
        """The article's words between two offsets of this line."""
        return self.text[start - self.start : max(start, end) - self.start]

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets of this line."""
        return Span(start, end, self.words(start, end))

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches in the line; their offsets count from the line's start (add ``line.start``)."""
        return pattern.finditer(self.text)

    def quoted(self, position: int) -> bool:
        """True if the place lies inside quoted words."""
        return any(start < position < end for start, end in self.quotes)


@dataclass(frozen=True)
class Reading:
    """A document and its mentions, line by line (noise left out)."""

    document: Document
    mentions: Mentions

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences in which claims are read, in text order."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        referents = {referent.ref: referent for referent in self.mentions.referents}
        mentions, at = self.mentions.mentions, 0
        text = self.document.article.text
        told = [sentence for sentence in self.document.sentences if sentence.kind != "noise"]
        for number, sentence in enumerate(told):
            phrases: list[Phrase] = []
            while at < len(mentions) and mentions[at].span.start < sentence.span.end:
                mention = mentions[at]
                at += 1
                inside = phrases and mention.span.start < phrases[-1].end and mention.ref == phrases[-1].mention.ref
                if mention.span.start >= sentence.span.start and not inside:
                    phrases.append(read_phrase(text, mention, referents[mention.ref]))
            yield Line(number, sentence, tuple(phrases), sentence.span.text)

    @cached_property
    def _dates(self) -> tuple[DateMention, ...]:
        return find_dates(self.document.article.text, self.document.article.published)

    def dates(self, line: Line) -> tuple[DateMention, ...]:
        """The dates that a line tells, in order, read against the day of publication."""
        first = bisect_left(self._dates, line.start, key=lambda date: date.start)
        last = bisect_left(self._dates, line.end, key=lambda date: date.start)
        return self._dates[first:last]

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
    def _topics(self) -> tuple[tuple[Referent | None, tuple[Line, Phrase] | None], ...]:
        """Before each line: the work and the person under discussion, the latter where it was last spoken of."""
        found: list[tuple[Referent | None, tuple[Line, Phrase] | None]] = []
        work: Referent | None = None
        person: tuple[Line, Phrase] | None = None
        block = -1
        for line in self.lines:
            if line.sentence.block != block:
                block = line.sentence.block
                work = self._headed(line) or self.main_work
                person = None
            found.append((work, person))
            named, spoken = _prominent(line.works), _prominent(line.people)
            work = named.referent if named else work
            person = (line, spoken) if spoken else person
        return tuple(found)

    def _headed(self, line: Line) -> Referent | None:
        """The only work of the subheading right above a paragraph."""
        above = self.lines[line.number - 1] if line.number else None
        if above is None or above.sentence.kind != "headline" or above.number == 0:
            return None
        works = {phrase.referent.ref: phrase.referent for phrase in above.works}
        return next(iter(works.values())) if len(works) == 1 else None

    def work_before(self, line: Line) -> Referent | None:
        """The work under discussion when the line begins: the prominent one of the lines before in its paragraph, else the main work."""
        return self._topics[line.number][0]

    def person_before(self, line: Line) -> Referent | None:
        """The person under discussion when the line begins, who fills a dropped subject; None at the start of a paragraph."""
        spoken = self._topics[line.number][1]
        return spoken[1].referent if spoken else None

    def phrase_before(self, line: Line) -> tuple[Line, Phrase] | None:
        """Where the person under discussion was last spoken of, so that those coordinated with them can be found."""
        return self._topics[line.number][1]

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


@dataclass(frozen=True, slots=True)
class Said:
    """How a claim is said: the rule that read it, the trigger's offsets, what narrows it down.

    ``since`` is the number of an earlier line where the evidence begins (two sentences together state the fact).
    """

    rule: str
    trigger: tuple[int, int]
    confidence: float = 0.9
    qualifiers: Qualifiers = Qualifiers()
    since: int | None = None


def _prominent(phrases: tuple[Phrase, ...]) -> Phrase | None:
    """Who or what a line leaves under discussion: its last topic (은/는), else its last subject (이/가), else its last one."""
    named = [phrase for phrase in phrases if phrase.mention.form != "alias"]
    for case in _SUBJECT:
        for phrase in reversed(named):
            if phrase.case == case:
                return phrase
    return named[-1] if named else None
