"""Casts told by a list: *Also in the cast are P and Q*, *W (P, Q)*, *a film with P and Q*, *P and Q are laborers*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import in_topic
from kgraph.claims.english.credit_kinds import kinds
from kgraph.claims.english.cues import any_of
from kgraph.claims.english.grammar import MODIFIER, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles, Rules
    from kgraph.model import Claim

_ALSO = re.compile(
    rf"\b(?P<v>(?:[Aa]lso|[Rr]ounding out|[Cc]ompleting|[Aa]mong|[Ff]illing out|[Jj]oining|[Oo]thers?)(?: [a-z]+){{0,3}}? "
    rf"(?:cast|aboard|ensemble|line-?up|starring|featured|appearing|seen)(?: members)?),? (?:is|are|will be) {MODIFIER}"
    rf"(?P<p>{PEOPLE})"
)


def _also_are(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*Also aboard are P, Q and R*"""
    for found in _ALSO.finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        if not reading.doubtful(line, found.start()):
            yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.also", 0.85), found.start())


_CAST_BRACKET = re.compile(rf"(?P<w>{WORK}) \((?P<v>starring |with )?(?P<p>{PERSON}(?:(?:, | and |, and ){PERSON}){{0,8}})\)")


def _in_brackets(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W (P, Q)*: two or more names alone in the bracket of a title are its cast."""
    for found in _CAST_BRACKET.finditer(line.mask):
        people = line.between(*found.span("p"), "Person", brackets=True)
        if (len(people) < 2 and not found["v"]) or any(roles.is_maker(person) for person in people):
            continue
        work = line.between(*found.span("w"), "Work", brackets=True)[0]
        if reading.referent(work).kind in _NOT_ACTED:
            continue
        for person in people:
            yield reading.claim("acted_in", (person, work), Ground(line, line.trigger(found, "p"), "presence.cast_bracket", 0.85))


_NOT_ACTED = ("song", "album", "novel", "webtoon")


@cache
def _kind_with() -> re.Pattern[str]:
    kind = either(sorted(kinds("films") | kinds("shows")))
    return re.compile(
        rf"(?P<gap>(?:\b(?:[Tt]he|[Tt]his|[a-z-]+) |'s ){{1,4}})(?:{kind})(?: (?:of|from) \d{{4}})?,? (?P<v>with) "
        rf"(?:actors? |actress |stars? )?(?P<p>{PEOPLE})(?=[,.;]|$| (?:in|as|at|on|and|who|opens?|[a-z]+ing)\b)"
    )


def _with_cast(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*The tvN series of 2016, with P and Q, ...*: a work that is spoken of by its kind."""
    for found in _kind_with().finditer(line.mask):
        other = set(load_words("english/credits.yaml")["other_work"]) | {"a", "an", "another", "any", "one", "no", "every"}
        if not other.isdisjoint(found["gap"].split()) or reading.doubtful(line, found.start("v")):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.kind_with", 0.8), found.start("v"))


@cache
def _plural() -> re.Pattern[str]:
    words = load_words("english/casting.yaml")["not_parts"]
    return re.compile(
        rf"(?P<p>{PERSON}(?!'s)(?:(?:, | and |, and ){PERSON}(?!'s)){{1,6}}) (?P<v>are|were) (?:the )?(?:[a-z-]+ ){{0,2}}?"
        rf"(?!(?:{either(words)})\b)[a-z-]{{3,}}s(?=[.,;]| (?:on|in|who|whose|at|from|with)\b)"
    )


def _are_parts(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P and Q are laborers on Hashima*"""
    for found in _plural().finditer(line.mask):
        people = list(line.people(found))
        if reading.doubtful(line, found.start("v")) or any(roles.is_maker(p) or p.form not in ("name", "part") for p in people):
            continue
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.are_parts", 0.8), found.start("p"))


RULES: Rules = (
    (_also_are, any_of("also rounding completing among filling joining other others")),
    (_in_brackets, frozenset()),
    (_with_cast, frozenset({"with"})),
    (_are_parts, frozenset({"are", "were"})),
)
