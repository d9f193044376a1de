"""Who plays whom: *P plays C*, *P as C*, *P is C*; *A and B play X and Y respectively*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import WORD
from kgraph.claims.english.grammar import JOIN, PEOPLE, PERSON, WORK
from kgraph.claims.english.parts import (
    cast_as,
    casting_words,
    clause_of,
    status_of,
)
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent

_CHARACTER = re.compile(
    rf"(?:['\"](?P<quoted>[^'\"]{{2,40}})['\"]|(?:(?:the |an? |his |her |their )?(?:[a-z][\w'-]*,? ){{0,9}}?)(?P<name>(?:(?:Dr|"
    rf"Mr|Mrs|Ms)\. )?{PERSON}|"
    rf"(?:(?:Dr|Mr|Mrs|Ms)\. )?[A-Z][\w'-]*(?: (?:of |the |de )?[A-Z][\w'-]*){{0,3}}))"
)


_NOT_CHARACTER = re.compile(r"\b(?:who|which|and|but|with|in|on|at|for|when|while|by|opposite|from)\b", re.IGNORECASE)


@cache
def _plays_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:, (?:last|most recently|best known|fresh|also|known|the|an?|who) [^,;.]{{3,80}}(?=,))?,? (?:(?:in "
        rf"(?:final |advanced |early )?talks to|considering an offer to|reviewing an offer to|"
        rf"considering|offered|who|has|had|will|also|to|is|was|been|are|have|set|cast|confirmed|tapped|reportedly|both|then|"
        rf"once|in turn|each|now) ){{0,5}}(?P<v>{casting_words('plays')})\b",
        re.IGNORECASE,
    )


_AGENT = re.compile(r"\bby (?:the )?$")  # *while a trumpet by P plays*


def read_plays(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims of verbs of playing: *P plays C*."""
    for found in _plays_pattern().finditer(line.mask):
        status = status_of(reading, line, found.start("v"))
        rest = line.mask[found.end() :]
        if status == "no" or re.match(r" (?:a (?:role|part) in|it|games?|together|with|by|the (?:piano|guitar))\b", rest):
            continue
        work, confidence = work_of_part(reading, line, found.end())
        if work is None or _AGENT.search(line.mask, max(0, found.start() - 12), found.start()):
            continue
        names = characters_at(line, found.end())
        yield from cast_as(
            reading,
            (line.people(found), names),
            work,
            Ground(line, line.trigger(found, "v"), "casting.plays", confidence),
            status,
        )


_AHEAD = re.compile(rf"[^;]{{0,160}}?\b(?:in|of|for) (?:the |{WORD} |[A-Z]\w+ |[\uf000-\uf7ff](?:'s)? ){{0,6}}(?P<w>{WORK})")


def work_of_part(reading: Reading, line: Line, position: int) -> tuple[Mention | Referent | None, float]:
    """The work of a part told at a position: *in W* behind it in the clause, else a work before it, else the topic."""
    _start, end = clause_of(line, position)
    ahead = _AHEAD.match(line.mask, position, max(end, position))
    if ahead:
        return line.works(ahead)[0], 0.92
    return reading.topic_work(line, position), 0.86 if line.between(0, position, "Work") else 0.82


def characters_at(line: Line, position: int) -> list[str]:
    """The characters' names that follow a verb of playing; several for *X, Y and Z respectively*."""
    found = _CHARACTER.match(line.mask, position + 1 if line.mask[position : position + 1] == " " else position)
    if found is None:
        return []
    first = _character_name(line, found)
    if first is None:
        return []
    names, at = [first], found.end()
    tail = line.mask[at : at + 200]
    if "respectively" in tail:
        more = re.compile(rf"{JOIN}(?P<name>{PERSON}|[A-Z][\w'-]*(?: [A-Z][\w'-]*){{0,3}})")
        following = more.match(line.mask, at)
        while following:
            names.append(_text_of(line, *following.span("name")))
            following = more.match(line.mask, following.end())
    return names


def character_after(line: Line, position: int) -> str | None:
    """The character's name behind *as*, if one follows at once."""
    found = re.compile(r" as ").match(line.mask, position)
    names = characters_at(line, found.end() - 1) if found else []
    return names[0] if names else None


def _character_name(line: Line, found: re.Match[str]) -> str | None:
    if found["quoted"]:
        return found["quoted"]
    skipped = line.mask[found.start() : found.start("name")]
    if (
        _NOT_CHARACTER.search(skipped)
        or found["name"].casefold() in _never_names()
        or re.search(r"-(?:Korean|American|Japanese|Chinese)$", found["name"])
        or found["name"] in ("Korean", "Seoul", "I", "Joseon", "North", "South", "Japanese", "American")
    ):
        return None
    return _text_of(line, *found.span("name")).removesuffix("'s")


@cache
def _never_names() -> frozenset[str]:
    """Places, months and words of the trade: no character is called so."""
    lists = load_words("english/not_names.yaml")
    return frozenset(str(word) for name in ("places", "times") for word in lists[name])


def _text_of(line: Line, start: int, end: int) -> str:
    return line.original(start, end).text


@cache
def _as_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:, [a-z][^,.;:{PERSON[1:-1]}]{{0,50}},)?(?P<link>,? (?:will |down |has |have |had |was |were |is |"
        rf"are |been |be |also |both |back |down |in|along |stands? [a-z ]{{0,24}}|appears? |returns? |stars? |starred |"
        rf"confirmed |cast )*as | is | are )(?=[A-Z'\"{PERSON[1:-1]}]|the [A-Z]|(?:the |an? |his |her )?(?:[a-z][\w'-]*,? "
        rf"){{0,8}}?(?:[A-Z{PERSON[1:-1]}]))"
    )


def read_as_character(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims of *P as C* and *P is C, a man who ...*."""
    for found in _as_pattern().finditer(line.mask):
        copula = found["link"] in (" is ", " are ")
        names = characters_at(line, found.end())
        if not names or reading.doubtful(line, found.start("link")) or not _plausible(line, found, names[0], copula=copula):
            continue
        work, confidence = work_of_part(reading, line, found.start("link"))
        if work is None:
            continue
        trigger = line.original(*found.span("link"))
        rule = "casting.is_character" if copula else "casting.as_character"
        yield from cast_as(
            reading,
            (line.people(found)[-1:], names[:1]),
            work,
            Ground(line, trigger, rule, confidence - (0.06 if copula else 0.0)),
            None,
        )


def _plausible(line: Line, found: re.Match[str], name: str, *, copula: bool) -> bool:
    """True if what follows *as* or *is* is a character: a name at once or after a description, never a role of the trade."""
    between = line.mask[found.end() : found.end() + 60]
    if re.match(
        rf"(?:the |an? |his |her |its )?(?:{WORD},? ){{0,4}}?(?:director|writer|producer|actor|actress|singer|host|MC|"
        rf"ambassador|model|member|star|lead|composer|husband|wife|brother|sister|son|daughter|father|mother|friend|author|"
        rf"creator|guest|judge)\b",
        between,
        re.IGNORECASE,
    ):
        return False
    if copula:
        return bool(
            re.match(r"(?:(?:the|an?) (?:[a-z-]+ ){1,3})?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?:,| the\b|\.| who\b)", between)
        )
    return name[0].isupper()
