"""What stands around a pair, as names of features, in parts that many pairs of an article share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.korean.learned.around import MOST, NEAR, around, between_words, class_of, length, telling, verb_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from kgraph.claims.korean.learned.candidates import Pair
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent


_ANY = "G"


class Part(NamedTuple):
    """Features that no other part of a pair has; pairs of an article that have the part of one ``key`` share it (None: none)."""

    key: Hashable | None
    names: Callable[[], Iterable[str]]


def parts(setting: Setting, pair: Pair) -> Iterator[Part]:
    """The features of a pair in parts: those of pairs that stand as it does (``PW``: a person, then a work; ``cPW``: the row
    names only the work), and those of all pairs of its two types (``G``), for which it does not matter who stands first.
    """
    row, number, first, second = pair.row, pair.row.line.number, pair.first, pair.second
    stand = pair.type if first is not None else f"c{pair.type}"
    if first is None:
        yield Part((stand, number, second), partial(_named, stand, row, second))
        yield Part(None, partial(_unnamed, setting, stand, pair))
    else:
        yield Part(None, partial(_together, stand, row, first, second))
        yield Part(None, partial(_both, row, first, second))
    if pair.type in ("PW", "WP"):
        yield Part(None, partial(_done, setting, stand, pair))
    sides = "lr" if pair.left.type == pair.right.type else pair.type
    for general, (left, right) in ((stand, "lr"), (_ANY, sides)):
        yield Part((general, number), partial(_line, general, row))
        yield Part((general, pair.left.ref, left), partial(_who, setting, general, left, pair.left))
        yield Part((general, pair.right.ref, right), partial(_who, setting, general, right, pair.right))
        if first is not None:
            yield Part((general, number, first, left), partial(_side, general, left, row, first))
        if first is not None or general == _ANY:
            yield Part((general, number, second, right), partial(_side, general, right, row, second))


def features(setting: Setting, pair: Pair) -> Iterator[str]:
    """All features of a pair; one may come twice."""
    for part in parts(setting, pair):
        yield from part.names()


def _side(stand: str, side: str, row: Row, number: int) -> Iterator[str]:
    return around(stand, side, row, row.spots[number], row.spots[row.leads[number]])


def _together(stand: str, row: Row, first: int, second: int) -> list[str]:
    left, right = row.case(first), row.case(second)
    start, end = row.spots[first], row.spots[second]
    tail, head = row.spots[row.leads[first]], row.spots[row.leads[second]]
    beside = row.leads[first] == row.leads[second]
    between = row.words[(start if beside or tail > end else tail) + 1 : end]
    cased = f"{stand} {left}|{right}"
    found = [stand, cased, f"{stand} #{length(len(between))}", f"{stand} beside{int(beside)}"]
    found.append(f"{stand} own:{row.phrases[first].case}|{row.phrases[second].case}")
    found.append(f"{stand} in{row.depths[start]}{row.depths[end]}")
    roles = f"{row.phrases[first].role}|{row.phrases[second].role}"
    found += (f"{stand} roles:{roles}", f"{stand} {left} roles:{roles} {right}")
    found.append(f"{stand} forms:{row.phrases[first].mention.form}|{row.phrases[second].mention.form}")
    found += between_words(stand, f"{stand} {left}", between)
    found += _rivals(stand, row, first, second)
    ahead, behind = row.verb_from(tail), row.verb_from(head)
    if behind:
        found += verb_words(f"{cased} v", behind.word, behind.ending)
        found += verb_words(f"{stand} v", behind.word, behind.ending)
        found.append(f"{stand} gap{length(behind.at - head)}")
    if ahead and ahead != behind:
        found += verb_words(f"{stand} {left}>{'in' if ahead.at < end else 'out'}", ahead.word, ahead.ending)
    endings = row.endings(start, end)
    found += (f"{stand} endings:{'_'.join(endings)}", f"{cased} endings:{'_'.join(endings[:2])}")
    return found


def _both(row: Row, first: int, second: int) -> list[str]:
    """What a row tells of two that it names, whoever of them stands first."""
    start, end = row.spots[first], row.spots[second]
    case = "|".join(sorted(row.letter(number) + row.case(number) for number in (first, second)))
    found = [f"{_ANY} {case}", *(f"{_ANY} m:{word}" for word in telling(row.words[start + 1 : end][:MOST]))]
    behind = row.verb_from(row.spots[row.leads[second]])
    if behind:
        found += verb_words(f"{_ANY} {case} v", behind.word, behind.ending)
        found += verb_words(f"{_ANY} v", behind.word, behind.ending)
    return found


def _named(stand: str, row: Row, second: int) -> list[str]:
    """Of a pair that the row names one of: what stands around that one."""
    phrase, case = row.phrases[second], row.case(second)
    end, head = row.spots[second], row.spots[row.leads[second]]
    rivals = _rivals_of(stand, row)
    found = [stand, f"{stand} {case}", f"{stand} {case} rivals{rivals}", f"{stand} in{row.depths[end]}"]
    found += (f"{stand} role:{phrase.role}", f"{stand} role:{phrase.role} {case}", f"{stand} form:{phrase.mention.form}")
    found += around(stand, "r", row, end, head)
    behind = row.verb_from(head)
    if behind:
        found += verb_words(f"{stand} {case} v", behind.word, behind.ending)
        found += verb_words(f"{stand} v", behind.word, behind.ending)
    found += (f"{stand} b:{word}" for word in telling(row.words[max(0, end - NEAR) : end]))
    found += (f"{stand} a:{word}" for word in telling(row.words[head + 1 : head + 1 + NEAR]))
    return found


def _rivals_of(stand: str, row: Row) -> int:
    """How many phrases of the unnamed one's type the row names, two for more."""
    return min(2, row.counts.get(stand[1], 0))


def _unnamed(setting: Setting, stand: str, pair: Pair) -> list[str]:
    """Of a pair that the row names one of: why it may be about the other."""
    row, left = pair.row, pair.left
    case, rivals = row.case(pair.second), _rivals_of(stand, row)
    found = [f"{stand} ways:{'+'.join(sorted(pair.ways))}", f"{stand} only{min(3, setting.many.get(left.type, 0))}"]
    for way in pair.ways:
        found += (f"{stand} way:{way}", f"{stand} way:{way} rivals{rivals}", f"{stand} way:{way} {case}")
    if left.type == "Work":
        found += (f"{stand} says:{word} {left.kind}" for word in row.says)
    since, was = setting.last(row, left)
    found += (f"{stand} since:{since}", f"{stand} since:{since} was:{was}")
    return found


def _done(setting: Setting, stand: str, pair: Pair) -> Iterator[str]:
    """What verbs of the line tell of the two."""
    person, work = (pair.left, pair.right) if pair.left.type == "Person" else (pair.right, pair.left)
    if person.type != "Person" or work.type != "Work":
        return
    told = setting.deeds(pair.row)
    own = told.get((person.ref, work.ref), ())
    yield f"{stand} deeds{min(2, len(own) // 3)}"
    for deed in own:
        yield f"{stand} deed:{deed}"
        yield f"{_ANY} deed:{deed}"
    for (other, another), deeds in told.items():
        if (other == person.ref) != (another == work.ref):
            side = "his" if other == person.ref else "its"
            for deed in deeds[2::3]:
                yield f"{stand} {side}:{deed}"


def _rivals(stand: str, row: Row, first: int, second: int) -> Iterator[str]:
    """Whether one of the pair stands nearer to the other than all of its type."""
    start, end = row.spots[first], row.spots[second]
    nearer = [number for number in range(first + 1, second) if row.letter(number) == row.letter(second)]
    between = [number for number in range(first + 1, second) if row.letter(number) == row.letter(first)]
    yield f"{stand} rivals{min(2, len(between))}{min(2, len(nearer))}"
    listed = (all(row.leads[n] == row.leads[first] for n in between), all(row.leads[n] == row.leads[second] for n in nearer))
    yield f"{stand} lists{int(listed[0])}{int(listed[1])}"
    others = [row.spots[n] for n in range(second + 1, min(len(row.spots), second + 6)) if row.letter(n) == row.letter(first)]
    yield f"{stand} later{int(any(spot - end < end - start for spot in others))}"


def _line(stand: str, row: Row) -> Iterator[str]:
    yield f"{stand} kind:{row.line.sentence.kind}"
    yield from (f"{stand} start:{word}" for word in row.words[:2])
    for name in sorted(row.classes):
        yield f"{stand} line:{name}"
    if row.verbs:
        last = row.verbs[-1]
        yield f"{stand} end:{last.word}"
        if class_of(last.word):
            yield f"{stand} end:{class_of(last.word)}"


def _who(setting: Setting, stand: str, side: str, referent: Referent) -> Iterator[str]:
    name = referent.name
    yield f"{stand} {side}many{min(3, setting.counts[referent.ref])}"
    if referent.type == "Person":
        yield f"{stand} {side}long{min(5, len(name))}{int(' ' in name)}{int(name[:1] >= '가')}"
        for role in sorted(setting.reading.roles(referent)) or ["none"]:
            yield f"{stand} {side}role:{role}"
    else:
        yield f"{stand} {side}kind:{referent.kind}"
    if referent.type == "Work":
        main = setting.reading.main_work
        yield f"{stand} {side}{'main' if main and main.ref == referent.ref else 'side'}"
    yield f"{stand} {side}titled{int(referent.ref in setting.titled)}"
    yield f"{stand} {side}order{min(2, setting.order.get(referent.ref, 9))}"
