"""What an article has spoken of so far: subjects, pairs, companies, topics, and what only stands aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import PERSON, WORK, Canvas
from kgraph.text.topics import Named, TopicLine, follow_topics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.referents import Cast
    from kgraph.model import Mention, Sentence
    from kgraph.text.quotes import Quote

_OBLIQUE = re.compile(
    r"(?:\b(?:by|together with|opposite|since|after|before|than|like|unlike|alongside|because of|director of|writer of|creator "
    r"of|star of|"
    r"known for|from|behind|beating|over|as on|as in|as with|whose|including|such as|remake of|version of|with|following|who "
    r"(?:also )?[a-z-]+)) (?:[a-z]+ ){0,2}[\"“‘']?$|[(][\"“‘']?$",
    re.IGNORECASE,
)


_WHO = re.compile(rf"{PERSON}(?: \([^()\n]*\))?,? (?:who|whose|known for|best known for)\b[^,;:\n]*$")


_IN_BRACKET = re.compile(rf"{PERSON} \([^()\n]*$")


_SERVES_ROLE = re.compile(
    rf"{WORK}[\"”’']?(?: \([^()\n]{{0,60}}\))? (?:director|star|actor|actress|writer|creator|PD|producer|helmer|duo|team)\b"
)


_OF_PERSON = re.compile(rf"{PERSON} of [\"“‘']?(?:{WORK}[\"”’']?(?: \([^()]*\))?(?:, | and |, and )[\"“‘']?)*$")


_REACH_BACK = 80  # characters; the longest introduction is shorter
_INTRODUCED = re.compile(
    r"(?:\b(?:was|is|were|are|comes|came|called|titled|brings|works:?)|:) (?:(?:the|an?) )?(?:[a-z-]+ ){0,3}[\"“‘']?$"
)


_LABELLED = re.compile(r"[A-Z][A-Za-z ]{1,24} ?: ")  # Director: P


_LEADS = 24  # characters: a name that begins so early in a sentence leads it


REACH = 6  # sentences that a pronoun may look back; a longer silence about a person ends the thread


@dataclass(slots=True)
class Discourse:
    """What the article has spoken of so far, the latest last."""

    cast: Cast
    asides: Asides
    people: list[tuple[int, str]] = field(default_factory=list)
    works: list[tuple[int, str]] = field(default_factory=list)
    subjects: dict[int, str] = field(default_factory=dict)
    pair: tuple[int, tuple[str, ...]] = (-99, ())
    part_use: dict[str, str] = field(default_factory=dict)

    parts: dict[str, list[str]] = field(default_factory=dict)
    prominent: list[tuple[int, str]] = field(default_factory=list)
    focus: list[tuple[int, str]] = field(default_factory=list)
    topics: dict[str, list[str | None]] = field(default_factory=dict)
    companies: dict[int, str] = field(default_factory=dict)
    opening: dict[int, tuple[str, ...]] = field(default_factory=dict)
    named_companies: list[tuple[int, str]] = field(default_factory=list)

    def see(self, index: int, ref: str, *, oblique: bool) -> None:
        """Notes a mention in sentence ``index``; an oblique one (*by P*, *P (W)*) is not what the text goes on about."""
        draft = self.cast.drafts[ref]
        if draft.type == "Person":
            self.people.append((index, ref))
            if not oblique:
                self.subjects.setdefault(index, ref)
                self.prominent.append((index, ref))
        elif draft.type == "Organization":
            self.companies.setdefault(index, ref)
            self.named_companies.append((index, ref))
        elif draft.type == "Work":
            self.works.append((index, ref))
            if not oblique:
                self.focus.append((index, ref))


def open_paragraph(discourse: Discourse, sentences: tuple[Sentence, ...], index: int) -> None:
    """Notes whom the paragraph before spoke of most, if twice as often as of anybody else."""
    if index == 0 or sentences[index - 1].block == sentences[index].block:
        return
    first = index - 1
    while first > 0 and sentences[first - 1].block == sentences[index - 1].block:
        first -= 1
    recent = [ref for at, ref in discourse.people[-40:] if at >= first]
    counts = sorted(((recent.count(ref), ref) for ref in dict.fromkeys(recent)), reverse=True)
    if counts and counts[0][0] >= 3 and (len(counts) == 1 or counts[0][0] >= 2 * counts[1][0]):
        discourse.opening[index] = (counts[0][1],)


def candidates(discourse: Discourse, index: int) -> Iterator[str]:
    """People by how likely a pronoun means them: this sentence's subject, the last sentence's subject, the last named.

    At the head of a paragraph whoever the paragraph before spoke of most comes first.
    """
    yield from discourse.opening.get(index, ()) if index not in discourse.subjects else ()
    for back in range(REACH + 1):
        if index - back in discourse.subjects:
            yield discourse.subjects[index - back]
            yield from (ref for at, ref in reversed(discourse.people[-12:]) if at == index - back)
    topic = discourse.topics["Person"][index]
    if topic:
        yield topic


def company_before(discourse: Discourse, index: int) -> str | None:
    """The broadcaster or company that alone was named in the sentence before: *wavve changes that. Its original ...*"""
    return discourse.companies.get(index - 1) if not any(at == index - 1 for at, _ in discourse.works[-6:]) else None


def work_subject(discourse: Discourse, index: int) -> str | None:
    """The work that *it* means: the last one that led its sentence, else the topic."""
    recent = [(at, ref) for at, ref in discourse.focus[-8:] if index - at <= 1]
    if not recent:
        return discourse.topics["Work"][index]
    latest = recent[-1][0]
    return next(ref for at, ref in recent if at == latest)


def topics_of(canvas: Canvas, cast: Cast, speech: list[Quote], asides: Asides) -> dict[str, list[str | None]]:
    """What each sentence is about, by type; a noise sentence names nothing, and what is only spoken of stands aside."""
    starts = sorted(cast.at)
    spoken = {at for quote in speech for at in starts[bisect_left(starts, quote.start) : bisect_left(starts, quote.end)]}
    found: dict[str, list[str | None]] = {}
    for type_ in ("Person", "Work"):
        lines = []
        for sentence in canvas.document.sentences:
            span = sentence.span
            inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)] if sentence.kind != "noise" else []
            named = tuple(
                Named(
                    cast.at[at],
                    at in spoken or asides.has(at),
                    at - span.start < _LEADS or bool(_INTRODUCED.search(canvas.shadow, max(span.start, at - _REACH_BACK), at)),
                )
                for at in inside
                if cast.drafts[cast.at[at]].type == type_
            )
            heading = (
                sentence.kind == "item" and len(span.text) < 100 and span.text[-1] not in ".!?" and not _LABELLED.match(span.text)
            )
            lines.append(TopicLine(sentence.block, heading, named))
        found[type_] = follow_topics(lines)
    return found


@dataclass(slots=True)
class Asides:
    """Which names of a painted text stand aside: *by P*, *P (W)*, *director of W*, *W director P*; each place is judged once."""

    shadow: str
    _known: dict[int, bool] = field(default_factory=dict)

    def has(self, start: int) -> bool:
        """True for a name that begins here and stands aside."""
        if start not in self._known:
            self._known[start] = _is_oblique(self.shadow, start)
        return self._known[start]


def _is_oblique(shadow: str, start: int) -> bool:
    if _SERVES_ROLE.match(shadow, start) or _OBLIQUE.search(shadow, max(0, start - 30), start):
        return True
    if shadow.find(PERSON[0], max(0, start - 140), start) < 0:  # the rest tells of a person before
        return False
    return bool(
        _WHO.search(shadow, max(0, start - 140), start)
        or _IN_BRACKET.search(shadow, max(0, start - 120), start)
        or _OF_PERSON.search(shadow, max(0, start - 80), start)
    )


def pair_before(discourse: Discourse, index: int) -> tuple[str, ...]:
    """Who *the two* or *they* are: the pair of this or the last sentence, else the last two people spoken of."""
    at, pair = discourse.pair
    if pair and index - at <= 1:
        return pair
    recent = list(dict.fromkeys(ref for where, ref in reversed(discourse.people[-12:]) if index - where <= 3))
    if len(recent) >= 2:
        return tuple(sorted(recent[:2], key=lambda ref: discourse.cast.drafts[ref].ref))
    return pair if index - at <= REACH else ()


def note_pair(discourse: Discourse, index: int, mentions: list[Mention]) -> None:
    """Two people named in one sentence are *the two* of the next."""
    people = list(
        dict.fromkeys(m.ref for m in mentions if discourse.cast.drafts[m.ref].type == "Person" and m.form in ("name", "part"))
    )
    if len(people) >= 2:
        discourse.pair = (index, tuple(people[:2]))
