"""What stands around a pair, as names of features.

A feature begins with ``K`` where it counts for all pairs, with how the two stand to each other where it counts for those alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.lines import NOBODYS
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.setting import Setting

_NEAR = 22  # words between: beyond it their order says nothing
_MOST = 28  # words between that are looked at
_BREAKS = frozenset((";", ":", ".", "!", "?", "while", "but", "whereas", "who", "which", "whose", "that"))
_FRAME = frozenset(
    ("P", "W", "O", "PP", "WW", "OO", "(", ")", ",", ":", "by", "in", "of", "as", "'s", "for", "-", "with", "on", ";", ".", "and")
)


def features(setting: Setting, line: PairLine, pair: Pair) -> list[str]:
    """The names of the features of a pair in a line; a name may come twice."""
    stand, between, before, after = _around(line, pair)
    found = [stand, f"{stand}#{_length(len(between))}"]
    found += _words(stand, between, before, after)
    found += _counts(stand, line, pair, between)
    found += _who(setting, stand, line, pair)
    if pair.first is None:
        found += _about(setting, stand, line, pair)
    return found


def _around(line: PairLine, pair: Pair) -> tuple[str, list[str], list[str], list[str]]:
    """How the two stand to each other, and the words between, before and after them."""
    first, second, owner = pair.first, pair.second, line.owner
    right = line.members(second)
    if first is None:
        sharing = any(line.words[at] == ("W" if pair.way == "t" else "P") for at in line.named)
        stand = f"{pair.way}{'in' if owner[second] >= 0 else ''}{'+' if sharing else ''}"
        return stand, line.outline(0, right[0])[-_MOST:], [], line.outline(right[-1] + 1, len(line.words))[:6]
    left = line.members(first)
    inner = list(line.kinds[first + 1 : second])
    if owner[second] == first:
        return f"{pair.way}own", inner, line.outline(left[0] - 8, left[0]), _next(line, second)
    if owner[first] >= 0 and owner[first] == owner[second]:
        return f"{pair.way}same", inner, list(line.kinds[max(0, first - 4) : first]), _next(line, second)
    if owner[first] >= 0 or owner[second] >= 0:
        whose = owner[second] if owner[second] >= 0 else NOBODYS
        stand = "beside" if line.list_of.get(whose, -1) == line.list_of.get(first, -2) else "other"
        return f"{pair.way}{stand}", line.outline(first + 1, second)[:20], line.outline(first - 5, first), _next(line, second)
    between = line.outline(left[-1] + 1, right[0]) if left[-1] < right[0] else inner
    return f"{pair.way}", between, line.outline(left[0] - 8, left[0]), line.outline(right[-1] + 1, right[-1] + 15)[:6]


def _next(line: PairLine, at: int) -> list[str]:
    return list(line.kinds[at + 1 : at + 5])


def _length(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < _NEAR else "X"


def _words(stand: str, between: Sequence[str], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    known = words()
    telling = [word for word in between if word not in known.idle]
    for word in telling[:_MOST]:
        yield f"K b:{word}"
        yield f"{stand} b:{word}"
    if len(telling) < _NEAR:
        for left, right in pairwise(telling):
            yield f"K bb:{left}_{right}"
            yield f"{stand} bb:{left}_{right}"
    frame = [word for word in telling if word in known.names or word in _FRAME]
    if len(frame) < 9:
        yield f"K frame:{'_'.join(frame)}"
        yield f"{stand} frame:{'_'.join(frame)}"
    told = [word for word in telling if word in known.names]
    if told:
        yield from (f"{stand} first:{told[0]}", f"{stand} last:{told[-1]}", f"K all:{'+'.join(sorted(set(told))[:4])}")
    if between:
        yield from (f"{stand} next1:{between[0]}", f"{stand} next2:{'_'.join(between[:2])}")
        yield from (f"{stand} end1:{between[-1]}", f"{stand} end2:{'_'.join(between[-2:])}")
    yield from _outside(stand, before, after)


def _outside(stand: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if before:
        yield from (f"{stand} before1:{before[-1]}", f"{stand} before2:{'_'.join(before[-2:])}")
        yield f"{stand} both:{before[-1]}|{''.join(after[:1])}"
    if after:
        yield from (f"{stand} after1:{after[0]}", f"{stand} after2:{'_'.join(after[:2])}")
    for word in before[-5:]:
        yield from (f"K before:{word}", f"{stand} before:{word}")
    for word in after:
        yield from (f"K after:{word}", f"{stand} after:{word}")


def _counts(stand: str, line: PairLine, pair: Pair, between: Sequence[str]) -> Iterator[str]:
    for letter in "PWO":
        yield f"{stand} n{letter}{min(3, sum(word in (letter, letter * 2) for word in between))}"
    yield f"{stand} breaks{min(3, sum(word in _BREAKS for word in between))}"
    for name in {*line.kinds} & words().names:
        yield from (f"K line:{name}", f"{stand} line:{name}")
    if pair.first is None:
        return
    person, work = (pair.first, pair.second) if pair.way == ">" else (pair.second, pair.first)
    works = [at for at in line.named if line.words[at] == "W"]
    people = [at for at in line.named if line.words[at] == "P"]
    yield f"{stand} {'nearest' if min(works, key=lambda at: abs(at - person)) == work else 'far'} work"
    yield f"{stand} {'nearest' if min(people, key=lambda at: abs(at - work)) == person else 'far'} person"
    yield f"K works{min(3, len({line.ref(at) for at in works}))}"
    for side, at in (("first", pair.first), ("second", pair.second)):
        if len(line.members(at)) > 1:
            yield f"{stand} list {side}"


def _who(setting: Setting, stand: str, line: PairLine, pair: Pair) -> Iterator[str]:
    roles = setting.roles.get(pair.person, ())
    for role in roles or ("none",):
        yield from (f"K role:{role}", f"{stand} role:{role}")
    at = pair.first if pair.way == ">" else pair.second
    if at is not None and line.words[at] == "P":
        yield from (f"{stand} here:{role}" for role in setting.roles_here[line.line.index][at])
    work, main = setting.reading.referents[pair.work], setting.reading.main_work
    yield f"{stand} kind:{work.kind}"
    yield f"{stand} {'main' if main and main.ref == pair.work else 'side'}"
    yield f"{stand} {'topic' if setting.topic(line.line) == pair.work else 'no topic'}"
    yield f"{stand} named{min(4, setting.counts[pair.work])}"
    yield f"{stand} beside{min(3, len(setting.works_of_paragraph[line.line.block]))}"
    yield f"{stand} line {line.line.sentence.kind}{'0' if line.line.index == 0 else ''}"
    for side, token in (("first", pair.first), ("second", pair.second)):
        if token is not None:
            yield f"{stand} {side} {line.line.mentions[line.mention[token]].form}"


def _about(setting: Setting, stand: str, line: PairLine, pair: Pair) -> Iterator[str]:
    """In which ways the line may be about the one that it does not name, and how many others it may be about."""
    known = setting.about(line, "Work" if pair.way == "t" else "Person")
    ways = known[pair.work if pair.way == "t" else pair.person]
    yield f"{stand} about:{'+'.join(sorted(ways))}"
    yield from (f"{stand} way:{way}" for way in ways)
    yield f"{stand} others{min(4, len(known))}{'topic' in ways}"
