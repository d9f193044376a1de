"""What each verb of a line does to which work, and who does it: the grammar that the rules read, for any verb.

``김은희가 쓰고 김성훈이 연출한 ‘킹덤’`` -> 쓰다: 김은희, 킹덤; 연출하다: 김성훈, 킹덤.
:mod:`kgraph.claims.korean.frames` finds the two ends.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import product
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import scene_of
from kgraph.claims.korean.learned.wording import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading

_VERBS = frozenset(("VV", "VV-R", "VV-I", "VCP", "XSV", "XSA", "VA"))
_MOST = 14  # verbs of one line that are looked at

Deeds = dict[tuple[str, str], list[str]]


def deeds(reading: Reading, line: Line) -> Deeds:
    """Person and work -> what verbs of the line tell of the two: the verb, its form, and which of the two the line names."""
    found: Deeds = {}
    if not line.text or line.sentence.kind == "headline":
        return found
    scene = scene_of(reading, line)
    offsets = line.shape.offsets
    for start, end, word in list(_verbs(line))[:_MOST]:
        place, stop = bisect_left(offsets, start), bisect_left(offsets, end)
        if place >= len(offsets) or offsets[place] != start:
            continue
        frame = scene.frame(place, stop)
        people, told = scene.subject_refs(frame)
        works, named = scene.work_refs(frame)
        way = f"{frame.form}{int(told)}{int(named)}{'h' if frame.head else ''}"
        name = classes().get(word, "")
        for person, work in product(people[:8], works[:8]):
            told_of = found.setdefault((person.ref, work.ref), [])
            told_of += (f"{way} {word}", f"{way} {name}", f"{int(told)}{int(named)} {name}")
    return found


def _verbs(line: Line) -> Iterator[tuple[int, int, str]]:
    """Verbs outside names as (start, end, word); a noun and its 하/되/이다 are one."""
    before = None
    for token in line.tokens:
        if token.tag in _VERBS:
            if token.tag in ("XSV", "XSA", "VCP") and before is not None and before.end == token.start:
                word = before.lemma + token.text if token.tag != "VCP" else before.lemma
                yield before.start, token.end, word
            else:
                yield token.start, token.end, token.lemma
        before = token
