"""Casts told by who stands beside whom: *opposite P*, *W, in which P writes letters*, *an MBC romance with P and Q*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import IN_WORK, in_topic
from kgraph.claims.english.cues import any_of
from kgraph.claims.english.grammar import BRACKET, MENTION, MODIFIER, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles, Rules
    from kgraph.model import Claim


_IN_WHICH = re.compile(
    rf"(?P<w>{WORK})(?:[^.;{WORK[1:-1]}]{{0,60}}?),? (?P<v>in which|where) (?:actor |actress |newcomer )?(?P<p>{PEOPLE}) "
    rf"(?!said|told|directed|wrote)[a-z]"
)


def _in_which(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W, in which P and Q write letters*"""
    for found in _IN_WHICH.finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.in_which", 0.86), found.start("p"))


_WITH = re.compile(
    rf"(?P<w>{WORK})(?P<gap>(?:,? \([^()]*\))?,? (?:an? |the |{MENTION[:-1]}\uf000-\uf7ff] "
    rf")?[^.;{WORK[1:-1]}]{{0,50}}?)\b(?P<v>with) (?:actors? |actress |stars? |newcomers? )?(?P<p>{PEOPLE})(?=,|\.| in (?:the|"
    r"support|(?:a |an )?[a-z-]+ roles?)\b| as|"
    rf" and| at|$)"
)


_NOUN_PHRASE = re.compile(r"(?:,? \([^()]*\))?(?:,? (?:an?|the|another|its) [^,]{0,50})?,? ?")


def _with_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W, an MBC romance with P and Q*"""
    for found in _WITH.finditer(line.mask):
        if not _NOUN_PHRASE.fullmatch(found["gap"]) or re.search(
            r"\b(?:interview|together|along|friend|work|worked|met|meet|dat|relationship|marr|star|side by side|talk|spoke|"
            r"collaborat|reunion|reunit|compet|tied|shar|agre|sign)\w*\b[^,]*$",
            found["gap"],
        ):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from in_topic(
            reading, people, Ground(line, line.trigger(found, "v"), "presence.with_people", 0.8), found.start("p")
        )


_LEADS = re.compile(
    rf"\b(?P<v>(?:intense |star-studded |main )?(?:quartet|quintet|trio|ensemble)|its leads|as its leads|confirmed actors|"
    rf"(?:second |main |two |three |four |male |female |both |all )*leads?|cast members?|cast mates|co-stars?|main cast|"
    rf"supporting roles are filled by|(?:key|lead|main|supporting) roles (?:are|were) (?:taken|played|filled) by|"
    rf"the cast also includes|also in the cast are|rounding out the cast are|joined by|joining them are|played by|portrayed "
    rf"by)(?: are| is|:|,)? (?:such as |like |including )?{MODIFIER}(?P<p>{PEOPLE})",
    re.IGNORECASE,
)


def _leads(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*second leads P and Q*, *played by P*, *supporting roles are filled by P*"""
    for found in _LEADS.finditer(line.mask):
        if not reading.negated(line, found.start("v")):
            people = [person for person in line.people(found) if not roles.is_maker(person)]
            ground = Ground(line, line.trigger(found, "v"), "presence.leads", 0.84)
            yield from in_topic(
                reading, people, ground, found.end() if IN_WORK.match(line.mask, found.end() + 1) else found.start()
            )


_BESIDE = re.compile(
    rf"\b(?P<v>opposite|alongside|next to|side by side with|co-starring with|shares? the screen with) (?:(?!who\b|in\b|"
    rf"and\b)[\w'-]+ ){{0,4}}?{MODIFIER}(?P<p>{PEOPLE})"
)


def _beside(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*she appeared opposite P*: the partner is in the cast that the subject is in."""
    for found in _BESIDE.finditer(line.mask):
        subjects = line.between(0, found.start(), "Person")
        if (subjects and roles.is_maker(subjects[0])) or reading.doubtful(line, found.start()):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.beside", 0.8), found.start())


_PITS = re.compile(
    rf"\b(?P<v>pits|pit|pitting|pairs|teams|reteams) (?P<p>{PEOPLE}) (?:up )?(?:against|with|opposite) {MODIFIER}(?P<q>{PEOPLE})"
)
_OPPOSITE = re.compile(
    rf"\b(?P<v>[Oo]pposite|[Aa]longside|[Jj]oining|[Oo]n board|[Jj]oining the cast|[Ii]n the cast)"
    rf"(?: {PERSON}+(?:'s)?)? (?:will be|is|are) {MODIFIER}(?P<p>{PEOPLE})(?P<q>(?!))?"
)
_WENT_TO = re.compile(
    rf"\b(?:role|part|lead)s? (?:(?:has|had|have|finally|then|later|eventually) ){{0,2}}(?P<v>gone|went|goes) to {MODIFIER}"
    rf"(?P<p>{PEOPLE})(?P<q>(?!))?"
)
_BELONGS = re.compile(
    rf"(?:{WORK}|\b(?:film|show|drama|series|movie|it))(?: really| all)? (?P<v>belong(?:s|ed)) to "
    rf"{MODIFIER}(?P<p>{PEOPLE})(?P<q>(?!))?"
)


def _pitted(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*pits P against Q*, *opposite her will be P*, *the film belongs to P*"""
    for pattern in (_PITS, _OPPOSITE, _BELONGS, _WENT_TO):
        for found in pattern.finditer(line.mask):
            named = [*line.people(found), *(line.people(found, "q") if found["q"] else ())]
            people = [person for person in named if not roles.is_maker(person)]
            if not reading.doubtful(line, found.start("v")):
                ground = Ground(line, line.trigger(found, "v"), "company.pitted", 0.84)
                yield from in_topic(reading, people, ground, found.start("v"))


_OCCASION = re.compile(
    rf"\b(?:press conference|press event|press screening|press preview|script[- ]reading|table read|production presentation|"
    rf"production briefing|showcase|media preview|media day|premiere|photocall|wrap party)\b[^.;]{{0,60}}?\b(?:for|of) "
    rf"(?:(?:the|[a-z0-9][\w'-]*|"
    rf"[\uf000-\uf7ff](?:'s)?|{PERSON}'s) ){{0,6}}?(?P<w>{WORK})"
)
_PLAIN_LIST = rf"{PERSON}(?!'s){BRACKET}(?:(?:,? and |, ){PERSON}(?!'s){BRACKET}){{0,20}}"  # without a new role inside
_GUESTS = re.compile(
    rf"\b(?P<n>actors?|actress|actresses|stars?|cast members?|leads?|directors?|PD|writers?|screenwriters?) (?P<p>{_PLAIN_LIST})"
)


def _at_occasion(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*at the press conference for W, director P and actors Q and R were present*"""
    occasion = _OCCASION.search(line.mask)
    if occasion is None or reading.doubtful(line, occasion.start()):
        return
    for found in _GUESTS.finditer(line.mask):
        maker = {"d": "directed", "P": "directed", "w": "wrote"}.get("w" if "writer" in found["n"] else found["n"][0])
        ground = Ground(line, line.trigger(found, "n"), "company.occasion", 0.84)
        for person in line.people(found)[: 1 if maker else None]:
            if maker or not roles.is_maker(person):
                yield reading.claim(maker or "acted_in", (person, line.works(occasion)[0]), ground)


_PITTED = "pits pit pitting pairs teams reteams opposite alongside joining board cast gone went goes belongs belonged"
_OCCASIONS = "press script table production showcase media premiere photocall wrap"
RULES: Rules = (
    (_leads, any_of("quartet quintet trio ensemble lead leads actors cast co roles joined joining played portrayed")),
    (_beside, any_of("opposite alongside next side co share shares")),
    (_in_which, frozenset({"which", "where"})),
    (_with_people, frozenset({"with"})),
    (_pitted, any_of(_PITTED)),
    (_at_occasion, any_of(_OCCASIONS)),
)
