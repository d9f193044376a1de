"""The shapes in which English says how two people are related, by a noun for one or a plural for both."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kgraph.claims.english.grammar import BRACKET, PEOPLE, PERSON
from kgraph.text.word_lists import either, load_words

_SMALL = r"(?!(?:of|in|on|and|is|was|to|with|for|the|who|at|by|from|that|or|but|a|an|not|never|getting|be)\b)"
_ADJECTIVES = rf"(?P<adj>(?:{_SMALL}[\w\ue000-\uf7ff][\w'-]* ){{0,4}}?)"
_TITLES = rf"(?:(?:the |an? )?(?:{_SMALL}[a-z][\w-]*|[A-Z][a-z]+|[\ue800-\uf7ff](?:'s)?) ){{0,5}}?"
_ARTICLE = r"(?:the |an? |also |both |one of the |one of )*"


@cache
def kin_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, over masks: ``a`` owns the relation, ``p`` is the other side, or all sides of a plural."""
    words = load_words("english/relations.yaml")
    patterns = {**_noun_patterns(words), **_plural_patterns(words)}
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def _noun_patterns(words: dict[str, Any]) -> dict[str, str]:
    one_of = f"(?:{either(words['nouns'])})"
    noun, nouns = rf"(?P<t>{one_of})(?! {one_of})", rf"(?P<t>{one_of}s)\b(?! {one_of})"
    link = rf"(?:,| is| was| -| named| named,| and| in|:)? {_TITLES}"
    return {
        "owned": rf"(?P<a>{PERSON})'s {_ADJECTIVES}{noun}{link}(?P<p>{PERSON})",
        "owned_many": rf"(?P<a>{PERSON})'s {_ADJECTIVES}{nouns}{link}(?P<p>{PEOPLE})",
        "whose": rf"(?P<a>{PERSON}){BRACKET},? whose {_ADJECTIVES}{noun}(?:,| is| was)? {_TITLES}(?P<p>{PERSON})",
        "apposed": (
            rf"(?P<p>{PERSON}){BRACKET}(?:,| is| was| \(|,? who is| -| became| became,|, also) "
            rf"{_ARTICLE}(?:[a-z]+ and )?(?P<a>{PERSON})'s {_ADJECTIVES}{noun}\b"
        ),
        "of": (
            rf"(?P<p>{PERSON}){BRACKET}(?:,| is| was|, who is| who is| became| -|, also)? "
            rf"{_ARTICLE}{_ADJECTIVES}{noun} (?:of|to|with) {_TITLES}(?P<a>{PEOPLE})"
        ),
        "of_far": rf", (?:is|was) {_ARTICLE}{_ADJECTIVES}{noun} (?:of|to) {_TITLES}(?P<a>{PERSON})",
        "of_is": rf"\b{noun} of {_TITLES}(?P<a>{PERSON}){BRACKET} (?:is|was) {_TITLES}(?P<p>{PERSON})",
        "elided": (
            rf"\b(?:older|elder|younger|little|big|kid|baby|twin) (?P<t>brother|sister|siblings?),? "
            rf"{_TITLES}(?P<p>{PERSON})"
        ),
        "and": rf"(?P<a>{PERSON}){BRACKET},? and (?P<adj>(?:former |late |then-)?)(?P<t>husband|wife|ex-husband|ex-wife) "
        rf"{_TITLES}(?P<p>{PERSON})",
        "counts": rf"(?P<a>{PERSON}){BRACKET} (?:[a-z]+ )?(?:counts|considers|calls|counted|considered) "
        rf"{_TITLES}(?P<p>{PERSON}){BRACKET}(?:,[^;.]{{0,80}},)? (?:as |among |one of |(?:an?|the) )*"
        rf"(?:{PERSON}'s )?{_ADJECTIVES}(?P<t>friends?|best friends?|pals?)\b",
        "friends_with": rf"(?P<p>{PEOPLE}){BRACKET} (?:{_SMALL}[a-z]+ ){{0,2}}?(?:is|was|are|were|has been|became|"
        rf"become|had been) (?:{_SMALL}[a-z]+ ){{0,3}}?"
        rf"(?P<t>friends|besties|buddies|close|pals|best friends) (?:with|to) {_TITLES}(?P<a>{PEOPLE})",
    }


def _plural_patterns(words: dict[str, Any]) -> dict[str, str]:
    plural = f"(?P<t>(?i:{either(words['plurals'])}))"
    pair = rf"(?P<p>{PEOPLE}|{PERSON}{BRACKET}(?:,[^,.;]{{0,60}},)? and {_TITLES}{PERSON})"
    return {
        "are": (
            rf"{pair},? (?:who )?(?:{_SMALL}[a-z]+ ){{0,3}}?(?:are|were|have been|had been|became|become|remain|"
            rf"into) (?:both |also |an? )?(?:{_SMALL}[a-z-]+ ){{0,4}}?{plural}\b(?! (?:on|in) (?:the "
            rf")?(?:drama|film|screen|show))"
        ),
        "apposed_plural": rf"{pair}, (?:both )?(?:an?|the|who are|real-life) (?:{_SMALL}[a-z-]+ ){{0,3}}?{plural}\b",
        "before": rf"\b{plural},? {_TITLES}(?P<p>{PEOPLE})",
        "friendship": (
            rf"(?P<t>[Ff]riendship|[Bb]romance) (?:between|of) {_TITLES}(?P<p>{PEOPLE})|(?P<a2>{PERSON})'s "
            rf"(?:[a-z-]+ )?(?P<t2>friendship|bromance) with {_TITLES}(?P<p2>{PERSON})"
        ),
    }
