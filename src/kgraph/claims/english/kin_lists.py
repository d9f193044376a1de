"""Relatives told in a list or by a verb: "survived by a son, X, and a daughter, Y", "born to X and Y"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.fiction import is_fiction
from kgraph.claims.english.grammar import BRACKET, PEOPLE, PERSON
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim

_KIN = frozenset({"married_to", "parent_of", "sibling_of"})
_SMALL = r"(?!(?:of|in|on|and|is|was|to|with|for|who|at|by|from|that|or|but|not|never|like|called)\b)"
_TITLES = rf"(?:(?:the |an? )?(?:{_SMALL}[a-z][\w-]*|[A-Z][a-z]+) ){{0,4}}?"
_HAS = re.compile(
    rf"(?P<a>{PERSON}){BRACKET}(?:,[^,.;]{{0,60}},)? (?:(?!not|never|n't)[a-z]+ ){{0,2}}?(?P<v>survived by|leaves behind|"
    rf"left behind|leaves|has|have|had|gave birth to|raises|raised|raising|welcomed) (?=an?\b|one\b|two\b|three\b|{PERSON}'s)"
)
_BORN = re.compile(
    rf"(?P<p>{PERSON}){BRACKET},? (?:(?:was|is|who was) )?(?P<t>born)(?: [a-z]+ [A-Z\d][\w, ]{{0,30}}?)? to "
    rf"{_TITLES}(?P<a>{PERSON}{BRACKET}(?: and {_TITLES}{PERSON})?)"
)
_DOUBT = re.compile(r"\b(?:not|never|if|would|rumou?r\w*|like)\b|n't\b")
_LIST = re.compile(r"[^.;]{0,240}")  # no list of relatives is longer


@cache
def _item() -> re.Pattern[str]:
    relations: dict[str, list[str]] = load_words("english/relations.yaml")["nouns"]
    nouns = either([noun for noun, told in relations.items() if told[0] in _KIN and len(told) == 2])
    return re.compile(
        rf"(?:\ban?|\bone|\btwo|\bthree|{PERSON}'s) (?:[a-z]+ ){{0,2}}?(?P<t>(?:{nouns})s?|children)(?:,|:| named| -) "
        rf"{_TITLES}(?P<p>{PEOPLE})"
    )


def listed_kin(reading: Reading, line: Line) -> Iterator[Claim]:
    """As in "He is survived by a son, the director X, and a daughter, Y" -> parent_of, twice."""
    for owner in _HAS.finditer(line.mask):
        person = line.at(owner.start("a"))
        tail = _LIST.match(line.mask, owner.end())
        end = tail.end() if tail else owner.end()
        for found in _item().finditer(line.mask, owner.end(), end):
            if person is None or _DOUBT.search(line.mask, owner.start(), found.end()) or is_fiction(reading, line, found):
                continue
            for other in line.people(found)[: 6 if found["t"].endswith(("s", "n")) else 1]:
                predicate, direction, *_ = _relation(found["t"])
                pair = (other, person) if direction == "of" else (person, other)
                if other.ref != person.ref:
                    yield reading.claim(predicate, pair, Ground(line, line.trigger(found, "t"), "kin.listed", 0.85))
    yield from _born(reading, line)


def _born(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _BORN.finditer(line.mask):
        child = line.at(found.start("p"))
        for parent in line.people(found, "a"):
            if child and parent.ref != child.ref and not is_fiction(reading, line, found):
                yield reading.claim("parent_of", (parent, child), Ground(line, line.trigger(found, "t"), "kin.born", 0.85))


def _relation(noun: str) -> list[str]:
    nouns: dict[str, list[str]] = load_words("english/relations.yaml")["nouns"]
    return nouns["child"] if noun == "children" else nouns.get(noun) or nouns[noun.removesuffix("s")]
