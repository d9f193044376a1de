"""What stands around a value and whose it may be, as names of features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.around import NEAR, between_words, length, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.around import Part
    from kgraph.claims.korean.learned.linear import Feature
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.tally import Told
    from kgraph.claims.korean.learned.worths import Value, Worth
    from kgraph.model import Referent


def worth_parts(setting: Setting, worth: Worth) -> Iterator[Part]:
    """The features of a value in parts: what is told of it whosever it is, and what ties it to its subject."""
    row, value, letter = worth.row, worth.value, worth.subject.type[0]
    place = place_of(row, value)
    yield (letter, row.line.number, value), _own, (letter, row, value, place)
    if worth.first is None:
        yield None, _unnamed, (f"c{letter}", setting, worth, place)
    else:
        yield None, _named, (letter, row, worth.first, place)
    yield None, _who, (f"{'c' if worth.first is None else ''}{letter} ", setting, worth.subject, value)


def worth_features(setting: Setting, worth: Worth) -> Iterator[Feature]:
    """All features of a value; one may come twice."""
    for _, names, of in worth_parts(setting, worth):
        yield from spelled(names(*of))


def place_of(row: Row, value: Value) -> tuple[int, int]:
    """The words of a row that a value covers: the first, and the one behind the last."""
    start = bisect_left(row.places, (value.start,))
    return start, max(start, bisect_left(row.places, (value.end,)))


def _own(letter: str, row: Row, value: Value, place: tuple[int, int]) -> Iterator[Told]:
    """What is told of a value, whosever it is."""
    start, end = place
    found = [*value.notes, f"titled{int(row.line.number == 0)} kind:{row.line.sentence.kind}"]
    found += (f"line:{name}" for name in row.classes)
    verb = row.verb_from(end - 1)
    if verb:
        said = f"v:{row.wording.coarse[verb.at]} {verb.ending}"
        found += (f"gap{length(verb.at - end)}", *(f"{note} {said}" for note in value.notes))
        yield f"{letter} v", verb.told
    names = row.wording.named(end, end + NEAR)
    if names:
        found.append(f"next:{names[0]}")
    at = bisect_right(row.spots, end - 1)
    found.append(f"behind:{row.letters[at]}{length(row.spots[at] - end)}" if at < len(row.spots) else "behind:-")
    found.append(f"ahead:{row.letters[at - 1]}{row.cases[at - 1]}" if at else "ahead:-")
    yield letter, ("",)
    yield f"{letter} ", [*found, *_around(row, start, end)]


def _around(row: Row, start: int, end: int) -> Iterator[str]:
    words, coarse = row.words, row.wording.coarse
    for side, places in (("-", range(start - 1, max(0, start - 4) - 1, -1)), ("+", range(end, min(len(words), end + 5)))):
        for far, at in enumerate(places):
            yield f"{side}{far}:{words[at]}"
            yield f"{side}:{coarse[at]}"
        yield f"{side}{side}:{'_'.join([coarse[at] for at in places[:2]])}"


def _named(letter: str, row: Row, first: int, place: tuple[int, int]) -> Iterator[Told]:
    """Where a subject stands that the row names."""
    start, end = place
    spot, tail, case = row.spots[first], row.spots[row.leads[first]], row.cases[first]
    side = f"{letter}{'<' if spot < start else '>'}"
    low, high = (tail + 1, start) if spot < start else (end, spot)
    letters = row.letters[bisect_left(row.spots, low) : bisect_left(row.spots, high)]
    found = [case, f"#{length(max(0, high - low))} {case}", f"in{row.depths[spot]}{row.depths[min(start, len(row.depths) - 1)]}"]
    found += (f"role:{row.phrases[first].role} {case}", f"{case} between:{''.join(letters[:4])}")
    found.append(f"rivals{min(2, letters.count(letter))} {case}")
    yield side, ("",)
    yield from between_words(side, f"{side} {case}", row.wording, low, high)
    verb, coarse = row.verb_from(end - 1), row.wording.coarse
    if verb:
        yield f"{side} {case} v", verb.told
        found.append(f"{'in' if spot > verb.at else 'out'} {coarse[verb.at]} {verb.ending}")
    found += (f"s{far}:{word}" for far, word in enumerate(coarse[tail + 1 : tail + 4]))
    found += (f"b{far}:{word}" for far, word in enumerate(coarse[max(0, spot - 2) : spot][::-1]))
    yield f"{side} ", found


def _unnamed(stand: str, setting: Setting, worth: Worth, place: tuple[int, int]) -> Iterator[Told]:
    """Why the row may be about a subject that it does not name."""
    row = worth.row
    rivals = min(2, row.counts.get(worth.subject.type[0], 0))
    found = [f"ways:{'+'.join(sorted(worth.ways))}", f"rivals{rivals} only{min(3, setting.many.get(worth.subject.type, 0))}"]
    for way in worth.ways:
        found += (f"way:{way}", f"way:{way} rivals{rivals}")
    verb = row.verb_from(place[1] - 1)
    if verb:
        yield f"{stand} v", verb.told
    found += (f"says:{word} {worth.subject.kind}" for word in row.says)
    since, was = setting.last(row, worth.subject)
    found += (f"since:{since}", f"since:{since} was:{was}", *(f"start:{word}" for word in row.words[:2]))
    yield stand, ("",)
    yield f"{stand} ", [*found, *(f"line:{name}" for name in row.classes)]


def _who(stand: str, setting: Setting, referent: Referent, value: Value) -> Iterator[Told]:
    main = setting.reading.main_work
    found = [f"many{min(3, setting.counts[referent.ref])}", f"kind:{referent.kind}"]
    found.append(f"main{int(main is not None and main.ref == referent.ref)}")
    found.append(f"order{min(2, setting.order.get(referent.ref, 9))} titled{int(referent.ref in setting.titled)}")
    if referent.type == "Person":
        for role in sorted(setting.reading.roles(referent)) or ["none"]:
            found += (f"role:{role}", *(f"role:{role} {note}" for note in value.notes))
    else:
        found += (f"kind:{referent.kind} {note}" for note in value.notes)
    yield stand, found
