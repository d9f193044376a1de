"""What stands around a claim of a date, a rank, a rating or a prize, as names of features."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.rows import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Claim

_NEAR = 5  # words beside the trigger
_FAR = 12  # names before or behind it


def value_features(setting: Setting, claim: Claim) -> list[str]:
    """The names of the features of a claim without an object; a name may come twice."""
    stand = claim.predicate
    found = [stand, f"{stand} rule:{claim.rule}", f"{stand} status:{claim.qualifiers.status}", f"{stand} {claim.subject.type}"]
    found += (f"{stand} has:{name}" for name, _ in claim.qualifiers.items())
    main = setting.reading.main_work
    found += (f"{stand} main{int(main is not None and main.ref == claim.subject.ref)}", f"{stand} kind:{claim.subject.kind}")
    found.append(f"{stand} works{min(4, setting.many.get('Work', 0))}")
    if claim.qualifiers.date:
        found.append(f"{stand} exact{len(claim.qualifiers.date)}")
    row = setting.row_at(claim.trigger.start)
    if row is not None:
        found += _in_row(stand, row, claim)
    return found


def _in_row(stand: str, row: Row, claim: Claim) -> Iterator[str]:
    yield f"{stand} kind:{row.line.sentence.kind}"
    yield from (f"{stand} line:{name}" for name in row.classes)
    at = max(0, bisect_right(row.places, claim.trigger.start, key=lambda place: place[0]) - 1)
    for word in row.words[max(0, at - _NEAR) : at]:
        yield f"{stand} b:{classes().get(word, word)}"
    for word in row.words[at : at + _NEAR]:
        yield f"{stand} a:{classes().get(word, word)}"
    middle = bisect_right(row.spots, at)
    near = range(max(0, middle - _FAR), min(len(row.phrases), middle + _FAR))
    own = [number for number in near if row.phrases[number].referent.ref == claim.subject.ref]
    others = {row.phrases[number].referent.ref for number in near if row.phrases[number].type == claim.subject.type}
    yield f"{stand} named{int(bool(own))} others{min(2, len(others - {claim.subject.ref}))}"
    yield from (f"{stand} case:{row.case(number)}" for number in own)
    if own:
        spot = min((row.spots[number] for number in own), key=lambda spot: abs(spot - at))
        yield f"{stand} far{min(4, abs(spot - at) // 4)} before{int(spot < at)}"
