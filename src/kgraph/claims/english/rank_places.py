"""Numbers that may be ranks by where they stand: *fell to eighth*, *entered at 88*, *3. "W"* in a list of a chart.

Rules read only plain shapes (:mod:`.rank_hits`); whether one of these is a rank of a work the model over pairs and the judge
decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.once import once
from kgraph.claims.english.rank_hits import find_chart
from kgraph.text.numbers_english import ordinal_pattern, read_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading

_SCENE = re.compile(r"\b(?:charts?|rank\w*|box office|top (?:10|ten|100)|billboard|most[- ]watched)\b", re.IGNORECASE)
_NEAR = 4  # lines before that may say that ranks are told


@once
def _speaks_of_ranks(reading: Reading, line: Line) -> bool:
    return bool(_SCENE.search(line.mask)) or find_chart(reading, line, 0) is not None


def places_in(reading: Reading, line: Line) -> Iterator[tuple[int, int, int]]:
    """(start, end, rank) of every number of a line that may be a rank, where the line or one before it speaks of ranks."""
    near = [line, *reading.lines[:2], *(other for back in range(1, _NEAR) if (other := reading.previous(line, back)))]
    if not any(character.isdigit() for character in line.mask) and not _ordinals().search(line.mask):
        return
    if any(_speaks_of_ranks(reading, other) for other in near):
        for found in _ordinals().finditer(line.mask):
            rank = read_ordinal(found["o"]) if found["o"] else int(found["n"] or found["i"])
            if rank:
                start, end = found.span(found.lastgroup or 0)
                yield start, end, rank


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<o>{ordinal_pattern()})\b|(?:at|from|to|number|no\.?) ?#?(?P<n>\d{{1,3}})\b(?![.,:]?\d|%| (?:percent|"
        rf"million|billion|years?|days?|weeks?|countries|a\.m|p\.m)))|^(?P<i>\d{{1,2}})(?=[.)] )",
        re.IGNORECASE,
    )
