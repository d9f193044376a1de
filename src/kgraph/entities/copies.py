"""Whether two reports are one text: reprints and near-copies, told by the words around the sentence that states a fact.

A sketch is the smallest hashes of the runs of three words there (a bottom-k sketch: Broder, "On the resemblance and
containment of documents", 1997).  It is made of the article's own text alone, so that who copies whom is the same in
whatever order articles come.  Words around the sentence and not the whole article are compared, because reprints are cut
short and wrapped in other lines; a translation is no copy here.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.model import Span

AROUND = 120  # characters on either side of the sentence: a short credit alone is worded alike everywhere
LONGEST = 600  # characters of one sentence that are looked at
RUN = 3  # words: one changed word spoils three runs of some sixty
KEPT = 16  # hashes: texts that share four runs of five seem apart once or twice in a thousand times
ALIKE = 0.5  # of the runs of both: set by hand on reprints with edits of ours, November 2026
_BYTES = 3  # of a hash: of some sixty runs none meet by chance
_LETTERS = 4  # that write them

_WORD = re.compile(r"\w+")


def sketch(text: str, evidence: Span) -> str:
    """The sketch of a report: the words around the sentence that states a fact.

    >>> from kgraph.model import Span
    >>> one, two = "Han Bora directs Paper Moons, Moonbox said.", "Han Bora directs 'Paper Moons' - Moonbox said"
    >>> sketch(one, Span(0, 43, one)) == sketch(two, Span(0, 45, two))
    True
    """
    end = min(evidence.end, evidence.start + LONGEST)
    around = text[max(0, evidence.start - AROUND) : end + AROUND]
    words = _WORD.findall(unicodedata.normalize("NFC", around).casefold())
    runs = {" ".join(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1))}
    return base64.b64encode(b"".join(sorted(map(_hash, runs))[:KEPT])).decode("ascii")


def least(found: str) -> str:
    """The smallest hash of a sketch, under which texts that are much alike mostly meet."""
    return found[:_LETTERS]


def alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """True if the texts of two sketches share half of their runs or more."""
    smallest = sorted(one | two)[: max(len(one), len(two))]
    return sum(value in one and value in two for value in smallest) >= ALIKE * len(smallest)


def group_copies(sketches: Iterable[str]) -> list[list[str]]:
    """The sketches in groups, one for each text with its copies and the copies of those."""
    ordered = sorted(sketches)
    if len(ordered) < 2:
        return [ordered] if ordered else []
    return [list(group) for group in _grouped(tuple(ordered))]


@functools.lru_cache(maxsize=1 << 12)  # what a fact was before an article came was often what it became a little while ago
def _grouped(ordered: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    values = {found: _values(found) for found in ordered}
    leader = {found: found for found in values}
    for one, two in _meetings(values):
        left, right = _lead(leader, one), _lead(leader, two)
        if left != right and alike(values[one], values[two]):
            leader[max(left, right)] = min(left, right)
    groups: dict[str, list[str]] = {}
    for found in values:
        groups.setdefault(_lead(leader, found), []).append(found)
    return tuple(map(tuple, groups.values()))


def _meetings(values: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs that share a hash at all; most texts share none."""
    holders: dict[str, list[str]] = {}
    for found, hashes in values.items():
        for value in hashes:
            holders.setdefault(value, []).append(found)
    return sorted({(one, two) for met in holders.values() for place, two in enumerate(met) for one in met[:place]})


def _lead(leader: Mapping[str, str], found: str) -> str:
    while leader[found] != found:
        found = leader[found]
    return found


def _values(found: str) -> frozenset[str]:
    return frozenset(found[place : place + _LETTERS] for place in range(0, len(found), _LETTERS))


def _hash(run: str) -> bytes:
    return hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
