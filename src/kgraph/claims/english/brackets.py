"""*PD P (W)*, *P (W) directs*, *P's W*, *P – W* in a heading: the person's role tells what the work is to them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import subject_of
from kgraph.claims.english.grammar import PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.parts import status_of
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import Roles, role_before
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_BRACKET = re.compile(rf"(?P<p>{PERSON})(?:,? \d\d)? ?[(\[](?:of |the |best known for |known for |also of )?(?P<w>{WORKS})[)\]]")
_POSSESSIVE = re.compile(
    rf"(?P<p>{PERSON})(?:'s|,? whose) (?P<gap>(?:(?:own|new|latest|next|first|second|debut|upcoming|hit|\d{{4}}|[a-z][\w-]*) "
    rf"){{0,5}}(?:(?:film|feature|drama|series|movie|project|picture|thriller|comedy|latest|newest|next|debut|"
    rf"sophomore effort|latest effort), )?)(?P<w>{WORK})"
)
_HEADING = re.compile(rf"^\s*(?:\(?\d{{1,3}}[.)]|#\d+|[•●-])? ?(?P<p>{PERSON})(?: [-:|/] |, ?)(?P<w>{WORKS})\s*$")
_OF = re.compile(
    rf"(?P<p>{PERSON}(?: and {PERSON})?) (?:of|from|behind) (?:the )?(?:[a-z]+ |[\uf000-\uf7ff](?:'s)? ){{0,3}}(?P<w>{WORKS})"
)
_NEXT = re.compile(
    r"\b(?:film|movie|drama|series|picture|thriller|comedy|project|feature|romance|show|hit|classic|epic|masterpiece|"
    r"blockbuster)\b"
)
_BOOK = re.compile(r"\b(?:novel|webtoon|webcomic|book|comic|essay|story|manhwa)\b")
_SONG = re.compile(r"\b(?:song|single|track|album|ballad|hit song)\b")


def bracket_claims(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """Claims that rest on the role of the person beside a title."""
    for line in reading.lines:
        if not line.has("Work"):
            continue
        if line.has("Person"):
            yield from _brackets(reading, line, roles)
            yield from _possessives(reading, line, roles)
            yield from _of_works(reading, line, roles)
            yield from _by_people(reading, line, roles)
        if not _role_words().isdisjoint(line.words):
            yield from _role_verbs(reading, line, roles)
        yield from _together(reading, line, roles)
    yield from _bare_lists(reading, roles)


def _brackets(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for pattern, rule in ((_BRACKET, "brackets.work"), (_HEADING, "brackets.heading")):
        for found in pattern.finditer(line.mask):
            person = line.people(found)[0]
            if _is_song_line(reading, line):
                continue
            predicate, confidence = _role_here(line, found.start("p"), person, roles)
            for work in line.between(*found.span("w"), "Work", brackets=True):
                ground = Ground(line, line.trigger(found, "w"), rule, confidence)
                yield reading.claim(_fitting(reading, predicate, work), (person, work), ground)


def _is_song_line(reading: Reading, line: Line) -> bool:
    """*3) SONG / P (DRAMA)*: the bracket belongs to the song."""
    works = line.of_type("Work")
    return bool(works) and " / " in line.mask and reading.referent(works[0]).kind == "song"


def cast_of_topic(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """*New stills of P (W) and Q (W2)*: people whose earlier work stands in brackets belong to the work that the sentence is
    about.
    """
    for line in reading.lines:
        found_all = list(_BRACKET.finditer(line.mask))
        if not found_all or line.sentence.kind == "headline" or _is_song_line(reading, line):
            continue
        for found in found_all:
            work = None if _PRIZE_LINE.match(line.mask) else _work_outside(reading, line, found)
            if work is None:
                continue
            person = line.people(found)[0]
            predicate, _ = _role_here(line, found.start("p"), person, roles)
            status = status_of(reading, line, found.start("p")) if predicate == "acted_in" else None
            if status == "no" or (predicate == "acted_in" and work.kind in ("song", "album", "novel", "webtoon")):
                continue
            ground = Ground(line, line.trigger(found, "p"), "brackets.cast_of_topic", 0.8)
            yield reading.claim(_fitting(reading, predicate, work), (person, work), ground, Qualifiers(status=status))


_PRIZE_LINE = re.compile(
    rf"^[^:{PERSON[1:-1]}{WORK[1:-1]}]{{0,40}}\b(?:[Bb]est|[Pp]rize|[Aa]ward|[Nn]ew|[Pp]opular)\b[^:{WORK[1:-1]}]{{0,40}}: "
)


def _work_outside(reading: Reading, line: Line, found: re.Match[str]) -> Referent | None:
    """The sentence's own work outside of brackets, before the person if there is one, else behind; else the topic."""
    outside = list(line.between(0, len(line.mask), "Work"))
    before = list(line.between(0, found.start(), "Work"))
    if before:
        return reading.referent(before[-1])
    if outside:
        return reading.referent(outside[0])
    return reading.topic(line, "Work")


def _role_here(line: Line, position: int, person: Mention, roles: Roles) -> tuple[str, float]:
    before = role_before(line, position)
    if before:
        return before, 0.92
    here = roles.in_line(line, person)
    if here:
        return here, 0.9
    known = roles.of(person)
    return (known, 0.86) if known else ("acted_in", 0.75)


def _fitting(reading: Reading, predicate: str, work: Mention | Referent) -> str:
    """An actor with a song beside the name sings it; with a novel, writes it."""
    kind = (reading.referent(work) if isinstance(work, Mention) else work).kind
    if predicate == "performed":
        return {"song": "performed", "album": "performed", "series": "acted_in", "film": "acted_in", "variety": "acted_in"}.get(
            kind or "", "acted_in"
        )
    if predicate == "acted_in":
        return {"song": "performed", "album": "performed", "novel": "wrote", "webtoon": "wrote"}.get(kind or "", predicate)
    return predicate


def _possessives(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _POSSESSIVE.finditer(line.mask):
        if re.search(r"\b(?:in|on|of|for|with|from|to|at|by|and|as|was|is|after)\b", found["gap"]):
            continue
        person, work = line.people(found)[0], line.works(found)[0]
        predicate, confidence = _owner(reading, line, found, roles)
        if predicate:
            ground = Ground(line, line.trigger(found, "w"), "brackets.possessive", confidence)
            yield reading.claim(_fitting(reading, predicate, work), (person, work), ground)


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
    return ("directed", 0.62) if kind == "film" else (None, 0.0)


@cache
def _role_words() -> frozenset[str]:
    return first_words(load_words("english/credits.yaml")["role_verbs"]) | {"film", "acting", "screen", "drama", "debut"}


@cache
def _role_verb_pattern() -> re.Pattern[str]:
    verbs = either(load_words("english/credits.yaml")["role_verbs"])
    fill = rf"(?:(?:the|an?|his|her|{PERSON}'s|in \d{{4}}|with|[a-z][\w'-]*|[\uf000-\uf7ff](?:'s)?|Korean) ){{0,8}}?"
    debut = (
        r"debut(?:ed|s)?(?: in \d{4})?(?: as an? \w+)?(?: in \d{4})? (?:with|in|through)|(?:film|acting|screen|"
        r"small-screen|drama|directorial) debut(?: in \d{4})? (?:with|in|through)"
    )
    return re.compile(rf"\b(?P<v>{debut}|{verbs}) (?P<gap>{fill}(?:(?:such as|like|including) )?)(?P<w>{WORKS})", re.IGNORECASE)


def _in_trade(line: Line, person: Mention, roles: Roles) -> str | None:
    """What a person does: the noun before the name, what this sentence says of them, what the article or the gazetteer knows."""
    for position, index, _ in line.places:
        if line.mentions[index] == person:
            before = role_before(line, position)
            if before:
                return before
            break
    return roles.in_line(line, person) or roles.of(person)


def _role_verbs(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*He went on to make W*, *returned with W*: what the person does in the trade, they did here."""
    for found in _role_verb_pattern().finditer(line.mask):
        if found["v"].casefold().endswith("did") and found["gap"]:
            continue
        if (
            reading.doubtful(line, found.start())
            or _BREAKS.search(found["gap"])
            or re.search(rf"\bas {PERSON}+ $", line.mask[: found.start()])
        ):
            continue
        people, confidence = subject_of(reading, line, found.start())
        for person in people:
            if isinstance(person, Mention) and roles.is_other(person):
                continue
            known = _in_trade(line, person, roles) if isinstance(person, Mention) else None
            if known != "acted_in" and re.search(r"\b(?:made|make|shot|shoot|making)$", found["v"]):
                known = "directed"
            if known is None and re.match(
                r"known|best|famous|recog|remem|debut|broke|return|back|comeback|came back|filming|worked|work|reunite|collab|"
                r"joined|combined|met|breathed",
                found["v"],
            ):
                known = "acted_in"
            for work in line.works(found) if known else ():
                ground = Ground(line, line.trigger(found, "v"), "brackets.role_verb", min(0.82, confidence))
                yield reading.claim(_fitting(reading, known or "", work), (person, work), ground)


_TOGETHER = re.compile(
    rf"\b(?P<v>(?:team(?:s|ed)? up|reunit(?:e|es|ed)|collaborat(?:e|es|ed)|work(?:s|ed)?|met|reunion|working) (?:again |"
    rf"together |once more |previously )?with) (?P<gap>[^.;:{WORK[1:-1]}]{{1,90}}?),? (?:in|on|for|through|after) "
    rf"(?:(?:the|an?|[a-z0-9][\w'-]*|[\uf000-\uf7ff](?:'s)?) ){{0,5}}(?P<w>{WORKS})",
    re.IGNORECASE,
)


def _together(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*She previously teamed up with Q on W*: each did there what they do in the trade."""
    for found in _TOGETHER.finditer(line.mask):
        if reading.doubtful(line, found.start()) or "director of" in found["gap"]:
            continue
        people, confidence = subject_of(reading, line, found.start())
        for person in (*people, *line.between(*found.span("gap"), "Person")):
            known = _in_trade(line, person, roles) if isinstance(person, Mention) else None
            for work in line.works(found):
                ground = Ground(line, line.trigger(found, "v"), "brackets.together", min(0.8, confidence))
                yield reading.claim(_fitting(reading, known or "acted_in", work), (person, work), ground)


_BARE_LIST = re.compile(
    rf"^(?:[A-Z][\w' ]{{0,30}}[:?-] ?)?(?P<w>{WORKS})(?:,? (?:you name it|and more|to name a few|among others|and so on))?[.!]?$"
)


def _bare_lists(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """*People know her face from dramas. 'W,' 'X,' you name it.*: a list of titles goes on about the person before."""
    for line in reading.lines:
        found = _BARE_LIST.match(line.mask)
        before = reading.previous(line)
        if found is None or before is None or before.block != line.block or line.sentence.kind == "item":
            continue
        people = before.of_type("Person")
        if people and not roles.is_maker(people[-1]):
            for work in line.works(found):
                ground = Ground(line, line.trigger(found, "w"), "brackets.bare_list", 0.72)
                yield reading.claim(_fitting(reading, "acted_in", work), (people[-1], work), ground)


_BREAKS = re.compile(r"\b(?:who|which|when|while|but|because|that|if)\b")


def _of_works(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _OF.finditer(line.mask):
        for person in line.people(found):
            before = role_before(line, found.start("p"))
            known = before or roles.in_line(line, person) or roles.of(person)
            for work in line.works(found) if known and not reading.doubtful(line, found.start()) else ():
                ground = Ground(line, line.trigger(found, "w"), "brackets.of_work", 0.9 if before else 0.82)
                yield reading.claim(_fitting(reading, known or "", work), (person, work), ground)


_BY = re.compile(
    rf"(?P<w>{WORK})(?: \([^()]{{0,60}}\))?,? (?:again |also )?(?P<v>by) (?P<p>{PERSON}(?: and {PERSON})?)(?=[.,;)]| with\b| "
    rf"starring\b|$)"
    rf"(?:,? (?P<with>with|starring|featuring) (?P<q>{PEOPLE})(?=[.,;)]|$| as\b))?"
)


def _by_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W by P, with Q*: what P does in the trade is the credit; a film is by who directed it; Q acts in it."""
    for found in _BY.finditer(line.mask):
        work = line.works(found)[0]
        if reading.doubtful(line, found.start("v")):
            continue
        usual = "directed" if reading.referent(work).kind == "film" else None
        for person in line.people(found):
            known = roles.in_line(line, person) or roles.of(person)
            told = known if known in ("directed", "wrote") else usual
            if told:
                ground = Ground(line, line.trigger(found, "v"), "brackets.by", 0.82)
                yield reading.claim(_fitting(reading, told, work), (person, work), ground)
        for person in line.people(found, "q") if found["q"] and reading.referent(work).kind in (None, "film", "series") else ():
            yield reading.claim("acted_in", (person, work), Ground(line, line.trigger(found, "with"), "brackets.by", 0.85))
