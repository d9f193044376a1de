"""What an article says beside a name about who is meant: the works, groups, agencies and people that its claims tie to it.

An item is ``tag:value``, its value in a form in which both scripts meet where they can.  Items are part of a node, so they are
few, and none of them grows with the graph: of a work only its makers count, of a platform nothing.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from kgraph.entities.anchor import compared
from kgraph.entities.blocking import coarse_keys, item_values
from kgraph.entities.kinds import FAMILIES
from kgraph.entities.naming import identity_keys, identity_names
from kgraph.entities.translation import whole_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.known import Reading
    from kgraph.model import Claim, Referent

MOST = 12  # items kept of one tag: a cast list of sixty names no better than one of twelve
WAYS = 2  # to say a title in English
ROLES = {
    "acted_in": "actor", "composed_for": "maker", "created": "maker", "directed": "maker", "member_of": "singer",
    "performed": "singer", "produced": "maker", "wrote": "maker",
}  # fmt: skip
MAKERS = {"created": "wrote", "directed": "directed", "performed": "performed", "wrote": "wrote"}
CREDITS = {"acted_in": "cast", "produced": "produced"}
HOUSES = {"member_of": "group", "signed_with": "agency", "produced_by": "made", "performed": "made"}
SCREEN = {"film": "screen", "series": "screen"}
SPOUSES = {"married_to": ("spouse",)}  # one at a time, and mostly one in a life
VERSIONS = frozenset({"based_on", "remake_of", "sequel_of"})

Items = dict[str, set[str]]


def contexts(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Ref -> its items, sorted; a referent that nothing is said about has none."""
    found: Items = defaultdict(set)
    for claim in reading.claims:
        if claim.object is not None:
            _add_pair(claim, claim.subject, claim.object, found)
        elif claim.predicate == "released_on" and claim.qualifiers.date:
            found[claim.subject.ref] |= _dates(claim.qualifiers.date)
    for referent in reading.referents:
        if referent.born and referent.type == "Person":
            found[referent.ref].add(f"born:{referent.born}")
    _add_company(reading, found)
    _add_namesakes(reading.referents, found)
    return {ref: compared(items) for ref, items in found.items() if items}


def _crafts(predicate: str, target: Referent) -> set[str]:
    """What somebody does who makes works: who writes novels is another writer than who writes for the screen."""
    if ROLES[predicate] != "maker":
        return set()
    if predicate != "wrote":
        return {f"craft:{predicate}"}
    family = family_of(target)
    return {f"craft:wrote {SCREEN.get(family, family)}"} if family else set()


def _add_pair(claim: Claim, subject: Referent, target: Referent, found: Items) -> None:
    predicate, types = claim.predicate, (subject.type, target.type)
    if subject.type == "Person" and predicate in ROLES:
        found[subject.ref].add(f"role:{ROLES[predicate]}")
        found[subject.ref] |= _crafts(predicate, target)
    if types == ("Person", "Work"):
        found[subject.ref] |= _values("work", target) | _title_items(target.names)
        if predicate in CREDITS:
            found[target.ref] |= _values(CREDITS[predicate], subject)
        if predicate in MAKERS:
            found[target.ref] |= _values(MAKERS[predicate], subject)
    elif types == ("Person", "Person"):
        for tag in ("with", *SPOUSES.get(predicate, ())):
            found[subject.ref] |= _values(tag, target)
            found[target.ref] |= _values(tag, subject)
    elif "Organization" in types:
        _add_house(predicate, subject, target, found)
    elif predicate in VERSIONS and family_of(subject) == family_of(target):
        found[subject.ref] |= not_items(target)
        found[target.ref] |= not_items(subject)


@functools.lru_cache(maxsize=1 << 14)
def _title_items(titles: tuple[str, ...]) -> frozenset[str]:
    """What the titles of a work say in English, so that its people meet across scripts."""
    return frozenset(f"title:{key}" for name in identity_names(titles) for key in whole_keys(name)[:WAYS] if " " in key)


def _dates(date: str) -> set[str]:
    return {f"year:{date[:4]}"} | ({f"day:{date}"} if len(date) == len("2022-01-28") else set())


def _add_house(predicate: str, subject: Referent, target: Referent, found: Items) -> None:
    if predicate == "performed" and subject.type == "Organization":
        found[subject.ref] |= _values("made", target)
        found[target.ref] |= _values("performed", subject)
    elif predicate == "aired_on":
        found[subject.ref] |= _values("on", target)
    elif predicate in HOUSES:
        found[subject.ref] |= _values(HOUSES[predicate], target)
        found[target.ref] |= _values("made", subject)


def _add_company(reading: Reading, found: Items) -> None:
    """Whom the article ties to a work is in the company of its makers; a cast is long, and each article names another part."""
    makers: dict[str, dict[str, Referent]] = defaultdict(dict)
    for claim in reading.claims:
        if claim.object is not None and claim.subject.type == "Person" and claim.predicate in MAKERS:
            makers[claim.object.ref][claim.subject.ref] = claim.subject
    for claim in reading.claims:
        if claim.object is None or claim.subject.type != "Person":
            continue
        team = makers.get(claim.object.ref, {})
        for ref in sorted(team)[:MOST]:
            if ref != claim.subject.ref:
                found[claim.subject.ref] |= _values("with", team[ref])


def _add_namesakes(referents: Iterable[Referent], found: Items) -> None:
    """Whom an article tells apart though their names could be one: the key of the other is noted as not this one."""
    near: dict[tuple[str, str], list[Referent]] = defaultdict(list)
    for referent in referents:
        for key in _namesake_keys(referent.type, referent.names):
            near[referent.type, key].append(referent)
    common: Items = defaultdict(set)
    for group in near.values():
        for one in group[:MOST]:
            for other in group[:MOST]:
                if one.ref != other.ref and may_be_one_kind(one, other):
                    _tell_apart(one, other, found, common)
    for ref, items in common.items():
        found[ref] -= items


def _tell_apart(one: Referent, other: Referent, found: Items, common: Items) -> None:
    """What is tied to both of one name tells neither from the other."""
    keys = set(identity_keys(other.type, other.names))
    found[one.ref] |= not_items(other)
    if keys & set(identity_keys(one.type, one.names)):
        common[one.ref] |= {item for item in found[one.ref] & found[other.ref] if not item.startswith(("not:", "told:"))}
        roles = [{item for item in found[side.ref] if item.startswith("role:")} for side in (one, other)]
        if all(roles) and roles[0].isdisjoint(roles[1]):
            found[one.ref].add("told:role")


def not_items(other: Referent) -> set[str]:
    """Items that say whom an article tells apart from this one: a key, with the family of its kind where that is known."""
    return {f"not:{key}@{family_of(other)}" for key in identity_keys(other.type, other.names)}


def family_of(referent: Referent) -> str:
    """The family of a referent's kind; empty where the kind is not known."""
    return FAMILIES.get(referent.type, {}).get(referent.kind or "", "")


def may_be_one_kind(left: Referent, right: Referent) -> bool:
    """Whether the kinds are of one family, or one is not known."""
    return family_of(left) == family_of(right) or not family_of(left) or not family_of(right)


@functools.lru_cache(maxsize=1 << 14)
def _namesake_keys(type_: str, names: tuple[str, ...]) -> frozenset[str]:
    keys = set(identity_keys(type_, names))
    if type_ == "Person":
        keys |= {key for name in identity_names(names) for key in coarse_keys("Person", name)}
    return frozenset(keys)


def _values(tag: str, referent: Referent) -> frozenset[str]:
    return _tagged(tag, referent.type, referent.names)


@functools.lru_cache(maxsize=1 << 15)
def _tagged(tag: str, type_: str, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{tag}:{value}" for name in identity_names(names) for value in item_values(type_, name))
