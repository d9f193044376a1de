"""Credits told by a part of the work or its origin: *the script is by P*, *from the pen of P*, *W, from director P*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import AUX, DESCRIPTION, WORD, after_agents, pairs, subject_of
from kgraph.claims.english.grammar import MODIFIER, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.lexicon import predicates_in, several
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent


_DONE = (
    r"(?:wrote|writes|penned|co-wrote|adapted|adapts|did|handled|composed|was in charge of|is in charge of|takes charge of|took "
    r"charge of|provided|created|shares)"
)
_BY = (
    r"(?:(?:is|was|are|were|comes?|came|will be|being)? ?(?:(?:co-)?(?:written|penned|composed|handled|crafted|provided|"
    r"done|credited)? ?(?:by|from(?: the pens? of)?)|the work of|to))"
)


@cache
def _thing_patterns() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    several("things")
    told = (*_by_things(several("things")), *_things_done(several("things")))
    return tuple((name, re.compile(pattern, re.IGNORECASE), confidence) for name, pattern, confidence in told)


def _things_done(thing: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.thing_by",
            (
                rf"\b(?P<n>{thing})(?: (?:of|for) (?P<w>{WORKS}))?,? {_BY} {MODIFIER}(?P<p>{PEOPLE})(?: (?:together with|"
                rf"along "
                rf"with|side by side with|with) {MODIFIER}(?P<q>{PEOPLE}))?"
            ),
            0.88,
        ),
        (
            "credits.wrote_thing",
            (
                rf"(?:(?P<p>{PEOPLE})(?:, (?:the|an?|of) [^,;]{{1,80}})?,? (?:(?:who|{AUX}) ){{0,4}}|\band )"
                rf"(?P<v>{_DONE}) the (?:{WORD} "
                rf"){{0,2}}?(?P<n>{thing})\b(?: (?:of|for|to) {DESCRIPTION.strip()}?(?P<w>{WORKS}))?(?: (?:together |along "
                rf")?with {MODIFIER}(?P<q>{PEOPLE}))?"
            ),
            0.88,
        ),
    )


def _by_things(thing: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.thing_owned",
            rf"(?P<p>{PERSON})'s (?:own |original |first )?(?P<n>{thing}) (?:of|for) (?P<w>{WORKS})(?P<q>(?!))?",
            0.9,
        ),
        (
            "credits.thing_which",
            (
                rf"\b(?P<n>{thing})(?: (?:of|for) (?P<w>{WORKS}))?,? (?:which |that )(?P<p>{PEOPLE}) (?:{AUX} ){{0,3}}"
                rf"(?:wrote|penned|co-wrote|composed|written|penned|rewrote)(?: (?:together )?with (?P<q>{PEOPLE}))?"
            ),
            0.88,
        ),
        (
            "credits.behind_thing",
            (
                rf"(?P<p>{PEOPLE}),? (?:is |was )?(?:the )?(?:man|woman|person|name|one|talent|duo|team|hand) behind the "
                rf"(?P<n>{thing}) (?:of|for) (?P<w>{WORKS})(?P<q>(?!))?"
            ),
            0.88,
        ),
    )


_SOURCE = re.compile(r"\b(?:short |(?:adapt(?:s|ed|ing)|based on|inspired by) (?:[\w-]+ ){0,3})$")  # *adapts a story by P*


_ENDS_ASIDE = re.compile(r"\b(?:for|with|by|under) $")  # *P, who wrote W for Q, co-wrote the script*: Q did not


def _stands_beside(line: Line, found: re.Match[str]) -> bool:
    """True for the last name of a clause that ends before the verb."""
    return bool(
        found["p"]
        and ", and " not in found["p"]
        and line.mask[found.end("p")] == ","
        and _ENDS_ASIDE.search(line.mask, 0, found.start("p"))
    )


_SCRIPT = re.compile(r"screenplays?|scripts?|teleplay", re.IGNORECASE)  # *adapted the screenplay*: nobody's source


def read_things(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims told by a part of a work: *the script is by P*, *P did the music*."""
    for rule, pattern, confidence in _thing_patterns():
        for found in pattern.finditer(line.mask):
            if reading.doubtful(line, found.start()) or (
                not found["w"] and not _SCRIPT.match(found["n"]) and _SOURCE.search(line.mask[: found.start("n")])
            ):
                continue
            if rule == "credits.wrote_thing" and _stands_beside(line, found):
                continue
            topic = reading.topic_work(line, found.start())
            works: list[Mention | Referent] = list(line.works(found)) or ([topic] if topic else [])
            doers = after_agents(line, found) if found["p"] else subject_of(reading, line, found.start())[0]
            people = [*doers, *(line.people(found, "q") if found["q"] else ())]
            for predicate in predicates_in(found["n"], "things"):
                ground = Ground(line, line.trigger(found, "n"), rule, confidence if found["w"] else confidence - 0.06)
                yield from pairs(reading, predicate, people, works, ground)


@cache
def _from_pattern() -> re.Pattern[str]:
    noun, other = several("nouns"), rf"(?:{WORK}(?:'s)? )?"
    return re.compile(
        rf"(?P<w>{WORK}),? (?:(?:comes|hails|is) )?from (?:the )?{other}(?P<n>{noun}) (?P<p>{PERSON}(?: and {PERSON})?)"
        rf"(?:,? (?:and|with) (?:the )?{other}(?P<n2>{noun}) (?P<q>{PERSON}(?: and {PERSON})?))?",
        re.IGNORECASE,
    )


_PEN = re.compile(
    rf"\b[Ff]rom the (?P<n>pen|mind|director|writer|creator|maker)s? (?:of |behind )?{MODIFIER}(?P<p>{PEOPLE})"
    rf"(?:,? (?:who|whose) [^.;]{{3,100}}?,)? "
    rf"(?:comes?|came|is) (?:the |an? )?(?:[a-z-]+ ){{0,3}}(?P<w>{WORK})"
)
_PEN_OF = {"pen": "wrote", "writer": "wrote", "creator": "created", "mind": "wrote"}


def read_pen(reading: Reading, line: Line) -> Iterator[Claim]:
    """*From the pen of P comes W*"""
    for found in _PEN.finditer(line.mask):
        ground = Ground(line, line.trigger(found, "n"), "credits.pen", 0.88)
        yield from pairs(reading, _PEN_OF.get(found["n"], "directed"), line.people(found), line.works(found), ground)


def read_from(reading: Reading, line: Line) -> Iterator[Claim]:
    """*W, from director P and (W2) writer Q*: whoever a work is from made it."""
    for found in _from_pattern().finditer(line.mask):
        if reading.doubtful(line, found.start("n")):
            continue
        for noun, who in (("n", "p"), ("n2", "q")):
            for predicate in predicates_in(found[noun] or "", "nouns"):
                ground = Ground(line, line.trigger(found, noun), "credits.from", 0.88)
                yield from pairs(reading, predicate, line.people(found, who), line.works(found), ground)
