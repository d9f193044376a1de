"""Who has a prize, and for which work: "Kwak, who produced X, received ...", "A (X)", "for her role in X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english import prize_words as words
from kgraph.claims.english.grammar import BRACKET, ORG, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Reading, clause_start
from kgraph.model import Mention, Referent
from kgraph.text.awards_english import implied_predicate

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.prizes import PrizeLine

Winner = Mention | Referent
_GROUP_DID = re.compile(
    rf"(?:[A-Z][a-z]+ |[a-z-]+ ){{0,5}}(?P<o>{ORG}){BRACKET},? (?:debuted|made (?:\w+ )?debut|returned|released|came back)\b"
    rf"[^.;]{{0,90}}\band $"
)  # *G debuted with the single "S" and won ...*
_SUBJECT = re.compile(rf"(?P<x>{PEOPLE}|{WORKS})(?:,[^.;]{{0,90}}?,)?,? ?(?:who|which|that|and|whose)?(?: [a-z]+){{0,6}}? ?$")
_BEATEN = re.compile(r"\b(?:beat|beats|beating|over|defeat\w*|against|ahead of|edg\w+ out|by|with) $")
_OPENING = re.compile(r"\W*(?:After|By|Having|Upon|Since|Before)?\W*$")
_ELIDED = re.compile(r"^\W*(?:and|also|then|[a-z]+ly)?\W*$", re.IGNORECASE)
_TOGETHER = re.compile(r"together with|along with|alongside|jointly with")
_PRIZE_OF = re.compile(rf"(?P<x>{PERSON})'s (?:\w+ ){{0,2}}(?:trophy|trophies|prizes?|awards?|wins?|honou?rs?)\b[^.;]{{0,40}}: ")
_LATTER = re.compile(rf"\bfor the (?:latter|former|same) (?:\w+ )?(?:{PERSON} )?$")
_PRODUCED = re.compile(rf"{PERSON}{BRACKET}, (?:who|whose|the (?:director|producer)) [^,;]{{0,40}}?(?P<w>{WORK}), $")
_OF_WORK = re.compile(rf"{PERSON} ?(?:\(|of |from )(?P<w>{WORK})\)?(?: also)? $")
_PASSIVE = re.compile(r"(?:was|were|has been|been|is)\b")
_REACH = 240  # characters; who is named farther back has no part in the prize


def people_or_works(line: Line, start: int, end: int) -> tuple[Mention, ...]:
    """The persons of a stretch of the mask, the works if there are none."""
    return line.between(start, end, "Person") or line.between(start, end, "Work")


def winners_of(reading: Reading, painted: PrizeLine, found: re.Match[str]) -> tuple[Winner, ...]:
    """Who or what has the prize that a verb gives: its subject, else whom the sentence goes on about."""
    line, place = painted.line, found.start("t")
    winners = _subject(reading, line, place) or _after_participle(line, found)
    return _fitting(reading, painted, found, winners) + owner_of_prize(line, place)


def _subject(reading: Reading, line: Line, place: int) -> tuple[Winner, ...]:
    low = max(clause_start(line, place), place - _REACH)
    group = _GROUP_DID.match(line.mask, 0, place)
    leader = line.at(group.start("o")) if group else None
    if group and leader and reading.referent(leader).kind == "group" and not line.between(low, place, "Person"):
        return (leader,)
    subject = _SUBJECT.search(line.mask, low, place)
    if subject is not None:
        start, end = subject.span("x")
        if not _BEATEN.search(line.mask, max(low, start - 12), start):
            return _joined(line, people_or_works(line, start, end), end)
    first = line.between(low, place, "Work") if subject is not None else line.between(low, place, "Person")
    if first or subject is not None:
        return (line.between(low, place, "Person") or first)[:1] if subject is None else people_first(line, low, place)
    works = line.between(low, place, "Work")
    if works:
        return works[-1:]
    topic = reading.topic(line, "Person")
    return (topic,) if topic is not None and _ELIDED.match(line.mask[:place]) else ()


def people_first(line: Line, low: int, high: int) -> tuple[Mention, ...]:
    """The first person or work of a stretch, whichever stands first."""
    named = [mention for at in range(low, high) if (mention := line.at(at)) and mention not in line.of_type("Organization")]
    return tuple(named[:1])


def _after_participle(line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """After winning Best Director for "X," *Kim* returned."""
    if not found["t"].endswith("ing") or not _OPENING.match(line.mask[max(0, found.start("t") - 20) : found.start("t")]):
        return ()
    comma = line.mask.find(",", found.end())
    return line.between(comma, min(len(line.mask), comma + 60), "Person")[:1] if comma >= 0 else ()


def _joined(line: Line, named: tuple[Mention, ...], end: int) -> tuple[Mention, ...]:
    """Those who had the prize together with the subject: "together with director Bong"."""
    after = _TOGETHER.search(line.mask, end, min(len(line.mask), end + _REACH))
    beside = line.between(after.end(), min(len(line.mask), after.end() + 30), "Person") if after else ()
    return named + beside[:1]


def _fitting(reading: Reading, painted: PrizeLine, found: re.Match[str], winners: tuple[Winner, ...]) -> tuple[Winner, ...]:
    """People for a prize that only people have: "she starred in X and was named best actress"."""
    if any(is_person(reading, winner) for winner in winners):
        return winners
    personal = any(implied_predicate(name) in ("acted_in", "directed") for _, name in painted.categories(*found.span("z")))
    owner = words.WHOSE.search(painted.line.mask, max(0, found.start("t") - _REACH), found.start("t"))
    if personal and owner:
        return painted.line.people(owner)
    people = painted.line.between(0, found.start("t"), "Person")
    named = any(name.startswith(("directing", "acting")) for _, name in painted.categories(*found.span("z")))
    return people[:1] if people and (named or (personal and _PASSIVE.match(found["t"]))) else winners


def is_person(reading: Reading, winner: Winner) -> bool:
    """True if a person has the prize."""
    return (winner.type if isinstance(winner, Referent) else reading.referent(winner).type) == "Person"


def owner_of_prize(line: Line, place: int) -> tuple[Mention, ...]:
    """It is *the helmer's* third trophy: "Oldboy" won ..."""
    found = _PRIZE_OF.search(line.mask, max(0, place - _REACH), place)
    return line.between(*found.span("x"), "Person") if found else ()


def works_for(line: Line, mask: str, end: int, winners: tuple[Winner, ...]) -> tuple[Mention, ...]:
    """The works that people had their prize for: "for her role in X"; a bracket or comma after the winner."""
    after = mask[end : end + _REACH]
    found = words.FOR.match(after) or re.match(rf" ?\((?P<w>{WORKS})\)|,? (?P<v>{WORKS})", after)
    if found is None:
        return ()
    group = "w" if found["w"] else "v"
    taken = {winner.ref for winner in winners}
    return tuple(work for work in line.between(end + found.start(group), end + found.end(group), "Work") if work.ref not in taken)


def works_before(line: Line, place: int) -> tuple[Mention, ...]:
    """The works named before the verb: "for the latter she got", "Kwak, who produced X, received", "A of X was named"."""
    first = max(0, place - _REACH)
    if _LATTER.search(line.mask, first, place):
        return line.between(0, place, "Work")[-1:]
    for pattern in (words.FOR_BEFORE, _PRODUCED, _OF_WORK):
        found = pattern.search(line.mask, first, place)
        if found:
            return line.between(*found.span("w"), "Work")
    return ()


def listed_pairs(line: Line, mask: str, found: re.Match[str]) -> tuple[tuple[Mention, tuple[Mention, ...]], ...]:
    """Each winner of a list with the works of its own bracket: "Best Actor: A (X), B (Y)"."""
    start, end = found.span("x")
    winners = people_or_works(line, start, end)
    places = [line_place(line, winner, start) for winner in winners] + [end]
    pairs = tuple(
        (winner, line.between(places[at], places[at + 1], "Work", brackets=True) if winner in line.of_type("Person") else ())
        for at, winner in enumerate(winners)
    )
    if len(pairs) == 1 and not pairs[0][1]:
        return ((pairs[0][0], works_for(line, mask, end, winners)),)
    return pairs


def line_place(line: Line, mention: Mention, start: int) -> int:
    """Where a mention stands in the mask, from ``start`` on."""
    return next(at for at in range(start, len(line.mask)) if line.at(at) is mention)
