"""The shapes in which English tells of weddings, romances and partings.  ``a`` and ``b`` are the people, ``t`` the words."""

from __future__ import annotations

import re
from functools import cache

from kgraph.claims.english.grammar import BRACKET, PERSON
from kgraph.text.word_lists import load_words

_SMALL = r"(?!(?:of|in|on|and|is|was|to|with|for|who|at|by|from|that|or|but|not|never)\b)"
_TITLES = rf"(?:(?:the |an? )?(?:{_SMALL}[a-z][\w'-]*|[A-Z][a-z]+|[\ue800-\uf7ff](?:'s)?|\d+-year-old) ){{0,6}}?"
_ASIDE = r"(?:,[^;.]{0,90}?,)?"
_LEAD = r"(?:(?:(?!no longer|not|never|n't)[a-z']+|'[a-z]+|[\ue000-\ue7ff]'s) ){0,5}?"
_PAIR = (
    rf"(?P<a>{PERSON}){BRACKET}{_ASIDE}(?: ?(?:and|&|with) {_TITLES}|,? "
    rf"?(?=[\ue000-\ue7ff]))(?P<b>{PERSON}){BRACKET}{_ASIDE},?"
)


_LINKED = r"(?:just|only|merely|no more than|nothing more than|simply) (?:\w+ ){0,2}(?:friends|colleagues|co-stars)|not dating"


@cache
def love_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, over masks."""
    words = load_words("english/relations.yaml")
    marry, part, date = (f"(?i:{'|'.join(_owned(words[key]))})" for key in ("marry", "part", "date"))
    return {**_weddings(marry, part), **_romances(date)}


def _owned(words: list[str]) -> list[str]:
    """The words, in which *their* may also be the mention that a mask shows."""
    return [re.sub(r"\btheir\b", f"(?:their|{PERSON}{PERSON}?'s)", word) for word in words]


def _weddings(marry: str, part: str) -> dict[str, re.Pattern[str]]:
    return {
        "marry_both": re.compile(
            rf"{_PAIR} {_LEAD}(?P<t>\b{marry}\b(?! couple)|(?:are|were|been|got) married\b|"
            rf"(?i:set (?:\w+ )?wedding)|(?:are|is) engaged\b)"
        ),
        "marry_to": re.compile(
            rf"(?P<a>{PERSON}){BRACKET}(?:{_ASIDE}|, who) {_LEAD}(?P<t>(?:is |was |are |has been |been "
            rf")?(?:{marry}|married to|engaged to|walk\w* down the aisle with)) (?:{_SMALL}[a-z]+ "
            rf")?{_TITLES}(?P<b>{PERSON})"
        ),
        "marry_own": re.compile(
            rf"(?P<a>{PERSON}){BRACKET}(?:{_ASIDE}|, who) {_LEAD}(?P<t>{marry}) {PERSON}'s (?:[a-z-]+ ){{0,3}}?(?:boyfriend|"
            rf"girlfriend|fianc[eé]e?|partner|lover|sweetheart)(?: (?:of|for) [\w -]{{1,30}}?)?,? {_TITLES}(?P<b>{PERSON})"
        ),
        "part_both": re.compile(rf"{_PAIR} {_LEAD}(?P<t>{part})\b"),
        "part_from": re.compile(
            rf"(?P<a>{PERSON}){BRACKET}(?:{_ASIDE}|, who) {_LEAD}(?P<t>{part}) (?:with |from )?{_TITLES}(?P<b>{PERSON})"
        ),
        "marriage_of": re.compile(
            rf"(?P<a>{PERSON})'s (?:\w+ ){{0,2}}(?P<t>marriage|wedding|engagement) (?:to|with) {_TITLES}(?P<b>{PERSON})"
        ),
        "mrs": re.compile(rf"(?P<a>{PERSON}){BRACKET},? (?:aka|a\.k\.a\.|also known as) (?P<t>Mrs\.?) (?P<b>{PERSON})"),
        "partner": re.compile(
            rf"(?P<t>\b(?:[Pp]artner|[Gg]room|[Bb]ride|[Bb]ridegroom|[Gg]room-to-be|[Bb]ride-to-be|"
            rf"[Oo]ther half|[Ss]pouse)) is {_TITLES}(?P<b>{PERSON})"
        ),
    }


def _romances(date: str) -> dict[str, re.Pattern[str]]:
    return {
        "date_both": re.compile(rf"{_PAIR} {_LEAD}(?P<t>{date}|a couple)\b(?! of)"),
        "not_dating": re.compile(
            rf"{_PAIR} (?:are|were|have|'re)(?: not|n't)(?: \w+){{0,2}} (?P<t>{date}|a couple|dating|lovers)\b"
        ),
        "date_with": re.compile(
            rf"(?P<a>{PERSON}){BRACKET}(?:{_ASIDE}|, who) {_LEAD}(?P<t>{date})(?: rumou?rs?)? (?:with |to "
            rf")?{_TITLES}(?P<b>{PERSON})"
        ),
        "rumour": re.compile(
            rf"(?P<t>(?:[Dd]ating |[Rr]omance |[Rr]elationship )?[Rr]umou?rs?)[^.;]{{0,60}}? "
            rf"{_TITLES}(?P<a>{PERSON}){BRACKET} (?:and|with|&|were|was|is|are) (?:[a-z]+ "
            rf"){{0,3}}?{_TITLES}(?P<b>{PERSON})"
        ),
        "rumour_pair": re.compile(
            rf"(?P<a>{PERSON}){BRACKET}(?:, | and | & | ?/ ?|-){_TITLES}(?P<b>{PERSON}){BRACKET}(?:'s)? (?P<t>(?i:dating|"
            rf"romance|relationship|love) (?i:talks?|rumou?rs?|reports?|news|claims?|speculation))\b"
        ),
        "rumour_of_both": re.compile(
            rf"(?P<t>(?i:{_LINKED}))[^;\ue000-\ue7ff]{{0,90}} (?:of|about|regarding) {_TITLES}(?P<a>{PERSON}){BRACKET} and "
            rf"{_TITLES}(?P<b>{PERSON})"
        ),
        "rumour_with": re.compile(
            rf"(?P<a>{PERSON})(?:'s)?\b[^.;\ue000-\ue7ff]{{0,70}}?(?P<t>(?:dating|romance|relationship) rumou?rs?) "
            rf"(?:with|involving) {_TITLES}(?P<b>{PERSON})"
        ),
        "pair": re.compile(
            rf"^(?:[\w ]{{0,30}}, )?(?P<a>{PERSON})(?P<b>{PERSON}) [^.;]{{0,160}}?\b(?P<t>(?:have|has|had) "
            rf"been (?:dating|together|in a relationship)|are dating|began dating|started dating)\b"
        ),
    }
