"""Features: what speaks for and against two names being one person, work or organisation.

A feature has a score in nats (log odds), a sentence, and the two values that were compared; scores add up.  Weights were set on
the tuning part of benchmarks/identity_corpus, November 2026.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.entities.blocking import ROMANISED, SOUNDS, coarse_keys, likely_hangul, other_keys
from kgraph.entities.naming import seasons
from kgraph.entities.spelling import heard_alike
from kgraph.entities.title_scores import title_score
from kgraph.text import gazetteer
from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul
from kgraph.text.names import blocking_keys, candidates, compare
from kgraph.text.official import official_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities.profile import Profile

NAME_EQUAL = 2.5
NAME_MOST = 4.0  # no comparison of letters is surer than this
WORK_EQUAL = 3.0
LISTED = 5.0  # the gazetteer has both names as one
ROMANISED_ALIKE = 4.0
TRANSLATED = 1.0  # one title in two scripts: the same only with its makers
SOUNDS_ALIKE = -1.0  # the consonants agree: nothing without context
HEARD_ALIKE = 1.5  # and most vowels as well
NAME_KNOWN = 1.0
YEAR_SAME = 0.5
# Log share of a name's bearers (김지훈 -9, 하도윤 -15.4): of 20,000 people in the news, so many share it.
COMMON_FROM, COMMON_MOST = -12.9, 4.0
STAGE_NAME = 2.5  # a name without surname is chosen again and again: 소라, 서율
SHARED = {
    "agency": 3.0, "cast": 2.5, "day": 2.0, "directed": 4.0, "group": 4.5, "made": 3.0, "performed": 4.0, "produced": 3.0,
    "spouse": 1.5, "title": 3.0, "with": 2.5, "work": 4.0, "wrote": 4.0,
}  # fmt: skip
BY_SOUND = 0.6  # what is shared by its sound alone counts less
APART = {"agency": -2.0, "directed": -3.5, "group": -5.0, "performed": -4.0, "spouse": -2.5, "wrote": -3.2}
BORN_APART, BORN_SHARED = -6.0, 1.5
BORN_YEARS = 3  # no way of counting, and no birthday to come, makes more of one year than two
YEARS_APART, YEARS = -4.0, 3  # a title comes back after so many years: a remake or a namesake
NETWORKS_APART = -1.5
ROLE_SAME = 1.0
CRAFTS_APART = -0.8  # a writer and a director: often one person
ROLES_APART = -3.2  # another trade, and nothing shared: a careful reader asks
TOLD_APART = -20.0
NAMESAKE = -6.0  # somebody else of this very name is known
STRONG = ("directed", "group", "performed", "title", "work", "wrote")
HANGUL_APART = -8.0
REAL_NAMES_APART = -4.0
GROUP_OF_ONE = -1.2  # a member is seldom told of without the group
SINGER = "singer"


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: its score in nats (above zero for *same*), a sentence, and the values on either side."""

    name: str
    score: float
    sentence: str
    left: str = ""
    right: str = ""


def compare_profiles(left: Profile, right: Profile, *, translated: bool = False) -> Iterator[Feature]:
    """All that speaks for and against, in reading order: the name first."""
    yield from _names(left, right, translated=translated)
    for tag, score in SHARED.items():
        if tag == "title" and left.said("work") & right.said("work"):
            continue  # counted already
        if both := left.said(tag) & right.said(tag):
            sure = {value for value in both if not value.startswith("~")}
            more = min(len(both) - 1, 2) * 0.5
            weight = (score if sure else score * BY_SOUND) + more
            yield Feature(f"{tag}_shared", weight, f"Both are tied to the same ({tag}).", *[_text(both)] * 2)
        elif tag in APART and _apart(tag, left.said(tag), right.said(tag)):
            yield Feature(f"{tag}_apart", APART[tag], f"What they are tied to differs ({tag}).", *_sides(tag, left, right))
    yield from (*_roles(left, right), *_births(left, right)) if left.type == "Person" else _times(left, right)
    yield from _told_apart(left, right)


def _names(left: Profile, right: Profile, *, translated: bool) -> Iterator[Feature]:
    if shared := left.keys & right.keys:
        weight = NAME_EQUAL if left.type == "Person" else WORK_EQUAL
        yield Feature("name_equal", weight, "One name is spelled alike.", *[_text(shared)] * 2)
    elif translated:
        yield Feature("title_translated", TRANSLATED, "Some article gives both titles as one.", *_all_names(left, right))
    elif shared := _other_keys(left) & _other_keys(right):
        listed = any(not key.startswith(ROMANISED) for key in shared)
        sentence = "Both are known names of one." if listed else "One is the official romanisation of the other."
        yield Feature("name_listed", LISTED if listed else ROMANISED_ALIKE, sentence, *_all_names(left, right))
    elif left.type == "Person" and (pair := _best_pair(left, right)):
        yield from _name_fit(*pair)
    else:
        yield from _sound(left, right)
    if left.type == "Person":
        yield from _bearers(left, right)
        yield from _real_names(left, right)
    if left.hangul and right.hangul and not left.hangul & right.hangul and left.type == "Person":
        yield Feature("hangul_apart", HANGUL_APART, "Their Hangul names differ.", _text(left.hangul), _text(right.hangul))


def _told_apart(left: Profile, right: Profile) -> Iterator[Feature]:
    """An article that names both; where it gives both one name, what else is shared decides who of the two is meant."""
    told = left.excludes(right) | right.excludes(left)
    if told and not left.keys & right.keys:
        yield Feature("told_apart", TOLD_APART, "One article speaks of both as two.", *_sides("not", left, right))
    elif told and not any(left.said(tag) & right.said(tag) for tag in STRONG):
        if left.said("role") & right.said("role") and (left.said("told") | right.said("told")):
            return  # what they do tells the two apart, and this is the one who does it
        yield Feature("namesakes_known", NAMESAKE, "One article speaks of two of this name.", *_sides("not", left, right))


def _real_names(left: Profile, right: Profile) -> Iterator[Feature]:
    """One stage name, but behind it two full names."""
    full = [frozenset(name for name in side.hangul if len(name) >= FULL) for side in (left, right)]
    if left.hangul & right.hangul and all(full) and not full[0] & full[1]:
        yield Feature("real_names_apart", REAL_NAMES_APART, "Their full names differ.", _text(full[0]), _text(full[1]))


def _other_keys(side: Profile) -> frozenset[str]:
    """Keys of the name in the other script; what a person's Latin name likely stands for is compared by its letters."""
    found = frozenset(other_keys(side.type, min(side.kinds, default=None), tuple(sorted(side.names)))) | side.keys
    return found - {likely_hangul(name) for name in side.names} if side.type == "Person" else found


def _all_names(left: Profile, right: Profile) -> tuple[str, str]:
    return _text(left.names), _text(right.names)


def _best_pair(left: Profile, right: Profile) -> tuple[str, str] | None:
    pairs = [(a, b) for a in sorted(left.names)[:MANY] for b in sorted(right.names)[:MANY]]
    likely = [(fit(a, b), a, b) for a, b in pairs if blocking_keys(a) and blocking_keys(b)]
    best = max(likely, default=None)
    return best[1:] if best and best[0] > 0 else None


SHORT_NAME = 8  # letters of a stage name
FULL = 3  # syllables of a full name
MANY = 6  # spellings that are tried on either side


@functools.lru_cache(maxsize=1 << 16)
def fit(a: str, b: str) -> float:
    """The probability that two strings are one name."""
    return compare(a, b).probability


def _name_fit(a: str, b: str) -> Iterator[Feature]:
    probability = min(max(fit(a, b), 0.001), 0.999)
    score = min(math.log(probability / (1 - probability)), NAME_MOST)
    yield Feature("name_fits", round(score, 3), f"The spellings fit one name ({probability:.2f}).", a, b)
    share = _share(a, b)
    if share < 1:
        sentence = f"Of those so spelled, {share:.0%} bear this name."
        yield Feature("name_ambiguous", round(max(math.log(max(share, 1e-3)), -4.0), 3), sentence, a, b)


@functools.lru_cache(maxsize=1 << 16)
def _share(a: str, b: str) -> float:
    """How much of the people so spelled bear the name of the other side: 1 for two Hangul names."""
    if is_hangul(a) == is_hangul(b):
        return 1.0
    hangul, latin = (a, b) if is_hangul(a) else (b, a)
    return dict(candidates(latin, limit=20)).get(hangul, 1e-3)


def _sound(left: Profile, right: Profile) -> Iterator[Feature]:
    for a in sorted(left.names)[:MANY]:
        for b in sorted(right.names)[:MANY]:
            heard = [{key for key in coarse_keys(left.type, name) if key.startswith("~")} for name in (a, b)]
            if _in_hangul(a) != _in_hangul(b) and (both := heard[0] & heard[1]):
                score = SOUNDS_ALIKE + 0.5 * (len(max(both).partition(" ")[0]) - 1 - SOUNDS) + (0.5 if " " in max(both) else 0.0)
                yield Feature("name_sounds_alike", min(score, 0.5), "The consonants of both are the same.", a, b)
                if heard_alike(*((a, b) if _in_hangul(a) else (b, a))):
                    yield Feature("name_heard_alike", HEARD_ALIKE, "Most vowels of both are the same.", a, b)
                return
    if left.type == "Work" and _may_translate(left, right):
        hangul, latin = (left, right) if any(map(_in_hangul, left.names)) else (right, left)
        name, score, sentence, one, other = title_score(hangul.names, latin.names)
        yield Feature(name, score, sentence, *((one, other) if hangul is left else (other, one)))
        return
    yield Feature("name_differs", TOLD_APART, "The names are not spellings of one.", _text(left.names), _text(right.names))


def _may_translate(left: Profile, right: Profile) -> bool:
    """One title in Hangul, the other in Latin letters, and of the same season."""
    scripts = [{_in_hangul(name) for name in side.names} for side in (left, right)]
    return len(scripts[0]) == len(scripts[1]) == 1 and scripts[0] != scripts[1] and seasons(left.keys) == seasons(right.keys)


def _in_hangul(name: str) -> bool:
    return bool(re.search("[가-힣]", name))


def _bearers(left: Profile, right: Profile) -> Iterator[Feature]:
    shared = left.names & right.names
    common = min(map(commonness, shared)) if shared else max(map(commonness, left.names | right.names), default=0.0)
    if any(sum(entry.type == "Person" for entry in gazetteer.load().lookup(name)) == 1 for name in shared):
        yield Feature(
            "name_known", NAME_KNOWN, "Somebody well known bears this name, and nobody else who is.", *[_text(shared)] * 2
        )
    if common > 0:
        yield Feature("name_common", -round(common, 3), "Many people bear this name.", _text(left.names), _text(right.names))


@functools.lru_cache(maxsize=1 << 16)
def commonness(name: str) -> float:
    """How much less a shared name says because many bear it: 0 for a rare one."""
    hangul = name if is_hangul(name) else likely_hangul(name)
    shares = tables.log_surname_shares()
    surname = hangul[:2] if len(hangul) > FULL and hangul[:2] in shares else hangul[:1]
    given = hangul[len(surname) :]
    if len(hangul) < FULL or len(hangul) > FULL + 1 or surname not in shares:
        if sum(entry.type == "Person" for entry in gazetteer.load().lookup(name)) == 1:
            return 0.0  # 아이유: whoever else chose it would be told apart
        return STAGE_NAME if " " not in name and len(name) <= SHORT_NAME else 0.0
    first, last = tables.given_shares()
    bearers = shares[surname] + first.get(given[0], -12.0) + last.get(given[-1], -12.0)
    return min(max(bearers - COMMON_FROM, 0.0), COMMON_MOST)


def _roles(left: Profile, right: Profile) -> Iterator[Feature]:
    one, other = left.said("role"), right.said("role")
    crafts = left.said("craft"), right.said("craft")
    if one & other and all(crafts) and crafts[0].isdisjoint(crafts[1]):
        yield Feature("crafts_apart", CRAFTS_APART, "They do different work of one kind.", *_sides("craft", left, right))
    elif one & other:
        yield Feature("role_shared", ROLE_SAME, "They do the same work.", _text(one), _text(other))
    elif one and other:
        yield Feature("roles_apart", ROLES_APART, "They do different work.", _text(one), _text(other))
    if SINGER in one & other and bool(left.said("group")) != bool(right.said("group")):
        yield Feature(
            "group_of_one", GROUP_OF_ONE, "Only one of two singers is told of with a group.", *_sides("group", left, right)
        )


def _births(left: Profile, right: Profile) -> Iterator[Feature]:
    between = left.years_between(right)
    if between is not None and between >= BORN_YEARS:
        yield Feature("born_apart", BORN_APART, "They were born years apart.", *_sides("born", left, right))
    elif between == 0:
        yield Feature("born_shared", BORN_SHARED, "They may have been born in one year.", *_sides("born", left, right))


def _times(left: Profile, right: Profile) -> Iterator[Feature]:
    years = [sorted(int(year) for year in side.said("year")) for side in (left, right)]
    if all(years) and min(abs(a - b) for a in years[0] for b in years[1]) >= YEARS:
        yield Feature("years_apart", YEARS_APART, "They came out years apart.", *_sides("year", left, right))
    elif both := left.said("year") & right.said("year"):
        yield Feature("year_same", YEAR_SAME, "They came out in one year.", *[_text(both)] * 2)
    if left.said("on") and right.said("on") and not left.said("on") & right.said("on"):
        yield Feature("networks_apart", NETWORKS_APART, "They were shown elsewhere.", *_sides("on", left, right))


def _apart(tag: str, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of names can have nobody in common, in whatever spelling."""
    if not left or not right:
        return False
    if {_in_hangul(name) for name in left}.isdisjoint({_in_hangul(name) for name in right}):
        return False  # names of two scripts that are no spellings of each other may still be one
    type_ = "Organization" if tag in {"agency", "group"} else "Person"
    heard = [{key for name in side for key in (*coarse_keys(type_, name), *_romanised(name), name)} for side in (left, right)]
    return heard[0].isdisjoint(heard[1])


def _romanised(name: str) -> frozenset[str]:
    """How a Hangul name is officially written: 봉하늬 and 봉한의 are Bong Hanui both, and one was guessed from it."""
    return official_spellings(name) if is_hangul(name) else frozenset()


def _sides(tag: str, left: Profile, right: Profile) -> tuple[str, str]:
    return _text(left.said(tag)), _text(right.said(tag))


def _text(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)[:MANY])
