"""Works told of by who owns them: *P's W*, *In P's W, Q plays ...*, *W, his first film*, *W by P*, *P of W*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import Roles, role_before
from kgraph.claims.english.trade import fitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention

_POSSESSIVE = re.compile(
    rf"(?P<p>{PERSON})(?:'s|,? whose) (?P<gap>(?:(?:own|new|latest|next|first|second|debut|upcoming|hit|\d{{4}}|[a-z][\w-]*) "
    rf"){{0,5}}(?:(?:film|feature|drama|series|movie|project|picture|thriller|comedy|latest|newest|next|debut|"
    rf"sophomore effort|latest effort), )?)(?P<w>{WORK})"
)
_OF = re.compile(
    rf"(?P<p>{PERSON}(?: and {PERSON})?) (?:of|from|behind) (?:the )?(?:[a-z]+ |[\uf000-\uf7ff](?:'s)? ){{0,3}}(?P<w>{WORKS})"
)
_BOOK = re.compile(r"\b(?:novel|webtoon|webcomic|book|comic|essay|story|manhwa)\b")
_SONG = re.compile(r"\b(?:song|single|track|album|ballad|hit song)\b")


def owner_claims(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """Claims of a line that names both persons and works."""
    for rule in (_possessives, _of_works, _by_people, _owned_works):
        yield from rule(reading, line, roles)


def _possessives(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _POSSESSIVE.finditer(line.mask):
        if re.search(r"\b(?:in|on|of|for|with|from|to|at|by|and|as|was|is|after)\b", found["gap"]):
            continue
        person, work = line.people(found)[0], line.works(found)[0]
        predicate, confidence = _owner(reading, line, found, roles)
        if predicate:
            ground = Ground(line, line.trigger(found, "w"), "brackets.possessive", confidence)
            yield reading.claim(fitting(reading, predicate, work), (person, work), ground)


def _owner(reading: Reading, line: Line, found: re.Match[str], roles: Roles) -> tuple[str | None, float]:
    """What an owner is to the work: the noun between tells it, else the owner's role."""
    gap, kind = found["gap"], reading.referent(line.works(found)[0]).kind
    if _BOOK.search(gap) or kind in ("novel", "webtoon"):
        return "wrote", 0.9
    if _SONG.search(gap) or kind in ("song", "album"):
        return "performed", 0.85
    if re.search(r"\b(?:remake|adaptation|version|role|performance|co-star|character|part|agency|directorial)\b", gap):
        return ("directed", 0.9) if "directorial" in gap else (None, 0.0)
    known = role_before(line, found.start("p")) or roles.in_line(line, line.people(found)[0]) or roles.of(line.people(found)[0])
    if known:
        return known, 0.82 if gap else 0.8
    unknown = kind == "film" or (kind is None and not gap and _may_be_a_film(line, found))
    return ("directed", 0.62) if unknown and line.people(found)[0].form == "name" else (None, 0.0)


_APPOSED = re.compile(
    rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?, (?P<p>{PERSON})'s (?:[a-z\d-]+ ){{0,4}}?(?:films?|feature|movie|"
    rf"drama|series|project|"
    rf"work|picture|thriller|comedy|debut|follow-up)\b"
)
_IN_OWNED = re.compile(
    rf"\b[Ii]n (?P<p>{PERSON})'s (?:(?:new|latest|first|second|debut|\d{{4}}|[a-z-]+) ){{0,4}}(?P<w>{WORK})"
    rf"(?: \([^()]{{0,40}}\))?, {PEOPLE},? (?:\d\d, )?(?:plays?|played|stars?|starred|is|was|portrays?)\b"
)


def _owned_works(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W, his first film*: what he does in the trade; *In P's W, Q plays ...*: P directed, if nothing else is known of P."""
    for pattern, usual in ((_APPOSED, None), (_IN_OWNED, "directed")):
        for found in pattern.finditer(line.mask):
            person, work = line.people(found)[0], line.works(found)[0]
            known = roles.in_line(line, person) or roles.of(person) or usual
            if known and not roles.is_other(person) and not reading.doubtful(line, found.start("w")):
                ground = Ground(line, line.trigger(found, "w"), "brackets.owned", 0.8 if known != usual else 0.72)
                yield reading.claim(fitting(reading, known, work), (person, work), ground)


def _of_works(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _OF.finditer(line.mask):
        for person in line.people(found):
            before = role_before(line, found.start("p"))
            known = before or roles.in_line(line, person) or roles.of(person)
            for work in line.works(found) if known and not reading.doubtful(line, found.start()) else ():
                ground = Ground(line, line.trigger(found, "w"), "brackets.of_work", 0.9 if before else 0.82)
                yield reading.claim(fitting(reading, known or "", work), (person, work), ground)


_OF_PRINT_OR_MUSIC = re.compile(
    r"\b(?:novels?|webtoons?|books?|comics?|manga|plays?|stage|musical|adapt\w*|based|songs?|singles?|albums?|music|chart|charts|band|"
    r"rock|tracks?|sang|sings?|concert|poems?|paintings?)\b",
    re.IGNORECASE,
)


def _may_be_a_film(line: Line, found: re.Match[str]) -> bool:
    """True for a bare *P's W* of somebody with a full name, where nothing speaks of print or music."""
    name = line.people(found)[0].span.text
    return len(name.split()) > 1 and not name.isupper() and not _OF_PRINT_OR_MUSIC.search(line.mask)


_NO_FILM = re.compile(
    r"\b(?:novel|novella|webtoon|webcomic|web novel|book|comics?|manga|manhwa|essay|poem|story|memoir|song|single|track|album|"
    r"ballad|play|musical|plays|painting|series|drama|sitcom|hit|cover|version)s?(?: of)? $"
)


def _is_film(reading: Reading, line: Line, found: re.Match[str], work: Mention) -> bool:
    """True for a film, and for a title of which nothing says that it is something else."""
    kind = reading.referent(work).kind
    return kind == "film" or (
        kind in (None, "other") and not _NO_FILM.search(line.mask[max(0, found.start() - 16) : found.start()])
    )


_BY = re.compile(
    rf"(?P<w>{WORK})(?: \([^()]{{0,60}}\))?,? (?:again |also )?(?P<v>by) (?:{PERSON}'s )?(?:(?:old|longtime|late|the|rookie|"
    rf"veteran|newcomer|friend|first-time|debutant|acclaimed|up-and-coming) ){{0,3}}"
    rf"(?P<p>{PERSON}(?: and {PERSON})?)(?=[.,;)]| with\b| "
    rf"starring\b|$| (?:and|opens?|opened|is|are|was|were|which|that|has|had|follows?|won|about|in|on)\b)"
    rf"(?:,? (?P<with>with|starring|featuring) (?P<q>{PEOPLE})(?=[.,;)]|$| as\b))?"
)


def _by_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W by P, with Q*: what P does in the trade is the credit; a film is by who directed it; Q acts in it."""
    for found in _BY.finditer(line.mask):
        work = line.works(found)[0]
        if reading.doubtful(line, found.start("v")):
            continue
        usual = "directed" if _is_film(reading, line, found, work) else None
        for person in line.people(found):
            known = roles.in_line(line, person) or roles.of(person)
            told = known if known in ("directed", "wrote") else usual
            if told:
                ground = Ground(line, line.trigger(found, "v"), "brackets.by", 0.82)
                yield reading.claim(fitting(reading, told, work), (person, work), ground)
        for person in line.people(found, "q") if found["q"] and reading.referent(work).kind in (None, "film", "series") else ():
            yield reading.claim("acted_in", (person, work), Ground(line, line.trigger(found, "with"), "brackets.by", 0.85))
