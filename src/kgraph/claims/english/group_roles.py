"""Members told by what they play, by lists in brackets, and by a role alone where the article knows one group only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, ORG, PEOPLE, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention, Referent

    Member = tuple[tuple[Mention, ...], Mention | Referent, str | None, str, float, tuple[int, int]]

_KINDS = r"(?:group|band|duo|trio|quartet|quintet|sextet|boyband|boy group|girl group)"
_A_KIND = rf"(?:(?:the|an?) )?(?:[\w-]+ ){{0,3}}?{_KINDS} "
_PART = (
    r"(?:main |lead |former |ex-|founding |fellow |youngest )*(?:members?|leader|maknae|vocalists?|rappers?|dancers?|"
    r"drummer|bassist|guitarist|keyboardist|front ?man|front ?woman|bandmates?|groupmates?|singers?)"
)
_GROUP = rf"['\"]?(?P<o>{ORG})"
_NAMED = (
    (
        "plays",
        0.9,
        re.compile(
            rf"(?P<p>{PERSON}){BRACKET}(?:,[^,.;\ue000-\uf7ff]{{1,40}},)?,? (?:who )?"
            rf"(?:(?:also|once|later|then|still|first|now) )?"
            rf"(?P<t>(?:used to )?(?:plays?|played|drums?|drummed|sings?|sang|raps?|rapped)(?: the)?(?: \w+)? "
            rf"(?:in|for|with)) {_A_KIND}{_GROUP}"
        ),
    ),
    (
        "several_of",
        0.9,
        re.compile(
            rf"\b(?P<t>(?:[Tt]win|[Mm]ember|[Ss]ister|[Bb]rother|[Rr]apper|[Ss]inger|[Vv]ocalist|[Ii]dol)s) (?P<p>{PEOPLE}) "
            rf"(?:of|from) (?:{_A_KIND})?{_GROUP}"
        ),
    ),
    ("listed", 0.9, re.compile(rf"\b(?P<t>[Mm]embers) of (?:{_A_KIND})?{_GROUP}['\"]? ?[(:-] ?(?P<p>{PEOPLE})")),
    (
        "listed_after",
        0.88,
        re.compile(rf"{_GROUP}['\"]?(?:'s|,)? (?P<t>(?:all |\w+ )?members(?: are| were|:| -|,)?) ?\(?(?P<p>{PEOPLE})"),
    ),
    ("own_band", 0.88, re.compile(rf"(?P<p>{PERSON})'s (?:own |\w+ )?(?P<t>{_KINDS}),? {_GROUP}")),
    (
        "part_of",
        0.9,
        re.compile(
            rf"(?P<p>{PERSON}){BRACKET}(?:, | - |, (?:now |once |then ))(?:an? |the |one of the )?(?P<t>{_PART}|one half|half) "
            rf"(?:of|in|with|for) (?:{_A_KIND})?{_GROUP}"
        ),
    ),
    (
        "formerly_of",
        0.9,
        re.compile(rf"(?P<p>{PERSON}){BRACKET},? (?P<t>formerly (?:of|with|in)) (?:{_A_KIND})?{_GROUP}"),
    ),
    ("from_kind", 0.9, re.compile(rf"(?P<p>{PERSON}){BRACKET},? (?P<t>of|from) {_A_KIND}{_GROUP}")),
    ("kind_whose", 0.88, re.compile(rf"\b{_A_KIND}{_GROUP}['\"]?'s (?P<p>{PERSON})(?P<t>)(?!'s)")),
    ("capitals", 0.85, re.compile(rf"{_GROUP}['\"]?'s (?P<p>{PERSON})(?P<t>)(?!'s)")),
    ("of_capitals", 0.85, re.compile(rf"(?P<p>{PERSON}){BRACKET},? (?P<t>of|from) {_GROUP}")),
)
_MEMBER = (
    r"(?:(?:former |ex-|fellow |youngest )*(?:members?|leader|maknae|band-?mates?|groupmates?)|"
    r"(?:main|lead) (?:vocalist|dancer|rapper))"
)
_HEAD = 3  # lines: whom an article is about, its head says
_ALONE = re.compile(rf"\b(?P<t>{_MEMBER}),? (?P<p>{PERSON}(?:(?:, | and |, and ){PERSON}){{0,8}})(?!'s)", re.IGNORECASE)
_LEAVES = re.compile(
    rf"(?P<p>{PERSON}(?:(?:, | and ){PERSON}){{0,3}}) [^.;\ue000-\uf7ff]{{0,60}}"
    r"(?P<t>(?:left|leave|leaving|depart(?:ed|ing)?|withdr[ae]w(?:ing)?)(?: from)?) the (?:group|team|band)\b"
)
_GOES = re.compile(r"(?: (?:has|had|abruptly|officially|also)){0,2} (?:left|quit|departed|withdrew|exited)\b")
_WORDS = re.compile(
    r"\b(?:group|band|duo|trio|quartet|quintet|sextet|member|leader|maknae|vocalist|rapper|dancer|drum|bass|guitar|keyboard|front|"
    r"singer|sings|sang|play|twin|sister|brother|idol|team|formerly|half)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:former(?:ly)?|used to|once|left|leav|depart|withdr|then)|\bex-", re.IGNORECASE)
_OTHERS = ("broadcaster", "platform", "studio", "agency", "chart", "festival")
_SPELT_AS_GROUP = re.compile(r"[A-Z0-9][A-Z0-9 *.:'’-]{2,}")
_NEEDS_CAPITALS = ("capitals", "of_capitals")
_DOUBT = re.compile(r"\b(?:not|never|if|would love|fans? of|unlike|cover)\b|n't\b")


def members_by_role(reading: Reading, line: Line) -> Iterator[Member]:
    """Who plays in which group by the words of one line; a role alone counts where the article names a single group."""
    if not line.has("Person"):
        return
    if line.has("Organization"):
        for rule, confidence, pattern in _NAMED:
            for found in pattern.finditer(line.mask):
                group = line.at(found.start("o"))
                if group is None or _DOUBT.search(line.mask[max(0, found.start() - 20) : found.start("o")]):
                    continue
                if _may_be_group(reading.referent(group), rule):
                    place = found.span("t") if found["t"] else found.span("o")
                    people = line.people(found)
                    yield people, group, _status(line, found), rule, confidence, place
    if _WORDS.search(line.mask):
        yield from _by_role_alone(reading, line)


def _may_be_group(organization: Referent, rule: str) -> bool:
    """True for groups, and for what the words call a group where its kind is not known."""
    if organization.kind == "group":
        return True
    if organization.kind in _OTHERS:
        return False
    return rule not in _NEEDS_CAPITALS or (organization.kind is None and bool(_SPELT_AS_GROUP.fullmatch(organization.name)))


def _status(line: Line, found: re.Match[str]) -> str | None:
    before = line.mask[max(0, found.start() - 8) : found.start()]
    return "ended" if _ENDED.search(found["t"] or "") or re.search(r"(?:[Ff]ormer|[Ee]x)[ -]['\"]?$", before) else None


def _by_role_alone(reading: Reading, line: Line) -> Iterator[Member]:
    """As in *Drummer P is late*, where the article knows one group: its drummer."""
    groups = [referent for referent in reading.mentions.referents if referent.kind == "group"]
    if len(groups) != 1 or all(mention.ref != groups[0].ref for head in reading.lines[:_HEAD] for mention in head.mentions):
        return
    named = any(reading.referent(mention).kind == "group" for mention in line.of_type("Organization"))
    for found in _ALONE.finditer(line.mask) if not named else ():
        if not _GOES.match(line.mask, found.end()) and not _DOUBT.search(line.mask[max(0, found.start() - 20) : found.start()]):
            several = found["t"].lower().endswith("s")
            people = line.people(found)
            yield people if several else people[:1], groups[0], _status(line, found), "role_alone", 0.8, found.span("t")
    for found in _LEAVES.finditer(line.mask):
        if not _DOUBT.search(line.mask[max(0, found.start() - 20) : found.start()]):
            yield line.people(found), groups[0], "ended", "leaves", 0.85, found.span("t")
