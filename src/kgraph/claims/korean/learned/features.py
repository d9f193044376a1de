"""What stands around a pair, as names of features, in parts that many pairs of an article share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.around import MOST, NEAR, between_words, length, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.around import Part
    from kgraph.claims.korean.learned.candidates import Pair
    from kgraph.claims.korean.learned.linear import Feature
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.tally import Told
    from kgraph.model import Referent

_ANY = "G"


def parts(setting: Setting, pair: Pair) -> Iterator[Part]:
    """The features of a pair in parts: those of pairs that stand as it does (``PW``: a person, then a work; ``cPW``: the row
    names only the work), and those of all pairs of its two types (``G``), for which it does not matter who stands first.
    """
    row, number, first, second = pair.row, pair.row.line.number, pair.first, pair.second
    type_ = pair.type
    stand = type_ if first is not None else f"c{type_}"
    yield None, _own, (setting, stand, pair)
    if first is None:
        yield (stand, number, second), _named, (stand, row, second)
    sides = type_ if type_[0] != type_[1] else "lr"
    for general, one, other in ((stand, "l", "r"), (_ANY, sides[0], sides[1])):
        yield (general, number), _line, (general, row)
        yield (general, pair.left.ref, one), _who, (f"{general} {one}", setting, pair.left)
        yield (general, pair.right.ref, other), _who, (f"{general} {other}", setting, pair.right)
        if first is not None:
            yield (general, number, first, one), _side, (f"{general} {one}", row, first)
        if first is not None or general == _ANY:
            yield (general, number, second, other), _side, (f"{general} {other}", row, second)


def features(setting: Setting, pair: Pair) -> Iterator[Feature]:
    """All features of a pair; one may come twice."""
    for _, names, of in parts(setting, pair):
        yield from spelled(names(*of))


def _own(setting: Setting, stand: str, pair: Pair) -> Iterator[Told]:
    """What no other pair shares."""
    row, first, second = pair.row, pair.first, pair.second
    if first is None:
        yield from _unnamed(setting, stand, pair)
    else:
        yield from _together(stand, row, first, second)
        yield from _both(row, first, second)
    if pair.type in ("PW", "WP"):
        yield from _done(setting, stand, pair)


def _line(stand: str, row: Row) -> Iterator[Told]:
    yield f"{stand} ", row.told


def _who(side: str, setting: Setting, referent: Referent) -> Iterator[Told]:
    yield side, setting.who(referent)


def _side(side: str, row: Row, number: int) -> Iterator[Told]:
    yield side, row.beside[number]


def _together(stand: str, row: Row, first: int, second: int) -> Iterator[Told]:
    left, right = row.cases[first], row.cases[second]
    start, end = row.spots[first], row.spots[second]
    tail, head = row.spots[row.leads[first]], row.spots[row.leads[second]]
    beside = row.leads[first] == row.leads[second]
    begin = (start if beside or tail > end else tail) + 1
    one, other = row.phrases[first], row.phrases[second]
    cased, roles = f"{left}|{right}", f"roles:{one.role}|{other.role}"
    found = [cased, f"#{length(max(0, end - begin))}", f"beside{int(beside)}", f"own:{one.case}|{other.case}"]
    found += (f"in{row.depths[start]}{row.depths[end]}", roles, f"{left} {roles} {right}")
    found += (f"forms:{one.mention.form}|{other.mention.form}", *_rivals(row, first, second))
    yield stand, ("",)
    yield from between_words(stand, f"{stand} {left}", row.wording, begin, end)
    ahead, behind = row.verb_from(tail), row.verb_from(head)
    if behind:
        yield f"{stand} {cased} v", behind.told
        yield f"{stand} v", behind.told
        found.append(f"gap{length(behind.at - head)}")
    if ahead and ahead != behind:
        yield f"{stand} {left}>{'in' if ahead.at < end else 'out'}", ahead.told
    endings = row.endings(start, end)
    found += (f"endings:{'_'.join(endings)}", f"{cased} endings:{'_'.join(endings[:2])}")
    yield f"{stand} ", found


def _both(row: Row, first: int, second: int) -> Iterator[Told]:
    """What a row tells of two that it names, whoever of them stands first."""
    start, end = row.spots[first], row.spots[second]
    case = "|".join(sorted(row.letters[number] + row.cases[number] for number in (first, second)))
    yield f"{_ANY} {case}", ("",)
    yield f"{_ANY} m:", row.wording.telling(start + 1, min(end, start + 1 + MOST))
    behind = row.verb_from(row.spots[row.leads[second]])
    if behind:
        yield f"{_ANY} {case} v", behind.told
        yield f"{_ANY} v", behind.told


def _named(stand: str, row: Row, second: int) -> Iterator[Told]:
    """Of a pair that the row names one of: what stands around that one."""
    phrase, case = row.phrases[second], row.cases[second]
    end, head = row.spots[second], row.spots[row.leads[second]]
    found = [case, f"{case} rivals{_rivals_of(stand, row)}", f"in{row.depths[end]}"]
    found += (f"role:{phrase.role}", f"role:{phrase.role} {case}", f"form:{phrase.mention.form}")
    yield stand, ("",)
    yield f"{stand} ", found
    yield f"{stand} r", row.beside[second]
    behind = row.verb_from(head)
    if behind:
        yield f"{stand} {case} v", behind.told
        yield f"{stand} v", behind.told
    yield f"{stand} b:", row.wording.telling(max(0, end - NEAR), end)
    yield f"{stand} a:", row.wording.telling(head + 1, head + 1 + NEAR)


def _rivals_of(stand: str, row: Row) -> int:
    """How many phrases of the unnamed one's type the row names, two for more."""
    return min(2, row.counts.get(stand[1], 0))


def _unnamed(setting: Setting, stand: str, pair: Pair) -> Iterator[Told]:
    """Of a pair that the row names one of: why it may be about the other."""
    row, left = pair.row, pair.left
    case, rivals = row.cases[pair.second], _rivals_of(stand, row)
    found = [f"ways:{'+'.join(sorted(pair.ways))}", f"only{min(3, setting.many.get(left.type, 0))}"]
    for way in pair.ways:
        found += (f"way:{way}", f"way:{way} rivals{rivals}", f"way:{way} {case}")
    if left.type == "Work":
        found += (f"says:{word} {left.kind}" for word in row.says)
    since, was = setting.last(row, left)
    found += (f"since:{since}", f"since:{since} was:{was}")
    yield f"{stand} ", found


def _done(setting: Setting, stand: str, pair: Pair) -> Iterator[Told]:
    """What verbs of the line tell of the two."""
    person, work = (pair.left, pair.right) if pair.left.type == "Person" else (pair.right, pair.left)
    told = setting.deeds(pair.row)
    own = told.get((person.ref, work.ref), ())
    yield f"{stand} deeds", (str(min(2, len(own) // 3)),)
    if own:
        yield f"{stand} deed:", own
        yield f"{_ANY} deed:", own
    for (other, another), deeds in told.items():
        if (other == person.ref) != (another == work.ref):
            yield f"{stand} {'his' if other == person.ref else 'its'}:", deeds[2::3]


def _rivals(row: Row, first: int, second: int) -> Iterator[str]:
    """Whether one of the pair stands nearer to the other than all of its type."""
    start, end = row.spots[first], row.spots[second]
    letters, leads = row.letters, row.leads
    nearer = [number for number in range(first + 1, second) if letters[number] == letters[second]]
    between = [number for number in range(first + 1, second) if letters[number] == letters[first]]
    yield f"rivals{min(2, len(between))}{min(2, len(nearer))}"
    listed = (all(leads[n] == leads[first] for n in between), all(leads[n] == leads[second] for n in nearer))
    yield f"lists{int(listed[0])}{int(listed[1])}"
    others = (row.spots[n] for n in range(second + 1, min(len(row.spots), second + 6)) if letters[n] == letters[first])
    yield f"later{int(any(spot - end < end - start for spot in others))}"
