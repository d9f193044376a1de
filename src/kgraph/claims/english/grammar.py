"""The alphabet and the small phrases of a line's mask, as pieces of regular expressions.

A *mask* is a sentence in which every mention is one private-use character: a person, a work or an organisation.  A rule's
pattern is
written over masks, so that it speaks of syntax and not of names: ``rf"directed by {PEOPLE}"``.  Every piece is bounded, so that
a pattern of pieces runs in time linear in the sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.model import Mention

SLOTS = 0x800
BASES = {"Person": 0xE000, "Work": 0xE800, "Organization": 0xF000}

PERSON = "[\ue000-\ue7ff]"
WORK = "[\ue800-\uefff]"
ORG = "[\uf000-\uf7ff]"
MENTION = "[\ue000-\uf7ff]"
BRACKET = r"(?: ?\([^()]{0,90}\)|, \d\d(?=,))?"  # P (42), P, 42,
JOIN = r"(?:(?: ?,)? ?(?:and also|and then|and|&|plus|or|as well as|along with|alongside|together with) | ?, ?| ?; ?| ?[/•·] ?| )"
MODIFIER = (
    r"(?:(?:the|an?|also|even|of course|veteran|late|fellow|rookie|newcomer|American|British|Japanese|Chinese|Taiwanese|Thai|"
    r"French|Hollywood|K-pop|former|group|member|child|theater|musical|trot|stage|screen|rising|popular|fellow|singer|idol|"
    r"actor|actors|actress|actresses|writer|writers|"
    r"screenwriter|director|directors|PD|PDs|producer|producers|rapper|comedian|star|[a-z]+-turned-[a-z]+|both|his|her|drama|"
    r"dramas|"
    r"film|films|movie|movies|series|hit|\d{4}|[\ue000-\ue7ff]'s|[\uf000-\uf7ff]'s) ){0,4}"
)
PEOPLE = rf"{PERSON}(?!'s){BRACKET}(?:{JOIN}?{MODIFIER}{PERSON}(?!'s){BRACKET}){{0,60}}"
WORKS = rf"{WORK}(?!'s){BRACKET}(?:{JOIN}?{MODIFIER}{WORK}(?!'s){BRACKET}){{0,60}}"
ORGS = rf"{ORG}{BRACKET}(?:{JOIN}?{MODIFIER}{ORG}{BRACKET}){{0,20}}"

_PRIVATE = re.compile("[\ue000-\uf8ff]")


def mask_character(type_: str, index: int) -> str | None:
    """The character that stands for the ``index``-th mention of a line, or None where a line has too many mentions to be read."""
    return chr(BASES[type_] + index) if index < SLOTS else None


def mention_index(character: str) -> int | None:
    """Which mention of its line a mask's character stands for, or None for a plain character."""
    code = ord(character)
    return code & (SLOTS - 1) if 0xE000 <= code < 0xF800 else None


def without_private(text: str) -> str:
    """The text with private-use characters blanked, so that an article cannot forge a mention."""
    return _PRIVATE.sub(" ", text)


def is_possessive(mention: Mention, following: str) -> bool:
    """True if a pronoun mention owns what follows: *her* husband, *their* new film; not *saw her on stage*."""
    word = mention.span.text.casefold()
    if mention.form not in ("pronoun", "speaker"):
        return False
    if word == "her":
        return bool(_OWNED.match(following))
    return word in ("his", "their", "its", "my", "our", "whose")


_OWNED = re.compile(
    r" (?!(?:in|on|at|as|to|for|with|from|by|and|or|but|when|while|after|before|because|if|the|a|an|that|is|was|has|had|again|"
    r"too|into|of|up|"
    r"out|off|how|what|who|where|this|over|about)\b)['\"“‘]?[\w'\"“‘]"
)
