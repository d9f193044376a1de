"""Who directed, wrote, created, produced, composed and performed what: clauses; the nouns and credit lines beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import AUX, DESCRIPTION, WORD, pairs, subject_of, trimmed
from kgraph.claims.english.credit_kinds import kind_openings, read_kinds
from kgraph.claims.english.credit_lines import read_absolute, read_credit_lines
from kgraph.claims.english.credit_nouns import read_nouns
from kgraph.claims.english.credit_things import read_from, read_pen, read_things
from kgraph.claims.english.grammar import MODIFIER, PEOPLE, WORK, WORKS
from kgraph.claims.english.lexicon import one_of, openings, predicates_in, several
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent

_NO_OBJECT = re.compile(r"\b(?:who|which|when|while|after|before|but|because|that|if|where|with|by|alongside|opposite)\b")


def credit_claims(reading: Reading) -> Iterator[Claim]:
    """All credits of an article."""
    for line in reading.lines:
        if line.has("Person") and _trigger().search(line.mask):
            for rule, needed in _rules():
                if needed is None or not needed.isdisjoint(line.words):
                    yield from rule(reading, line)


@cache
def _rules() -> tuple[tuple[Callable[[Reading, Line], Iterator[Claim]], frozenset[str] | None], ...]:
    """The rules in reading order, each with the words of which a line must hold one."""
    active = openings("active")
    return (
        (_passive, openings("passive")),
        (_active, active),
        (_object_relative, active),
        (_directed_in, frozenset({"directed", "directs", "directing"})),
        (read_nouns, None),
        (read_things, openings("things")),
        (read_from, frozenset({"from"})),
        (read_pen, frozenset({"from"})),
        (read_kinds, kind_openings()),
        (read_credit_lines, openings("nouns", "things", "passive")),
        (read_absolute, active | openings("absolute") | {"to", "debut"}),
    )


@cache
def _trigger() -> re.Pattern[str]:
    kinds = "|".join(one_of(kind) for kind in ("active", "passive", "nouns", "things", "absolute"))
    return re.compile(
        rf"\b(?:{kinds}|whose|by|pen|mind|maker|made|debut|dirs?|(?:film|feature|movie|work) (?:of|from)|direct\w*|helm\w*|"
        rf"writ\w*)\b|'s ",
        re.IGNORECASE,
    )


@cache
def _passive_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{several('passive')}) (?:jointly |together |solely )?(?:by|from) (?:(?!of\b|and\b|the (?:wife|husband|"
        rf"same)\b)[a-z-]+ ){{0,3}}?(?:{MODIFIER})(?P<p>{PEOPLE})(?: (?:together |along )?with (?:(?!the\b)[a-z-]+ "
        rf"){{0,3}}(?P<q>{PEOPLE})(?! in\b| as\b))?",
        re.IGNORECASE,
    )


_BREAKS_PASSIVE = re.compile(
    r"(?:\b(?:in|with|for|on|by|from|of|and) (?:an?|another|new|his|her|upcoming)\b[^,]*|[;]|\bwho\b[^,]*)$"
)


def _passive(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _passive_pattern().finditer(line.mask):
        if reading.negated(line, found.start()):
            continue
        works, confidence = _works_of_participle(reading, line, found)
        for predicate in predicates_in(found["v"], "passive"):
            people = [*trimmed(line, found), *(line.people(found, "q") if found["q"] else ())]
            yield from pairs(
                reading, predicate, people, works, Ground(line, line.trigger(found, "v"), "credits.passive", confidence)
            )


def _works_of_participle(reading: Reading, line: Line, found: re.Match[str]) -> tuple[list[Mention | Referent], float]:
    """What a participle speaks of: the works right before it, behind its people (*Directed by P, W ...*), or the topic."""
    before = _last_works(reading, line, found.start())
    if _thing_behind().search(line.mask, max(0, found.start() - 40), found.start()):
        topic = reading.topic_work(line, found.start())
        return ([topic], 0.88) if topic else ([], 0.0)
    if before is not None:
        start, end = before
        gap = line.mask[end : found.start()]
        if len(gap) < 140 and not _BREAKS_PASSIVE.search(_without_credits(gap)):
            return list(line.between(start, end, "Work")), 0.95
    ahead = re.compile(rf",? {MODIFIER}(?P<w>{WORK})").match(line.mask, found.end())
    if ahead and line.mask[: found.start()].strip() == "":
        return list(line.works(ahead)), 0.93
    if before is None and re.search(r"\b(?:an?|another|next|new|upcoming) (?:[\w-]+ ){0,4}$", line.mask[: found.start()]):
        return [], 0.0
    topic = reading.topic_work(line, found.start())
    return ([topic], 0.8) if topic else ([], 0.0)


_BESIDE = 3  # characters: a title so close before a participle is what it speaks of, even if it stands aside


def _without_credits(gap: str) -> str:
    """The gap without other credits (*written by P,*) and brackets."""
    return _CREDIT_OR_BRACKET.sub("", gap)


_CREDIT_OR_BRACKET = re.compile(rf"\b[a-z-]+(?: and [a-z-]+)? by {MODIFIER}{PEOPLE}|\([^()]*\)")


@cache
def _thing_behind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('things')}),? (?:is |was |are |were )?$", re.IGNORECASE)


@cache
def _works_group() -> re.Pattern[str]:
    return re.compile(WORKS)


def _last_works(reading: Reading, line: Line, position: int) -> tuple[int, int] | None:
    """Where the last group of works before a position stands; earlier works of somebody and others that stand aside are passed
    over.
    """
    last = None
    aside = {place for place, named in reading.named(line, "Work") if named.aside and position - place > _BESIDE}
    for group in _works_group().finditer(line.mask, 0, position):
        if group.start() in aside:
            continue
        if (
            line.mask.count("(", 0, group.start()) <= line.mask.count(")", 0, group.start())
            or line.mask.count(")", group.end(), position) == 0
        ):
            last = group.span()
    return last


@cache
def _active_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{several('active')})(?! by\b)(?P<gap>{DESCRIPTION})(?P<w>{WORKS})(?P<more> (?:together |along |side by "
        rf"side )?with {MODIFIER}(?P<q>{PEOPLE}))?",
        re.IGNORECASE,
    )


def _active(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _active_pattern().finditer(line.mask):
        if _NO_OBJECT.search(found["gap"]) or _thing_of().search(found["gap"]) or reading.doubtful(line, found.start()):
            continue
        people, confidence = subject_of(reading, line, found.start())
        people = [*people, *(line.people(found, "q") if found["more"] else ())]
        predicates = predicates_in(found["v"], "active")
        if "performed" in predicates and not _is_song(reading, line.works(found)):
            predicates = tuple(p for p in predicates if p != "performed")
        for predicate in predicates:
            ground = Ground(line, line.trigger(found, "v"), "credits.active", confidence)
            yield from pairs(reading, predicate, people, line.works(found), ground)


_DIRECTED_IN = re.compile(
    rf"\b(?P<v>direct(?:ed|s|ing)) (?:{MODIFIER}{PEOPLE}) (?:[a-z]+ly )?in(?: \d{{4}})?(?: in)?(?P<gap>{DESCRIPTION})"
    rf"(?P<w>{WORKS})"
)


def _directed_in(reading: Reading, line: Line) -> Iterator[Claim]:
    """*the year he directed her in W*"""
    for found in _DIRECTED_IN.finditer(line.mask):
        people, confidence = subject_of(reading, line, found.start())
        if confidence > _NEAR and not _NO_OBJECT.search(found["gap"]) and not reading.doubtful(line, found.start()):
            yield from pairs(
                reading, "directed", people, line.works(found), Ground(line, line.trigger(found, "v"), "credits.directed_in", 0.9)
            )


_NEAR = 0.9  # the sureness of a subject right before its verb


@cache
def _thing_of() -> re.Pattern[str]:
    """*wrote the score of W*: the part of the work tells the credit, which `read_things` reads."""
    return re.compile(rf"\b{one_of('things')} (?:of|for|to)\b", re.IGNORECASE)


def _is_song(reading: Reading, works: Iterable[Mention]) -> bool:
    return all(reading.referent(work).kind in (None, "song", "album", "other") for work in works)


@cache
def _relative_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<w>{WORKS})(?P<gap>(?:,? (?!and\b|but\b|with\b|in which\b|when\b|while\b){WORD}){{0,10}}?),? ?(?:(?:which|that) "
        rf"(?:[\w' -]{{0,40}}? )??)?{MODIFIER}(?P<p>{PEOPLE}) (?:{AUX} ){{0,4}}"
        rf"(?P<v>{several('active')})(?= ?(?:[.,;)]|and\b|together\b|with\b|in\b|for\b|alongside\b|newly\b|himself\b|herself\b|"
        rf"$))(?: (?:together |along )?with {MODIFIER}(?P<q>{PEOPLE}))?",
        re.IGNORECASE,
    )


@cache
def _and_clause() -> re.Pattern[str]:
    return re.compile(
        rf" and {MODIFIER}(?P<p>{PEOPLE}) (?:{AUX} ){{0,3}}(?P<v>{one_of('active')})(?=[.,;]|$| and)", re.IGNORECASE
    )


def _object_relative(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _relative_pattern().finditer(line.mask):
        if reading.doubtful(line, found.start("v")) or re.search(r"[.;]", found["gap"]):
            continue
        linked = re.search(r"\b(?:which|that)\b", line.mask[found.end("w") : found.start("v")])
        if not linked and not re.fullmatch(r"(?:,? [a-z-]+){0,1}", found["gap"]):
            continue
        for predicate in predicates_in(found["v"], "active"):
            people = [*line.people(found), *(line.people(found, "q") if found["q"] else ())]
            yield from pairs(
                reading,
                predicate,
                people,
                line.works(found),
                Ground(line, line.trigger(found, "v"), "credits.relative", 0.92 if linked else 0.85),
            )
        for more in _and_clause().finditer(line.mask, found.end(), min(len(line.mask), found.end() + 80)):
            for predicate in predicates_in(more["v"], "active"):
                yield from pairs(
                    reading,
                    predicate,
                    line.people(more),
                    line.works(found),
                    Ground(line, line.trigger(more, "v"), "credits.relative", 0.85),
                )
