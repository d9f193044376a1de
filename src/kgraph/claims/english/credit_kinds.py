"""Credits told by what a work is called beside its maker: *P's coup drama W*, *W, a documentary by P*, *W (dir. P, 2013)*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import pairs
from kgraph.claims.english.grammar import MODIFIER, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles import listed_role, role_before
from kgraph.model import Claim, Mention, Referent
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_NOTE = r"(?: \([^()]{0,40}\))?"
_ADJECTIVE = (
    r"(?:(?!by\b|of\b|in\b|for\b|on\b|at\b|with\b|and\b|from\b|to\b|as\b|"
    r"through\b|before\b|after\b|but\b)[a-z\d][\w-]*,? )"
)
_BEHIND = r"(?=[.,;:]|$| (?:also|with|starring|stars|about|of|on|in|is|was|has|opens?|opened|which|that|and|set|from|for|as)\b)"


def read_kinds(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims of who made a work that the line calls a film, a book or the like."""
    for name, pattern, confidence in _patterns():
        for found in pattern.finditer(line.mask):
            if not reading.doubtful(line, found.start("k")) and not _speaks_of_another(found):
                yield from _made(reading, line, found, Ground(line, line.trigger(found, "k"), name, confidence))


@cache
def kinds(of: str) -> frozenset[str]:
    """What news calls a work: of who directed it (films), of who wrote it (books), of either (shows)."""
    return frozenset(word.casefold() for word in load_words("english/credits.yaml")["kinds"][of])


@cache
def kind_openings() -> frozenset[str]:
    """The last words of all kinds: a line without any of them need not be read."""
    words = (word for of in ("films", "books") for word in kinds(of))
    return frozenset(re.findall("[a-z]+", word)[-1] for word in words) | {"dir", "made"}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    kind = rf"(?P<k>{either(kinds('films') | kinds('books'))})"
    told = (
        ("credits.kind_owned", rf"(?P<p>{PERSON})'s (?P<gap>{_ADJECTIVE}{{0,4}}){kind},? (?P<w>{WORK})", 0.88),
        ("credits.kind_apposed", rf"(?P<w>{WORK}){_NOTE}, (?P<p>{PERSON})'s (?P<gap>{_ADJECTIVE}{{0,4}}){kind}{_BEHIND}", 0.88),
        (
            "credits.kind_by",
            (
                rf"(?P<w>{WORK}){_NOTE},? (?:is |was )?(?:an?|the|another) (?P<gap>(?:{_ADJECTIVE}|[A-Z][a-z]+ ){{0,5}}){kind} "
                rf"(?:of \d{{4}} )?(?:by|from) {MODIFIER}(?P<p>{PEOPLE})"
            ),
            0.88,
        ),
        (
            "credits.kind_of",
            (
                rf"(?P<w>{WORK}){_NOTE},? (?:is |was )?the (?P<gap>{_ADJECTIVE}{{0,3}})(?P<k>film|feature|movie|feature debut|"
                rf"debut feature|work) (?:of|from|by) {MODIFIER}(?P<p>{PEOPLE})"
            ),
            0.86,
        ),
        *_made_patterns(kind),
    )
    return tuple((name, re.compile(pattern, re.IGNORECASE), confidence) for name, pattern, confidence in told)


def _made_patterns(kind: str) -> tuple[tuple[str, str, float], ...]:
    """Who made a thing that is told of in passing: *which P made*, *(2019, dir. P)*, *P's film also stars ...*."""
    return (
        (
            "credits.kind_made",
            (
                rf"(?P<w>{WORK}){_NOTE},? (?P<gap>)(?:which|that) {MODIFIER}(?P<p>{PEOPLE}) (?:had |has |later |once )?"
                r"(?P<k>made)"
                r"(?=[.,;]|$| (?:in|with|for|from|at|after|before|when|while|as|on) )"
            ),
            0.86,
        ),
        (
            "credits.kind_dir",
            (
                rf"(?P<w>{WORK}) \((?P<gap>(?:\d{{4}}, )?)(?P<k>dir(?:ected by|ector|s?\.)?:?) {MODIFIER}(?P<p>{PEOPLE})"
                r"(?:, \d{4})?[,;)]"
            ),
            0.93,
        ),
        (
            "credits.kind_alone",
            (
                rf"(?<!, )(?P<p>{PERSON})'s (?P<gap>{_ADJECTIVE}{{0,3}}){kind}(?= (?:also|with|starring|stars|opens?|opened|has|"
                rf"had|about|in which|earned|took|sold|drew|passed|topped)\b|, {PERSON})(?P<w>(?!))?"
            ),
            0.78,
        ),
    )


def _speaks_of_another(found: re.Match[str]) -> bool:
    """*P's next film* has no title here; *P's remake of W* and an actor's *P's new drama W* tell nothing of who made W."""
    said = found["gap"].casefold().replace(",", "").split()
    if found["k"].casefold() == "drama" and "'s" in found[0] and _PLAIN.issuperset(said):
        return True
    if found["w"]:
        return not _NOT_MADE.isdisjoint(said)
    return not _other_work().isdisjoint(said)


_PLAIN = frozenset({"new", "next", "latest", "first", "last", "second", "hit", "upcoming", "weekend", "daily", "own", "recent"})
_NOT_MADE = frozenset(
    {"adaptation", "remake", "version", "role", "acting", "co-star", "album", "fellow", "favourite", "favorite"}
)


@cache
def _other_work() -> frozenset[str]:
    return frozenset(load_words("english/credits.yaml")["other_work"])


def _made(reading: Reading, line: Line, found: re.Match[str], ground: Ground) -> Iterator[Claim]:
    works: list[Mention | Referent] = list(line.works(found)) if found["w"] else []
    book = found["k"].casefold() in kinds("books")
    if not works:
        topic = None if book else reading.topic_work(line, found.start())
        works = [topic] if topic and topic.kind not in _WRITTEN else []
    makers = list(_makers(reading, line, found))
    for work in works:
        written = book or _kind(reading, work) in _WRITTEN
        told = [(person, "wrote" if written else role) for person, role in makers if book or role in _MADE]
        for predicate in _MADE:
            people = [person for person, role in told if role == predicate]
            yield from pairs(reading, predicate, people, [work], ground)


_WRITTEN = ("novel", "webtoon")
_MADE = ("directed", "wrote")


def _kind(reading: Reading, work: Mention | Referent) -> str | None:
    return (reading.referent(work) if isinstance(work, Mention) else work).kind


def _makers(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[tuple[Mention, str]]:
    """The people of the match with what each does: by the noun before the name, else that of the one before, else as is known of
    the person, else directing (*a thriller from director P and writer P*).
    """
    people, told = line.people(found), None
    for at in range(*found.span("p")):
        person = line.at(at)
        if person in people and person is not None:
            told = role_before(line, at) or told
            if person.form == "name":
                yield person, told or listed_role(reading.referent(person).name) or "directed"
