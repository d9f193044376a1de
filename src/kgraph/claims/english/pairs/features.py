"""What stands around a pair, as names of features.

Names that come many at a time have a head, which says what is told, and a tail, which tells it: ``b:`` and ``DIRECT``, a word
between the two.  They are looked up by their tails, so that only those few are made that come alone.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.arguments import arguments
from kgraph.claims.english.pairs.around import Around, look_around, stand_alone
from kgraph.claims.english.pairs.setting import Part
from kgraph.claims.english.pairs.wording import wording
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_LETTERS = [(letter, letter * 2, [f"n{letter}{count}" for count in range(4)]) for letter in "PWODANRC"]
HEADS = ("b:", "bb:", "before:", "after:", "line:", "arg:", "wb:", "wbb:", "wp:", "wq:")
PLAIN = ""  # the head of a name that comes alone

Told = tuple[str, "Sequence[str]"]  # names by their head


class Features(NamedTuple):
    """How two stand to each other, and names that count however they stand (``general``), where they stand so (``own``), and both
    ways (``both``).
    """

    stand: str
    both: Sequence[Told]
    general: Sequence[str]
    own: Sequence[str]

    def names(self) -> tuple[set[str], set[str]]:
        """All names that count however they stand, and all that count where they stand so."""
        both = {f"{head}{tail}" for head, tails in self.both for tail in tails}
        return both.union(self.general), both.union(self.own)


def split(name: str) -> tuple[str, str]:
    """The head of a name and its tail."""
    head = name[: name.find(":") + 1]
    return (head, name.removeprefix(head)) if head in HEADS else (PLAIN, name)


def scene(line: PairLine, pair: Pair) -> Features:
    """What the words of the line say; the same for all that the line may be about without naming them."""
    if pair.first is not None:
        return _seen(line, pair)
    if pair.second not in line.alone:
        line.alone[pair.second] = _seen(line, pair)
    return line.alone[pair.second]._replace(stand=stand_alone(line, pair))


def _seen(line: PairLine, pair: Pair) -> Features:
    seen = look_around(line, pair)
    both = [*_words(seen), ("line:", line.told), ("arg:", arguments(line, pair)), *wording(line, pair)]
    general = [f"works{min(3, len(set(line.refs_of['W'])))}"] if pair.first is not None else []
    counted = _counts(line, seen), _nearness(line, pair), _mentioned(line, pair)
    return Features(seen.stand, both, general, ["", f"#{_length(len(seen.between))}", *_edges(seen), *chain(*counted)])


def ends(setting: Setting, line: PairLine, pair: Pair) -> Features:
    """What the article says of the two themselves; no name of these is one of the scene's."""
    told = parts(setting, line, pair)
    both = [name for part in told if part.both_ways for name in part.names]
    return Features("", [(PLAIN, both)], (), [name for part in told if not part.both_ways for name in part.names])


def parts(setting: Setting, line: PairLine, pair: Pair) -> list[Part]:
    """What :func:`ends` says, in parts that other pairs of the article share; no two parts of a pair have a name in common."""
    group, one, two, first, second, _ = pair
    found = [_BESIDE[min(3, len(setting.works_of_paragraph[line.line.block]))], setting.here(line, second, "second")]
    for letter, side, ref in ((group[0], "1", one), (group[1], "2", two)):
        if letter == "P":
            found.append(setting.roles_told(ref, side))
        elif letter in "WO":
            found.append(setting.told_of(ref, side))
            if letter == "W":
                found.append(_TOPIC[side, setting.topics[line.line.index] == ref])
    if line.values:
        found += _valued(setting, line, pair)
    found.append(setting.told_about(line, pair) if first is None else setting.here(line, first, "first"))
    return [part for part in found if part.names]


_TOPIC = {
    (side, is_it): Part((f"topic{side}" if is_it else f"no topic{side}",)) for side in "12" for is_it in (True, False)
}  # whether a side is what the text is about where the line begins
_BESIDE = [Part((f"beside{count}",)) for count in range(4)]  # works of the paragraph


def _valued(setting: Setting, line: PairLine, pair: Pair) -> Iterator[Part]:
    for token in (pair.first, pair.second):
        value = line.value(token) if token is not None else None
        if value is not None:
            roles = setting.roles.get(pair.one, ()) if pair.group == "PA" else ()
            names = [f"value:{mark}" for mark in value.marks] + [f"fit:{role}+{value.marks[1]}" for role in roles]
            yield Part(tuple(dict.fromkeys(names)), both_ways=True)


def _length(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < _NEAR else "X"


def _words(seen: Around) -> list[Told]:
    known = words()
    telling = [word for word in seen.between if word not in known.idle]
    told = [word for word in telling if word in known.names]
    frame = [word for word in telling if word in known.names or word in _FRAME]
    alone = [f"frame:{'_'.join(frame)}"] if len(frame) < _LONGEST_FRAME else []
    if told:
        alone += (f"first:{told[0]}", f"last:{told[-1]}", f"all:{'+'.join(sorted(set(told))[:4])}")
    found: list[Told] = [("b:", telling[:_MOST]), ("before:", seen.before[-5:]), ("after:", seen.after), (PLAIN, alone)]
    if len(telling) < _NEAR:
        found.append(("bb:", [f"{left}_{right}" for left, right in pairwise(telling)]))
    return found


def _edges(seen: Around) -> list[str]:
    between, before, after = seen.between, seen.before, seen.after
    found: list[str] = []
    if between:
        found += (f"next1:{between[0]}", f"next2:{'_'.join(between[:2])}")
        found += (f"end1:{between[-1]}", f"end2:{'_'.join(between[-2:])}")
    if before:
        found += (f"before1:{before[-1]}", f"before2:{'_'.join(before[-2:])}", f"both:{before[-1]}|{''.join(after[:1])}")
    if after:
        found += (f"after1:{after[0]}", f"after2:{'_'.join(after[:2])}")
    return found


def _counts(line: PairLine, seen: Around) -> list[str]:
    count = seen.between.count
    found = [names[min(3, count(letter) + count(list_))] for letter, list_, names in _LETTERS if line.values or letter in "PWO"]
    found.append(f"breaks{min(3, len([word for word in seen.between if word in _BREAKS]))}")
    return found


def _nearness(line: PairLine, pair: Pair) -> Iterator[str]:
    """Whether each of two is the nearest of its type to the other, and in a list."""
    if pair.first is None:
        return
    for side, at, other in (("first", pair.first, pair.second), ("second", pair.second, pair.first)):
        yield f"{'nearest' if line.nearest(line.words[at], other) == at else 'far'} {side}"
        if len(line.members(at)) > 1:
            yield f"list {side}"


def _mentioned(line: PairLine, pair: Pair) -> Iterator[str]:
    yield f"line {line.line.sentence.kind}{'' if line.line.index else '0'}"
    for side, token in (("first", pair.first), ("second", pair.second)):
        if token is not None and line.value(token) is None:
            yield f"{side} {line.line.mentions[line.mention[token]].form}"
