"""What stands around a pair, as names of features.

Each name counts twice at most: for all pairs of these types, and for those alone whose two stand to each other as these do.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.claims.english.pairs.arguments import arguments
from kgraph.claims.english.pairs.around import Around, look_around
from kgraph.claims.english.pairs.values import LETTERS
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.pairs.candidates import Pair
    from kgraph.claims.english.pairs.lines import PairLine
    from kgraph.claims.english.pairs.setting import Setting

_NEAR = 22  # words between: beyond it their order says nothing
_MOST = 28  # words between that are looked at
_LONGEST_FRAME = 9  # words
_BREAKS = frozenset((";", ":", ".", "!", "?", "while", "but", "whereas", "who", "which", "whose", "that"))
_FRAME = frozenset(
    (*"PWODANRC(),:-;.", "PP", "WW", "OO", "DD", "AA", "NN", "RR", "by", "in", "of", "as", "'s", "for", "with", "on", "and")
)


@dataclass(frozen=True, slots=True)
class Features:
    """How two stand to each other, names that count however they stand, and names that count where they stand so."""

    stand: str
    general: list[str]
    own: list[str]


def scene(line: PairLine, pair: Pair) -> Features:
    """What the words of the line say; the same for all that the line may be about without naming them."""
    seen = look_around(line, pair)
    words_ = _words(seen)
    told = [f"line:{name}" for name in line.told]
    args = list(arguments(line, pair))
    general = [*words_, *told, *args]
    if pair.first is not None:
        general.append(f"works{min(3, len({line.ref(at) for at in line.named if line.words[at] == 'W'}))}")
    own = [
        "",
        f"#{_length(len(seen.between))}",
        *words_,
        *told,
        *args,
        *_edges(seen),
        *_counts(line, pair, seen),
        *_mentioned(line, pair),
    ]
    return Features(seen.stand, general, own)


def ends(setting: Setting, line: PairLine, pair: Pair, stand: str) -> Features:
    """What the article says of the two themselves; no name of these is one of the scene's."""
    roles = list(_roles(setting, line, pair))
    own = [*roles, *_who(setting, line, pair)]
    if pair.first is None:
        own += _about(setting, line, pair)
    return Features(stand, roles, own)


def _length(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < _NEAR else "X"


def _words(seen: Around) -> list[str]:
    known = words()
    telling = [word for word in seen.between if word not in known.idle]
    found = [f"b:{word}" for word in telling[:_MOST]]
    if len(telling) < _NEAR:
        found += [f"bb:{left}_{right}" for left, right in pairwise(telling)]
    frame = [word for word in telling if word in known.names or word in _FRAME]
    if len(frame) < _LONGEST_FRAME:
        found.append(f"frame:{'_'.join(frame)}")
    told = [word for word in telling if word in known.names]
    if told:
        found += (f"first:{told[0]}", f"last:{told[-1]}", f"all:{'+'.join(sorted(set(told))[:4])}")
    found += [f"before:{word}" for word in seen.before[-5:]]
    found += [f"after:{word}" for word in seen.after]
    return found


def _edges(seen: Around) -> Iterator[str]:
    between, before, after = seen.between, seen.before, seen.after
    if between:
        yield from (f"next1:{between[0]}", f"next2:{'_'.join(between[:2])}")
        yield from (f"end1:{between[-1]}", f"end2:{'_'.join(between[-2:])}")
    if before:
        yield from (f"before1:{before[-1]}", f"before2:{'_'.join(before[-2:])}", f"both:{before[-1]}|{''.join(after[:1])}")
    if after:
        yield from (f"after1:{after[0]}", f"after2:{'_'.join(after[:2])}")


def _counts(line: PairLine, pair: Pair, seen: Around) -> Iterator[str]:
    for letter in "PWODANRC" if line.values else "PWO":
        yield f"n{letter}{min(3, seen.between.count(letter) + seen.between.count(letter * 2))}"
    yield f"breaks{min(3, sum(map(_BREAKS.__contains__, seen.between)))}"
    if pair.first is None:
        return
    for side, at, other in (("first", pair.first, pair.second), ("second", pair.second, pair.first)):
        yield f"{'nearest' if line.nearest(line.words[at], other) == at else 'far'} {side}"
        if len(line.members(at)) > 1:
            yield f"list {side}"


def _roles(setting: Setting, line: PairLine, pair: Pair) -> Iterator[str]:
    for letter, side, ref in zip(pair.group, "12", (pair.one, pair.two), strict=True):
        if letter == "P":
            yield from (f"role{side}:{role}" for role in setting.roles.get(ref, ()) or ("none",))
    for token in (pair.first, pair.second):
        value = line.value(token) if token is not None else None
        if value is not None:
            yield from (f"value:{mark}" for mark in value.marks)
            yield from (f"fit:{role}+{value.marks[1]}" for role in setting.roles.get(pair.one, ()) if pair.group == "PA")


def _who(setting: Setting, line: PairLine, pair: Pair) -> Iterator[str]:
    main, topic = setting.reading.main_work, setting.topic(line.line)
    for letter, side, ref in zip(pair.group, "12", (pair.one, pair.two), strict=True):
        if letter == "P" or letter in LETTERS:
            continue
        yield f"kind{side}:{setting.reading.referents[ref].kind}"
        yield f"named{side}:{min(4, setting.counts[ref])}"
        if letter == "W":
            yield f"{'main' if main and main.ref == ref else 'side'}{side}"
            yield f"{'topic' if topic == ref else 'no topic'}{side}"
    yield f"beside{min(3, len(setting.works_of_paragraph[line.line.block]))}"
    for side, token in (("first", pair.first), ("second", pair.second)):
        if token is not None:
            yield from (f"{side} here:{role}" for role in setting.beside(line, token))


def _mentioned(line: PairLine, pair: Pair) -> Iterator[str]:
    yield f"line {line.line.sentence.kind}{'' if line.line.index else '0'}"
    for side, token in (("first", pair.first), ("second", pair.second)):
        if token is not None and line.value(token) is None:
            yield f"{side} {line.line.mentions[line.mention[token]].form}"


def _about(setting: Setting, line: PairLine, pair: Pair) -> Iterator[str]:
    """In which ways the line may be about the one that it does not name, and how many others it may be about."""
    ways = setting.ways(line, pair)
    yield f"about:{'+'.join(sorted(ways))}"
    yield from (f"way:{way}" for way in sorted(ways))
    yield f"others{min(4, len(setting.about(line, pair.unnamed_type)))}{'topic' in ways}"
