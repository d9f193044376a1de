"""What stands around a claim of a date, a rank, a rating or a prize, as features."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.tally import Told
    from kgraph.model import Claim

_NEAR = 5  # words beside the trigger
_FAR = 12  # names before or behind it


def value_features(setting: Setting, claim: Claim) -> list[Told]:
    """The features of a claim without an object; one may come twice."""
    main, qualifiers = setting.reading.main_work, claim.qualifiers
    found = [f"rule:{claim.rule}", f"status:{qualifiers.status}", claim.subject.type, f"kind:{claim.subject.kind}"]
    found += (f"has:{name}" for name, _ in qualifiers.items())
    found.append(f"main{int(main is not None and main.ref == claim.subject.ref)}")
    found.append(f"works{min(4, setting.many.get('Work', 0))}")
    if qualifiers.date:
        found.append(f"exact{len(qualifiers.date)}")
    row = setting.row_at(claim.trigger.start)
    found += _in_row(row, claim) if row is not None else ()
    return [(claim.predicate, ("",)), (f"{claim.predicate} ", found)]


def _in_row(row: Row, claim: Claim) -> Iterator[str]:
    yield f"kind:{row.line.sentence.kind}"
    yield from (f"line:{name}" for name in row.classes)
    at = max(0, bisect_right(row.places, claim.trigger.start, key=lambda place: place[0]) - 1)
    yield from (f"b:{word}" for word in row.wording.coarse[max(0, at - _NEAR) : at])
    yield from (f"a:{word}" for word in row.wording.coarse[at : at + _NEAR])
    middle = bisect_right(row.spots, at)
    near = range(max(0, middle - _FAR), min(len(row.phrases), middle + _FAR))
    own = [number for number in near if row.phrases[number].referent.ref == claim.subject.ref]
    others = {row.phrases[number].referent.ref for number in near if row.phrases[number].type == claim.subject.type}
    yield f"named{int(bool(own))} others{min(2, len(others - {claim.subject.ref}))}"
    yield from (f"case:{row.cases[number]}" for number in own)
    if own:
        spot = min((row.spots[number] for number in own), key=lambda spot: abs(spot - at))
        yield f"far{min(4, abs(spot - at) // 4)} before{int(spot < at)}"
