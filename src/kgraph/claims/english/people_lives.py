"""Works in the life of whom an article is about: *W (1998)*, *Then came W*, *W followed*, *her plays include W* of a director or
a writer.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kgraph.claims.english.belonging import is_heading
from kgraph.claims.english.grammar import PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles
    from kgraph.model import Claim, Mention

_OPENING = 4  # lines: an article about somebody names them so early
_SHARE = 0.2  # of the lines: so many speak of whom an article is about (development articles, 2026-11)
_RIVAL = 0.6  # of the subject's lines: another director or writer in more of them shares the article
_PARTNER = 0.8  # the same for people of another trade
_MADE = ("directed", "wrote")

_YEAR = r"\((?:[^()]{0,30}, )?(?:19|20)\d\d[^()]{0,30}\)"
_FRAMES = (
    re.compile(rf"(?P<w>{WORK}) {_YEAR}"),
    re.compile(rf"^(?:In|For|With|After|Then) (?P<w>{WORK}),"),
    re.compile(rf"(?:^|[;,] |\band )[Tt]hen (?:came |there was |followed )?(?:[a-z]+ ){{0,4}}(?P<w>{WORKS})"),
    re.compile(rf"^(?:Then|Next|After (?:that|it)) came [^.;{WORK[1:-1]}]{{0,60}}\b(?:an?|the|his|her) (?P<w>{WORK})"),
    re.compile(rf"{PERSON} (?:has |had )?made [^.;{WORK[1:-1]}]{{3,70}}, (?:the|an?) (?:[a-z-]+ ){{1,4}}(?P<w>{WORK})"),
    re.compile(rf"^(?:Next|First|Last|After (?:that|it)|There) (?:came|was|followed)\b(?: [a-z]+){{0,4}},? (?P<w>{WORKS})"),
    re.compile(rf"^(?P<w>{WORK})(?: {_YEAR})?,? (?:followed|came (?:next|after|out|later)|brought|made|was next)\b"),
    re.compile(
        rf"{PERSON}'s (?:newest|latest|last|next|first|second|third|fourth|debut|previous|best|best-known|most recent)"
        rf"(?: [a-z-]+){{0,3}}(?:,| is| was)? (?P<w>{WORK})"
    ),
    re.compile(
        rf"{PERSON}'s (?:[a-z-]+ ){{0,2}}(?:plays|films|features|dramas|series|works|novels|credits|titles|scripts|movies|hits|"
        rf"collaborations|pictures) (?:include[sd]?|are|were),? (?P<w>{WORKS})"
    ),
    re.compile(
        rf"{PERSON} (?:gave (?:us|them)|went on to|broke through[a-z0-9 ]{{0,14}} with|debuted[a-z0-9 ]{{0,10}} with) "
        rf"(?P<w>{WORKS})"
    ),
)
_OTHERS = re.compile(rf"\b(?:by|from|director|writer|PD|screenwriter) {PERSON}|{PERSON}'s [^,;.]{{0,30}}$")


def life_claims(reading: Reading, roles: Roles, said: Iterable[Claim]) -> Iterator[Claim]:
    """Claims that the director or writer whom an article is about made the works that mark their way."""
    person = _subject(reading, roles)
    said = list(said)
    predicate = _trade(person, roles, said) if person is not None else None
    if person is None or predicate not in _MADE:
        return
    made = {claim.object.ref for claim in said if claim.object and claim.predicate == predicate}
    for line in reading.lines:
        if line.has("Work") and line.sentence.kind != "headline" and not is_heading(line) and '"' not in line.mask:
            yield from _in_line(reading, line, (person, predicate), made)


def _trade(person: Mention, roles: Roles, said: list[Claim]) -> str | None:
    """What the article knows the person for; else what it says of them most."""
    told = Counter(claim.predicate for claim in said if claim.subject.ref == person.ref and claim.object)
    return roles.of(person) or min(told, key=lambda predicate: (-told[predicate], predicate), default=None)


def _in_line(reading: Reading, line: Line, told: tuple[Mention, str], made: set[str]) -> Iterator[Claim]:
    person, predicate = told
    aside = {place for place, named in reading.named(line, "Work") if named.aside}
    for frame in _FRAMES:
        for found in frame.finditer(line.mask):
            if found.start("w") in aside or reading.doubtful(line, found.start("w")) or _is_anothers(line, found, person):
                continue
            for work in line.works(found):
                if work.form == "name" and work.ref not in made and reading.referent(work).kind not in ("song", "album"):
                    yield reading.claim(predicate, (person, work), Ground(line, line.trigger(found, "w"), "people.life", 0.76))


def _is_anothers(line: Line, found: re.Match[str], person: Mention) -> bool:
    """True where the line names another maker, or another owner of the work."""
    near = line.mask[max(0, found.start() - 30) : found.end() + 90]
    for other in _OTHERS.finditer(near):
        mention = line.at(max(0, found.start() - 30) + other.start() + next(i for i, c in enumerate(other[0]) if _IS.match(c)))
        if mention is not None and mention.ref != person.ref:
            return True
    owner = _OWNER.search(found[0])
    mention = line.at(found.start() + owner.start()) if owner else None
    return mention is not None and mention.ref != person.ref


_IS = re.compile(PERSON)
_OWNER = re.compile(rf"{PERSON}(?='s)|^{PERSON}")


def _subject(reading: Reading, roles: Roles) -> Mention | None:
    """The one person whom a good part of an article's lines speak of, from its beginning on."""
    lines: Counter[str] = Counter()
    first: dict[str, tuple[int, Mention]] = {}
    for line in reading.lines:
        people = {mention.ref: mention for mention in reversed(line.of_type("Person"))}
        lines.update(people.keys())
        for ref, mention in people.items():
            first.setdefault(ref, (line.index, mention))
    ranked = sorted(lines.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _SHARE * len(reading.lines) or first[ranked[0][0]][0] >= _OPENING:
        return None
    most = ranked[0][1]
    for ref, count in ranked[1:]:
        if count > _PARTNER * most or (count > _RIVAL * most and roles.of(first[ref][1]) in _MADE):
            return None
    return first[ranked[0][0]][1]
