"""What stands around a value and whose it may be, as names of features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.around import NEAR, between_words, class_of, length, verb_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.worths import Value, Worth
    from kgraph.model import Referent


def worth_features(setting: Setting, worth: Worth) -> Iterator[str]:
    """The names of the features; one may come twice."""
    row, value = worth.row, worth.value
    letter = worth.subject.type[0]
    start, end = place_of(row, value)
    yield letter
    yield from _own(letter, row, value, (start, end))
    if worth.first is None:
        yield from _unnamed(f"c{letter}", setting, worth)
    else:
        yield from _named(letter, row, worth.first, (start, end))
    yield from _who(setting, f"{'c' if worth.first is None else ''}{letter}", worth.subject, value)
    yield f"{letter} titled{int(row.line.number == 0)} kind:{row.line.sentence.kind}"
    yield from (f"{letter} line:{name}" for name in row.classes)


def place_of(row: Row, value: Value) -> tuple[int, int]:
    """The words of a row that a value covers: the first, and the one behind the last."""
    start = bisect_left(row.places, value.start, key=lambda place: place[0])
    return start, max(start, bisect_left(row.places, value.end, key=lambda place: place[0]))


def _own(letter: str, row: Row, value: Value, place: tuple[int, int]) -> Iterator[str]:
    """What is told of a value, whosever it is."""
    start, end = place
    yield from (f"{letter} {note}" for note in value.notes)
    before, after = row.words[max(0, start - 4) : start][::-1], row.words[end : end + 5]
    for side, words in (("-", before), ("+", after)):
        for at, word in enumerate(words):
            yield f"{letter} {side}{at}:{word}"
            yield f"{letter} {side}:{class_of(word) or word}"
        yield f"{letter} {side}{side}:{'_'.join(class_of(word) or word for word in words[:2])}"
    verb = row.verb_from(end - 1)
    if verb:
        yield from verb_words(f"{letter} v", verb.word, verb.ending)
        yield f"{letter} gap{length(verb.at - end)}"
        yield from (f"{letter} {note} v:{class_of(verb.word) or verb.word} {verb.ending}" for note in value.notes)
    names = [class_of(word) for word in row.words[end : end + NEAR] if class_of(word)]
    if names:
        yield f"{letter} next:{names[0]}"
    at = bisect_right(row.spots, end - 1)
    behind = row.letter(at) if at < len(row.spots) else "-"
    yield f"{letter} behind:{behind}{length(row.spots[at] - end) if at < len(row.spots) else ''}"
    yield f"{letter} ahead:{row.letter(at - 1)}{row.case(at - 1)}" if at else f"{letter} ahead:-"


def _named(letter: str, row: Row, first: int, place: tuple[int, int]) -> Iterator[str]:
    """Where a subject stands that the row names."""
    start, end = place
    spot, tail, case = row.spots[first], row.spots[row.leads[first]], row.case(first)
    side = "<" if spot < start else ">"
    low, high = (tail + 1, start) if side == "<" else (end, spot)
    between = row.words[low : max(low, high)]
    yield f"{letter}{side}"
    yield f"{letter}{side} {case}"
    yield f"{letter}{side} #{length(len(between))} {case}"
    yield f"{letter}{side} in{row.depths[spot]}{row.depths[min(start, len(row.depths) - 1)]}"
    yield f"{letter}{side} role:{row.phrases[first].role} {case}"
    yield from between_words(f"{letter}{side}", f"{letter}{side} {case}", between)
    letters = [row.letter(number) for number in _between(row, low, high)]
    yield f"{letter}{side} {case} between:{''.join(letters[:4])}"
    yield f"{letter}{side} rivals{min(2, letters.count(letter))} {case}"
    verb = row.verb_from(end - 1)
    if verb:
        yield from verb_words(f"{letter}{side} {case} v", verb.word, verb.ending)
        inside = "in" if spot > verb.at else "out"
        yield f"{letter}{side} {inside} {class_of(verb.word) or verb.word} {verb.ending}"
    for at, word in enumerate(row.words[tail + 1 : tail + 4]):
        yield f"{letter}{side} s{at}:{class_of(word) or word}"
    for at, word in enumerate(row.words[max(0, spot - 2) : spot][::-1]):
        yield f"{letter}{side} b{at}:{class_of(word) or word}"


def _between(row: Row, low: int, high: int) -> range:
    return range(bisect_left(row.spots, low), bisect_left(row.spots, high))


def _unnamed(stand: str, setting: Setting, worth: Worth) -> Iterator[str]:
    """Why the row may be about a subject that it does not name."""
    row = worth.row
    rivals = min(2, row.counts.get(worth.subject.type[0], 0))
    yield stand
    yield f"{stand} ways:{'+'.join(sorted(worth.ways))}"
    yield f"{stand} rivals{rivals} only{min(3, setting.many.get(worth.subject.type, 0))}"
    for way in worth.ways:
        yield from (f"{stand} way:{way}", f"{stand} way:{way} rivals{rivals}")
    verb = row.verb_from(place_of(row, worth.value)[1] - 1)
    if verb:
        yield from verb_words(f"{stand} v", verb.word, verb.ending)
    yield from (f"{stand} says:{word} {worth.subject.kind}" for word in row.says)
    since, was = setting.last(row, worth.subject)
    yield from (f"{stand} since:{since}", f"{stand} since:{since} was:{was}")
    yield from (f"{stand} start:{word}" for word in row.words[:2])
    yield from (f"{stand} line:{name}" for name in row.classes)


def _who(setting: Setting, stand: str, referent: Referent, value: Value) -> Iterator[str]:
    main = setting.reading.main_work
    yield f"{stand} many{min(3, setting.counts[referent.ref])}"
    yield f"{stand} kind:{referent.kind}"
    yield f"{stand} main{int(main is not None and main.ref == referent.ref)}"
    yield f"{stand} order{min(2, setting.order.get(referent.ref, 9))} titled{int(referent.ref in setting.titled)}"
    if referent.type == "Person":
        for role in sorted(setting.reading.roles(referent)) or ["none"]:
            yield f"{stand} role:{role}"
            yield from (f"{stand} role:{role} {note}" for note in value.notes)
    else:
        yield from (f"{stand} kind:{referent.kind} {note}" for note in value.notes)
