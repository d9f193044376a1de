"""Works told of by whose they are: titles as headings of an article about one person, *W, three years after X*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles
    from kgraph.model import Claim, Mention, Referent

_TITLES = 2  # headings that are titles: with fewer it is no list of works
_ALONE = ("directed", "wrote")  # a work has few of these: whoever the text names is who made it
_TITLE_LINE = re.compile(
    rf"^(?:[•●*-] ?|\(?#?\d{{1,3}}[.):]? ?|[A-Z][A-Z' ()-]{{2,48}}: )?(?P<w>{WORK})(?: \([^()]{{1,40}}\))?[.:]?(?=$|,)"
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:favou?rites?|picks?|picked|recommends?|recommended|loves?|likes?|watch(?:es|ed)?|fans? of|vs)\b", re.IGNORECASE
)


def oeuvre_claims(reading: Reading, roles: Roles, said: Iterable[Claim]) -> Iterator[Claim]:
    """Claims that the person whom an article is about made, or acts in, the works that head its sections."""
    person = _subject(reading)
    predicate = (roles.of(person) or _told_by_headline(reading)) if person is not None else None
    if person is None or predicate not in ("acted_in", *_ALONE):
        return
    made = {claim.object.ref for claim in said if claim.object and claim.predicate == predicate and predicate in _ALONE}
    titles = [(line, found, _work(reading, line, found)) for line in reading.lines if (found := _TITLE_LINE.match(line.mask))]
    titles = [title for title in titles if title[0].sentence.kind != "headline" and title[2].kind not in ("song", "album")]
    if len({work.ref for _, _, work in titles}) < _TITLES:
        return
    for line, found, work in titles:
        if work.ref not in made:
            yield reading.claim(predicate, (person, work), Ground(line, line.trigger(found, "w"), "oeuvres.heading", 0.8))


_ROLES = re.compile(r"\b(?:roles|performances|characters)\b", re.IGNORECASE)


def _told_by_headline(reading: Reading) -> str | None:
    """*P's five best roles*"""
    return (
        "acted_in" if any(line.sentence.kind == "headline" and _ROLES.search(line.mask) for line in reading.lines[:2]) else None
    )


def _work(reading: Reading, line: Line, found: re.Match[str]) -> Referent:
    return reading.referent(line.works(found)[0])


def _subject(reading: Reading) -> Mention | None:
    """The one person in the headline of an article about their works."""
    headline = next((line for line in reading.lines if line.sentence.kind == "headline"), None)
    named = [mention for mention in headline.of_type("Person") if mention.form == "name"] if headline else []
    if headline is None or len({mention.ref for mention in named}) != 1 or _SOMEBODY_ELSES.search(headline.mask):
        return None
    return named[0]


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:returns?|returned|returning|comeback|back|reunites?|reunited|reunion|meets? again|first (?:drama|film|series|"
        rf"movie|project|lead role))\b[^.;]{{0,120}}?\b(?P<v>after|since|following) (?:(?:the|an?|his|her|their|{PERSON}'s|"
        rf"[a-z0-9][\w'-]*|"
        rf"[\uf000-\uf7ff](?:'s)?) ){{0,5}}?(?P<w>{WORKS})"
    )


def earlier_claims(reading: Reading, said: Iterable[Claim], roles: Roles) -> Iterator[Claim]:
    """*P returns with W, three years after X*; *W reunites P with director Q after X*: what they do now they did before."""
    now = {(claim.subject.ref, claim.predicate) for claim in said if claim.object}
    for line in reading.lines:
        for found in _after_pattern().finditer(line.mask):
            if reading.doubtful(line, found.start()):
                continue
            for person in line.between(0, found.end(), "Person"):
                predicate = roles.in_line(line, person) or roles.of(person)
                if predicate is None or (person.ref, predicate) not in now:
                    continue
                ground = Ground(line, line.trigger(found, "v"), "oeuvres.earlier", 0.8)
                for work in line.works(found):
                    yield reading.claim(predicate, (person, work), ground)
