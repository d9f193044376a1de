"""member_of: who sings in which group, and who once did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, ORG, PEOPLE, PERSON
from kgraph.claims.english.group_roles import members_by_role
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Claim, Mention, Qualifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_ROLE = (
    r"(?:main |lead |sub |former |ex-|one-time |boy |girl |group |idol |K-pop |band |youngest |"
    r"oldest |eldest |second |leader and |[a-z]+-turned-)*"
    r"(?:members?|leaders?|singers?|rappers?|vocalists?|dancers?|idols?|maknae|visual|frontman|"
    r"guitarist|drummer|bassist|keyboardist|star|stars|alum|alumna|alumnus|actress|actor|own)"
)
_KIND = (
    r"(?:(?:the |K-pop |popular |rookie |veteran |legendary |now-disbanded |first-generation |"
    r"second-generation )*(?:boy ?group|girl ?group|idol group|group|boy band|girl band|rock band|"
    r"band|duo|trio|boyband)s? )?"
)
_GROUP = rf"['\"]?(?P<o>{ORG})"
_PATTERNS = tuple(
    (name, confidence, re.compile(pattern))
    for name, confidence, pattern in (
        (
            "of",
            0.9,
            (
                rf"(?P<p>{PERSON}){BRACKET},?(?: \(?who is)?(?:,? (?:an? |the )?(?P<r>{_ROLE}))? "
                rf"(?P<t>(?:formerly |previously |once )?(?:of|from)) {_KIND}{_GROUP}"
            ),
        ),
        ("possessive", 0.9, rf"{_GROUP}'s (?P<t>(?:own )?(?:{_ROLE})?),? ?(?P<p>{PERSON})"),
        ("possessive_many", 0.9, rf"{_GROUP}'s (?P<t>(?:\w+ )?members),? (?P<p>{PEOPLE})"),
        (
            "made_of",
            0.9,
            (
                rf"{_GROUP}(?: is|,)? (?P<t>(?:is |was )?(?:consists of|consisted of|comprises|comprising|consisting of|"
                rf"comprised of|made up of)(?: (?:the )?(?:\w+ )?members)?):? (?P<p>{PEOPLE})"
            ),
        ),
        (
            "rose",
            0.88,
            (
                rf"(?P<p>{PERSON}){BRACKET}(?:,[^,.;]{{0,60}},|, who)? (?:[a-z]+ ){{0,2}}?(?P<t>(?:rose to (?:fame|stardom|"
                rf"prominence)|made (?:{PERSON}'s|a) (?:\w+ )?debut|became (?:known|famous)|is known|broke through|shot to fame|"
                rf"was known|is best known) (?:as (?:an? |the )?(?:\w+ )?(?:member |leader |part )?(?:of|in)|with|in)) "
                rf"{_KIND}{_GROUP}"
            ),
        ),
        ("ex", 0.9, rf"(?P<p>{PERSON}){BRACKET},? \(?(?P<t>ex-|ex |formerly of ){_KIND}{_GROUP}(?=[,).])"),
        ("title", 0.9, rf"{_KIND}{_GROUP}(?:'s)?['\"]? (?P<t>{_ROLE}),? (?P<p>{PEOPLE})"),
        (
            "is_title",
            0.9,
            (
                rf"(?P<p>{PERSON}){BRACKET}(?:, | is | was | \()(?:an? |the |also |now )*(?P<r>former |"
                rf"ex-)?{_KIND}{_GROUP}(?:'s)? (?P<t>{_ROLE})\b"
            ),
        ),
        (
            "is_member",
            0.92,
            (
                rf"(?P<p>{PEOPLE}),? (?:[a-z]+ ){{0,2}}?(?:is|was|are|were|became|as|debuted as)(?: also| both|"
                rf" then| once)? (?:an? |the |one of the )?(?P<r>former |ex-)?(?P<t>{_ROLE}) (?:of|in) "
                rf"{_KIND}{_GROUP}"
            ),
        ),
        (
            "apposed",
            0.92,
            (
                rf"(?P<p>{PERSON}){BRACKET}, (?:an? |the |one of the )?(?P<r>former |ex-|one-time "
                rf")?(?P<t>{_ROLE}) (?:of|in|with) {_KIND}{_GROUP}"
            ),
        ),
        (
            "verb",
            0.9,
            (
                rf"(?P<p>{PERSON}){BRACKET}(?:,[^,.;]{{0,60}},)?(?:(?:[^.;,\ue000-\uf7ff]|"
                rf"[\ue000-\ue7ff]'s){{0,60}},? (?:and )?)? "
                rf"?(?:[a-z]+ ){{0,3}}?(?P<t>sings? with|sang with|sung with|sings? in|danced in|raps? in|"
                rf"debuted (?:with|in|as (?:an? )?(?:member|part) of)|performs? with|belongs? to|is part of|"
                rf"was part of|joined|promoted with|years (?:in|with)|used to be (?:part|a member) of|member of) {_KIND}{_GROUP}"
            ),
        ),
        (
            "left",
            0.9,
            (
                rf"(?P<p>{PERSON}){BRACKET}(?:,[^,.;]{{0,60}},)?(?:[^.;\ue000-\uf7ff]{{0,60}},?)? (?P<t>left|"
                rf"quit|departed(?: from)?|withdrew from|exited|leaving|departure from|walked away from) "
                rf"{_KIND}{_GROUP}"
            ),
        ),
        ("bracket", 0.8, rf"(?P<p>{PERSON}) (?P<t>\((?:of )?{_GROUP}\))"),
    )
)
_LEFT_IT = re.compile(
    rf"\b(?:[Mm]ember|[Vv]ocalist|[Rr]apper|[Dd]ancer|[Ll]eader|[Mm]aknae) (?P<p>{PERSON}){BRACKET}"
    r" (?:has |had |abruptly |officially |also ){0,2}"
    r"(?P<t>(?:left|quit|departed|withdrew from|exited)(?: the (?:group|band|team))?)"
    r"(?= (?:in|last|this|after|earlier|and|to|the)\b|[.,])"
)
_ENDED = re.compile(
    (
        r"\b(?:former(?:ly)?|ex-|ex\b|one-time|used to be|was (?:then |once )?an? (?:\w+ )?member|"
        r"then an?|left|quit|depart\w*|withdr[ea]w\w*|exited|leaving|once)"
    ),
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"^[^.;]{0,20}\buntil\b|^[^.;]{0,60}\b(?:before|until) (?:he|she|they|[\ue000-\ue7ff]|leaving|"
    r"walking|disband\w*)\b[^.;]{0,30}\b(?:left|quit|walk\w* away|depart\w*|leaving|disband\w*)?"
)
_GONE = re.compile(
    r"^['\"]?,? (?:which|that) (?:has |have )?(?:since |later )?disbanded|^['\"]? (?:before|"
    r"until) (?:it|they|the group) disbanded"
)
_DOUBT = re.compile(r"\b(?:not|never|n't|if|would|could|hopes?|wants? to|fan of|fans of|unlike)\b|n't\b")


def read_groups(reading: Reading) -> Iterator[Claim]:
    """As in "V of BTS" -> member_of V, BTS; "a former member of IZ*ONE" -> member_of, ended."""
    for line in reading.lines:
        groups = {mention.ref for mention in line.of_type("Organization") if reading.referent(mention).kind == "group"}
        if groups and line.of_type("Person"):
            yield from _members(reading, line, groups)
        if line.of_type("Person") and (group := _spoken_of(reading, line)) is not None:
            yield from _untold(reading, line, group)
        for people, team, status, rule, confidence, place in members_by_role(reading, line):
            ground = Ground(line, line.original(*place), f"groups.{rule}", confidence)
            for person in people:
                yield reading.claim("member_of", (person, team), ground, Qualifiers(status=status))


def _spoken_of(reading: Reading, line: Line) -> Mention | None:
    """The one group that the line, or else the line before it in the same paragraph, names."""
    if not _LEFT_IT.search(line.mask):
        return None
    before = reading.previous(line)
    for told in (line, before if before and before.block == line.block else None):
        groups = [mention for mention in told.of_type("Organization") if _is_group(reading, mention)] if told else []
        if groups:
            return groups[0] if len({mention.ref for mention in groups}) == 1 else None
    return None


def _is_group(reading: Reading, mention: Mention) -> bool:
    return reading.referent(mention).kind == "group"


def _untold(reading: Reading, line: Line, group: Mention) -> Iterator[Claim]:
    """As in "Main vocalist X left the group in May": which group, the sentence before says."""
    for found in _LEFT_IT.finditer(line.mask):
        person = line.at(found.start("p"))
        if person and not _DOUBT.search(line.mask, max(0, found.start() - 20), found.end()):
            ground = Ground(line, line.original(*found.span("t")), "groups.left_it", 0.82)
            yield reading.claim("member_of", (person, group), ground, Qualifiers(status="ended"))


def _members(reading: Reading, line: Line, groups: set[str]) -> Iterator[Claim]:
    for name, confidence, pattern in _PATTERNS:
        for found in pattern.finditer(line.mask):
            organization = line.at(found.start("o"))
            people = line.people(found)
            if (
                organization is None
                or organization.ref not in groups
                or not people
                or _DOUBT.search(line.mask, max(0, found.start() - 20), found.start("o"))
            ):
                continue
            several = name in ("is_member", "made_of") or found["t"].endswith("s")
            yield from _claims(reading, line, found, (people if several else people[:1], organization), (name, confidence))


def _claims(
    reading: Reading, line: Line, found: re.Match[str], ends: tuple[tuple[Mention, ...], Mention], told: tuple[str, float]
) -> Iterator[Claim]:
    before = line.mask[max(0, found.start("t") - 18) : found.start("t")]
    said = found.group() + " " + (before if told[0] not in ("of", "possessive") else "")
    ended = (
        _ENDED.search(said)
        or _UNTIL.search(line.mask[found.end() :])
        or _GONE.search(line.mask[found.end() :])
        or (
            told[0] in ("title", "possessive")
            and re.search(r"(?:[Ff]ormer|[Ee]x-|[Ee]x) ?['\"]?$", line.mask[max(0, found.start() - 9) : found.start()])
        )
    )
    start, end = found.span("t") if found["t"] else found.span("o")
    ground = Ground(line, line.original(start, end), f"groups.{told[0]}", told[1])
    for person in ends[0]:
        yield reading.claim("member_of", (person, ends[1]), ground, Qualifiers(status="ended" if ended else None))


RULES = (read_groups,)
