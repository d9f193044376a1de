"""More ways to say who sings what: debuts, duets, rows of a song chart, singers in brackets, the voice of a song."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, ORG, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Claim

_ARTIST = rf"(?:{PEOPLE}|{ORG})"
_NOUN = r"(?:song|single|track|ballad|album|EP|duet|OST|number|B-side|record|hit|theme song|mini-?album|extended play)"
_FILL = rf"(?:(?:the|an?|{PERSON}'s|{WORK}'s|[a-z0-9-]+) ){{0,6}}?"
_ROW = re.compile(
    rf"^(?:\(?\d{{1,3}}[.)]|#\d+|[•-])? ?(?P<w>{WORK}){BRACKET} ?(?:/|-|by) (?P<a>{PEOPLE}|{ORG})(?=[^\w\ue000-\uf7ff]*$| ?\(| -)"
)
_DUET = re.compile(
    rf"(?P<a>{PEOPLE}) (?:have|has|had|sang|sing|sings|recorded|released|performed?|share) "
    rf"(?:[a-z-]+ |{WORK}'s |{PERSON}'s ){{0,4}}(?P<t>{_NOUN}),? "
    rf"(?P<w>{WORK})(?:,? with (?:{PERSON}'s )?(?:[a-z-]+ ){{0,3}}(?P<b>{PERSON}))?"
)
_DEBUT = re.compile(
    rf"(?P<a>{_ARTIST}),?(?: which| who)? (?:(?:has|had|first|also) )?"
    rf"(?P<t>debuted|made (?:its|their|his|her|{PERSON}'s|{ORG}'s) "
    rf"(?:official |solo )?debut|scored|topped|came back|returned|returns|swept|took)\b"
    rf"[^.;\ue000-\uefff]{{0,80}}? with {_FILL}(?P<w>{WORK})"
)
_VOICE = re.compile(
    rf"(?P<a>{PERSON}|{ORG}){BRACKET}(?:,|:| is| was| -)[^.;\ue000-\ue7ff\uf000-\uf7ff]{{0,50}}?\b(?:the|an?) (?:[a-z-]+ ){{0,2}}"
    rf"(?P<t>singer|voice|balladeer|vocalist|rapper|crooner|band|group|duo|trio|chanteuse) "
    rf"(?:of|behind|who sang) {_FILL}(?P<w>{WORK})"
)
_IS_ALBUM = re.compile(
    rf"(?P<w>{WORK}){BRACKET}(?:, [^.;\ue000-\uf7ff]{{1,50}},)? (?:is|was|will be) "
    rf"(?P<a>{PERSON}|{ORG})'s (?:[a-z-]+ ){{0,4}}(?P<t>{_NOUN})\b"
)
_RECORDED_BY = re.compile(
    rf"\b(?P<t>recorded|sung|performed|released) by (?:the )?(?:[a-z-]+ ){{0,4}}(?P<a>{PERSON}|{ORG}),? "
    rf"(?:on|for|as) (?:the |an? )?"
    rf"(?:[a-z-]+ )?{_NOUN},? (?P<w>{WORK})"
)
_IN_BRACKET = re.compile(rf"(?:(?P<a>{PERSON})|{ORG}) ?\((?P<w>{WORK})\)")
_SUNG = re.compile(r"\b(?:sung|sang|vocals|songs? (?:of|by|from)|OST|voiced songs)\b")
_BY_GROUP = re.compile(
    rf"(?P<w>{WORK}),? (?:which|that) (?:{PERSON}'s )?(?:[a-z]+ )?(?:band|group|duo|trio) (?P<a>{ORG}) "
    rf"(?P<t>released|recorded|sang|put out)"
)
_NAMED = (
    ("duet", 0.9, _DUET),
    ("debut", 0.85, _DEBUT),
    ("voice", 0.85, _VOICE),
    ("is_album", 0.9, _IS_ALBUM),
    ("recorded_by", 0.9, _RECORDED_BY),
    ("by_group", 0.9, _BY_GROUP),
)
_SONGS = ("song", "album")
_MUSIC = re.compile(r"\b(?:songs?|OSTs?|tracks?|singles?|albums?|Melon|Genie|Bugs|Gaon|Circle|Billboard|music|soundtracks?)\b")
_MAY_SING = re.compile(
    r"\b(?:s[aou]ng|sings?|single|album|EP|OST|duet|debut|ballad|track|record|band|group|duo|trio|voice|singer|vocal|rapper|scored|"
    r"topped|hit|number)",
    re.IGNORECASE,
)


def songs_of(reading: Reading, line: Line) -> Iterator[Claim]:
    """Who performs the songs and albums that a line names."""
    row = _ROW.match(line.mask)
    if row and _is_music_list(reading, line):
        yield from _performed(reading, line, row, ("row", 0.88), told=True)
    if not _MAY_SING.search(line.mask):
        return
    for rule, confidence, pattern in _NAMED:
        for found in pattern.finditer(line.mask):
            if not reading.doubtful(line, found.start("t")):
                yield from _performed(reading, line, found, (rule, confidence), told=_is_told(reading, line, found, rule))
    if _SUNG.search(line.mask):
        for found in _IN_BRACKET.finditer(line.mask):
            if found["a"]:
                yield from _performed(reading, line, found, ("in_bracket", 0.85), told=True)


def _performed(reading: Reading, line: Line, found: re.Match[str], rule: tuple[str, float], *, told: bool) -> Iterator[Claim]:
    work = line.at(found.start("w"))
    kind = reading.referent(work).kind if work else None
    if work is None or not (kind in _SONGS or (kind is None and told)):
        return
    people = line.people(found, "a")
    groups = [] if people else [one for one in line.organizations(found, "a") if reading.referent(one).kind in ("group", None)]
    beside = line.people(found, "b") if "b" in found.re.groupindex else ()
    ground = Ground(line, line.original(*found.span()), f"music.{rule[0]}", rule[1])
    for artist in (*people, *groups, *beside):
        yield reading.claim("performed", (artist, work), ground)


def _is_told(reading: Reading, line: Line, found: re.Match[str], rule: str) -> bool:
    """True if the words say that it is music: a noun of songs, a group's debut."""
    if rule in ("debut", "voice"):
        groups = line.organizations(found, "a")
        said = line.mask[found.start() : found.end()]
        music = bool(re.search(rf"\b{_NOUN}\b", said) or _MUSIC.search(said))
        return music or rule == "voice" or any(reading.referent(one).kind == "group" for one in groups)
    return True


def _is_music_list(reading: Reading, line: Line) -> bool:
    """True if the heading over a list, or the headline, speaks of music."""
    heads = [line, *(reading.lines[max(0, line.index - 12) : line.index]), reading.lines[0]]
    return any(_MUSIC.search(head.span.text) for head in heads)
