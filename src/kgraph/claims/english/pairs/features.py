"""What stands around a pair, as names of features.

A name has a head, which says what is told, and a tail, which tells it: ``b:`` and ``DIRECT``, a word between the two.  Names that
tell one thing come together, so that a reader can look up the tails without making the names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.english.pairs.arguments import arguments
from kgraph.claims.english.pairs.around import Around, look_around
from kgraph.claims.english.pairs.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_LETTERS = [(letter, letter * 2) for letter in "PWODANRC"]
PLAIN = ""  # the head of a name without a colon

Told = tuple[str, "Sequence[str]"]  # names by their head


class Features(NamedTuple):
    """How two stand to each other, and names that count however they stand (``general``), where they stand so (``own``), and both
    ways (``both``).
    """

    stand: str
    both: Sequence[Told]
    general: Sequence[Told]
    own: Sequence[Told]


def split(name: str) -> tuple[str, str]:
    """The head of a name, with its colon, and the tail."""
    head, colon, tail = name.partition(":")
    return (head + colon, tail) if colon else (PLAIN, name)


def names(told: Iterable[Told]) -> Iterator[str]:
    """The names themselves."""
    return (f"{head}{tail}" for head, tails in told for tail in tails)


def scene(line: PairLine, pair: Pair) -> Features:
    """What the words of the line say; the same for all that the line may be about without naming them."""
    seen = look_around(line, pair)
    both = [*_words(seen), ("line:", line.told), ("arg:", arguments(line, pair))]
    general = [(PLAIN, (f"works{min(3, len(set(line.refs_of['W'])))}",))] if pair.first is not None else []
    plain = ["", f"#{_length(len(seen.between))}", *_counts(line, seen), *_nearness(line, pair), *_mentioned(line, pair)]
    return Features(seen.stand, both, general, [(PLAIN, plain), *_edges(seen)])


def ends(setting: Setting, line: PairLine, pair: Pair) -> Features:
    """What the article says of the two themselves; no name of these is one of the scene's."""
    own = [*_who(setting, line, pair)]
    if pair.first is None:
        own += setting.told_about(line, pair)
    return Features("", list(_roles(setting, line, pair)), (), own)


def _length(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < _NEAR else "X"


def _words(seen: Around) -> list[Told]:
    known = words()
    telling = [word for word in seen.between if word not in known.idle]
    found: list[Told] = [("b:", telling[:_MOST]), ("before:", seen.before[-5:]), ("after:", seen.after)]
    if len(telling) < _NEAR:
        found.append(("bb:", [f"{left}_{right}" for left, right in pairwise(telling)]))
    told = [word for word in telling if word in known.names]
    frame = [word for word in telling if word in known.names or word in _FRAME]
    if len(frame) < _LONGEST_FRAME:
        found.append(("frame:", ("_".join(frame),)))
    if told:
        found += (("first:", told[:1]), ("last:", told[-1:]), ("all:", ("+".join(sorted(set(told))[:4]),)))
    return found


def _edges(seen: Around) -> Iterator[Told]:
    between, before, after = seen.between, seen.before, seen.after
    if between:
        yield from (("next1:", between[:1]), ("next2:", ("_".join(between[:2]),)))
        yield from (("end1:", between[-1:]), ("end2:", ("_".join(between[-2:]),)))
    if before:
        both = f"{before[-1]}|{after[0] if after else ''}"
        yield from (("before1:", before[-1:]), ("before2:", ("_".join(before[-2:]),)), ("both:", (both,)))
    if after:
        yield from (("after1:", after[:1]), ("after2:", ("_".join(after[:2]),)))


def _counts(line: PairLine, seen: Around) -> Iterator[str]:
    count = seen.between.count
    for letter, list_ in _LETTERS if line.values else _LETTERS[:3]:
        yield f"n{letter}{min(3, count(letter) + count(list_))}"
    yield f"breaks{min(3, sum(map(_BREAKS.__contains__, seen.between)))}"


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


def _roles(setting: Setting, line: PairLine, pair: Pair) -> Iterator[Told]:
    for letter, side, ref in zip(pair.group, "12", (pair.one, pair.two), strict=True):
        if letter == "P":
            yield f"role{side}:", setting.roles.get(ref) or ("none",)
    for token in (pair.first, pair.second) if line.values else ():
        value = line.value(token) if token is not None else None
        if value is not None:
            yield "value:", value.marks
            if pair.group == "PA":
                yield "fit:", [f"{role}+{value.marks[1]}" for role in setting.roles.get(pair.one, ())]


def _who(setting: Setting, line: PairLine, pair: Pair) -> Iterator[Told]:
    for letter, side, ref in zip(pair.group, "12", (pair.one, pair.two), strict=True):
        if letter in "WO":
            yield from setting.told_of(ref, side)
        if letter == "W":
            yield PLAIN, (f"{'topic' if setting.topic(line.line) == ref else 'no topic'}{side}",)
    yield PLAIN, (f"beside{min(3, len(setting.works_of_paragraph[line.line.block]))}",)
    if pair.first is not None:
        yield "first here:", setting.beside(line, pair.first)
    yield "second here:", setting.beside(line, pair.second)
