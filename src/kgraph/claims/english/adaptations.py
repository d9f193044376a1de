"""based_on, remake_of and wrote of a source: what a work was made from, and by whom that was written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.cues import ADAPTATION, says_any
from kgraph.claims.english.grammar import BRACKET, MENTION, ORG, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent

_SOURCES = frozenset({"book", "game", "novel", "play", "webtoon"})
_ON_SCREEN = frozenset({"drama", "film", "series", "show"})
_SCREEN = r"(?:film|movie|series|drama|show|sitcom|thriller|comedy|telenovela|original|hit)"
_FALSE = rf"{WORK}(?= (?:[a-z]+ )?{_SCREEN} {WORK})"  # in *the Danish series W* the first word may be taken for a title
_WORDS = rf"(?:(?:(?!by\b|and\b|is\b|was\b)[\w'-]+|{_FALSE}|{PERSON}'s?|{ORG}(?:'s)?|{PERSON} and {PERSON}'s) ){{0,8}}?"
_TARGET = rf"(?P<w>{WORK})(?! (?:[a-z]+ )?{_SCREEN} {WORK})"
_GAP = r"[^.;:]{0,60}?"
_AUTHOR = re.compile(
    rf"(?P<p>{PERSON}(?:, {PERSON}){{0,6}}(?:,? and {PERSON})?)'s? (?:(?!film|drama|series|"
    rf"movie)[\w-]+ ){{0,4}}?(?P<w>{WORK})"
)
_BY_AUTHOR = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? (?:(?:is|was) )?(?:(?:originally |first )?(?:written|penned|"
    rf"authored|created|drawn|serialized|published) )?(?P<t>by|of) (?:[a-z]+ "
    rf"){{0,4}}?(?P<p>{PEOPLE})"
)
_WHO_WROTE = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? (?:an? [\w-]+ )?(?:that |which )?(?P<p>{PEOPLE}) (?:also |first |"
    rf"once |had |has )?(?P<t>wrote|penned|created|drew|serialized)\b"
)
_VERSION = re.compile(rf"[^.;\ue800-\uefff]{{0,30}}(?:titled|called|named|:|,|in) (?:the )?(?P<w>{WORK})")
_VERSION_NEXT = re.compile(
    rf"(?:It|The (?:[a-z]+ )?(?:remake|version|adaptation|series|drama|film)|{WORK})[^.;\ue800-\uefff]{{0,40}}(?:titled|called|"
    rf"named) (?P<w>{WORK})|(?P<n>{WORK})(?=,? the (?:[A-Za-z]+ )?(?:remake|version|adaptation))"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|got|is|are) (?:[a-z]+ )?remade\b(?! from).*\b(?:as|into|under)\b")
_DOUBT = re.compile(r"\b(?:not|never|n't|if|would|could|similar|reminiscent|compared|reminds?|unlike)\b|n't\b")


def _remakes() -> dict[str, re.Pattern[str]]:
    """Remakes that are told without the word."""
    return {
        "take_on": re.compile(
            rf"(?P<t>(?:{ORG}|{PERSON}|\b[A-Z][\w-]+)'s (?:own )?(?:take on|answer to|spin on|version of|remake of))"
            rf" {_WORDS}{_TARGET}"
        ),
        "took": re.compile(
            rf"{ORG} (?:has |had )?(?:took|taken|bought|picked up|borrowed) {_WORDS}(?P<s>{WORK}){BRACKET}[^.;]{{0,60}}? and "
            rf"(?P<t>(?:turned|made|reworked|remade|transplanted|moved) (?:it|them|{WORK})(?:'s)? (?:in)?to) "
            rf"{_WORDS}(?P<w>{WORK})"
        ),
        "remaking": re.compile(
            rf"\b(?P<t>[Rr]emaking|(?:to|will|has|have|had) (?:remade|remake)|remakes|remade) {_WORDS}(?P<s>{WORK}){BRACKET} "
            rf"(?:as|into|under the title) {_WORDS}(?P<w>{WORK})"
        ),
        "inspired": re.compile(
            rf"(?P<s>{WORK}){BRACKET},? (?:which |that |has |also |later )*(?P<t>inspired|spawned|led to|gave us|produced) "
            rf"(?:an?|the|its|{WORK}'s) (?:[\w-]+ ){{0,3}}?(?:remake|version|adaptation),? (?:titled |called )?(?P<w>{WORK})"
        ),
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_words("english/adaptations.yaml")
    made, turned, remake, remade = (
        f"(?:{'|'.join(words[key])})".replace("WORK", WORK) for key in ("made_from", "turned_into", "remake", "remade_as")
    )
    return {
        "made_from": re.compile(rf"(?P<t>\b{made}) {_WORDS}{_TARGET}", re.IGNORECASE),
        "remake": re.compile(rf"(?P<t>\b{remake}) {_WORDS}{_TARGET}", re.IGNORECASE),
        "turned_into": re.compile(
            rf"(?P<s>{WORK}){BRACKET},? ?(?:which |that |also )?(?P<t>{turned})(?:{_GAP}(?P<w>{WORK}))?", re.IGNORECASE
        ),
        "remade_as": re.compile(rf"(?P<t>\b{remade}),? {_WORDS}(?P<w>{WORK})", re.IGNORECASE),
        "from": re.compile(
            rf"(?P<s>{WORK}){BRACKET},? (?:the (?:latter|former|second|first) )?(?P<t>from) {_WORDS}(?P<w>{WORK})"
        ),
        "turned": re.compile(
            rf"(?P<t>\b(?:has |had )?(?:turned|adapted|makes|made|developed|turns)) "
            rf"{_WORDS}(?P<s>{WORK})(?: of the same name)? into (?:an? |the )?(?:{_GAP}(?P<w>{WORK})|\w+)"
        ),
        "out_of": re.compile(
            rf"(?P<s>{WORK}){BRACKET} {MENTION} (?P<t>developed|made|adapted|built|created|wrote) (?:out "
            rf"of|from) {_WORDS}(?P<w>{WORK})"
        ),
        "gets_version": re.compile(
            rf"(?P<s>{WORK}){BRACKET} (?P<t>(?:is getting|gets|got|will get|is being given|received|had) "
            rf"(?:an?|its own|their own) (?:[\w-]+ ){{0,2}}?(?:version|remake|adaptation))"
        ),
        **_remakes(),
        "basis": re.compile(
            rf"(?P<w>{WORK}){BRACKET} (?:that |which )?(?:\ue800-\uefff|it|the (?:drama|film|series|"
            rf"show))?(?:'s| is| was)? ?(?P<t>based on)\b"
        ),
    }


def read_adaptations(reading: Reading) -> Iterator[Claim]:
    """As in "X is based on the webtoon Y by Kim" -> based_on X, Y; wrote Kim, Y."""
    for line in reading.lines:
        if says_any(line, ADAPTATION) and line.of_type("Work"):
            yield from _sources(reading, line)
            yield from _namesakes(reading, line)
            yield from _authors(reading, line)


def _sources(reading: Reading, line: Line) -> Iterator[Claim]:
    for name, pattern in _patterns().items():
        for found in pattern.finditer(line.mask):
            if _DOUBT.search(line.mask, max(0, found.start("t") - 40), found.start("t")):
                continue
            if name == "remake" and _PASSIVE.search(line.mask[max(0, found.start() - 24) : found.start("w")]):
                continue
            ends = _ends(reading, line, name, found)
            if ends is None or (
                _title(ends[0]) == _title(ends[1]) and ends[0].kind == ends[1].kind and ends[0].ref == ends[1].ref
            ):
                continue
            predicate = _predicate(name, found["t"], ends)
            if predicate is not None:
                ground = Ground(line, line.trigger(found, "t"), f"adaptations.{name}", 0.9 if name == "made_from" else 0.82)
                yield reading.claim(predicate, ends, ground)


def _namesakes(reading: Reading, line: Line) -> Iterator[Claim]:
    """A source that is named only as "the webtoon of the same name" is one of the work of that title."""
    for mention in line.of_type("Work"):
        source = reading.referent(mention)
        if mention.form != "role" or source.kind not in _SOURCES or source.name.casefold() in mention.span.text.casefold():
            continue
        twin = _twin(reading, source)
        if twin is not None:
            yield reading.claim("based_on", (twin, source), Ground(line, mention.span, "adaptations.namesake", 0.9))


def _twin(reading: Reading, source: Referent) -> Referent | None:
    """The work on screen that has the title of its source."""
    if source.kind not in _SOURCES:
        return None
    return next(
        (work for work in reading.works_by_name.get(source.name, ()) if work.ref != source.ref and work.kind not in _SOURCES),
        None,
    )


def _title(work: Referent) -> str:
    return work.name.casefold()


def _ends(reading: Reading, line: Line, name: str, found: re.Match[str]) -> tuple[Referent, Referent] | None:
    """The new work and its source."""
    near = _at(reading, line, found, "w") if "w" in found.re.groupindex else None
    twin = _twin(reading, near) if near and name in ("made_from", "from", "basis") else None
    if twin is not None and near is not None:
        return twin, near
    if name in ("made_from", "remake", "take_on"):
        new, source = _maker(reading, line, found, near), near
    elif name == "gets_version":
        new, source = _announced(reading, line, found), _at(reading, line, found, "s")
    elif name in ("from", "out_of"):
        new, source = _at(reading, line, found, "s"), near
    elif name == "remade_as":
        new, source = near, _maker(reading, line, found, near)
    elif name == "basis":
        new, source = _maker(reading, line, found, near), near
    else:
        source = _at(reading, line, found, "s")
        new = near or _maker(reading, line, found, source)
    return (new, source) if new and source and new.ref != source.ref else None


def _announced(reading: Reading, line: Line, found: re.Match[str]) -> Referent | None:
    """The new version, where it is named after the words or at once in the next sentence; what the text is about is none."""
    here = _VERSION.match(line.mask, found.end())
    after = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
    place = line.at(here.start("w")) if here else None
    if place is None and after is not None and after.block == line.block:
        there = _VERSION_NEXT.match(after.mask)
        place = after.at(there.start("w") if there["w"] else there.start("n")) if there else None
    return reading.referent(place) if place else None


def _at(reading: Reading, line: Line, found: re.Match[str], group: str) -> Referent | None:
    mention = line.at(found.start(group)) if found.start(group) >= 0 else None
    return reading.referent(mention) if mention else None


def _maker(reading: Reading, line: Line, found: re.Match[str], other: Referent | None) -> Referent | None:
    """The work that the words speak of: the last before them that is no source, else what the text is about."""
    start = found.start()
    low = (
        0
        if re.match(r",? (?:and )?(?:which|that|who)", line.mask[start - 12 : start])
        else max((sign.end() for sign in re.finditer(r"[;:] |\. (?=\D)", line.mask[:start])), default=0)
    )
    before = [reading.referent(mention) for mention in line.between(low, start, "Work")]
    fit = [work for work in before if other is None or work.ref != other.ref]
    if fit:
        return fit[-1] if not re.search(r", (?:and )?$", line.mask[:start]) else fit[0]
    after = re.match(rf"[^.;]{{0,12}}(?:,| gave| became) {_WORDS}(?P<w>{WORK})", line.mask[found.end() :])
    follower = line.at(found.end() + after.start("w")) if after else None
    if follower and not before and re.match(r"^\W*(?:(?:[Tt]he|[Aa]n?)\b\W*)?$", line.mask[low:start].strip()):
        return reading.referent(follower)
    topic = reading.topic(line, "Work")
    first = line.index == 0 or reading.lines[line.index - 1].block != line.block
    if first and reading.main_work is not None and not before:
        topic = reading.main_work
    return topic if topic and (other is None or topic.ref != other.ref) else None


def _predicate(name: str, trigger: str, ends: tuple[Referent, Referent]) -> str | None:
    new, source = ends
    if name in ("remake", "remade_as", "gets_version", "take_on", "took", "remaking", "inspired"):
        return "based_on" if source.kind in _SOURCES else "remake_of"
    if name == "from" and source.kind not in _SOURCES:
        return None
    if re.match(r"(?:moved|moves|became|adapt)", trigger) and source.kind not in _SOURCES and new.kind not in ("play", "game"):
        return None
    if name == "turned" and source.kind in _ON_SCREEN and new.kind in _ON_SCREEN:
        return "remake_of"
    screen = re.match(r"(?:had |has )?(?:already )?turned into|rework", trigger)
    return "remake_of" if screen else "based_on"


def _authors(reading: Reading, line: Line) -> Iterator[Claim]:
    """Whoever wrote a source that the line names."""
    for pattern in (_AUTHOR, _BY_AUTHOR, _WHO_WROTE):
        for found in pattern.finditer(line.mask):
            mention = line.at(found.start("w"))
            if (
                mention is None
                or reading.referent(mention).kind not in ("novel", "play", "webtoon")
                or _DOUBT.search(line.mask, max(0, found.start() - 20), found.start())
            ):
                continue
            start, end = found.span("t") if "t" in found.re.groupindex else (found.start("w") - 1, found.end("w"))
            ground = Ground(line, line.original(start, end), "adaptations.author", 0.92)
            for person in _people(line, found):
                yield reading.claim("wrote", (person, mention), ground)


def _people(line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    people = line.people(found)
    return people if found.re is not _AUTHOR else tuple(person for person in people)


RULES = (read_adaptations,)
