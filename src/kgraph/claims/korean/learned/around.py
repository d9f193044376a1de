"""What words between two names say, as features (:data:`kgraph.claims.korean.learned.tally.Told`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from kgraph.claims.korean.learned.linear import Feature
    from kgraph.claims.korean.learned.tally import Told
    from kgraph.claims.korean.learned.wording import Wording

MOST = 24  # words between two names that are looked at
NEAR = 8


Part = tuple["Hashable | None", "Callable[..., Iterable[Told]]", tuple[Any, ...]]
"""Features that no other part of a pair of names, or of a value, has: a key, and what tells them of what.

Those of an article that have the part of one key share it (None: none).
"""


def between_words(stand: str, cased: str, wording: Wording, start: int, end: int) -> Iterator[Told]:
    """What the words of a range say; ``cased`` begins with the particle of the first name."""
    stop = max(start, min(end, start + MOST))
    words, names = wording.telling(start, stop), wording.named(start, stop)
    letters = wording.words[start : max(start, end)]
    found = [f"classes:{'+'.join(dict.fromkeys(names[-3:]))}", *(f"n{one}{min(3, letters.count(one))}" for one in "PWO")]
    yield f"{stand} m:", words
    if end - start < NEAR:
        yield f"{cased} m:", words
        yield f"{stand} mm:", wording.bound(start, end)
        found.append(f"all:{'_'.join(wording.coarse[start:stop])}")
    if names:
        found.append(f"firstclass:{names[0]}")
        yield f"{cased} lastclass:", (names[-1],)
    yield f"{stand} ", found


def spelled(told: Iterable[Told]) -> Iterator[Feature]:
    """Features one by one."""
    for beginning, words in told:
        for word in words:
            yield beginning, word


def length(count: int) -> str:
    """A number of words, coarsely."""
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < MOST else "X"
