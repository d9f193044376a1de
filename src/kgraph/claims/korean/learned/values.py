"""What stands around a claim of a date, a rank, a rating or a prize, as names of features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.rows import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Claim

_NEAR = 5


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
    at = min(range(len(row.places)), key=lambda number: abs(row.places[number][0] - claim.trigger.start), default=0)
    for word in row.words[max(0, at - _NEAR) : at]:
        yield f"{stand} b:{classes().get(word, word)}"
    for word in row.words[at : at + _NEAR]:
        yield f"{stand} a:{classes().get(word, word)}"
    own = [number for number, phrase in enumerate(row.phrases) if phrase.referent.ref == claim.subject.ref]
    others = {p.referent.ref for p in row.phrases if p.type == claim.subject.type and p.referent.ref != claim.subject.ref}
    yield f"{stand} named{int(bool(own))} others{min(2, len(others))}"
    yield from (f"{stand} case:{row.case(number)}" for number in own)
    if own:
        near = min((row.spots[number] for number in own), key=lambda spot: abs(spot - at))
        yield f"{stand} far{min(4, abs(near - at) // 4)} before{int(near < at)}"
