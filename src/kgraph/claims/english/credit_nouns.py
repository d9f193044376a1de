"""Credits told by nouns: *W director P*, *P, writer of W*, *the script is by P*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import WORD, pairs, trimmed
from kgraph.claims.english.grammar import MODIFIER, ORG, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.lexicon import openings, predicates_in, several
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import role_before
from kgraph.model import Claim, Mention, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line


_OF = r"(?:of|behind|for|on)"
_THE = r"(?:the |an? |its |their |original |award-winning |acclaimed |hit |famed |veteran |former )*"
_OTHER = rf"(?:{WORK}(?:'s)? )?"  # *W by "X" director P*
_FILL = rf"(?:(?:the|an?|hit|\d{{4}}|{WORD}|{ORG}(?:'s)?|Korean|K-drama|Netflix|{ORG}) ){{0,6}}?"


@cache
def _noun_patterns() -> tuple[tuple[frozenset[str], str, re.Pattern[str], float], ...]:
    """The patterns, each with the words of which a line must hold one."""
    nouns, whose = openings("nouns") | {"film", "director", "directors", "pd", "filmmaker"}, frozenset({"whose"})
    behind = openings("nouns") | {"by", "from", "of"}
    shapes = ((nouns, _plain_nouns), (behind, _beside_nouns), (whose, _whose), (nouns, _nouns_with_work))
    told = ((needed, *pattern) for needed, shape in shapes for pattern in shape(several("nouns")))
    return tuple((needed, name, re.compile(pattern, re.IGNORECASE), confidence) for needed, name, pattern, confidence in told)


def _plain_nouns(noun: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.work_noun",
            rf"(?P<w>{WORKS}|{WORK})(?:'s)? (?:\(\w+ title \w+\) )?(?P<n>{noun}) (?P<p>{PEOPLE}|{PERSON})",
            0.95,
        ),
        ("credits.work_noun", rf"(?P<w>{WORK})'s (?P<n>{noun}), (?P<p>{PERSON})", 0.9),
        (
            "credits.from_noun_of",
            rf"(?P<w>{WORKS}),? (?:is |comes )?(?:from|by) the (?P<n>{noun}) of {_FILL}{WORK}(?: and {WORK})?, (?P<p>{PERSON})",
            0.88,
        ),
        (
            "credits.by",
            rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?, [^,;.:]{{3,60}}, by (?:the )?(?P<n>{noun}) (?P<p>{PEOPLE})",
            0.86,
        ),
        ("credits.noun_of", rf"\b(?P<n>{noun}) (?P<p>{PEOPLE}) {_OF} {_FILL}(?P<w>{WORKS})", 0.93),
    )


def _beside_nouns(noun: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.noun_alone",
            (
                rf"(?P<p>{PEOPLE}),? (?:is|was|serves as|served as|has come aboard as|comes aboard as|came aboard as|joined as|"
                rf"joins as|acts as|returns as|remains as|stays on as|remains) (?P<art>the |an? )?(?P<n>{noun})(?: (?:of|for|"
                rf"on) (?:the )?(?P<w>{WORKS}))?(?= ?[.,;]| and\b| of\b)"
            ),
            0.85,
        ),
        (
            "credits.apposition_alone",
            rf"(?P<p>{PEOPLE}), the (?:original |series |film's |show's )?(?P<n>{noun})(?P<w>(?!))?(?=[,.])",
            0.8,
        ),
        (
            "credits.by",
            rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?,? (?:by|from|of) (?:the )?{_OTHER}(?P<n>(?:{noun} )?)(?P<p>{PEOPLE})",
            0.88,
        ),
        (
            "credits.by",
            (
                rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?, (?:an?|the) (?:[\w'-]+ ){{1,6}}by (?:the )?(?:first-time |rookie |"
                rf"newcomer |veteran |acclaimed |up-and-coming )?(?P<n>{noun} )(?P<p>{PEOPLE})"
            ),
            0.9,
        ),
    )


def _whose(noun: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.whose",
            (
                rf"(?P<p>{PERSON}),? whose (?:\w+ ){{0,3}}?(?P<n>webtoon|novel|webcomic|comic|book|film|films|movie|drama|"
                rf"series|song)s? (?P<w>{WORK})"
            ),
            0.88,
        ),
        (
            "credits.whose",
            rf"(?P<p>{PERSON}), (?:the|an?) (?:[\w'-]+ ){{0,4}}?(?P<n>{noun}) whose (?:\w+ ){{0,3}}?(?P<w>{WORK})",
            0.9,
        ),
        (
            "credits.whose",
            rf"(?P<p>{PERSON}),? whose (?P<w>{WORK}) (?P<n>films?|dramas?|series|novels?|webtoons?|movies)\b",
            0.8,
        ),
    )


def _nouns_with_work(noun: str) -> tuple[tuple[str, str, float], ...]:
    return (
        (
            "credits.apposition",
            (
                rf"(?P<p>{PEOPLE}),? (?:who is |is |was |as |, )?{_THE}(?:{WORD} ){{0,3}}?(?P<n>{noun}) {_OF} "
                rf"{_FILL}(?P<w>{WORKS})"
            ),
            0.93,
        ),
        (
            "credits.of_work",
            rf"\b(?P<n>{noun}) {_OF} {_FILL}(?P<w>{WORKS})(?:,| is| was|:|,? by)? {MODIFIER}(?P<p>{PEOPLE})",
            0.9,
        ),
        ("credits.with_noun", rf"(?P<w>{WORK}),? with (?:the )?(?P<n>{noun}) (?P<p>{PERSON})", 0.85),
        (
            "credits.noun_who",
            (
                rf"\b(?P<n>(?:film )?directors?|PD|filmmaker) (?P<p>{PERSON}), who (?:gave|cast|discovered|worked with|"
                rf"directed|had) [^.;]{{0,80}}? (?:in|for|on) {_FILL}(?P<w>{WORKS})"
            ),
            0.82,
        ),
        ("credits.noun_possessive", rf"\b(?P<n>{noun}) (?P<p>{PERSON})'s {_FILL}(?P<w>{WORKS})", 0.9),
    )


def read_nouns(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims that a noun of the trade tells: *W director P*, *P, creator of W*."""
    for needed, rule, pattern, confidence in _noun_patterns():
        for found in pattern.finditer(line.mask) if not needed.isdisjoint(line.words) else ():
            if reading.doubtful(line, found.start("n")) or _is_adapted(found):
                continue
            people = trimmed(line, found)
            yield from _by_noun(
                reading, line, found, people, Ground(line, line.trigger(found, "n" if found["n"] else 0), rule, confidence)
            )


def _by_noun(reading: Reading, line: Line, found: re.Match[str], people: list[Mention], ground: Ground) -> Iterator[Claim]:
    """Claims of a noun's pattern: without a work the one spoken of is meant; without a noun the work's kind tells the
    predicate.
    """
    works: list[Mention | Referent] = list(_owned(line, found))
    topic = reading.topic_work(line, found.start()) if not works else None
    if not works and (found.groupdict().get("art") or "").casefold().startswith("a") and "producer" not in found["n"].casefold():
        return
    for work in works or ([topic] if topic else []):
        for predicate in _noun_predicates(reading, found["n"], work):
            yield from pairs(reading, predicate, _of_role(line, found, people, predicate), [work], ground)


def _of_role(line: Line, found: re.Match[str], people: list[Mention], predicate: str) -> list[Mention]:
    """The people of a list up to who has another role: *from writer P and director Q* has P alone."""
    for place in _ANYBODY.finditer(line.mask, found.start("p") + 1, found.end("p")):
        if (role_before(line, place.start()) or predicate) != predicate:
            before = line.between(found.start("p"), place.start(), "Person")
            return [person for person in people if person in before]
    return people


_ANYBODY = re.compile(PERSON)


def _owned(line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """The works of a pattern up to the next owner: *director P's W and writer Q's X* has W alone."""
    owners = {person.ref for person in line.people(found)}
    for place in _OWNER.finditer(line.mask, *found.span("w")) if found["w"] else ():
        owner = line.at(place.start())
        if owner is not None and owner.ref not in owners:
            return line.between(found.start("w"), place.start(), "Work")
    return line.works(found)


_OWNER = re.compile(rf"{PERSON}'s")


def _noun_predicates(reading: Reading, noun: str | None, work: Mention | Referent) -> tuple[str, ...]:
    told = predicates_in(noun or "", "nouns")
    if told:
        return told
    kind = (reading.referent(work) if isinstance(work, Mention) else work).kind
    if noun and re.fullmatch(r"(?:film|movie|drama|serie)s?|series", noun.strip(), re.IGNORECASE):
        return ("directed",)
    if kind in ("novel", "webtoon") or (noun and re.match(r"webtoon|novel|webcomic|comic|book", noun)):
        return ("wrote",)
    return ("performed",) if kind in ("song", "album") else ()


def _is_adapted(found: re.Match[str]) -> bool:
    """*director P's remake of W* tells nothing of who made W."""
    text = found.string[found.end("p") : found.start("w")] if found["w"] and found.start("w") > found.end("p") else ""
    return bool(re.search(r"\b(?:remake|adaptation|version|reworking|retelling|sequel|interest|role)\b", text))
