"""What a list's heading says of the people below it: *Best director*, *Screenplay*, *New actress*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading

_FARTHEST = 12  # lines: more nominees than that stand under no prize
_LONGEST = 60
_TOLD = (
    ("wrote", re.compile(r"\b(?:screenplays?|scripts?|screenwriters?|writers?|writing|scenario)\b", re.IGNORECASE)),
    ("directed", re.compile(r"\b(?:directors?|directing|direction|directorial)\b", re.IGNORECASE)),
    ("acted_in", re.compile(r"\b(?:actors?|actress(?:es)?|acting|cast|performances?)\b", re.IGNORECASE)),
    ("composed_for", re.compile(r"\b(?:score|music|composers?)\b", re.IGNORECASE)),
)


def told_above(reading: Reading, line: Line) -> str | None:
    """The predicate that the heading over a list tells of its people, None where it tells none."""
    for index in range(line.index - 1, max(-1, line.index - 1 - _FARTHEST), -1):
        above = reading.lines[index]
        if above.sentence.kind == "item" and (above.has("Person") or above.has("Work")):
            continue
        return None if len(above.mask) > _LONGEST or above.has("Person") else _told(above.mask)
    return None


def told_by_label(line: Line, position: int) -> str | None:
    """What a label before a place of the line tells of the people behind it: *Best screenwriter: P (W)*."""
    found = _LABEL.match(line.mask, 0, position)
    return _told(found[0]) if found else None


_LABEL = re.compile(r"[^:.;\ue000-\uf7ff]{3,60}: ")


def _told(heading: str) -> str | None:
    return next((predicate for predicate, pattern in _TOLD if pattern.search(heading)), None)
