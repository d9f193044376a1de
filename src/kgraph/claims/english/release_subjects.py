"""Which work a dated verb speaks of: "X opens on June 8 and Y on June 29", "the drama airs in May"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.english import release_words as words
from kgraph.claims.english.grammar import BRACKET, PERSON, WORK

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.claims.english.when import When
    from kgraph.model import Mention, Referent

_REACH = 320  # characters; what stands farther from a date is not dated by it
_SECOND = re.compile(rf",? ?(?:and|while|then)? ?(?:[\ue000-\ue7ff\uf000-\uf7ff]'s )?(?P<w>{WORK}){BRACKET}(?: on| in| from)? ?")
_WHICH = re.compile(rf"{WORK}{BRACKET},? (?:which|that)\b[^,;]{{0,20}}$")
_TITLED_AFTER = re.compile(rf"[^.;\ue000-\uf7ff]{{0,12}} (?:under the title|titled|called) (?P<w>{WORK})")
_AND = re.compile(r",? (?:and|then)(?: \w+)?\s*$")
_APPOSED = re.compile(rf"(?P<w>{WORK}),? (?:an?|the|its|their) [^,;\ue000-\uefff]{{0,60}}$")
_A_BOW = re.compile(r"\s?(?:bow|premiere|debut|release|launch|rollout|opening)\b")
_ITS_SERIES = re.compile(
    r"\b(?:its|[Tt]he|this) (?:new |upcoming |latest |same )?"
    r"(?:series|drama|film|movie|show|sitcom|song|album|thriller|comedy|romance)\b[^,;]*$"
)
_COMEBACK = re.compile(rf"{PERSON}'s (?:\w+ ){{0,2}}(?:comeback|series|drama|show|film|movie|project|vehicle)(?: \w+){{0,2}}$")
_SOMEBODY = re.compile(r"\b(?:he|she|they|I|we|who)\b")
_SOMETHING = re.compile(
    r"\b(?:it|It|show|series|drama|film|movie|song|album|premiere|episode|which|that|work|project|production|[Ll]ook for)\b"
)
_ALL_EPISODES = re.compile(r" (?:all |its |the )?(?:first )?(?:[\w-]+ )?episodes\b")
_LABEL = re.compile(
    r"(?:\b(?:premiere|release|episode|date|dates|period|aired|airs|run)|date in [A-Z]\w+)(?: \w+)? ?$", re.IGNORECASE
)
_AGAIN = re.compile(r"[^.;]{0,60}\b(?:itself|again|re-?runs?|reruns?|once more)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its clause ``mask[low:high]``, with the other dates of the line."""

    reading: Reading
    line: Line
    dates: tuple[When, ...]
    when: When
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Verb:
    """The words that say that a work came out: ``kind`` is ``verbs``, ``nouns`` or ``shows`` (the work follows)."""

    start: int
    end: int
    kind: str


def in_clause(reading: Reading, line: Line, dates: tuple[When, ...], when: When) -> Dated:
    """The date with the clause around it, never wider than the reach."""
    first = max(0, when.start - _REACH)
    low = first
    for found in words.LAST_BREAK.finditer(line.mask, first, when.start):
        if not _LABEL.search(line.mask, low, found.start()):
            low = found.end()
    last = min(len(line.mask), when.end + _REACH)
    after = words.NEXT_BREAK.search(line.mask, when.end, last)
    return Dated(reading, line, dates, when, low, after.start() if after else last)


def second_work(dated: Dated, verb: Verb) -> Mention | None:
    """The second of two works whose dates share a verb: "X" opens on June 8 and *"Y"* on June 29."""
    others = [other.end for other in dated.dates if verb.end <= other.start and other.end <= dated.when.start]
    if not others or not _SECOND.fullmatch(dated.line.mask, others[-1], dated.when.start):
        return None
    return dated.line.between(others[-1], dated.when.start, "Work")[0]


def shown_work(dated: Dated, verb: Verb) -> Mention | None:
    """Audiences get *this work* on June 8."""
    line, when = dated.line, dated.when
    if _AGAIN.match(line.mask, verb.end):
        return None
    works = line.between(verb.end, when.start, "Work") or line.between(when.end, dated.high, "Work")[:1]
    return works[-1] if works else None


def work_of(dated: Dated, verb: Verb) -> Mention | Referent | None:
    """The work that comes out at a verb: its subject, else its object, else what the text is about."""
    line, low, start = dated.line, dated.low, verb.start
    before = line.mask[low:start]
    head = words.AUXILIARY.sub("", before)
    works = tuple(work for work in line.between(low, start, "Work") if not _owns(line, work))
    if works and _WHICH.search(before):
        return works[-1]
    titled = _TITLED_AFTER.match(line.mask, dated.when.end)
    if titled:
        return line.at(titled.start("w"))
    bare = _AND.sub("", head)
    if works and bare != head and words.NOT_SUBJECT.search(bare):
        return works[0]
    if works and (head.endswith(",") or _nearest_is_work(line, low, low + len(head))):
        return works[0] if head.endswith(",") else works[-1]
    objects = (
        line.between(verb.end, dated.when.start, "Work")
        if verb.end < dated.when.start
        else line.between(verb.end, dated.high, "Work")[:1]
    )
    return objects[-1] if objects else _unnamed(dated, verb, head, works)


def _unnamed(dated: Dated, verb: Verb, head: str, works: tuple[Mention, ...]) -> Mention | Referent | None:
    reading, line = dated.reading, dated.line
    apposed = _APPOSED.search(head)
    if apposed:
        return line.at(dated.low + apposed.start("w"))
    if verb.end <= dated.when.start and _ALL_EPISODES.match(line.mask, verb.end):
        return reading.topic_work(line)
    if verb.start > dated.when.end and not works and _A_BOW.match(line.mask, verb.start):
        return reading.topic_work(line)
    if _ITS_SERIES.search(head):
        return works[-1] if works else reading.topic_work(line)
    if _COMEBACK.search(head):
        return reading.topic_work(line)
    if line.between(dated.low, verb.start, "Person") or _SOMEBODY.search(head):
        return None
    return works[-1] if works else _elided(reading, line, head)


def _elided(reading: Reading, line: Line, head: str) -> Referent | None:
    """What an elided or bare subject means: "First episode: January 14", "It opens on ..."."""
    bare = re.sub(r"^(?:And|But|So|Then|Here|Now)\b ?", "", head.strip())
    if bare and not words.THE_WORK.fullmatch(head.strip()) and not _SOMETHING.search(bare):
        return None
    return reading.topic_work(line)


def _owns(line: Line, work: Mention) -> bool:
    """True if the work only owns what follows: "its original series"."""
    at = bisect_left(line.starts, work.span.start)
    return line.mask[at + 1 : at + 3] == "'s"


def _nearest_is_work(line: Line, low: int, high: int) -> bool:
    """True if the mention nearest before a place is a work, past those that only accompany it and those in brackets."""
    while found := words.NOT_SUBJECT.search(line.mask, max(low, high - 120), high):
        high = found.start()
        while high > low and line.mask[high - 1] != " " and line.at(high - 1) is None:
            high -= 1
    depth = 0
    for position in range(high - 1, low - 1, -1):
        depth += {")": 1, "(": -1}.get(line.mask[position], 0)
        mention = line.at(position) if depth <= 0 else None
        if mention is not None:
            return mention in line.of_type("Work")
    return False
