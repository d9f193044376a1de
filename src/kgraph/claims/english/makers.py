"""The one director, the one writer of a work's paragraphs, where nothing else says who made it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import is_heading
from kgraph.claims.english.grammar import PERSON
from kgraph.claims.english.lexicon import words
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import either, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention, Referent

_IMPLIED = 0.5  # the words only imply it
_CONFIDENCE = 0.7  # how often the only director named in a work's paragraphs is its own (development articles, 2026-11)


def maker_claims(reading: Reading, said: Iterable[Claim]) -> Iterator[Claim]:
    """*PD P* or *writer Q* in a paragraph about W, when the article names nobody else in that role there."""
    said = list(said)
    made = {(claim.predicate, claim.object.ref) for claim in said if claim.object}
    known = {(claim.predicate, claim.subject.ref) for claim in said}
    busy = {(claim.subject.ref, claim.evidence.start) for claim in said}
    found: dict[tuple[str, str], dict[str, tuple[Line, re.Match[str], Mention, Referent]]] = {}
    for line in reading.lines:
        if line.sentence.kind == "headline" or is_heading(line):
            continue
        for match in _in_roles(line):
            if line.mask.count('"', 0, match.start()) % 2 or _DONE_BY.search(line.mask, 0, match.start()):
                continue
            work, person = reading.topic_work(line, match.start()), line.at(match.end() - 1)
            if work is None or person is None or (person.ref, line.span.start) in busy:
                continue
            predicate = words("nouns")[folded(match[1])][0]
            if (predicate, person.ref) in known:
                continue
            found.setdefault((predicate, work.ref), {}).setdefault(person.ref, (line, match, person, work))
    for (predicate, ref), people in found.items():
        if len(people) == 1 and (predicate, ref) not in made and predicate in ("directed", "wrote"):
            line, match, person, work = next(iter(people.values()))
            ground = Ground(line, line.trigger(match, 1), "makers.only_one", _CONFIDENCE)
            yield reading.claim(predicate, (person, work), ground)
    yield from _spoken(reading, known)


def _spoken(reading: Reading, known: set[tuple[str, str]]) -> Iterator[Claim]:
    """*"I was close to director P ... because of W"*: of a director in somebody's words the one work that these words name is
    implied.
    """
    for line in reading.lines:
        speakers = {mention.ref for mention in line.mentions if mention.form == "speaker"}
        for match in _in_roles(line):
            person = line.at(match.end() - 1)
            works = {mention.ref: mention for mention in line.of_type("Work") if mention.form == "name"}
            inside = line.mask.count('"', 0, match.start()) % 2 == 1
            if person is None or not speakers or person.ref in speakers or len(works) != 1 or not inside:
                continue
            predicate = words("nouns")[folded(match[1])][0]
            if (predicate, person.ref) not in known:
                ground = Ground(line, line.trigger(match, 1), "makers.spoken", _IMPLIED)
                yield reading.claim(predicate, (person, next(iter(works.values()))), ground)


_DONE_BY = re.compile(r"\b[a-z]+ed by (?:the )?$")  # *praised by director P*: what is credited so was read before


_MAKERS = ("director", "pd", "filmmaker", "writer", "screenwriter", "scriptwriter")
_ROLE_AND_PERSON = re.compile(rf"\b({either(_MAKERS)}) {PERSON}(?!'s)", re.IGNORECASE)


def _in_roles(line: Line) -> Iterator[re.Match[str]]:
    """The places of a line where somebody is called the maker of a work."""
    return _ROLE_AND_PERSON.finditer(line.mask) if not line.words.isdisjoint(_MAKERS) else iter(())
