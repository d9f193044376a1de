"""Who performs a song or an album: singers and groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import MODIFIER, ORG, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.scores import made_beside
from kgraph.claims.english.songs import songs_of

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
    rf"recorded|records|lent (?:his|her|their) voices? to|returns? with|"
    rf"returned with|c[ao]mes? back with|comeback with|debuted with|"
    rf"made (?:his|"
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
_HERS = re.compile(rf"(?P<a>{ORG}|{PERSON})'s (?P<w>{WORK})(?!'s)")
_OF_GROUP = re.compile(
    rf"(?P<a>{PERSON})(?: \([^()]{{0,40}}\))?,? (?:\w+ )?of (?:(?:the|girl|boy|idol|K-pop) ?|group |band ){{0,4}}{ORG},? "
    rf"(?:(?:has|will|also|recently) ){{0,2}}(?P<v>released|releases|dropped|drops|unveiled|sang|sings|recorded)"
    rf"(?: (?:the|an?|{PERSON}'s|[a-z0-9-]+)){{0,6}} (?P<w>{WORKS})"
)
_OF = re.compile(rf"{PERSON},? (?:\w+ )?of (?:(?:the|girl|boy|idol|K-pop) ?|group |band ){{0,4}}$")
_CHARTED = re.compile(
    r"\b(?:[Ss]ongs?|singles?|albums?|EP|tracks?|Melon|Billboard|iTunes|choreography|lyrics|Genie|Bugs|Hanteo)\b"
)
_NEAR = 70  # characters after a title in which words of music speak of it


def music_claims(reading: Reading) -> Iterator[Claim]:
    """All claims that a singer or a group performs a song or album."""
    for line in reading.lines:
        if line.has("Work"):
            for rule, pattern, confidence in _PATTERNS:
                yield from _performed(reading, line, (rule, confidence), pattern)
            yield from songs_of(reading, line)
        yield from made_beside(reading, line)


_PATTERNS = (
    ("music.released", _RELEASED, 0.88),
    ("music.by", _BY, 0.9),
    ("music.possessive", _POSSESSIVE, 0.9),
    ("music.slash", _SLASH, 0.9),
    ("music.hers", _HERS, 0.85),
    ("music.of_group", _OF_GROUP, 0.88),
    ("music.which", _WHICH, 0.9),
)


def _performed(reading: Reading, line: Line, named: tuple[str, float], pattern: re.Pattern[str]) -> Iterator[Claim]:
    rule, confidence = named
    for found in pattern.finditer(line.mask):
        if reading.doubtful(line, found.start()) or _OF.search(line.mask[: found.start("a")]):
            continue
        artists = (*line.people(found, "a"), *_groups(reading, line.organizations(found, "a")))
        for work in _songs(reading, line, found):
            for artist in artists:
                yield reading.claim("performed", (artist, work), Ground(line, line.original(*found.span()), rule, confidence))


def _songs(reading: Reading, line: Line, found: re.Match[str]) -> Iterator[Mention]:
    """The works that are songs or albums by kind or by the noun beside them."""
    told = _is_told(line, found)
    for work in line.works(found):
        kind = reading.referent(work).kind
        if kind in _SONGS or (kind is None and told):
            yield work


def _is_told(line: Line, found: re.Match[str]) -> bool:
    """True if the words around a title say that it is music."""
    if found.re in (_HERS, _OF_GROUP):
        after = line.mask[found.end() : found.end() + _NEAR]
        named = " ".join(mention.span.text for mention in line.between(found.end(), found.end() + _NEAR, "Organization"))
        return bool(_CHARTED.search(after) or _CHARTED.search(named))
    return bool(re.search(rf"\b{_NOUN}\b|\b(?:sung|performed|sang) ", line.mask[found.start() : found.end()], re.IGNORECASE))


def _groups(reading: Reading, organizations: Iterable[Mention]) -> Iterator[Mention]:
    return (mention for mention in organizations if reading.referent(mention).kind == "group")


RULES = (music_claims,)
