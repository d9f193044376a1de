"""What speaks for and against a case, by name, as whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.judge.cases import UNSEEN
from kgraph.claims.english.judge.court import Look
from kgraph.claims.english.judge.places import place
from kgraph.claims.english.judge.sights import sight
from kgraph.claims.english.pairs.telling import PREDICATES, TELLING
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from kgraph.claims.english.judge.cases import Case
    from kgraph.claims.english.judge.court import Court

_KINDS = (
    *("series", "film", "variety", "webtoon", "novel", "song", "album", "play", "game", "other"),
    *("broadcaster", "platform", "studio", "agency", "chart", "festival", "group"),
)
_NONE = -1
_MOST = 30  # of mentions that are told apart
_LAST = 99  # line that is told apart
_RIVALS = [
    (f"rival_{side}", f"rival_{side}_ahead", f"rivals_{side}", f"rivals_{side}_ruled", f"rival_{side}_surest") for side in "os"
]
_UNRULED = {"claims": 0, "rules": 0, "surest": _NONE, "least_sure": _NONE, "worth": UNSEEN, "worst": UNSEEN}


def row(court: Court, case: Case) -> dict[str, int]:
    """The features of a case."""
    found = {"predicate": PREDICATES.index(case.key.predicate) if case.key.predicate in PREDICATES else _NONE}
    ends = _end(court, "s", case.key.subject), _end(court, "o", case.key.object)
    by_itself = _ruled(court, case), _sums(court, case), _rivals(court, case)
    for told in (*by_itself, *ends, court.size, _person(court, case), place(court, case), sight(court, case)):
        found.update(told)
    return found


def _ruled(court: Court, case: Case) -> dict[str, int]:
    """What rules say of it."""
    if not case.claims:
        return _UNRULED
    sure = [round(100 * claim.confidence) for claim in case.claims]
    worth = [court.worth.get(claim.rule, 0) for claim in case.claims]
    return {
        "claims": len(sure),
        "rules": len({claim.rule for claim in case.claims}),
        "surest": max(sure),
        "least_sure": min(sure),
        "worth": max(worth),
        "worst": min(worth),
    }


def _sums(court: Court, case: Case) -> dict[str, int]:
    """What the model over pairs says of it, and of the same two in other predicates."""
    named = [total for total, seen in case.seen if seen.pair.first is not None]
    unnamed = [total for total, seen in case.seen if seen.pair.first is None]
    sums = sorted(named + unnamed, reverse=True)
    ends = frozenset((case.key.subject, case.key.object))
    others = [other for other in court.same_pair[ends] if other is not case] if case.key.object else ()
    return {
        "sum": sums[0] if sums else UNSEEN,
        "second": sums[1] if len(sums) > 1 else UNSEEN,
        "third": sums[2] if len(sums) > 2 else UNSEEN,
        "seen": len(sums),
        "sum_named": max(named, default=UNSEEN),
        "sum_unnamed": max(unnamed, default=UNSEEN),
        "other_sum": max([other.sum for other in others], default=UNSEEN),
        "other_ruled": max([other.surest for other in others], default=_NONE),
    }


def _rivals(court: Court, case: Case) -> dict[str, int]:
    """Of others that share an end with it in the same predicate."""
    key = case.key
    found: dict[str, int] = {}
    shared = court.same_object[key.predicate, key.object, key.value], court.same_subject[key.predicate, key.subject]
    for names, rivals in zip(_RIVALS, shared, strict=True):
        best, ahead, count, ruled, surest = rivals.rest(case)
        found.update(zip(names, (best, min(9, ahead), min(20, count), min(20, ruled), surest), strict=True))
    return found


def _person(court: Court, case: Case) -> dict[str, int]:
    """Whether what the article calls the subject fits the predicate, and what else it may state of the subject and the object."""
    key, roles = case.key, court.setting.roles.get(case.key.subject, ())
    telling, classes = TELLING.get(key.predicate, frozenset()), words().classes
    fits = len([role for role in roles if classes.get(role.partition("=")[2]) in telling])
    found = {"role_fits": fits, "role_other": len(roles) - fits}
    for side, ref in (("s", key.subject), ("o", key.object)):
        best, ruled = court.told_else(ref, key.predicate)
        found[f"{side}_else"], found[f"{side}_else_ruled"] = best, min(20, ruled)
    return found


def _end(court: Court, side: str, ref: str) -> dict[str, int]:
    """What an end tells, found once an article."""
    if (side, ref) not in court.ends:
        court.ends[side, ref] = _who(court, side, ref)
    return court.ends[side, ref]


def _who(court: Court, side: str, ref: str) -> dict[str, int]:
    """Who an end is: how its name looks, how often and from where on it is named."""
    referent, look = court.setting.reading.referents.get(ref), court.looks.get(ref, Look())
    name = referent.name if referent else ""
    return {
        f"{side}_count": min(_MOST, court.setting.counts[ref]) if referent else _NONE,
        f"{side}_first": min(_LAST, court.first.get(ref, _LAST)) if referent else _NONE,
        f"{side}_kind": _KINDS.index(referent.kind) if referent and referent.kind in _KINDS else _NONE,
        f"{side}_most": int(bool(referent) and court.setting.most_named(referent.type) == ref) if referent else _NONE,
        f"{side}_words": len(name.split()),
        f"{side}_letters": len(name),
        f"{side}_hyphen": int("-" in name),
        f"{side}_mentions": min(_MOST, look.mentions),
        f"{side}_capital_after": look.capital_after,
        f"{side}_capital_before": look.capital_before,
        f"{side}_quoted": look.quoted,
        f"{side}_half_quoted": look.half_quoted,
    }
