"""What a text says of a person's way: *P's comeback*, *her first project was W*, *a return for P*, *the W star*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import in_topic, work_here
from kgraph.claims.english.cues import any_of
from kgraph.claims.english.grammar import PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles, Rules
    from kgraph.model import Claim


_WORK_STAR = re.compile(
    rf"\b[Tt]he (?P<w>{WORK}) (?P<v>stars?|actor|actress|lead|director|writer|creator)(?! {PERSON})(?= (?!of\b|and\b)[a-z]|,|')"
)


def _work_star(reading: Reading, line: Line, _roles: Roles) -> Iterator[Claim]:
    """*The W star was Thursday's guest*: whoever the text is about there."""
    for found in _WORK_STAR.finditer(line.mask):
        before = reading.previous(line)
        named = line.between(0, found.start(), "Person") or (before.of_type("Person") if before else ())
        people = list(dict.fromkeys(person.ref for person in named))
        person = named[0] if len(people) == 1 or (named and line.between(0, found.start(), "Person")) else None
        if person is not None:
            predicate = {"director": "directed", "writer": "wrote", "creator": "created"}.get(found["v"], "acted_in")
            ground = Ground(line, line.trigger(found, "v"), "presence.work_star", 0.8)
            yield reading.claim(predicate, (person, line.works(found)[0]), ground)


_KNOWN_FOR = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:first|debut|latest|next|last|new|upcoming|most recent|previous|breakout|acting debut|other) "
    rf"(?:[a-z]+ ){{0,2}}?(?:projects?|dramas?|films?|series|movies?|works?|roles?|titles?|credits?))"
    rf" (?:is|was|are|were|will be|include|includes|included)(?: in)?:? (?:the (?:[\w-]+ ){{0,3}})?(?P<w>{WORKS})(?:,? "
    rf"followed by [a-z ]{{0,24}}(?P<x>{WORKS}))?"
)


def _known_for(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*Her first project was W, followed by others including X and Y*"""
    for found in _KNOWN_FOR.finditer(line.mask):
        predicate = roles.of(line.people(found)[0]) or "acted_in"
        works = (*line.works(found), *(line.works(found, "x") if found["x"] else ()))
        for work in works:
            ground = Ground(line, line.trigger(found, "v"), "presence.known_for", 0.85)
            yield reading.claim(predicate, (line.people(found)[0], work), ground)


_POSSESSED = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:long-awaited |small-screen |first |highly anticipated )?(?:comeback|performance|portrayal|"
    rf"acting|chemistry))\b(?! as (?:a )?(?:singer|director))"
)


def _possessed(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P's comeback had started with 2.0 percent*"""
    for found in _POSSESSED.finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form != "speaker"]
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.possessed", 0.75), found.start())
    for found in _DEBUT.finditer(line.mask):
        work = work_here(reading, line, found.start())
        for person in line.people(found):
            if work is not None and roles.of(person) == "directed":
                yield reading.claim("directed", (person, work), Ground(line, line.trigger(found, "v"), "presence.debut", 0.8))


_DEBUT = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:feature |directorial |directing |feature-length |first )?(?:debut|feature|masterpiece|"
    rf"breakthrough))\b"
)
_REPRISES = re.compile(
    rf"(?P<p>{PEOPLE}),? (?:(?:who|will|both|all|also|is|are|set|to|has|have|had|been) )*(?P<v>repris(?:es?|ed|ing))\b(?: "
    rf"{PERSON}+'s| the| their)? (?:\w+ )?(?:roles?|parts?)"
)


def _reprises(reading: Reading, line: Line, _roles: Roles) -> Iterator[Claim]:
    """*P and Q will reprise their roles*"""
    for found in _REPRISES.finditer(line.mask):
        if not reading.doubtful(line, found.start("v")):
            yield from in_topic(
                reading,
                list(line.people(found)),
                Ground(line, line.trigger(found, "v"), "presence.reprises", 0.85),
                found.start("p"),
            )


_FOR_PEOPLE = re.compile(
    rf"\b(?P<v>(?:comeback|return|breakthrough|hit|lowest point|highest point|milestone|first (?:drama|film|series|lead role|"
    rf"leading role))\b[^.;{PERSON[1:-1]}]{{0,24}} for) (?:actors? |actress )?(?P<p>{PEOPLE})|\bfor (?:actors? |actress "
    rf")?(?P<q>{PEOPLE}),? it is (?:a|the|his|her) (?:\w+ )?(?:comeback|return|debut)"
)


def _for_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*a comeback for P*; *for P it is a comeback*"""
    for found in _FOR_PEOPLE.finditer(line.mask):
        group = "p" if found["p"] else "q"
        people = [person for person in line.people(found, group) if not roles.is_maker(person)]
        yield from in_topic(
            reading, people, Ground(line, line.original(*found.span()), "presence.for_people", 0.76), found.start()
        )


_CAREER = "comeback performance portrayal acting chemistry debut feature masterpiece breakthrough"
RULES: Rules = (
    (_work_star, any_of("star stars actor actress lead director writer creator")),
    (_known_for, frozenset()),
    (_possessed, any_of(_CAREER)),
    (_reprises, any_of("reprise reprises reprised reprising")),
    (_for_people, any_of("comeback return breakthrough hit lowest highest milestone first it")),
)
