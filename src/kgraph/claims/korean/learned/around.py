"""The words before, between and behind two names as names of features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.rows import classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.korean.learned.rows import Row

MOST = 24  # words between two names that are looked at
NEAR = 8
_MARKS = frozenset(("'", '"', "·", ",", "(", ")", ".", "-"))


def class_of(word: str) -> str:
    """What a word tells of, '' for nothing."""
    return classes().get(word, "")


def telling(words: Sequence[str]) -> Iterator[str]:
    """The words that are no marks, each followed by what it tells of."""
    for word in words:
        if word in _MARKS:
            continue
        yield word
        name = classes().get(word)
        if name:
            yield name


def between_words(stand: str, cased: str, between: Sequence[str]) -> Iterator[str]:
    """What the words between two names say; ``cased`` begins with the particle of the first."""
    told = between[:MOST]
    for word in telling(told):
        yield f"{stand} m:{word}"
        if len(between) < NEAR:
            yield f"{cased} m:{word}"
    coarse = [class_of(word) or word for word in told]
    if len(between) < NEAR:
        for left, right in zip(["^", *coarse], [*coarse, "$"], strict=True):
            yield f"{stand} mm:{left}_{right}"
        yield f"{stand} all:{'_'.join(coarse)}"
    names = [class_of(word) for word in told if class_of(word)]
    yield f"{stand} classes:{'+'.join(dict.fromkeys(names[-3:]))}"
    if names:
        yield f"{stand} firstclass:{names[0]}"
        yield f"{cased} lastclass:{names[-1]}"
    for letter in "PWO":
        yield f"{stand} n{letter}{min(3, sum(word == letter for word in between))}"


def around(stand: str, side: str, row: Row, start: int, tail: int) -> Iterator[str]:
    """The words right before and right behind a name, or the list that it stands in (``tail``: its last)."""
    before = row.words[max(0, start - 3) : start]
    after = row.words[tail + 1 : tail + 4]
    for at, word in enumerate(reversed(before)):
        yield f"{stand} {side}-{at}:{word}"
        if class_of(word):
            yield f"{stand} {side}-:{class_of(word)}"
    for at, word in enumerate(after):
        yield f"{stand} {side}+{at}:{word}"
        if class_of(word):
            yield f"{stand} {side}+:{class_of(word)}"
    coarse = [class_of(word) or word for word in after[:2]]
    if len(coarse) == 2:
        yield f"{stand} {side}++:{'_'.join(coarse)}"
    coarse = [class_of(word) or word for word in before[-2:]]
    if len(coarse) == 2:
        yield f"{stand} {side}--:{'_'.join(coarse)}"


def verb_words(stand: str, word: str, ending: str) -> Iterator[str]:
    """What a verb says, with its ending and without."""
    yield f"{stand}:{word}"
    yield f"{stand}:{word} {ending}"
    name = class_of(word)
    if name:
        yield f"{stand}:{name} {ending}"
        yield f"{stand}:{name}"
    yield f"{stand} {ending}"


def length(count: int) -> str:
    """A number of words, coarsely."""
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < MOST else "X"
