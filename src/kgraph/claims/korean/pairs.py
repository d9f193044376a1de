"""Who is named together: coordinated phrases (현빈과 손예진, 김명민·수애, 채수빈 나나 신승호) and the pairs among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

# What may stand between two coordinated names: a particle 와/과, a mark, a word for "and", a word for their calling.
_JOINT = re.compile(
    r"(?:와|과|이?랑|하고|[을를] 비롯(?:해|한|하여))?\s*(?:[·ㆍ,&/∙・]|-|–|및|그리고|또)?\s*(?:그리고 )?"
    r"(?:(?:그 )?(?:속편|후속작|전작|후속편)(?:인)? )?(?:(?:영화|드라마|예능|시리즈|웹드라마|소설|뮤지컬|연극|"
    r"[월화수목금토일]{2}드라마|주말드라마|동료|선배|후배|신예|톱스타|스타|톱|아역|뮤지컬|중견|원로|인기|국민|코미디언|"
    r"탤런트|개그맨|개그우먼|방송인|모델|감독|작가|배우|가수|그룹|걸그룹|보이그룹|밴드|멤버) ?){0,3}"
)


_LONGEST = 24  # phrases looked at for one run, so that a sentence that is one list of names is read in linear time


def _place(line: Line, phrase: Phrase) -> int:
    place = bisect_left(line.phrases, phrase.start, key=lambda other: other.start)
    while line.phrases[place] is not phrase:
        place += 1
    return place


def _is_home(phrase: Phrase, named: Phrase) -> bool:
    """True for a group or airer that only says where the next of a list belongs: A, 그룹 블랙핑크의 지수; ‘X’, MBC ‘Y’."""
    if named.type == "Work":
        return phrase.referent.kind in ("broadcaster", "platform") and phrase.case == ""
    return phrase.referent.kind == "group" and named.type == "Person" and phrase.case in ("", "의")


def _gap(line: Line, left: Phrase, right: Phrase) -> str:
    """The words between two phrases, without the group that the right one belongs to."""
    homes = [other for other in line.phrases[_place(line, left) + 1 : _place(line, right)] if _is_home(other, right)]
    end = homes[0].start if homes else right.start
    return line.words(left.end, end)


def run_to(line: Line, last: Phrase) -> tuple[Phrase, ...]:
    """The coordinated phrases of one type that end with ``last``, in text order.

    ``현빈과 배우 손예진의`` -> the phrases of 현빈 and 손예진.
    """
    phrases, run = line.phrases, [last]
    for at in range(_place(line, last) - 1, max(-1, _place(line, last) - _LONGEST), -1):
        phrase = phrases[at]
        if phrase.start == run[0].start and phrase.type == last.type:
            run.insert(0, phrase)
            continue
        if _is_home(phrase, run[0]):
            continue
        gap = _gap(line, phrase, run[0])
        if phrase.type != last.type or phrase.end > run[0].start or len(gap) > 24 or not _JOINT.fullmatch(gap):
            break
        run.insert(0, phrase)
    return tuple(run)


def run_from(line: Line, first: Phrase) -> tuple[Phrase, ...]:
    """The coordinated phrases of one type that begin with ``first``."""
    run = [first]
    at = _place(line, first) + 1
    for phrase in line.phrases[at : at + _LONGEST]:
        if phrase.start == run[-1].start and phrase.type == first.type:
            run.append(phrase)
            continue
        if _is_home(phrase, first):
            continue
        gap = _gap(line, run[-1], phrase)
        if phrase.type != first.type or phrase.start < run[-1].end or len(gap) > 24 or not _JOINT.fullmatch(gap):
            break
        run.append(phrase)
    return tuple(run)


def runs(line: Line, type_: str) -> Iterator[tuple[Phrase, ...]]:
    """All maximal runs of coordinated phrases of a type in a line."""
    at = 0
    own = [phrase for phrase in line.phrases if phrase.type == type_]
    while at < len(own):
        run = run_from(line, own[at])
        yield run
        at += len(run)


def pairs(run: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, Phrase]]:
    """All pairs of different referents of a run (of its first eight), each once."""
    seen: set[frozenset[str]] = set()
    for left, right in combinations(run[:8], 2):
        key = frozenset((left.referent.ref, right.referent.ref))
        if len(key) == 2 and key not in seen:
            seen.add(key)
            yield left, right
