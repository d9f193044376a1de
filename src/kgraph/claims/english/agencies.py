"""signed_with: whose agency is which, and which was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.agency_elided import signed_elided
from kgraph.claims.english.grammar import BRACKET, ORG, ORGS, PEOPLE, PERSON
from kgraph.claims.english.profiles import profiled
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Claim, Mention, Qualifiers, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_AGENCY = (
    r"(?:management |talent |current |new |own |former |old |previous |ex-)*(?:agency|label|"
    r"management company|management|company)"
)
_NOT_AGENCIES = frozenset({"broadcaster", "platform", "chart", "festival", "group"})
_PATTERNS = tuple(
    (name, confidence, re.compile(pattern))
    for name, confidence, pattern in (
        (
            "owned",
            0.9,
            rf"(?P<p>{PERSON}(?:, {PERSON}){{0,6}}(?:,? and {PERSON})?)'s? (?:\w+ )?(?P<t>{_AGENCY})(?:,| is|:)? ?(?P<o>{ORG})",
        ),
        ("apposed", 0.9, rf"(?P<o>{ORG}){BRACKET}, (?:the )?(?P<p>{PERSON})(?:'s?|s') (?P<t>{_AGENCY}|(?=[,.]))"),
        (
            "agency_of",
            0.9,
            (
                rf"(?P<o>{ORG}){BRACKET},? (?:is |was )?(?:the )?(?P<t>{_AGENCY}) (?:of|behind|representing|"
                rf"for) (?:[a-z]+ ){{0,3}}(?P<p>{PEOPLE})"
            ),
        ),
        ("agency_of_is", 0.9, rf"(?P<t>{_AGENCY}) of (?:[a-z]+ ){{0,3}}(?P<p>{PERSON}){BRACKET},? (?:is )?(?P<o>{ORG})"),
        (
            "manages",
            0.9,
            (
                rf"(?P<o>{ORG})\.?{BRACKET},? (?:which |that |also )*(?P<t>manages|represents|is home to|home to|keeps|welcomes|"
                rf"welcomed|looks after|houses|has signed|signed|took in|recruited)\.? (?:(?:[a-z]+ "
                rf"){{0,3}}?|[^.;\ue000-\uf7ff]{{0,40}}(?:including|such as|among them) )(?P<p>{PEOPLE})"
            ),
        ),
        (
            "signed",
            0.9,
            (
                rf"(?P<p>{PEOPLE}){BRACKET}(?:,[^,.;]{{0,60}},)?,? (?:[a-z]+ ){{0,3}}?(?P<t>signed(?: (?:an? |"
                rf"the )?(?:\w+ ){{0,2}}(?:contract|deal))?(?: on)? (?:with|to)|signs (?:with|to)|"
                rf"(?:re-?)?signed with|"
                rf"is signed (?:to|with)|belongs to|(?:has |have )?renewed with|re-?signed with|renew\w* (?:his|her|their|"
                rf"the) (?:\w+ )?contracts? with|joined|joins|moved to|transferred to|is (?:managed|"
                rf"represented|housed) by|found a new home (?:at|in|with)) (?:[a-z]+ ){{0,4}}?(?P<o>{ORG})"
            ),
        ),
        (
            "under",
            0.85,
            (
                rf"(?P<p>{PERSON}){BRACKET},? (?:is |who is )?(?P<t>under|of|from) (?:the )?(?:agency |label |"
                rf"management of )(?P<o>{ORG})"
            ),
        ),
        (
            "left",
            0.9,
            (
                rf"(?P<p>{PERSON}){BRACKET}(?:,[^,.;]{{0,60}},)? (?:[a-z]+ ){{0,3}}?(?P<t>left|leaves|part(?:s|"
                rf"ed) ways with|(?:ended|ends|terminated) (?:\w+ ){{0,3}}contract with) (?:[a-z]+ "
                rf"){{0,4}}?(?P<o>{ORG})"
            ),
        ),
        ("with", 0.85, rf"(?P<p>{PERSON}) (?P<t>is with|is at|is repped by|is represented by) (?P<o>{ORGS})"),
        ("contract", 0.9, rf"(?P<p>{PERSON})'s (?:\w+ ){{0,2}}(?P<t>contract with) (?P<o>{ORG})"),
    )
)
_ROLE = re.compile(
    rf"\b(?:actor|actress|singer|star|idol|rapper|comedian|entertainer|model|former|latter)(?:'s?|"
    rf"s') (?P<t>{_AGENCY}),? (?P<o>{ORG})"
)
_ABOUT = re.compile(r"agency|label|management|contract|sign|represent|entertainment", re.IGNORECASE)
_VAGUE = re.compile(r"(?:joined|joins|moved|left|leaves|signed$|took)")  # said of films and channels too
_OTHER_FORMS = (
    ("joining", 0.85, re.compile(rf"\b(?P<t>[Jj]oining) (?P<o>{ORG}): (?P<p>{PEOPLE})")),
    (
        "its_artist",
        0.85,
        re.compile(
            rf"(?P<o>{ORG})[^.;\ue000-\uf7ff]{{0,60}} (?P<t>its (?:own )?(?:actress|actor|artists?|singer|"
            rf"star|talent|client)) (?P<p>{PERSON})"
        ),
    ),
    (
        "signs_artist",
        0.88,
        re.compile(
            rf"(?P<o>{ORG})[^.;\ue000-\uf7ff]{{0,60}}? (?:{ORG} )?(?P<t>(?:has |had )?signed(?: (?:an? |the )?(?:\w+ "
            rf"){{0,2}}(?:contract|deal)(?: with)?)?(?: with)?) "
            rf"(?:[a-z]+ ){{0,3}}(?P<p>{PERSON})"
        ),
    ),
    ("labelmate", 0.85, re.compile(rf"(?P<p>{PERSON})'s (?P<t>labelmate at) (?P<o>{ORG})")),
    ("side", 0.85, re.compile(rf"(?P<p>{PERSON})'s (?P<t>side),? (?P<o>{ORG})")),
)
_CARD = re.compile(
    rf"\W*(?P<t>Agency|Label|Management) ?[:|-] "
    rf"?(?P<o>{ORG})(?:[^\uf000-\uf7ff]{{0,30}}\b(?:previously|formerly|before)\b:? (?P<f>{ORG}))?"
)
_ELIDED = re.compile(rf"(?P<o>{ORG}), (?P<p>{PERSON})'s?(?=[,.])")
_ENDED = re.compile(
    r"\b(?:former|ex-|old|previous|left|leaves|ways|ended|ends|terminated|r[au]n out|expired?s?|came to an end|used to)\b|ex-"
)
_TERMINATED = re.compile(
    r"\b(?:terminat|end|cancel|dissolv|annul|break|broke|void|nullif|finish|conclud|complet|sever)\w*(?: [a-z]+){0,2} ?$"
)  # *terminated her contract with*
_DOUBT = re.compile(
    r"\b(?:not|never|n't|if|would|could|rumou?r\w*|talks|discuss\w*|consider\w*|considering|(?-i:may)|might|reportedly)\b|n't\b",
    re.IGNORECASE,
)


def read_agencies(reading: Reading) -> Iterator[Claim]:
    """As in "her agency, UAA" -> signed_with; "his contract with YG ran out" -> signed_with, ended."""
    for line in reading.lines:
        agencies = {
            mention.ref: reading.referent(mention)
            for mention in line.of_type("Organization")
            if reading.referent(mention).kind not in _NOT_AGENCIES
        }
        if agencies and line.of_type("Person"):
            yield from _signed(reading, line, agencies)
        yield from _carded(reading, line, agencies)
        for person, agency, status, rule, confidence, place in signed_elided(reading, line) if agencies else ():
            if agency.ref in agencies and not _DOUBT.search(line.mask, max(0, place[0] - 25), place[1]):
                ground = Ground(line, line.original(*place), f"agencies.{rule}", confidence)
                yield reading.claim("signed_with", (person, agency), ground, Qualifiers(status=status))


def _carded(reading: Reading, line: Line, agencies: dict[str, Referent]) -> Iterator[Claim]:
    """A profile card's row: Agency: X (previously Y)."""
    found = _CARD.match(line.mask) if agencies else None
    person = (profiled(reading) or reading.topic(line, "Person")) if found else None
    for group, status in (("o", None), ("f", "ended")) if found and person else ():
        organization = line.at(found.start(group)) if found and found.start(group) >= 0 else None
        if found and person and organization and organization.ref in agencies:
            yield from _claims(reading, line, found, ((person,), organization), ("card", 0.9, status))


def _signed(reading: Reading, line: Line, agencies: dict[str, Referent]) -> Iterator[Claim]:
    about = bool(_ABOUT.search(line.span.text))
    for name, confidence, pattern in (*_PATTERNS, *_OTHER_FORMS):
        for found in pattern.finditer(line.mask):
            organization = _agency(line, found, agencies)
            if name == "with":
                yield from _further(reading, line, found, agencies)
            if organization is None or _DOUBT.search(line.mask, max(0, found.start() - 25), found.end()):
                continue
            sure = about or agencies[organization.ref].kind == "agency"
            if sure or name not in ("signed", "left", "manages") or not _VAGUE.match(found["t"]):
                told = name, confidence, _status(line, found, name)
                yield from _claims(reading, line, found, (line.people(found), organization), told)
    for found in _ROLE.finditer(line.mask):
        organization, person = _agency(line, found, agencies), _spoken_of(reading, line, found.start())
        if organization and person:
            yield from _claims(reading, line, found, ((person,), organization), ("role", 0.8, _status(line, found, "role")))
    for found in _ELIDED.finditer(line.mask) if about else ():
        organization, person = _agency(line, found, agencies), line.at(found.start("p"))
        if organization and person:
            yield from _claims(reading, line, found, ((person,), organization), ("elided", 0.85, None))


def _further(reading: Reading, line: Line, found: re.Match[str], agencies: dict[str, Referent]) -> Iterator[Claim]:
    """The second and third agency of "is repped by X and Y"."""
    for organization in line.organizations(found)[1:3]:
        if organization.ref in agencies and not _DOUBT.search(line.mask, max(0, found.start() - 25), found.end()):
            yield from _claims(reading, line, found, (line.people(found), organization), ("with", 0.85, None))


def _agency(line: Line, found: re.Match[str], agencies: dict[str, Referent]) -> Mention | None:
    organization = line.at(found.start("o"))
    return organization if organization is not None and organization.ref in agencies else None


def _status(line: Line, found: re.Match[str], name: str) -> str | None:
    """Ended for former agencies, contracts that ran out and partings; a renewal ends nothing."""
    after = line.mask[found.end() : found.end() + 30].partition(".")[0] if name == "contract" else ""
    told = line.mask[max(found.start(), found.start("t") - 12) : found.end()]
    if name == "contract" and _TERMINATED.search(line.mask, max(0, found.start() - 30), found.start()):
        return "ended"
    return "ended" if _ENDED.search(told + after) and "renew" not in told else None


def _spoken_of(reading: Reading, line: Line, position: int) -> Mention | None:
    """Whom "the actor's agency" speaks of: the person named last, here or in the line before."""
    before = reading.previous(line)
    people = line.between(0, position, "Person") or (before.of_type("Person") if before else ())
    return people[-1] if people else None


def _claims(
    reading: Reading,
    line: Line,
    found: re.Match[str],
    ends: tuple[tuple[Mention | Referent, ...], Mention],
    told: tuple[str, float, str | None],
) -> Iterator[Claim]:
    start, end = found.span("t") if "t" in found.re.groupindex and found["t"] else found.span("o")
    ground = Ground(line, line.original(start, end), f"agencies.{told[0]}", told[1])
    for person in ends[0]:
        yield reading.claim("signed_with", (person, ends[1]), ground, Qualifiers(status=told[2]))


RULES = (read_agencies,)
