"""More ways to say where a work airs: what a channel does with it, what it was made for, rows and roles that name the channel."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, ORG, ORGS, PERSON, WORK
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention, Referent

    Aired = tuple[tuple[Mention | Referent, ...], tuple[Mention | Referent, ...], str, float, tuple[int, int]]

CHANNELS = ("broadcaster", "platform")
_KIND = r"(?:drama|series|show|sitcom|soap|special|serial|miniseries|programme|program|film|documentary|variety|comedy|thriller)"
_SHOWS = re.compile(
    rf"(?P<o>{ORG})(?:, [^,.;]{{1,60}},)? (?:(?:has|had|have|will|also|then|already|is|was|to|soon|now|later|first|set) ){{0,4}}"
    r"(?P<v>broadcasts?|aired|airs|shows|showed|shown|premiered|premieres|streamed|streams|launched|launches|acquired|carries|"
    r"carried|ordered|green-?lit|green-?lights|commissioned|ran|runs|picked up|picks up|scheduled|cleared|broadcasting|airing|"
    r"streaming|answered with|followed with|unveiled|releases?|dropped|drops|debuted|opens with|has)"
    rf"(?: (?:the|an?|its|all|new|documentary|drama|film|series|{PERSON}'s|[a-z0-9-]+)){{0,6}}? (?P<w>{WORK})(?!'s)"
)
_WHICH = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? (?:which|that) (?P<o>{ORG}) (?:(?:has|had|also|will|first|now|is) )*"
    r"(?P<v>airs?|aired|shows?|showed|shown|carries|carried|streams?|streamed|streaming|airing|broadcasts?|premiered)\b"
)
_FOR = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? (?:(?:was |is )?(?P<v>made|produced|written|created|developed|commissioned) )?(?:for|at|over on) "
    rf"(?:the )?(?P<o>{ORGS})(?!'s| {ORG})"
)
_KIND_FOR = re.compile(
    rf"\b(?P<v>{_KIND})s? (?:for|on|at|from) (?:[a-z]+ ){{0,2}}(?P<o>{ORG}),? (?:(?:called|titled|named|entitled) )?(?P<w>{WORK})"
)
_ON = re.compile(rf"\b(?P<v>[Oo]n) (?P<o>{ORG}), (?:[a-z]+ ){{0,3}}(?P<w>{WORK})(?=[,.;]| is\b| has\b|$)")
_ROW = re.compile(rf"^[^\w\ue000-\uf7ff]{{0,4}}(?P<o>{ORG}) ?(?:-|:|\||•)+ (?:[^.;\uf000-\uf7ff]{{0,60}} )?(?P<w>{WORK})")
_TITLE_ROW = re.compile(
    rf"(?:^|[!:;] )[^\w\ue000-\uf7ff]{{0,4}}(?P<w>{WORK})(?: \([^()]{{0,60}}\))?(?:: |, )(?P<o>{ORG})"
    r"(?=[.;]?\W*$|, (?:[a-z]+ )?(?:[A-Z]\w+\.? )?\d)"
)
_NEXT_ON = re.compile(
    rf"(?P<w>{WORK}){BRACKET},?(?: with [^,.;]{{1,60}},| starring [^,.;]{{1,60}},)? "
    rf"(?P<v>(?:is|was|will be|has been|comes|came|are|were|arrived|arrives|went|goes|can be (?:seen|found))(?: [a-z]+){{0,2}}"
    rf"|up|now|back|only|available|streaming|seen|showing) (?:on|at|to) (?P<o>{ORGS})(?!'s| (?:CEO|executive|exec|reporter))"
)
_PATTERNS = (
    ("shows", _SHOWS, 0.88),
    ("which_airs", _WHICH, 0.92),
    ("made_for", _FOR, 0.88),
    ("kind_for", _KIND_FOR, 0.9),
    ("on_before", _ON, 0.88),
    ("row", _ROW, 0.88),
    ("title_row", _TITLE_ROW, 0.88),
    ("is_on", _NEXT_ON, 0.9),
)


def shown_on(reading: Reading, line: Line) -> Iterator[Aired]:
    """The works and channels of a line that belong together by words of their own."""
    channels = {m.ref for m in line.of_type("Organization") if reading.referent(m).kind in CHANNELS}
    if channels and line.has("Work"):
        for rule, pattern, confidence in _PATTERNS:
            for found in pattern.finditer(line.mask):
                if not reading.doubtful(line, found.start()):
                    place = found.span("v") if "v" in pattern.groupindex and found["v"] else found.span("o")
                    yield line.works(found), line.organizations(found), rule, confidence, place
    yield from _by_role(reading, line)


def _by_role(reading: Reading, line: Line) -> Iterator[Aired]:
    """As in *the 20-part KBS drama*, which stands for a title: the channel is in the words that stand for it."""
    for place, index, _ in line.places:
        mention = line.mentions[index]
        if line.types[index] != "Work" or mention.form != "role":
            continue
        words = frozenset(_WORDS.findall(mention.span.text)[1:-1])
        named = tuple(channel for name, channel in _channels(reading) if name in words)
        if len(named) == 1:
            yield (mention,), named, "role_names", 0.85, (place, place + 1)


_WORDS = re.compile(r"[\w+]+")


def _channels(reading: Reading) -> Iterator[tuple[str, Referent]]:
    for referent in reading.mentions.referents:
        if referent.kind in CHANNELS:
            for name in referent.names:
                yield name, referent


@cache
def other_kind() -> re.Pattern[str]:
    """A second noun in a list of titles: "the Netflix series X, *films* Y and Z"; what follows is of another kind."""
    return re.compile(
        rf"\b(?:{either(load_words('english/works.yaml')['nouns'])}|films|movies|dramas|novels?|webtoons?|plays?)\b"
    )


def first_kind(line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """The works of a list up to the noun that begins another kind of work."""
    start, end = found.span("w")
    cut = other_kind().search(line.mask, start, end)
    return line.between(start, cut.start() if cut else end, "Work")


_ONLY_NAMED = re.compile(
    rf"\b(?:sequel|prequel|follow-up|successor|spin-off|remake|adaptation|version|fans?|star|director|writer) (?:to|of) "
    rf"(?:[a-z0-9-]+ |{PERSON}'s |{ORG}'s ){{0,6}}$"
)


def subjects(line: Line, position: int) -> list[Mention]:
    """The works before a place of the mask that may come out there: not those that another title only leans on."""
    places = [
        (place, line.mentions[index]) for place, index, _ in line.places if line.types[index] == "Work" and place < position
    ]
    return [work for place, work in places if not _ONLY_NAMED.search(line.mask, max(0, place - 80), place)]
