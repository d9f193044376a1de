"""Credits without an object: *Director: P*, *P directs.*, *P is at the helm*, *P makes a directorial debut*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import AUX, DESCRIPTION, pairs
from kgraph.claims.english.cues import says_any
from kgraph.claims.english.grammar import MENTION, MODIFIER, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.lexicon import one_of, predicates_in, several, words
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim


@cache
def _credit_line() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|/•·;,.(] ?|\) ?|  )(?P<n>{several('nouns')}|{several('things')}|(?:{several('passive')}) by)(?: by)? ?[:：-] "
        rf"?(?P<p>{PEOPLE})",
        re.IGNORECASE,
    )


def read_credit_lines(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims of credit lines: *Director: P | Writer: Q*."""
    for found in _credit_line().finditer(line.mask):
        work = reading.topic_work(line, found.start())
        if work:
            predicates = (
                predicates_in(found["n"], "nouns") or predicates_in(found["n"], "things") or predicates_in(found["n"], "passive")
            )
            for predicate in predicates:
                yield from pairs(
                    reading, predicate, line.people(found), [work], Ground(line, line.trigger(found, "n"), "credits.line", 0.92)
                )


@cache
def _absolute_patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """The patterns with their kinds, each with the words of which a line must hold one."""
    clauses = zip(_clauses(), (_VERBS, _VERBS, ("with",), ("with",), _VERBS), strict=True)
    debuts = ((pattern, ("debut",)) for pattern in _debuts())
    telling = tuple(sorted({max(phrase.split(), key=len) for phrase in words("absolute")}))
    phrases = ((pattern, telling) for pattern in _phrases(one_of("absolute")))
    told = (*clauses, *debuts, *phrases)
    return tuple((kind, re.compile(pattern, re.IGNORECASE), needed) for (kind, pattern), needed in told)


_VERBS = ("direct", "helm", "writ", "pen", "produc", "script")


_VERB = r"(?:(?:will |to |also ){0,3}(?:directs?|helms?|writes?|pens?|produces?|scripts)|directed|is directing|is writing)"
_KIND = r"(?:films?|drama|series|movie|account|tale|thriller|comedy|romance|adaptation|documentary|feature|remake|show)"
_READY = r"(?:attached|set|tapped|on board|confirmed|signed on|slated|chosen|picked|hired|expected|in line|due)"
_WHO = r"(?:, (?:who|known for|best known for|(?:also )?of|in (?:his|her|their|[\ue000-\ue7ff]'s)) [^,;]{1,80})?"


def _clauses() -> tuple[tuple[str, str], ...]:
    """*P directs.*, *with P directing*, *P is attached to direct*"""
    return (
        (
            "active",
            (
                rf"(?P<p>{PEOPLE})(?:, (?:the|a|an) [a-z -]{{1,30}},|{_WHO},)? (?:{AUX} ){{0,3}}(?P<v>{_VERB}(?: and {_VERB})?)"
                rf"(?= ?(?:[.,;]|and {MENTION}|while\b|as before|from\b|again\b|$|everything\b|{PERSON}'s (?:first|second|new|"
                rf"debut)\b|(?:this|the) (?:[a-z-]+ )?{_KIND}\b))"
            ),
        ),
        (
            "active",
            (
                rf"\b(?:directed|directs|directing|helms),? (?:and|while) {MODIFIER}(?P<p>{PEOPLE}) (?P<v>wrote|writes|"
                rf"penned|pens)(?=[.,;]|$)"
            ),
        ),
        (
            "active",
            (
                rf"(?P<p>{PEOPLE}) (?:{AUX} ){{0,3}}(?P<v>directed|directs|wrote|writes) (?:together |jointly |along )?with "
                rf"{MODIFIER}(?P<q>{PEOPLE})(?=[.,;]|$)"
            ),
        ),
        ("with", rf"\bwith (?P<p>{PEOPLE}) (?P<v>directing|writing|producing|at the helm)(?=[.,;]| and|$)"),
        (
            "active",
            (
                rf"(?P<p>{PEOPLE}),? (?:(?:{AUX}|the|an?|PD|director|writer|man|woman) ){{0,6}}{_READY} to (?:also )?"
                r"(?P<v>direct|helm|write|pen|produce)(?= ?(?:[.,;]|$|it\b|the (?:series|drama|film)\b))"
            ),
        ),
    )


def _debuts() -> tuple[tuple[str, str], ...]:
    """*P makes a directorial debut*, *W marks the directorial debut of P*"""
    return (
        (
            "debut",
            (
                rf"(?P<p>{PEOPLE})(?:, [^,]{{1,80}},)? (?:{AUX} ){{0,4}}(?:makes?|made|making|marks?) (?:{PERSON}'s |the |a )?"
                r"(?:feature |feature-length |long-awaited )?(?P<v>directorial debut|directing debut)(?! (?:with|in|through|"
                r"on)\b)"
            ),
        ),
        (
            "debut",
            (
                rf"\bmark(?:s|ed|ing) (?:the )?(?:feature |feature-length )?(?P<v>directorial debut|directing debut) "
                rf"(?:of|for|from) {MODIFIER}(?P<p>{PEOPLE})"
            ),
        ),
    )


def _phrases(phrase: str) -> tuple[tuple[str, str], ...]:
    """*P is at the helm*, *behind the camera is P*, *P is at the helm of W*"""
    stands = rf"(?:(?:sits|sat|stands|stood|returns|being|{AUX}) ){{0,6}}"
    return (
        ("absolute", rf"(?P<p>{PEOPLE}){_WHO},? {stands}(?P<v>{phrase})(?! of (?:the|this|a|{WORK}))"),
        ("absolute", rf"\b(?P<v>{phrase})(?: of the [a-z]+)? (?:is|are|was|will be) {MODIFIER}(?P<p>{PEOPLE})"),
        ("absolute", rf"(?P<p>{PEOPLE}),? {stands}(?P<v>{phrase}) of {DESCRIPTION.strip()}?(?P<w>{WORKS})"),
    )


def read_absolute(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims whose work is the one spoken of: *P directs.*, *P is at the helm*."""
    for kind, pattern, needed in _absolute_patterns():
        for found in pattern.finditer(line.mask) if says_any(line, needed) else ():
            if reading.doubtful(line, found.start("v")):
                continue
            named = list(line.works(found)) if "w" in found.groupdict() else []
            topic = reading.topic_work(line, found.start())
            told = (
                ("directed",)
                if kind == "debut" or found["v"].casefold() == "at the helm"
                else predicates_in(found["v"], "active" if kind == "with" else kind)
            )
            for predicate in told:
                ground = Ground(line, line.trigger(found, "v"), "credits.absolute", 0.93 if named else 0.82)
                people = [*line.people(found), *(line.people(found, "q") if found.groupdict().get("q") else ())]
                yield from pairs(reading, predicate, people, named or ([topic] if topic else []), ground)
