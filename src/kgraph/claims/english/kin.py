"""sibling_of, parent_of, married_to, friend_of and dating where a noun says it: "his older brother", "her husband"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from kgraph.claims.english.cues import KIN, says_any
from kgraph.claims.english.fiction import is_fiction
from kgraph.claims.english.grammar import BRACKET, PERSON
from kgraph.claims.english.kin_lists import listed_kin
from kgraph.claims.english.kin_words import kin_patterns
from kgraph.claims.english.profiles import profiled
from kgraph.claims.english.reading import Ground, Reading, clause_start
from kgraph.model import Claim, Mention, Qualifiers
from kgraph.text.word_lists import folded, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_FORMER = re.compile(r"\b(?:former|ex|then|divorced)\b|\bex-")
_DOUBTED = re.compile(
    (
        r"\b(?:not|never|n't|isn't|aren't|weren't|if|whether|would|rumou?r\w*|alleged\w*|mistaken|"
        r"wrongly|believed|thought|looks? like|could)\b|n't\b"
    ),
    re.IGNORECASE,
)
_HEAD = re.compile(
    (
        r"\b(?P<t>siblings?|brothers?|sisters?|best friends|besties|bffs?|friendships?|married|"
        r"celebrity couples|real-life couples|dating)\b"
    ),
    re.IGNORECASE,
)
_HEADED = {
    "sibling": "sibling_of",
    "brother": "sibling_of",
    "sister": "sibling_of",
    "best friend": "friend_of",
    "bestie": "friend_of",
    "bff": "friend_of",
    "friendship": "friend_of",
    "married": "married_to",
    "dating": "dating",
}
_ROW = re.compile(r"\W*(?:Family|Siblings?|Parents?|Spouse|Relatives?|Brother|Sister)\b ?[:|-]")
_PARENTS = re.compile(rf"\b(?:son|daughter|child|children|sons|daughters) of [^,]*{PERSON}{BRACKET} and [a-z ]*{PERSON}")
_BULLET = 4  # characters: a pronoun so early in a row of a profile is its subject
_TWO_FRIENDS = re.compile(r"\b(?:[Tt]wo|[Pp]air of) (?:[\w-]+ )?(?:friends|buddies|besties|pals)\b")
_PAIR_ITEM = re.compile(
    rf"^ ?(?:\d{{1,2}}[.)]|[-•*])? ?(?P<a>{PERSON}){BRACKET} ?(?:and|And|AND|&|x|X|/|,|-|with) ?(?P<b>{PERSON}){BRACKET} ?$"
)


def read_kin(reading: Reading) -> Iterator[Claim]:
    """As in "Cha is the second son of Kim" -> parent_of Kim, Cha; "her brother Lee Wan" -> sibling_of."""
    told: list[Claim] = []
    for line in reading.lines:
        if says_any(line, KIN) and line.of_type("Person"):
            told += (*_two_sided(reading, line), *_plural(reading, line), *listed_kin(reading, line))
        if line.sentence.kind != "text":
            told += _headed(reading, line)
    yield from told
    yield from _parents_of_both(told)
    yield from _two_friends(reading)


def _parents_of_both(told: list[Claim]) -> Iterator[Claim]:
    """A parent of one of two siblings told in one line is the parent of the other."""
    parents: dict[int, list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.predicate == "parent_of":
            parents[claim.evidence.start].append(claim)
    for sibling in told:
        if sibling.predicate != "sibling_of" or sibling.object is None:
            continue
        pair = {sibling.subject.ref: sibling.object, sibling.object.ref: sibling.subject}
        for parent in parents[sibling.evidence.start][:8]:
            other = pair.get(parent.object.ref) if parent.object else None
            if other is not None and other.ref != parent.subject.ref:
                yield replace(parent, object=other, rule="kin.parent_of_both", confidence=0.75)


def _two_friends(reading: Reading) -> Iterator[Claim]:
    """A headline of two friends, and the two people that the article first names together."""
    head = reading.lines[0] if reading.lines else None
    found = _TWO_FRIENDS.search(head.mask) if head else None
    pair = (
        next((line for line in reading.lines[:6] if len({mention.ref for mention in line.of_type("Person")}) == 2), None)
        if found
        else None
    )
    if head and found and pair:
        first, *others = pair.of_type("Person")
        second = next(mention for mention in others if mention.ref != first.ref)
        yield reading.claim("friend_of", (first, second), Ground(head, head.trigger(found), "kin.two_friends", 0.7))


def _two_sided(reading: Reading, line: Line) -> Iterator[Claim]:
    for name in ("owned", "owned_many", "whose", "apposed", "of", "of_is", "of_far", "elided", "friends_with", "counts", "and"):
        for found in kin_patterns()[name].finditer(line.mask):
            if is_fiction(reading, line, found) or _is_doubted(line, found.start("t"), found.end()):
                continue
            owners = _owners(reading, line, found)
            others = line.people(found) if "p" in found.re.groupindex else _first_person(line, found.start())
            others = others if found["t"].endswith("s") or name == "friends_with" else others[:1]
            yield from _claims(reading, line, found, (owners, others), name)


def _owners(reading: Reading, line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """Whose relative or friend it is: "the couple's daughter" has two; in "Yoon is her sister" *her* is somebody told before."""
    if "a" not in found.re.groupindex:
        subject = profiled(reading)
        return _first_person(line, found.start()) or ((subject,) if subject is not None and _ROW.match(line.mask) else ())
    owners = line.people(found, "a")
    if found.re is kin_patterns()["friends_with"] or not owners:
        return owners
    first = owners[0]
    if first.form == "pronoun" and line.sentence.kind != "text" and found.start("a") < _BULLET:
        subject = profiled(reading)
        return (subject,) if subject is not None else ()
    if first.form == "role" and found.re is not kin_patterns()["of"]:
        return tuple(mention for mention in line.of_type("Person") if mention.span == first.span)
    others = {mention.ref for mention in (line.people(found) if "p" in found.re.groupindex else ())}
    if first.form == "pronoun" and first.ref in others:
        before = [
            mention
            for back in (1, 2)
            if (other := reading.previous(line, back))
            for mention in other.of_type("Person")
            if mention.ref not in others
        ]
        return tuple(before[:1])
    return owners[: 2 if _PARENTS.search(found.group()) else 1]


def _claims(
    reading: Reading, line: Line, found: re.Match[str], sides: tuple[tuple[Mention, ...], tuple[Mention, ...]], name: str
) -> Iterator[Claim]:
    relation = _relation(found["t"])
    former = bool(_FORMER.search(found["adj"])) if "adj" in found.re.groupindex and found["adj"] else False
    for owner in sides[0]:
        for other in sides[1]:
            if relation and owner.ref != other.ref:
                predicate, direction, *status = relation
                first, second = (other, owner) if direction == "of" else (owner, other)
                qualifiers = Qualifiers(
                    status=status[0] if status else "ended" if former and predicate in ("married_to", "dating") else None
                )
                ground = Ground(line, line.trigger(found, "t"), f"kin.{name}", 0.8 if name in ("elided", "of_far") else 0.9)
                yield reading.claim(predicate, (first, second), ground, qualifiers)


def _relation(noun: str) -> list[str] | None:
    nouns = load_words("english/relations.yaml")["nouns"]
    key = noun.lower()
    relation = (
        nouns.get(key)
        or nouns.get(key.removesuffix("s"))
        or {
            "friends": nouns["friend"],
            "close": nouns["friend"],
            "besties": nouns["bestie"],
            "buddies": nouns["buddy"],
            "best friends": nouns["friend"],
        }.get(key)
    )
    return list(relation) if relation else None


def _first_person(line: Line, position: int) -> tuple[Mention, ...]:
    """Whom an elided owner or a far subject means: the first person of the sentence."""
    return line.between(0, position, "Person")[:1]


def _plural(reading: Reading, line: Line) -> Iterator[Claim]:
    for name in ("are", "apposed_plural", "before", "friendship"):
        for found in kin_patterns()[name].finditer(line.mask):
            side = "2" if name == "friendship" and found["t"] is None else ""
            people = line.people(found, f"p{side}") + (line.people(found, "a2") if side else ())
            place = found.start(f"t{side}")
            predicate = (
                "friend_of" if name == "friendship" else load_words("english/relations.yaml")["plurals"][folded(found["t"])]
            )
            untrue = is_fiction(reading, line, found, f"t{side}") or _is_doubted(line, place, place)
            if untrue or not 2 <= len({person.ref for person in people}) <= 6:
                continue
            yield from _pairs(
                reading,
                (predicate, f"kin.{name}"),
                people if predicate == "friend_of" else people[-2:],
                Ground(line, line.trigger(found, f"t{side}"), f"kin.{name}", 0.88),
            )


def _pairs(reading: Reading, told: tuple[str, str], people: tuple[Mention, ...], ground: Ground) -> Iterator[Claim]:
    for first, second in combinations(people, 2):
        if first.ref != second.ref:
            yield reading.claim(told[0], (first, second), ground)


def _headed(reading: Reading, line: Line) -> Iterator[Claim]:
    """As in "1. Kim Tae-hee And Lee Wan" under a headline that promises siblings"""
    item = _PAIR_ITEM.match(line.mask)
    head = _headline(reading) if item else None
    first, second = (line.at(item.start("a")), line.at(item.start("b"))) if item else (None, None)
    if item and head and first and second and first.ref != second.ref and line.index > 0:
        ground = Ground(line, line.original(item.start("a"), item.end("b")), "kin.headed", 0.85)
        yield reading.claim(head, (first, second), ground)


def _headline(reading: Reading) -> str | None:
    for line in reading.lines[:2]:
        found = _HEAD.search(line.mask)
        if found and not re.search(r"\b(?:not|plays?|drama couples|on-screen)\b", line.mask):
            return _HEADED.get(found["t"].lower().removesuffix("s")) or _HEADED.get(found["t"].lower())
    return None


def _is_doubted(line: Line, position: int, end: int) -> bool:
    before = line.mask[clause_start(line, position) : position]
    return bool(_DOUBTED.search(before) or re.match(r"[^.;]{0,30}\b(?:is not true|not fact|untrue|denied)\b", line.mask[end:]))


RULES = (read_kin,)
