"""Dates that stand beside a title without a verb: rows of a filmography, "last year's X", "P, 2003", "X, with P, on July 23"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english import release_words as words
from kgraph.claims.english.grammar import BRACKET, ORG, PERSON, WORK
from kgraph.text.word_lists import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.claims.english.when import When
    from kgraph.model import Mention, Referent

    Beside = tuple[Mention | Referent, str, str, float, int, int]  # what, date, rule, confidence, place of the words

_ROW = re.compile(
    rf"^[^\w\ue000-\uf7ff]{{0,4}}(?P<y>{words.YEAR})(?:[-~](?:{words.YEAR}|\d\d))?[ :|,-]{{1,4}}(?P<w>{WORK})(?!'s)"
)
_MADE = re.compile(
    rf"^[^\w\ue000-\uf7ff]{{0,3}}(?:[Dd]ir(?:\.|ected by) )?{PERSON}(?:(?: and |, | & ){PERSON}){{0,3}}, (?P<y>{words.YEAR})\W*$"
)
_APPOSED = re.compile(
    rf"(?P<w>{WORK}){BRACKET}(?:,| -) (?:an?|the|another|{PERSON}'s|{ORG}'s) (?:{words.WORD} ){{1,5}}?of (?P<y>{words.YEAR})\b"
)
_SHIFTED = {"last": -1, "this": 0, "next": 1}
_WITHIN = re.compile(rf"\b(?P<y>{words.YEAR})\b")
_OPENS = re.compile(r"^(?:[A-Z][\w']*(?: up)?:? |And |[^.;:!?]{0,30}[:!] |[^\w\ue000-\uf7ff]{1,4})?$")
_ASIDE = re.compile(
    rf"{BRACKET}(?:,? (?:on )?{ORG})?(?:, (?:(?:an?|the|another|starring|with|by|from) [^.;]{{1,90}}))?, (?:on|from|out on)? ?$"
)
_FINITE = re.compile(r"\b(?:who|which|that|is|are|was|were|has|had|have|will|until|tickets?)\b|[.;:!?]")
_TOLD_WITH = re.compile(
    r"\b(?:debut\w*|broke (?:through|out)|comeback|return(?:s|ed)|came back|began|started|rose|made (?:\w+ ){1,3}name)\b"
    r"[^.;]{0,50}$"
)
_WITH = re.compile(
    rf"(?: (?:at|on|under|in) {ORG})?,? (?:with|in) "
    rf"(?:the |an? |[\ue000-\ue7ff\uf000-\uf7ff](?:'s)? |[a-z-]+ ){{0,5}}(?P<w>{WORK})"
)
_RECORD = re.compile(
    r"\b(?:return(?:s|ing|ed)?|com(?:e|es|ing) back|came back|comebacks?)(?: [a-z]+){0,2}? with "
    rf"(?:(?:{words.WORD}|[\ue000-\ue7ff\uf000-\uf7ff](?:'s)?) ){{0,6}}?"
    r"(?:album|single|EP|song|track|record|mixtape)s?(?:,| titled| called)? "
    rf"(?P<w>{WORK}){BRACKET},? (?:set for release )?(?:on |in )?(?:[A-Z][a-z]+day, )?$"
)  # *will return with their fourth mini album "W" on October 17*
_WHICH = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? (?:which|that) (?:[^.;,\ue800-\uefff]{{0,50}} )?"
    r"(?:made|directed|wrote|released|published|recorded|put out|sang|opened|aired|ran|came out|premiered)"
    rf"(?: (?:on|at|in) {ORG})? ?(?:in|on)? ?$"
)


@cache
def _this_year() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<s>last|this|next) year's (?:(?:{words.WORD}|[\uf000-\uf7ff](?:'s)?) ){{0,4}}?(?P<w>{WORK})|"
        rf"(?P<v>{WORK}){BRACKET}, (?P<r>last|this|next) year's {words.WORD}\b",
        re.IGNORECASE,
    )


@cache
def _kind_of_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[,(-] )|(?<= as )|\b(?:is|was) )(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|{PERSON}'s|{ORG}'s) "
        rf"(?:(?:{words.WORD}|\d+-part|{ORG}) ){{0,4}}?(?:{words.kinds()}|serial|effort|work|EP|record|hit) of "
        rf"(?P<y>{words.YEAR})\b",
        re.IGNORECASE,
    )


def beside_titles(reading: Reading, line: Line) -> Iterator[Beside]:
    """What years dates a title without a verb: "2016 X"; "P, 2003"; "last year's X"; "X, the 2012 film"."""
    row = _ROW.match(line.mask)
    work = line.at(row.start("w")) if row else None
    if row and work is not None:
        yield work, row["y"], "row", 0.93, *row.span("y")
    made = _MADE.match(line.mask)
    topic = reading.topic(line) if made else None
    if made and topic is not None:
        yield topic, made["y"], "made_row", 0.88, *made.span("y")
    yield from _by_this_year(reading, line)
    yield from _by_kind(reading, line)


def _by_this_year(reading: Reading, line: Line) -> Iterator[Beside]:
    if "year" not in line.words or reading.published is None:
        return
    for found in _this_year().finditer(line.mask):
        group, shift = ("w", found["s"]) if found["w"] else ("v", found["r"])
        mention = line.at(found.start(group))
        if mention is not None:
            yield mention, f"{int(reading.published[:4]) + _SHIFTED[folded(shift)]:04d}", "this_year", 0.9, *found.span()


def _by_kind(reading: Reading, line: Line) -> Iterator[Beside]:
    """As in "X," *the 2012 film*; *the tvN series of 2016* in a paragraph about X."""
    for place, index, _ in line.places:
        mention = line.mentions[index]
        year = _WITHIN.search(mention.span.text) if mention.form == "role" and line.types[index] == "Work" else None
        if year is not None:
            before = re.search(rf"(?P<w>{WORK}){BRACKET},? $", line.mask[max(0, place - 100) : place])
            named = line.at(max(0, place - 100) + before.start("w")) if before else None
            yield (named or mention), year["y"], "role_of_year", 0.9 if named else 0.8, place, place + 1
    if "of" in line.words:
        for found in _APPOSED.finditer(line.mask):
            apposed = line.at(found.start("w"))
            if apposed is not None:
                yield apposed, found["y"], "apposed_of_year", 0.9, *found.span("y")
        for found in _kind_of_year().finditer(line.mask):
            work = reading.topic_work(line, found.start())
            if work is not None and not line.at(found.start() - 3):
                yield work, found["y"], "kind_of_the_year", 0.8, *found.span("y")


_OF_DATE = re.compile(rf"'s (?:(?:{words.WORD}|[\uf000-\uf7ff](?:'s)?) ){{0,4}}?(?P<w>{WORK})(?!'s)")


def dated_title(line: Line, when: When, low: int) -> tuple[Mention, str, float] | None:
    """The title that a date without a verb belongs to: "debuted in 2015 with the single X"; "X, with P, on July 23"."""
    mask = line.mask
    after = _WITH.match(mask, when.end)
    if after and _TOLD_WITH.search(mask, low, when.start):
        work = line.at(after.start("w"))
        return (work, "debut_with", 0.9) if work else None
    owned = _OF_DATE.match(mask, when.end) if when.phrase.month or when.phrase.season else None
    if owned:
        work = line.at(owned.start("w"))
        return (work, "of_date", 0.88) if work else None
    left = mask[max(0, when.start - 160) : when.start]
    which = _WHICH.search(left)
    if which:
        work = line.at(when.start - len(left) + which.start("w"))
        return (work, "which", 0.88) if work else None
    record = _RECORD.search(left)
    if record:
        work = line.at(when.start - len(left) + record.start("w"))
        return (work, "comeback_with", 0.9) if work else None
    return _announced(line, when)


def _announced(line: Line, when: When) -> tuple[Mention, str, float] | None:
    """As in *Coming: X, with P, on July 23, Netflix.*: the line names one work and one day, and says nothing else."""
    works = [place for place, index, _ in line.places if line.types[index] == "Work"]
    if len(works) != 1 or works[0] > when.start or not _OPENS.match(line.mask[: works[0]]):
        return None
    if not _ASIDE.fullmatch(line.mask, works[0] + 1, when.start) or _FINITE.search(line.mask, works[0], when.start):
        return None
    work = line.at(works[0])
    return (work, "announced", 0.88) if work else None
