"""Where a work airs or streams, and which studio makes it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.channels import first_kind, shown_on, subjects
from kgraph.claims.english.grammar import ORG, ORGS, PERSON, WORK, WORKS
from kgraph.claims.english.lines import Line
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.studios import OF_HOUSE, made_by_house
from kgraph.model import Claim, Mention, Referent
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = r"(?:[a-z0-9][\w'-]*)"
_CHANNELS = ("broadcaster", "platform")
_STUDIOS = ("studio", "agency", "other")


def airing_claims(reading: Reading) -> Iterator[Claim]:
    """All broadcasters and platforms of works, and all studios."""
    for line in reading.lines:
        named = line.has("Organization")
        if named or line.has("Work"):
            claims = [claim for rule in (_shown, *_OF_HOUSES[: len(_OF_HOUSES) * named]) for claim in rule(reading, line)]
            yield from claims
            if not any(claim.predicate == "aired_on" for claim in claims):
                yield from _alone(reading, line)


def _shown(reading: Reading, line: Line) -> Iterator[Claim]:
    for works, channels, rule, confidence, place in shown_on(reading, line):
        yield from _aired(reading, works, channels, Ground(line, line.original(*place), f"airing.{rule}", confidence))


def _housed(reading: Reading, line: Line) -> Iterator[Claim]:
    for works, houses, rule, confidence, place in made_by_house(reading, line):
        ground = Ground(line, line.original(*place), f"airing.{rule}", confidence)
        for work in works:
            for house in houses:
                yield reading.claim("produced_by", (work, house), ground)


@cache
def _nouns() -> str:
    return either(load_words("english/works.yaml")["nouns"])


# tvN's "X", MBC drama "X", Netflix's original "X", the Netflix series X, "X" (tvN)


@cache
def _beside_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<o>{ORGS})(?:'s?)?,? (?:(?:new|next|upcoming|hit|latest|first|own|popular|original|weekend|daily|Monday-Tuesday|"
        rf"Wednesday-Thursday|Friday-Saturday|Saturday-Sunday|"
        rf"Mon-Tues|Wed-Thurs|Fri-Sat|Sat-Sun|heist|zombie|romance|\d{{4}}|Korean|K-drama|{_nouns()}|[a-z-]+),? "
        rf"){{0,7}}?(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _beside(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _beside_pattern().finditer(line.mask):
        gap = line.mask[found.end("o") : found.start("w")]
        if not re.fullmatch(r"(?:'s?)?,? ?(?:[\w'-]+ )*(?:[\w'-]+, )?", gap) or re.search(
            r"\b(?:and|with|for|in|on|to|of|by|has|have|is|was|will|as|from|that|than|the|says?|wanted|declined|refused|"
            r"bought|rejected|denied|turned|passed|before|after|when|also|created|directed|wrote)\b",
            gap,
        ):
            continue
        if gap.strip() in ("", ",") and "'s" not in gap and not gap.startswith(" "):
            continue
        yield from _aired(
            reading,
            first_kind(line, found),
            line.organizations(found),
            Ground(line, line.trigger(found, "o"), "airing.beside", 0.93),
        )


@cache
def _airs_on_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>air|airs|aired|airing|premiere|premieres|premiered|premiering|stream|streams|streamed|streaming|broadcast|"
        rf"broadcasts|released?|releases|available|opened|opens|"
        rf"drops|dropped|debuted|debuts|launched|launches|began|begins|started|revealed|ran|runs|came out|lands?|landed|"
        rf"arrives?|hits?|moves?|unveiled|shown|returns?|starts?|hit|show)\b"
        rf"(?P<gap>[^.;{WORK[1:-1]}]{{0,70}}?)\b(?:on|via|through|over|to|exclusively on|for) (?:the )?(?:(?:broadcaster|"
        rf"network|cable|channel|streaming|platform|service|giant|OTT|pay-TV|public|"
        rf"Korean|South|Korea's|Japan's|China's|global|worldwide|local) ){{0,4}}(?P<o>{ORGS})",
        re.IGNORECASE,
    )


def _airs_on(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _airs_on_pattern().finditer(line.mask):
        if reading.negated(line, found.start()) or re.search(r"\b(?:who|she|he|said|posted|shared|Instagram)\b", found["gap"]):
            continue
        before = subjects(line, found.start())
        if not before and (_PERSON_DOES.search(line.mask, 0, found.start()) or re.search(r" for (?:the )?$", found["gap"])):
            continue
        work = before[-1] if before else reading.topic(line, "Work")
        if work:
            yield from _aired(
                reading,
                [work],
                line.organizations(found),
                Ground(line, line.trigger(found, "v"), "airing.airs_on", 0.92 if before else 0.8),
            )


_PERSON_DOES = re.compile(rf"{PERSON}(?:,? [a-z]+){{0,2}} $")


@cache
def _bracket_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))? ?[(\[](?:on )?(?P<o>{ORGS})(?:,? [^()\[\]]{{0,30}})?[)\]]")


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?, (?:(?:another|an?|the) )?(?:[\w-]+ ){{0,3}}(?P<o>{ORG})(?:'s)? (?:[\w-]+ "
        rf"){{0,4}}?"
        rf"(?:project|title|original|production|sageuk|{_nouns()})\b"
    )


_ON = re.compile(rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?,? on (?P<o>{ORG})")
_STUDIOS_WORK = re.compile(rf"(?P<o>{ORG})'s (?P<w>{WORK})|(?P<v>{ORG}) (?:thriller|film|production|project) (?P<x>{WORK})")
_SHEET = re.compile(
    rf"^(?P<v>(?:Original |Broadcast )?(?:Network|Channel|Broadcaster|Platform|Streaming on|Available on|Where to watch|Airs "
    rf"on|Streams on)) ?:? ?(?P<o>{ORGS})",
    re.IGNORECASE,
)


def _sheet(reading: Reading, line: Line) -> Iterator[Claim]:
    """*Network: MBC*"""
    for found in _SHEET.finditer(line.mask):
        work = reading.topic(line, "Work")
        if work:
            yield from _aired(
                reading, [work], line.organizations(found), Ground(line, line.trigger(found, "v"), "airing.sheet", 0.92)
            )


def _brackets(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _apposed().finditer(line.mask):
        yield from _aired(
            reading, line.works(found), line.organizations(found), Ground(line, line.trigger(found, "o"), "airing.apposed", 0.9)
        )
    for found in _bracket_pattern().finditer(line.mask):
        yield from _aired(
            reading, line.works(found), line.organizations(found), Ground(line, line.trigger(found, "o"), "airing.bracket", 0.93)
        )
    for found in _ON.finditer(line.mask):
        yield from _aired(
            reading, line.works(found), line.organizations(found), Ground(line, line.trigger(found, "o"), "airing.on", 0.9)
        )


_NOT_AIRING = re.compile(
    r"\b(?:interview|told|talk show|posted|news|YouTube|Instagram|reporter|chart|ranking|remake|remade|webtoon|novel|based on|"
    r"comedians?|CEO|executive|contract|stocks?|deal|alumn\w+|former(?:ly)?|voice of|e-?mail|cancel\w+|letters?|"
    r"employee|intern|anchor|announcer)\b",
    re.IGNORECASE,
)


def _alone(reading: Reading, line: Line) -> Iterator[Claim]:
    """*JTBC has put out two posters for W*: one channel and one work in a sentence belong together."""
    channels = [m for m in line.of_type("Organization") if reading.referent(m).kind in _CHANNELS and m.form == "name"]
    works = [m for m in line.between(0, len(line.mask), "Work") if m.form != "alias"]
    refs = {m.ref for m in works}
    if (
        len({m.ref for m in channels}) != 1
        or len(refs) != 1
        or _NOT_AIRING.search(line.mask)
        or reading.doubtful(line, len(line.mask))
    ):
        return
    if channels[0].span.start - works[0].span.end < 120 and works[0].span.start - channels[0].span.end < 120:
        yield from _aired(reading, works[:1], (channels[0],), Ground(line, channels[0].span, "airing.alone", 0.75))


_MAKER = re.compile(
    rf"(?:{ORG}'s [a-z ]{{0,20}}(?P<x>{ORG})|of (?P<o>{ORG})) is (?:the|a|an) (?:\w+ )?(?P<v>producer)\b|(?P<q>{ORG}),? (?:is |"
    rf"was )?(?:the )?(?P<u>production company|studio|producer|company|maker|production house|shop|outfit) (?:of|behind) "
    rf"(?:[a-z]\w*(?:'s)? |[\uf000-\uf7ff] ){{0,4}}?(?P<w>{WORKS})"
)


def _maker_of(reading: Reading, line: Line) -> Iterator[Claim]:
    """*P of STUDIO is the producer*; *STUDIO, production company of W*."""
    for found in _MAKER.finditer(line.mask):
        if found["w"] and OF_HOUSE.search(line.mask, 0, found.start()):
            continue
        organizations = line.between(found.start(), found.end(), "Organization")[-1:]
        topic = reading.topic_work(line, found.start())
        works: list[Mention | Referent] = list(line.works(found)) or ([topic] if topic else [])
        yield from _made(reading, works, organizations, Ground(line, line.original(*found.span()), "airing.maker_of", 0.85))


# studios


@cache
def _makes_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<o>{ORGS}),? (?:(?:which|that|who|has|have|is|are|was|were|will|be|also|the [a-z ]{{1,40}},) )*(?P<v>produces?|"
        rf"produced|producing|makes?|co-produces?|co-produced|in charge of production|"
        rf"in charge of the production|brought viewers)\b(?P<gap> ?[^.;]{{0,60}}?)(?P<w>{WORKS})?",
        re.IGNORECASE,
    )


def _makes(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _makes_pattern().finditer(line.mask):
        if reading.doubtful(line, found.start("v")) or (
            found["v"].casefold() in ("make", "makes") and not re.search(r"\b(?:series|film|drama|it)\b|^$", found["gap"])
        ):
            continue
        works: list[Mention | Referent] = list(line.works(found))
        topic = reading.topic_work(line, found.start())
        works = works or ([topic] if topic else [])
        yield from _made(reading, works, line.organizations(found), Ground(line, line.trigger(found, "v"), "airing.makes", 0.9))


@cache
def _made_by_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>(?:co-)?produced by|production by|produced at|produced and distributed by|made by|a production of|"
        rf"production company(?: is|:)?|produced jointly by|is from|comes from) (?:the |[a-z-]+ ){{0,5}}(?P<o>{ORGS})",
        re.IGNORECASE,
    )


def _made_by(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _made_by_pattern().finditer(line.mask):
        work = reading.topic_work(line, found.start())
        if work and not reading.negated(line, found.start()) and not re.search(r"\b[Ll]atter\b", line.mask[: found.start()]):
            yield from _made(
                reading, [work], line.organizations(found), Ground(line, line.trigger(found, "v"), "airing.made_by", 0.92)
            )
    for found in _STUDIOS_WORK.finditer(line.mask):
        if found["o"]:
            yield from _made(
                reading,
                line.works(found),
                line.organizations(found),
                Ground(line, line.trigger(found, "o"), "airing.studio_possessive", 0.85),
                only=("studio",),
            )


def _aired(
    reading: Reading, works: Iterable[Mention | Referent], organizations: Iterable[Mention | Referent], ground: Ground
) -> Iterator[Claim]:
    for work in works:
        if (reading.referent(work) if isinstance(work, Mention) else work).kind in ("song", "album", "novel", "webtoon", "play"):
            continue
        for organization in organizations:
            told = reading.referent(organization) if isinstance(organization, Mention) else organization
            if told.kind in _CHANNELS:
                yield reading.claim("aired_on", (work, organization), ground)


def _made(
    reading: Reading,
    works: list[Mention | Referent] | tuple[Mention, ...],
    organizations: tuple[Mention, ...],
    ground: Ground,
    *,
    only: tuple[str, ...] = _STUDIOS,
) -> Iterator[Claim]:
    for work in works:
        for organization in organizations:
            if reading.referent(organization).kind in only:
                yield reading.claim("produced_by", (work, organization), ground)


_OF_HOUSES = (_housed, _sheet, _beside, _airs_on, _brackets, _makes, _made_by, _maker_of)  # they need a name of one
RULES = (airing_claims,)

__all__ = ["Line"]
