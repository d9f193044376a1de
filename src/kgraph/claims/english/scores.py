"""Composers and producers told without the work's name: "the score is by P", "with P as executive producer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, PEOPLE, PERSON, WORK
from kgraph.claims.english.reading import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Claim

_MUSIC = r"(?:[Tt]he )?(?:[Mm]usic|[Ss]core|[Ss]oundtrack|OST|[Ss]ongs)"
_SCORE_BY = re.compile(
    rf"\b(?P<t>{_MUSIC})(?: [a-z]+){{0,3}} (?:is|was|are|were|comes|came) (?:[a-z]+ ){{0,3}}?(?:by|from|of) (?:the )?"
    rf"(?:[a-z-]+ ){{0,4}}(?P<p>{PEOPLE})(?!'s)"
)
_COMPOSER_IS = re.compile(rf"\b(?P<t>(?:[Tt]he )?(?:composer|music director)) (?:is|was) (?P<p>{PEOPLE})(?!'s)")
_SCORED_FOR = re.compile(
    rf"(?P<p>{PERSON})'s (?:[a-z]+ ){{0,2}}(?P<t>(?:score|music|soundtrack)) (?:was |is )?for "
    rf"(?:[a-z-]+ |{PERSON}'s ){{0,5}}(?P<w>{WORK})"
)
_AS_PRODUCER = re.compile(
    rf"\bwith (?P<p>{PEOPLE}) (?P<t>as (?:an? |the )?(?:executive |co-)?producers?|(?:co-)?producing|"
    r"attached to produce|as EPs?)\b"
)
_PRODUCING = re.compile(
    rf"\b(?P<t>[Pp]roducing|[Ee]xecutive producing) (?:is|are|will be|for \w+ (?:is|are)) (?P<p>{PEOPLE})(?!'s)"
)
_PRODUCED = re.compile(
    rf"(?P<p>{PERSON}){BRACKET}(?:, [^.;\ue800-\uf7ff]{{1,60}},)? (?P<t>(?:co-)?produced|produces|is producing)"
    r"(?=[.;]|$|, and|\.$)"
)
_OF_TOPIC = (
    ("composed_for", "score_by", 0.85, _SCORE_BY),
    ("composed_for", "composer_is", 0.85, _COMPOSER_IS),
    ("produced", "as_producer", 0.88, _AS_PRODUCER),
    ("produced", "producing", 0.88, _PRODUCING),
    ("produced", "produced_it", 0.82, _PRODUCED),
)
_WORDS = re.compile(r"\b(?:music|score|soundtrack|ost|songs|composer|produc|eps?\b)", re.IGNORECASE)
_NO_MUSIC = ("song", "album", "novel", "webtoon")


def made_beside(reading: Reading, line: Line) -> Iterator[Claim]:
    """Who composed for or produced what the line or its paragraph is about."""
    if not line.has("Person") or not _WORDS.search(line.mask):
        return
    for found in _SCORED_FOR.finditer(line.mask):
        work = line.at(found.start("w"))
        for person in line.people(found) if work else ():
            if work:
                yield reading.claim(
                    "composed_for", (person, work), Ground(line, line.trigger(found, "t"), "scores.scored_for", 0.88)
                )
    for predicate, rule, confidence, pattern in _OF_TOPIC:
        for found in pattern.finditer(line.mask):
            topic = reading.topic_work(line, found.start())
            if topic is None or topic.kind in _NO_MUSIC or reading.doubtful(line, found.start()):
                continue
            ground = Ground(line, line.trigger(found, "t"), f"scores.{rule}", confidence)
            for person in line.people(found):
                yield reading.claim(predicate, (person, topic), ground)
