"""An English article as the rules read it: lines with masks, referents, topics, cues of doubt, and the one way claims are
made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import PERSON, WORK
from kgraph.claims.english.lines import Line, make_line
from kgraph.claims.english.once import once
from kgraph.model import Claim, Document, Mention, Mentions, Qualifiers, Referent, Span
from kgraph.text.quotes import find_quotes
from kgraph.text.topics import Named, TopicLine, follow_topics, main_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_LINE = 1_600  # characters; no sentence of a real article is longer, and rules may take time by the square of a line
_NEGATION = re.compile(
    r"\b(?:not|never|n[o']t|didn't|doesn't|isn't|wasn't|won't|hasn't|haven't|hadn't|cannot|can't|neither|nor|denie[sd]|"
    r"deny(?:ing)?|without|"
    r"false|untrue|no longer|instead of|rather than|unlike|fail(?:s|ed)? to)\b",
    re.IGNORECASE,
)
_HYPOTHESIS = re.compile(
    r"\b(?:if|would|could|might|(?-i:may)|should|wish(?:es|ed)?|hopes?|hoping|wants? to|wanted to|would(?:n't)? love to|dreams?|"
    r"imagine|whether|"
    r"as if|as though|perhaps|maybe|supposedly|fans? want)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reported|announced|confirmed|revealed|unveiled) (?:that|on [^,.]{1,30} that)\b"
)  # *announced that P would direct W*: told, not supposed
_CLAUSE_END = re.compile(
    r"[;:!?]|, (?:but|and|while|whereas|though|although)\b|\. |\b(?:but|while|whereas|although)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim stands on: the line, the words that state it, the rule that read it, and the share of such claims that are
    right.

    ``evidence`` is only given where it is not the whole line.
    """

    line: Line
    trigger: Span
    rule: str
    confidence: float
    evidence: Span | None = None


@dataclass(frozen=True)
class Reading:
    """A document and its mentions, made ready for rules.

    ``lines`` are the sentences that may hold a fact (noise left out), in text order.  Rules work on ``line.mask`` with the
    pieces of
    :mod:`kgraph.claims.english.grammar` and make every claim by :meth:`claim`.
    """

    document: Document
    mentions: Mentions
    told: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False, compare=False)  # see :mod:`.once`

    @cached_property
    def referents(self) -> dict[str, Referent]:
        """Referents by ref."""
        return {referent.ref: referent for referent in self.mentions.referents}

    @cached_property
    def works_by_name(self) -> dict[str, tuple[Referent, ...]]:
        """Works by their fullest name: a series and the novel of the same name stand together."""
        named: dict[str, tuple[Referent, ...]] = {}
        for referent in self.mentions.referents:
            if referent.type == "Work":
                named[referent.name] = (*named.get(referent.name, ()), referent)
        return named

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that may hold a fact, in text order; headlines and list items among them."""
        found: list[Line] = []
        starts = [mention.span.start for mention in self.mentions.mentions]
        for sentence in self.document.sentences:
            if sentence.kind == "noise" or len(sentence.span.text) > _LONGEST_LINE:
                continue
            low, high = bisect_right(starts, sentence.span.start - 1), bisect_right(starts, sentence.span.end - 1)
            inside = tuple(
                m for m in self.mentions.mentions[low:high] if m.span.end <= sentence.span.end and m.ref in self.referents
            )
            found.append(make_line(len(found), sentence, inside, self.referents))
        return tuple(found)

    @property
    def published(self) -> str | None:
        """The article's date, for resolving relative dates only."""
        return self.document.article.published

    def referent(self, mention: Mention | str) -> Referent:
        """What a mention (or a ref) stands for."""
        return self.referents[mention if isinstance(mention, str) else mention.ref]

    def previous(self, line: Line, count: int = 1) -> Line | None:
        """The line ``count`` before this one, None at the top of the article."""
        return self.lines[line.index - count] if line.index >= count else None

    def paragraph(self, line: Line) -> tuple[Line, ...]:
        """All lines of the paragraph of a line."""
        return tuple(other for other in self.lines[max(0, line.index - 40) : line.index + 40] if other.block == line.block)

    @cached_property
    def _topics(self) -> dict[str, list[str | None]]:
        return {}

    def topic(self, line: Line, type_: str = "Work") -> Referent | None:
        """What the text is about where this line begins: the section's heading, the paragraph's subject, the article's."""
        if type_ not in self._topics:
            self._topics[type_] = follow_topics(_topic_lines(self, type_))
        ref = self._topics[type_][line.index]
        return self.referents[ref] if ref else None

    @cached_property
    def main_work(self) -> Referent | None:
        """The work that the whole article is about, None where it is about several or none."""
        ref = main_topic(_topic_lines(self, "Work"))
        return self.referents[ref] if ref else None

    def topic_work(self, line: Line, position: int | None = None) -> Referent | None:
        """The work that an elided or bare mention at ``position`` of the mask means: the nearest before it in the line, else
        the topic.
        """
        nearest: Referent | None = None
        for place, named in self.named(line, "Work") if position is not None else ():
            if place >= (position or 0) or _in_bracket(line.mask, place, position or 0):
                continue
            if not named.aside or _RELATIVE.fullmatch(line.mask, place + 1, position or 0):
                nearest = self.referents[named.ref]
        standing = [m for m in line.between(0, position or 0, "Work") if m.form in ("role", "pronoun")]
        if standing and nearest is None:
            return self.referent(standing[-1])
        return nearest or self.topic(line, "Work")

    @once
    def named(self, line: Line, type_: str) -> tuple[tuple[int, Named], ...]:
        """What a line names of one type, with the place in the mask."""
        return tuple(_named(line, type_))

    def topic_person(self, line: Line, position: int | None = None) -> Referent | None:
        """The person that an elided subject at ``position`` of the mask means."""
        if position is not None:
            before = line.between(0, position, "Person")
            if before:
                return self.referent(before[0])
        return self.topic(line, "Person")

    def negated(self, line: Line, position: int) -> bool:
        """True if the clause that holds ``position`` of the mask denies what it says."""
        return bool(_NEGATION.search(line.mask, clause_start(line, position), position))

    def hypothetical(self, line: Line, position: int) -> bool:
        """True if the clause that holds ``position`` of the mask only supposes, hopes or asks."""
        told = [found[0].casefold() for found in _HYPOTHESIS.finditer(line.mask, clause_start(line, position), position)]
        reported = told == ["would"] and _REPORTED.search(line.mask, 0, position)
        return bool(told) and not reported

    def doubtful(self, line: Line, position: int) -> bool:
        """True if what stands at ``position`` is denied or only supposed: no fact without a status of its own."""
        return self.negated(line, position) or self.hypothetical(line, position)

    def claim(
        self,
        predicate: str,
        ends: tuple[Mention | Referent, Mention | Referent | None],
        ground: Ground,
        qualifiers: Qualifiers | None = None,
    ) -> Claim:
        """A claim; ``ends`` are subject and object (None for literals)."""
        subject, object_ = (self.referent(end) if isinstance(end, Mention) else end for end in ends)
        if subject is None:
            raise ValueError(f"expected a subject for {predicate}, found none in line {ground.line.index}")
        article, evidence = self.document.article.id, ground.evidence or ground.line.span
        return Claim(
            article,
            predicate,
            subject,
            object_,
            evidence,
            ground.trigger,
            ground.rule,
            ground.confidence,
            qualifiers or Qualifiers(),
        )


_RELATIVE = re.compile(
    r",? (?:which|that|in which|where) ?|, ?"
)  # *since W, which stars P*: the title belongs to what follows at once


def _in_bracket(mask: str, place: int, position: int) -> bool:
    """True if the bracket that holds ``place`` is closed before ``position``."""
    opened = mask.rfind("(", 0, place)
    return opened >= 0 and ")" not in mask[opened:place] and ")" in mask[place:position]


def clause_start(line: Line, position: int) -> int:
    """Where the clause that holds ``position`` begins: after the last strong break before it."""
    start = 0
    for found in _CLAUSE_END.finditer(line.mask, 0, position):
        start = found.end()
    return start


_FILL = r"(?:[a-z0-9][\w'-]* |[A-Z]\w+ |[\uf000-\uf7ff](?:'s)? ){0,4}"
_ASIDE = re.compile(
    r"(?:\(|\b(?:by|together with|opposite|from|whose|with|including|such as|director of|writer of|creator of|PD of|"
    r"star of|actor of|(?:man|woman|duo|team|name) behind|known for) ?(?:[a-z]+ ){0,2}|"
    rf"\b(?:(?:last|recently|previously|most recently) (?:seen|appeared) in|fresh off|known for|famous for) {_FILL}|"
    rf"\b(?:since|after|before|than|like|unlike|alongside|behind|beating|following|remake of|version of|adaptation of|based on|"
    rf"adapted from|inspired by|as on|as in|as with|who (?:also )?[a-z-]+) {_FILL})$",
    re.IGNORECASE,
)
_WHO = re.compile(rf"{PERSON}(?: \([^()]*\))?,? (?:who|whose|known for|best known for)\b[^,;:]*$")
_TITLES_BEFORE = re.compile(rf"(?:{WORK}(?:,? and |, )){{1,8}}$")  # *the man behind W and X*: both stand aside
_NOT_ASIDE = re.compile(r"\b(?:returns?|returned|back|debuts?|debuted|comeback|leads?|opens?|starts?) with (?:[a-z]+ ){0,2}$")
_INTRODUCED = re.compile(
    r"(?:\b(?:was|is|were|are|comes|came|called|titled|brings|works:?)|:) (?:(?:the|an?) )?(?:[a-z-]+ ){0,3}$"
)
_LABELLED = re.compile(r"[A-Z][A-Za-z ]{1,24} ?: ")  # Director: P
_LEADS = 24  # characters: a name that begins so early in a line leads it


def _topic_lines(reading: Reading, type_: str) -> list[TopicLine]:
    lines = []
    for line in reading.lines:
        heading = (
            line.sentence.kind == "item"
            and len(line.mask) < _LONGEST_HEADING
            and line.mask[-1:] not in ".!?"
            and not _LABELLED.match(line.mask)
        )
        lines.append(TopicLine(line.block, heading, tuple(named for _, named in reading.named(line, type_))))
    return lines


def _named(line: Line, type_: str) -> Iterator[tuple[int, Named]]:
    for position, index, _ in line.places:
        if line.types[index] == type_ and line.mentions[index].form in ("name", "part"):
            aside = _stands_aside(line.mask, position) or _is_spoken(line, line.mentions[index]) or _is_source(line, position)
            yield (
                position,
                Named(line.mentions[index].ref, aside, position < _LEADS or bool(_INTRODUCED.search(line.mask, 0, position))),
            )


def _stands_aside(mask: str, position: int) -> bool:
    """True for a title that only serves another name: *director of W*, *P of W and W2*, *W director P*, *since W*."""
    before = mask[max(0, position - 60) : position]
    if _SERVES_ROLE.match(mask, position) or _OF_PERSON.search(before) or _WHO.search(mask, max(0, position - 120), position):
        return True
    before = _TITLES_BEFORE.sub("", before)
    return bool(_ASIDE.search(before)) and not _NOT_ASIDE.search(before)


def _is_spoken(line: Line, mention: Mention) -> bool:
    """True for a name inside somebody's words."""
    if line.mask.count('"') == 0:
        return False
    start, end = mention.span.start - line.span.start, mention.span.end - line.span.start
    return any(
        q.inner_start + 2 < start or end + 2 < q.inner_end
        for q in find_quotes(line.span.text)
        if q.start < start and end <= q.end
    )


_PRINT = r"(?:graphic novel|web ?novel|novel|webtoon|web ?comic|comic|manga|manhwa|picture book|book|short story|memoir)"
_SOURCE = re.compile(rf"(?:['’]s|\b(?:on|from|by|of)) (?:the |a |an )?(?:[\w-]+ ){{0,3}}{_PRINT} (?:titled |called )?[\"“‘']?$")
_IS_SOURCE = re.compile(rf"{WORK}[\"”’']?,? (?:a|an|the) (?:[\w-]+ ){{0,3}}{_PRINT} (?:by|of)\b")


def _is_source(line: Line, position: int) -> bool:
    """True for the book that a work is made from: *Zola's novel "W"*, *"W," the graphic novel by P*; the film is the topic."""
    return bool(_IS_SOURCE.match(line.mask, position) or _SOURCE.search(line.mask[max(0, position - 60) : position]))


_SERVES_ROLE = re.compile(
    rf"{WORK}(?: \([^()]{{0,60}}\))? (?:director|star|actor|actress|writer|creator|PD|producer|helmer|duo|team)\b"
)
_OF_PERSON = re.compile(rf"{PERSON} of (?:{WORK}(?:, | and |, and ))*$")
_LONGEST_HEADING = 90
