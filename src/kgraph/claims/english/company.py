"""Casts told by who stands beside whom: *opposite P*, *W, in which P writes letters*, *an MBC romance with P and Q*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import IN_WORK, in_topic
from kgraph.claims.english.grammar import MENTION, MODIFIER, PEOPLE, WORK
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles
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
    rf")?[^.;{WORK[1:-1]}]{{0,50}}?)\b(?P<v>with) (?:actors? |actress |stars? |newcomers? )?(?P<p>{PEOPLE})(?=,|\.| in the| as|"
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


RULES = (_leads, _beside, _in_which, _with_people)
