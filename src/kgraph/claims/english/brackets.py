"""*PD P (W)*, *P (W) directs*, *P's W*, *P – W* in a heading: the person's role tells what the work is to them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.award_rolls import rolls
from kgraph.claims.english.clauses import subject_of
from kgraph.claims.english.grammar import PERSON, WORK, WORKS
from kgraph.claims.english.headings import told_above, told_by_label
from kgraph.claims.english.owners import owner_claims
from kgraph.claims.english.parts import status_of
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import Roles, role_before
from kgraph.claims.english.trade import fitting, in_trade
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_BRACKET = re.compile(rf"(?P<p>{PERSON})(?:,? \d\d)? ?[(\[](?:of |the |best known for |known for |also of )?(?P<w>{WORKS})[)\]]")
_HEADING = re.compile(
    rf"^\s*(?:\(?\d{{1,3}}[.)]|#\d+|[•●-])? ?(?P<p>{PERSON}(?:(?:,| &| and) {PERSON}){{0,3}})(?: [-:|/] |, ?)(?P<w>{WORKS})\s*$"
)
_NEXT = re.compile(
    r"\b(?:film|movie|drama|series|picture|thriller|comedy|project|feature|romance|show|hit|classic|epic|masterpiece|"
    r"blockbuster)\b"
)


def bracket_claims(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """Claims that rest on the role of the person beside a title."""
    for line in reading.lines:
        if not line.has("Work"):
            continue
        if line.has("Person"):
            yield from _brackets(reading, line, roles)
            yield from owner_claims(reading, line, roles)
        if not _role_words().isdisjoint(line.words):
            yield from _role_verbs(reading, line, roles)
        yield from _together(reading, line, roles)
    yield from _bare_lists(reading, roles)


def _brackets(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for pattern, rule in ((_BRACKET, "brackets.work"), (_HEADING, "brackets.heading")):
        for found in pattern.finditer(line.mask):
            if _is_song_line(reading, line) or _CAST_LINE.match(line.mask) or _is_technical(reading, line):
                continue
            told = told_above(reading, line) if rule == "brackets.heading" else told_by_label(line, found.start())
            for person in line.people(found):
                predicate, confidence = (told, 0.9) if told else _role_here(line, found.start("p"), person, roles)
                for work in line.between(*found.span("w"), "Work", brackets=True):
                    ground = Ground(line, line.trigger(found, "w"), rule, confidence)
                    yield reading.claim(fitting(reading, predicate, work), (person, work), ground)


_CAST_LINE = re.compile(r"^(?:[Mm]ain |[Ll]ead |[Ss]upporting )?[Cc]ast(?: [Mm]embers| [Ll]ist)? ?:")  # brackets there hold parts


def _is_technical(reading: Reading, line: Line) -> bool:
    """*Best Cinematography: P (W)*: no part."""
    row = rolls(reading).get(line.index)
    return row is not None and row.is_technical


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
            if not _is_about_a_cast(line, found, predicate):
                continue
            status = status_of(reading, line, found.start("p")) if predicate == "acted_in" else None
            if status == "no" or (predicate == "acted_in" and work.kind in ("song", "album", "novel", "webtoon")):
                continue
            ground = Ground(line, line.trigger(found, "p"), "brackets.cast_of_topic", 0.8)
            yield reading.claim(fitting(reading, predicate, work), (person, work), ground, Qualifiers(status=status))


def _is_about_a_cast(line: Line, found: re.Match[str], predicate: str) -> bool:
    """True where the sentence tells of casting; else the brackets say only what somebody did before (*beat P (W)*)."""
    if _OTHER_MATTER.search(line.mask) or re.search(r"\bfrom (?:[^.;]{0,60} and )?$", line.mask[: found.start()]):
        return False
    return bool((_CASTING if predicate == "acted_in" else _MAKING).search(line.mask))


_CASTING = re.compile(
    r"\b(?:stills?|teasers?|posters?|scripts?|cast|sign(?:s|ed)?|plays?|playing|pair(?:s|ed|ing)?|join(?:s|ed|ing)?|stars?|"
    r"starring|starred|set|alongside|opposite|leads?|leading|headlin(?:es?|ed|ing)|reunit(?:es?|ed)|confirmed)\b"
)
_MAKING = re.compile(r"\b(?:direct(?:s|ed|ing)?|helm(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote|pens?|penned|scripts?|tapped)\b")
_OTHER_MATTER = re.compile(
    r"\b(?:nominat\w+|awards?|prizes?|jury|beat|beats|married|wed|shared by|won|replac\w+)\b", re.IGNORECASE
)
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


@cache
def _role_words() -> frozenset[str]:
    return first_words(load_words("english/credits.yaml")["role_verbs"]) | {"film", "acting", "screen", "drama", "debut"}


@cache
def _role_verb_pattern() -> re.Pattern[str]:
    verbs = either(load_words("english/credits.yaml")["role_verbs"])
    fill = rf"(?:(?:the|an?|his|her|{PERSON}'s|(?:in )?\d{{4}}|with|[a-z][\w'-]*|[\uf000-\uf7ff](?:'s)?|Korean) ){{0,8}}?"
    debut = (
        r"debut(?:ed|s)?(?: in \d{4})?(?: as an? \w+)?(?: in \d{4})? (?:with|in|through)|(?:film|acting|screen|"
        r"small-screen|drama|directorial) debut(?: in \d{4})? (?:with|in|through)"
    )
    return re.compile(rf"\b(?P<v>{debut}|{verbs}) (?P<gap>{fill}(?:(?:such as|like|including) )?)(?P<w>{WORKS})", re.IGNORECASE)


_APPEARS = re.compile(r"(?:an? |his |her |their )(?:[a-z]+ )?(?:cameo|appearance)s? (?:in|on) ")  # *make a cameo in W*


def _role_verbs(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*He went on to make W*, *returned with W*: what the person does in the trade, they did here."""
    for found in _role_verb_pattern().finditer(line.mask):
        if _APPEARS.match(found["gap"]) or (found["v"].casefold().endswith("did") and found["gap"]):
            continue
        if (
            reading.doubtful(line, found.start())
            or _BREAKS.search(found["gap"])
            or re.search(rf"\bas {PERSON}+ $", line.mask[: found.start()])
        ):
            continue
        people, confidence = subject_of(reading, line, found.start())
        made = bool(_MADE.search(found["v"]))
        if _FORMER.search(line.mask, 0, found.start()) or (made and _makes_something_else(line, found)):
            continue
        for person in people:
            if isinstance(person, Mention) and roles.is_other(person):
                continue
            known = in_trade(line, person, roles) if isinstance(person, Mention) else None
            if known is None and made and confidence < _NEAR:
                continue
            if known != "acted_in" and made:
                known = "directed"
            if known is None and re.match(
                r"known|best|famous|recog|remem|debut|broke|return|back|comeback|came back|filming|worked|work|reunite|collab|"
                r"joined|combined|met|breathed",
                found["v"],
            ):
                known = "acted_in"
            for work in line.works(found) if known else ():
                ground = Ground(line, line.trigger(found, "v"), "brackets.role_verb", min(0.82, confidence))
                yield reading.claim(fitting(reading, known or "", work), (person, work), ground)


_MADE = re.compile(r"\b(?:made|make|shot|shoot|making)$")
_FORMER = re.compile(r"\bthe (?:former|latter),? $")  # one of two, and not who stands nearest
_NEAR = 0.9  # the sureness of a subject right before its verb
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being) $|\b(?:crew|team|company|studio)\b[^,;]{0,40} to $")
_NOT_WHOLE = re.compile(r"\b(?:of|for|before|after|by|name|video|clip|names|jointly)\b")


def _makes_something_else(line: Line, found: re.Match[str]) -> bool:
    """*made her name with W*, *shot the video for W*, *W was made by*: W is not what they made."""
    return bool(_NOT_WHOLE.search(found["gap"]) or _PASSIVE.search(line.mask[max(0, found.start() - 60) : found.start()]))


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
            known = in_trade(line, person, roles) if isinstance(person, Mention) else None
            for work in line.works(found):
                ground = Ground(line, line.trigger(found, "v"), "brackets.together", min(0.8, confidence))
                yield reading.claim(fitting(reading, known or "acted_in", work), (person, work), ground)


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
                yield reading.claim(fitting(reading, "acted_in", work), (people[-1], work), ground)


_BREAKS = re.compile(r"\b(?:who|which|when|while|but|because|that|if)\b")
