"""The two persons that a word about both joins: A와 B의 열애, A는 B와 결혼했다, 결별한 A와 B, 두 사람은 친구다."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.kin import NEXT, ROLES
from kgraph.claims.korean.owners import couple_before, owners_before
from kgraph.claims.korean.phrases import Phrase
from kgraph.claims.korean.shape import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

_REACH = 60  # letters of the shape between a couple and the word about it; read off development articles, 2026-11
_BRACKET = r"(?:\([^()]{0,60}\))?"
_TWO = f"{PERSON}{_BRACKET}{NEXT}{_BRACKET}"
_OTHER = f"[^{PERSON}\n]"


@dataclass(frozen=True, slots=True)
class Couple:
    """Two persons, the word that joins them (offsets in the article and in the shape), and the earlier line it leans on."""

    left: Phrase
    right: Phrase
    trigger: tuple[int, int]
    place: tuple[int, int]
    since: int | None = None


def find_couples(reading: Reading, line: Line, trigger: re.Pattern[str]) -> Iterator[Couple]:
    """All couples of a line that the trigger joins, one a trigger."""
    shape = line.shape
    for match in shape.find(trigger):
        found = _before(reading, line, match.start()) or _after(reading, line, match) or _dropped(reading, line)
        if found is not None and found[0].referent.ref != found[1].referent.ref:
            yield Couple(found[0], found[1], shape.where(match), match.span(), found[2])


_Found = tuple[Phrase, Phrase, int | None]


@cache
def _ends() -> re.Pattern[str]:
    """The last persons before the trigger: two together, or one with 와."""
    apart = rf"(?:[은는이가도의]|에게|,|…|\.\.\.)?{_OTHER}{{0,{_REACH}}}"
    return re.compile(rf"(?P<two>{_TWO}){apart}$|(?P<one>{PERSON}){_BRACKET}(?:와|과|이?랑)(?:의|는)?{_OTHER}{{0,{_REACH}}}$")


def _before(reading: Reading, line: Line, place: int) -> _Found | None:
    shape = line.shape
    start = max(0, place - _REACH - 40)
    match = _ends().search(shape.text[start:place])
    if match is None or re.search("각자|각각", match[0]):
        return None
    name = "two" if match["two"] else "one"
    phrases = _persons(shape.phrases(start + match.start(name), start + match.end(name)))
    if name == "two" and len(phrases) == 2:
        return (phrases[0], phrases[1], None) if not _longer(line, phrases[0]) else None
    if name == "one" and len(phrases) == 1:
        return _with_subject(reading, line, phrases[0], place)
    return None


def _persons(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases if phrase.type == "Person")


def _longer(line: Line, first: Phrase) -> bool:
    """True if the couple is the end of a longer list: A, B와 C의 우정 joins more than two."""
    places = [place for place, phrase in line.shape.letters if phrase is first]
    before = line.shape.text[max(0, places[0] - 6) : places[0]]
    return re.search(rf"{PERSON}{_BRACKET}(?:(?:와|과) |(?:와|과)?\s?[·ㆍ,&/]\s?)(?:(?:{ROLES}) )?$", before) is not None


def _with_subject(reading: Reading, line: Line, partner: Phrase, place: int) -> _Found | None:
    """The subject that goes with ``B와``: before it (A는 B와), after the trigger (B와 결혼한 A), or the one under discussion."""
    owners, since = owners_before(reading, line, partner.start, ("은", "이"))
    if since is None and len(owners) == 1:
        return owners[0], partner, None
    after = re.match(
        rf"{_OTHER}{{0,14}}(?:한|된|던|인|온|는|은) (?:(?:{ROLES}) ){{0,2}}(?P<one>{PERSON})", line.shape.text[place : place + 40]
    )
    if after is not None:
        return line.shape.phrases(place + after.start("one"), place + after.end("one"))[0], partner, None
    later = [phrase for phrase in line.people if phrase.start > partner.end and phrase.case in ("은", "이")]
    if later and later[0].referent.ref != partner.referent.ref and line.shape.offsets[place] > later[0].end:
        return later[0], partner, None
    speaker = reading.speaker(line) or _interviewed(reading, line)
    if speaker is not None and speaker.ref != partner.referent.ref:
        return _speaking(reading, speaker, partner)
    return (owners[0], partner, since) if len(owners) == 1 else None


def _interviewed(reading: Reading, line: Line) -> Referent | None:
    """Who is asked in a question of an interview (─소설가 B와 각별한 사이로 알려졌다): the only person of the headline."""
    if not line.text.startswith(("─", "-", "―", "—", "Q.", "◇", "▶")) or not reading.lines:
        return None
    people = {phrase.referent.ref: phrase.referent for phrase in reading.lines[0].people}
    return next(iter(people.values())) if len(people) == 1 else None


def _speaking(reading: Reading, speaker: object, partner: Phrase) -> _Found | None:
    for line in reading.lines:
        for phrase in line.people:
            if phrase.referent == speaker:
                return phrase, partner, None
    return None


@cache
def _following() -> re.Pattern[str]:
    return re.compile(
        rf"{_OTHER}{{0,14}}(?:한|된|던|인|온|는|진|난|의 (?:주인공|당사자)(?:은|인)?) (?:(?:{ROLES}) ){{0,2}}(?P<two>{_TWO})"
    )


def _after(reading: Reading, line: Line, match: re.Match[str]) -> _Found | None:
    """결별한 A와 B; 이혼한 B (with the one under discussion)."""
    shape = line.shape
    after = _following().match(shape.text, match.end())
    if after is not None:
        phrases = _persons(shape.phrases(*after.span("two")))
        return (phrases[0], phrases[1], None) if len(phrases) == 2 else None
    one = re.compile(rf"(?:한|했던) (?:(?:{ROLES}) ){{0,2}}(?P<one>{PERSON})").match(shape.text, match.end())
    if one is None:
        return None
    partner = shape.phrases(*one.span("one"))[0]
    owners, since = owners_before(reading, line, partner.start, ("은", "이"))
    return (owners[0], partner, since) if len(owners) == 1 else None


def _dropped(reading: Reading, line: Line) -> _Found | None:
    """A line without people speaks of the two that the line before named together."""
    if line.people:
        return None
    two, since = couple_before(reading, line)
    return (two[0], two[1], since) if len(two) == 2 else None
