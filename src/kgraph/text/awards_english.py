"""What prizes are called in English: the ceremony ("Baeksang Arts Awards") and the category ("Best Film")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.text.word_lists import either, load_words

_ORDINAL = re.compile(
    r"^(?:the\s+)?(?:(?:(?:19|20)\d\d)(?:['’]s)?\s+|\d{1,3}(?:st|nd|rd|th)\s+|(?:first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+|"
    r"annual\s+|this\s+year['’]s\s+|last\s+(?:year|night|week|month)['’]s\s+|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s|,|\s+night['’]s)?\s+(?:the\s+)?)*",
    re.IGNORECASE,
)
_CAPITAL = r"[A-Z][\w&.'’-]{0,30}"
_SEASONED_WORDS = (
    "Best|Outstanding|Top|Most|Favou?rite|Rookie|Popularity|Excellence|New|Newcomer|Special|Lifetime|High|Audience|Jury"
)
_CEREMONY = re.compile(
    rf"(?<![’'])\b(?!(?:{_SEASONED_WORDS}|Nominees|Nominations|Winners?|Full|Complete|List|Hosts?|"
    rf"At|In|On|The|For|An?|And|This|Last|From|With|Her|His|By|After|When)\s)(?:(?:\d{{1,3}}(?:st|"
    rf"nd|rd|th)|(?:19|20)\d\d)\s)?(?:[Aa]nnual\s)?{_CAPITAL}(?:\s(?:{_CAPITAL}|&|of|in|and|for|"
    rf"the(?=\s[A-Z]))){{0,6}}?"
    r"\s(?:Awards?(?:\sCeremony)?|(?:International\s)?Film\sFestival|Film\sAwards?|Festival|"
    r"Prizes?)\b(?!['’]s\s)(?:\s?\((?:TV|[Ff]ilm|[Dd]rama|[Mm]ovie|[Bb]est|"
    r"[Oo]riginal)[^()]{0,40}\))?"
)
_SEASONED = re.compile(rf"^(?:{_SEASONED_WORDS}|Grand Prize)\b")
_TAIL = re.compile(
    r"^((?:best|outstanding|most|favou?rite|\w+ of the year)\b.*?)\s+(?:awards?|prize|trophy|honou?rs?)$", re.IGNORECASE
)
_BEST = (
    r"(?:[Bb]est|BEST|[Oo]utstanding|[Mm]ost\s[Pp]opular|[Ff]avou?rite|"
    r"[Tt]op\s[Ee]xcellence(?:\s[Aa]ward)?(?:,?\s[Ff]or)?|[Tt]op)"
)
_NOT_WITHIN = (
    r"(?:a|an|and|as|at|by|for|friends?|from|he|her|his|in|is|it|its|known|known|of|on|or|selling|"
    r"she|that|the|their|they|to|was|were|which|who|whose|with)\b"
)


@dataclass(frozen=True, slots=True)
class AwardPhrase:
    """A prize's name at its place: ``kind`` is ``ceremony`` or ``category``; ``name`` is ``text`` without ordinal and year."""

    start: int
    end: int
    text: str
    kind: str
    name: str


def find_awards(text: str) -> tuple[AwardPhrase, ...]:
    """Ceremonies and categories in order: "the 57th Baeksang Arts Awards" is the ceremony "Baeksang Arts Awards"."""
    found = [
        phrase
        for pattern, kind in ((_categories(), "category"), (_ceremonies(), "ceremony"), (_CEREMONY, "ceremony"))
        for match in pattern.finditer(text)
        if (phrase := _phrase(match, kind)) is not None
    ]
    kept: list[AwardPhrase] = []
    for phrase in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return tuple(kept)


def is_ceremony(name: str) -> bool:
    """True if an organisation of this name gives prizes: "Baeksang Arts Awards", "Cannes Film Festival"."""
    return bool(_CEREMONY.fullmatch(name) or _ceremonies().fullmatch(name)) and not _SEASONED.match(name)


def strip_ordinal(name: str) -> str:
    """The name without "the", ordinal and year: "the 57th Baeksang Arts Awards" -> "Baeksang Arts Awards"."""
    return _ORDINAL.sub("", name).strip()


def award_name(ceremony: str | None, category: str | None) -> str | None:
    """Ceremony and category in one: "Baeksang Arts Awards Best Film"; ``None`` if neither is known."""
    parts = [strip_ordinal(part) for part in (ceremony, category) if part]
    return " ".join(parts) or None


def implied_predicate(category: str) -> str | None:
    """What a prize of this category says of the work that its winner is named with: "Best Supporting Actress" -> ``acted_in``."""
    lowered = re.sub(r"\s+(?:award|prize|honou?rs?)s?$", "", category.lower())
    for noun, predicate in sorted(load_words("english/awards.yaml")["implied"].items(), key=lambda pair: -len(pair[0])):
        if re.search(rf"\b{re.escape(noun)}\b", lowered):
            return str(predicate)
    return None


def _phrase(match: re.Match[str], kind: str) -> AwardPhrase | None:
    name = strip_ordinal(match.group())
    if kind == "ceremony" and _SEASONED.match(name):
        return AwardPhrase(match.start(), match.end(), match.group(), "category", name) if name.count(" ") else None
    shown = _TAIL.sub(r"\1", name) if kind == "category" else name
    return AwardPhrase(match.start(), match.end(), match.group(), kind, shown) if name else None


@cache
def _categories() -> re.Pattern[str]:
    words = load_words("english/awards.yaml")
    noun = rf"(?i:{either(words['categories'])})\b"
    tail = r"(?:\s(?:[Aa]wards?|[Pp]rize|[Tt]rophy|[Hh]ono(?:u)?rs?)\b)?"
    best = (
        rf"\b{_BEST}\s(?:(?!{_NOT_WITHIN})[\w'’/-]+\s){{0,4}}?{noun}(?:\s{noun}){{0,2}}{tail}(?:\s?\((?"
        rf":TV|[Ff]ilm|[Dd]rama|[Mm]ovie|[Mm]ale|[Ff]emale)[^()]{{0,40}}\))?"
    )
    of_year = (
        r"\b(?i:(?:song|album|record|artist|actor|actress|rookie|drama|film|movie|producer|director|performance|writer|"
        r"screenwriter|program(?:me)?|group|entertainer|singer|newcomer|character|picture|series) of the year)\b"
        r"(?:\s(?:award|prize|honou?rs?)\b)?"
    )
    excellence = (
        r"\b(?:(?:Top|High) )?Excellence(?:\s[Aa]wards?)?,?\s(?:for\s|in\s|of\s)?(?:an\s)?"
        r"(?:[Aa]ctor|[Aa]ctress|[Aa]cting)\b(?:\s?\([^()]{0,40}\))?"
    )
    plain = (
        r"\b(?:directing|acting|music|screenplay|writing|editing|cinematography|lifetime achievement|achievement|rising star|"
        r"special|technical|top|grand)\s(?:award|prize)\b"
    )
    return re.compile(
        rf"{excellence}|{best}|{plain}|{of_year}|\b(?i:{either(words['prizes'])})\b{tail}(?:\sfor\s(?:best|Best|"
        rf"outstanding)\s{noun})?(?:\s\((?:[Dd]aesang|[Gg]rand\s[Pp]rize)\))?|"
        rf"\b[Dd]aesang\b(?:\s\([^()]{{0,20}}\))?"
    )


@cache
def _ceremonies() -> re.Pattern[str]:
    words = load_words("english/awards.yaml")
    return re.compile(rf"\b(?:{either(words['ceremonies'])})\b(?!['’]s\b)")
