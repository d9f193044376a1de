"""Who performs a song or an album: singers and groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import MODIFIER, ORG, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Mention

_SONGS = ("song", "album")
_NOUN = (
    r"(?:song|single|singles|track|title track|ballad|album|mini album|mini-album|full-length album|studio album|EP|OST|"
    r"soundtrack|number|B-side|debut)"
)
_ARTIST = rf"(?:{PEOPLE}|{ORG})"
_RELEASED = re.compile(
    rf"(?P<a>{_ARTIST})(?:'s [a-z ]{{0,20}})?,? (?:(?:who|has|have|had|will|also|recently|both|newly|is|are|to|set|first) "
    rf"){{0,4}}(?P<v>released?|releases|dropped|drops|unveiled|sang|sings|sing|sung|performed|performs|"
    rf"recorded|records|lent (?:his|her|their) voices? to|returned with|came back with|comeback with|debuted with|made (?:his|"
    rf"her|their|{PERSON}'s) debut with)(?: (?:the|an?|his|her|their|its|{PERSON}'s|{ORG}'s|[a-z0-9-]+)){{0,7}} (?P<w>{WORKS})",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?P<w>{WORK})(?: \([^()]{{0,30}}\))?,? (?:(?:is )?(?:sung|performed|released|recorded) )?by (?:(?:the )?(?:singer|"
    rf"rapper|group|duo|band|girl group|boy group|trio|idol) )?{MODIFIER}(?P<a>{_ARTIST})",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    rf"(?P<a>{ORG}|{PERSON})'s (?:(?:new|latest|debut|hit|first|second|third|comeback|title|mini|[a-z0-9-]+) "
    rf"){{0,4}}?(?P<n>{_NOUN}),? (?P<w>{WORKS})",
    re.IGNORECASE,
)
_SLASH = re.compile(rf"^\s*(?:\(?\d{{1,3}}[.)]|#\d+|[•-])? ?(?P<w>{WORK}) (?:/|-|by) (?P<a>{PEOPLE}|{ORG})(?: \(|\s*$)")
_WHICH = re.compile(
    rf"(?P<w>{WORK}),? (?:which|that) (?:(?:singers?|group|duo) )?(?P<a>{_ARTIST}) (?:(?:has|had|have|newly|also) )*(?P<v>sang|"
    rf"sings|sing|performed|recorded|released)",
    re.IGNORECASE,
)


def music_claims(reading: Reading) -> Iterator[Claim]:
    """All claims that a singer or a group performs a song or album."""
    for line in reading.lines:
        if line.of_type("Work"):
            for rule, pattern, confidence in _PATTERNS:
                yield from _performed(reading, line, (rule, confidence), pattern)


_PATTERNS = (
    ("music.released", _RELEASED, 0.88),
    ("music.by", _BY, 0.9),
    ("music.possessive", _POSSESSIVE, 0.9),
    ("music.slash", _SLASH, 0.9),
    ("music.which", _WHICH, 0.9),
)


def _performed(reading: Reading, line: Line, named: tuple[str, float], pattern: re.Pattern[str]) -> Iterator[Claim]:
    rule, confidence = named
    for found in pattern.finditer(line.mask):
        if reading.doubtful(line, found.start()):
            continue
        artists = (*line.people(found, "a"), *_groups(reading, line.organizations(found, "a")))
        for work in _songs(reading, line, found):
            for artist in artists:
                yield reading.claim("performed", (artist, work), Ground(line, line.original(*found.span()), rule, confidence))


def _songs(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Mention]:
    """The works that are songs or albums by kind or by the noun beside them."""
    told = bool(re.search(rf"\b{_NOUN}\b|\b(?:sung|performed|sang) ", line.mask[found.start() : found.end()], re.IGNORECASE))
    for work in line.works(found):
        kind = reading.referent(work).kind
        if kind in _SONGS or (kind is None and told):
            yield work


def _groups(reading: Reading, organizations: Iterable[Mention]) -> Iterator[Mention]:
    return (mention for mention in organizations if reading.referent(mention).kind == "group")


RULES = (music_claims,)
